#include "core/clause/score_before.hpp"

#include <algorithm>

namespace heng::clause {

namespace {

/// 处 of 0.5分/处扣除, 每处 of 0.5分/每处: the unit behind the score that ends at `end`. Empty
/// where there is none.
Slice unit_behind(const Words& words, std::uint32_t end) {
    if (words.glyphs->at(end) != U'/') return {};
    const std::uint32_t begin = words.glyphs->at(end + 1) == U'每' ? end + 2 : end + 1;
    const Unit unit = find_unit(words.glyphs->chars, begin);
    if (unit.end == 0) return {};
    return {static_cast<std::uint32_t>(unit.begin), static_cast<std::uint32_t>(unit.end), 0, 0};
}

/// Whether the words between a score and its verb say nothing but how it is taken: 的标准予以.
bool leads_on(std::u32string_view between) {
    constexpr std::u32string_view words[] = {
        U"范围",   U"幅度", U"区间", U"标准", U"予以", U"给予", U"进行", U"酌情", U"视情",
        U"适当",   U"之间", U"以内", U"之内", U"内",   U"间",   U"的",   U"从",   U"直接",
        U"一次性", U"相应", U"累计", U"累加", U"递增", U"逐次", U"逐项", U"叠加"};
    while (!between.empty()) {
        const auto* word =
            std::find_if(std::begin(words), std::end(words),
                         [between](std::u32string_view one) { return between.starts_with(one); });
        if (word == std::end(words)) return false;
        between.remove_prefix(word->size());
    }
    return true;
}

/// 给予, 按 or 按每件 directly before the score, 在 before a range.
bool is_led_on(const Words& words, std::uint32_t score, bool is_range) {
    constexpr std::uint32_t lead_max = 10;
    const std::u32string_view lead = words.glyphs->view(score - std::min(score, lead_max), score);
    for (const std::u32string_view verb : {U"给予", U"予以", U"处以", U"按", U"按照"}) {
        if (lead.ends_with(verb)) return true;
    }
    if (is_range && lead.ends_with(U"在")) return true;
    // 按每件, 按照每缺1项
    const std::size_t by = lead.rfind(U'按');
    return by != lead.npos && lead.find(U'每', by) != lead.npos &&
           lead.find_first_of(U",;。:、()", by) == lead.npos;
}

}  // namespace

std::optional<ScoreBefore> score_before(const Words& words, std::uint32_t verb) {
    constexpr std::uint32_t gap_max = 12;
    ScoreBefore out;
    const std::uint32_t end = words.tokens[verb].begin;
    std::uint32_t k = verb;
    while (k > 0 && !words.is(k - 1, Role::number) && words.tokens[k - 1].begin + gap_max >= end)
        --k;
    if (k == 0 || !words.is(k - 1, Role::number)) return std::nullopt;
    out.number = k - 1;
    const Token& number = words.tokens[out.number];
    const Figure& figure = words.figure(number);
    if (figure.kind != UnitKind::score || !figure.value) return std::nullopt;
    // 按照每起扣0.5分的标准扣分: the score has a verb of its own.
    const bool taken =
        out.number > 0 && words.tokens[out.number - 1].end == number.begin &&
        (words.is(out.number - 1, Role::deduct) || words.is(out.number - 1, Role::award));
    if (taken) return std::nullopt;
    out.unit = unit_behind(words, number.end);
    const std::uint32_t behind = out.unit.empty() ? number.end : out.unit.end;
    if (behind > end) return std::nullopt;
    const std::u32string_view between = words.glyphs->view(behind, end);
    if (!leads_on(between)) return std::nullopt;
    if (!out.unit.empty()) return out;
    const bool bounded = between.find(U'内') != between.npos;
    out.at_choice = bounded && !figure.high;
    if (!is_led_on(words, number.begin, bounded || figure.high)) return std::nullopt;
    return out;
}

}  // namespace heng::clause
