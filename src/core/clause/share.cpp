#include "core/clause/share.hpp"

#include "core/clause/continued.hpp"

#include <algorithm>

namespace heng::clause {

bool ends_in_score(const Words& words, std::uint32_t verb) {
    const char32_t last = words.glyphs->at(words.tokens[verb].end - 1);
    return last == U'分' || last == U'值';
}

bool names_part(const Words& words, std::uint32_t verb) {
    if (!ends_in_score(words, verb)) return false;
    const std::u32string_view rest =
        words.glyphs->view(words.tokens[verb].end, words.glyphs->size());
    for (const std::u32string_view part : {U"指标", U"项目", U"项", U"部分"}) {
        if (!rest.starts_with(part)) continue;
        const std::u32string_view behind = rest.substr(part.size());
        if (behind.starts_with(U"分值") || behind.starts_with(U"满分") ||
            behind.starts_with(U"总分"))
            return true;
    }
    return false;
}

bool speaks_of_item(const Words& words, std::uint32_t verb, std::uint32_t number) {
    const Token& figure = words.tokens[number];
    const std::u32string_view between = words.glyphs->view(words.tokens[verb].end, figure.begin);
    for (const std::u32string_view item :
         {U"该项", U"本项", U"此项", U"该指标", U"本指标", U"该小项", U"本小项", U"该条"}) {
        const std::size_t found = between.find(item);
        if (found == between.npos) continue;
        // 该项目 is money's more often than a score's.
        if (!between.substr(found + item.size()).starts_with(U'目')) return true;
    }
    const std::u32string_view rest = words.glyphs->view(figure.end, words.glyphs->size());
    return rest.starts_with(U"的分") || rest.starts_with(U"分值") || rest.starts_with(U"分数");
}

bool takes_part(const Words& words, std::uint32_t verb, std::uint32_t last) {
    std::uint32_t score = last;
    while (score > verb && !words.is(score, Role::whole_score)) --score;
    std::uint32_t behind = words.tokens[score].end;
    const auto sign = [&words](std::uint32_t at) { return words.glyphs->at(at); };
    if (sign(behind) == U'值' || sign(behind) == U'数') ++behind;
    return sign(behind) == U'的' && !ends_at(words, behind + 1);
}

bool speaks_of_share(const Layout& layout, std::uint32_t verb) {
    constexpr std::uint32_t length_max = 14;
    const Glyphs& glyphs = *layout.words->glyphs;
    const std::uint32_t end = layout.words->tokens[verb].begin;
    const Phrase& phrase = layout.phrases[layout.phrase_of[verb]];
    const std::uint32_t from = std::max(phrase.begin, end - std::min(end, length_max));
    const std::u32string_view lead = glyphs.view(from, end);
    const std::size_t by = lead.rfind(U'按');
    return by != lead.npos && lead.find(U"比例", by) != lead.npos;
}

}  // namespace heng::clause
