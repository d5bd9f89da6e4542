#include "core/clause/score_before.hpp"

#include <algorithm>

namespace heng::clause {

namespace {

/// 处 of 0.5分/处扣除; `first` is the token of the stroke. Empty where none ends at the verb.
Slice unit_before(const Words& words, std::uint32_t verb) {
    const std::uint32_t every = verb > 0 && words.is(verb - 1, Role::every) ? verb - 1 : verb;
    if (every == 0 || !words.is(every - 1, Role::slash)) return {};
    const std::uint32_t begin =
        every == verb ? words.tokens[every - 1].end : words.tokens[every].end;
    const std::uint32_t end = words.tokens[verb].begin;
    const Unit unit = find_unit(words.glyphs->chars, begin);
    if (unit.end != end) return {};
    return {begin, end, every - 1, every - 1};
}

/// Whether the words between a score and its verb say nothing but how it is taken: 的标准予以.
bool leads_on(std::u32string_view between) {
    constexpr std::u32string_view words[] = {
        U"范围", U"幅度", U"区间", U"标准", U"予以", U"给予", U"进行", U"酌情", U"视情",   U"适当",
        U"之间", U"以内", U"之内", U"内",   U"间",   U"的",   U"从",   U"直接", U"一次性", U"相应"};
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
    out.unit = unit_before(words, verb);
    std::uint32_t k = out.unit.empty() ? verb : out.unit.first;
    const std::uint32_t end = words.tokens[verb].begin;
    while (k > 0 && !words.is(k - 1, Role::number) && words.tokens[k - 1].begin + gap_max >= end)
        --k;
    if (k == 0 || !words.is(k - 1, Role::number)) return std::nullopt;
    out.number = k - 1;
    const Token& number = words.tokens[out.number];
    const Figure& figure = words.figure(number);
    if (figure.kind != UnitKind::score || !figure.value) return std::nullopt;
    if (!out.unit.empty()) {
        const bool joined = number.end == words.tokens[out.unit.first].begin;
        return joined ? std::optional(out) : std::nullopt;
    }
    const std::u32string_view between = words.glyphs->view(number.end, end);
    if (!leads_on(between)) return std::nullopt;
    const bool bounded = between.find(U'内') != between.npos;
    out.at_choice = bounded && !figure.high;
    if (!is_led_on(words, number.begin, bounded || figure.high)) return std::nullopt;
    return out;
}

}  // namespace heng::clause
