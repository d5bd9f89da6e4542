#include "core/clause/paired_level.hpp"

#include "core/clause/band.hpp"

#include <algorithm>
#include <iterator>

namespace heng::clause {

namespace {

/// The tier or rating of a name, of the family that the last name has, or else at its end.
std::optional<Rank> rank_of(const Words& words, const Name& name, std::uint8_t family) {
    auto rank = tier_in(words, name, family);
    if (rank) return rank;
    // 一般、较大、重大事故: 一般 is a grade elsewhere.
    rank = tier_in(words, name, 0);
    const std::string text = words.glyphs->text(name.begin, name.end);
    return rank && text.ends_with(rank->text) ? rank : std::nullopt;
}

/// 第一、二、三名
std::vector<PairedLevel> placed_levels(const Words& words, const std::vector<Name>& names) {
    constexpr std::u32string_view numerals = U"一二三四五六七八九十123456789";
    std::vector<PairedLevel> out;
    for (const Name& name : names) {
        const bool first = out.empty();
        const std::uint32_t at = first ? name.end - 1 : name.begin;
        if (numerals.find(words.glyphs->at(at)) == numerals.npos) return {};
        if (first && (at == name.begin || words.glyphs->at(at - 1) != U'第')) return {};
        const bool ends = name.end == at + 1 || words.glyphs->at(at + 1) == U'名' ||
                          words.glyphs->at(at + 1) == U'位';
        if (!ends) return {};
        out.push_back({"第" + words.glyphs->text(at, at + 1), true});
    }
    return out;
}

/// 国家级一、二、三等奖: the names share what stands before the first numeral and behind the
/// last.
std::vector<PairedLevel> graded_levels(const Words& words, const std::vector<Name>& names) {
    const auto last = tier_in(words, names.back(), 0);
    if (auto places = placed_levels(words, names); !places.empty()) return places;
    if (!last || names.size() < 2 || names.back().end - names.back().begin < 2) return {};
    const auto numeral = [](char32_t c) {
        return std::u32string_view(U"一二三四五特甲乙丙").find(c) != std::u32string_view::npos;
    };
    if (!numeral(words.glyphs->at(names.back().begin))) return {};
    const std::string first = words.glyphs->text(names.back().begin, names.back().begin + 1);
    if (!last->text.starts_with(first)) return {};
    const auto tier = tier_in(words, names.front(), family::level_of_state);
    std::vector<PairedLevel> out;
    for (const Name& name : names) {
        const std::uint32_t at = &name == &names.back() ? name.begin : name.end - 1;
        if (!numeral(words.glyphs->at(at))) return {};
        out.push_back({(tier ? tier->text : "") + words.glyphs->text(at, at + 1) +
                           last->text.substr(first.size()),
                       true});
    }
    return out;
}

}  // namespace

std::vector<PairedLevel> named_places(const Condition& condition, std::size_t count) {
    const Words& words = *condition.words;
    constexpr std::string_view first[] = {"第一名", "第二名", "第三名"};
    constexpr std::string_view last[] = {"倒数第一", "倒数第二", "倒数第三"};
    const Slice& slice = condition.slices.back();
    const std::u32string_view text = words.glyphs->view(slice.begin, condition.begin);
    const auto& places = text.find(U'后') == std::u32string_view::npos ? first : last;
    std::vector<PairedLevel> out;
    for (std::size_t i = 0; i < std::min(count, std::size(places)); ++i) {
        out.push_back({std::string(places[i]), true});
    }
    return out;
}

std::vector<PairedLevel> levels_of(const Words& words, const std::vector<Name>& names) {
    std::vector<PairedLevel> out;
    if (names.empty()) return out;
    out = graded_levels(words, names);
    if (!out.empty()) return out;
    const auto last = tier_in(words, names.back(), 0);
    const Name& head = names.front();
    const bool quoted = head.begin > 0 && words.glyphs->at(head.begin - 1) == U'“' &&
                        is_rated_quote(words, head.begin, head.end);
    const auto first = last ? rank_of(words, names.front(), last->family) : std::nullopt;
    const bool ranked = first && (names.size() < 2 || first->text != last->text);
    // 产业、民生、功能类项目: kinds, of which only one can apply, as tiers are.
    const std::u32string_view end_name = words.glyphs->view(names.back().begin, names.back().end);
    const bool kinds = end_name.find_first_of(U"类型") != std::u32string_view::npos;
    for (const Name& name : names) {
        const auto rank = ranked ? rank_of(words, name, last->family) : std::nullopt;
        if (rank) {
            out.push_back({rank->text, true});
        } else {
            // 产业、民生、功能类项目: the last name carries the noun that all share.
            const bool tail = !out.empty() && &name == &names.back();
            const std::uint32_t before = names.front().end - names.front().begin;
            const std::uint32_t end = tail ? std::min(name.end, name.begin + before) : name.end;
            out.push_back({words.glyphs->text(name.begin, end), kinds || quoted});
        }
    }
    // 第一、第二、第三名: the measure word belongs to all.
    const std::string_view place = "名";
    std::string& end = out.back().text;
    if (end.ends_with(place) && !out.front().text.ends_with(place))
        end.resize(end.size() - place.size());
    return out;
}

}  // namespace heng::clause
