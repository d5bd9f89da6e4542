#include "core/clause/continued.hpp"

#include <algorithm>
#include <iterator>

namespace heng::clause {

namespace {

bool is_score(const Words& words, std::uint32_t number) {
    return words.figure(words.tokens[number]).kind == UnitKind::score;
}

/// 国家级加3分,省级2分,市级项目1分/项: the verb goes on where a phrase opens with a tier.
bool opens_with_rank(const Layout& layout, std::uint32_t number, const Amount& amount) {
    const Words& words = *layout.words;
    const Phrase& phrase = layout.phrases[layout.phrase_of[number]];
    const Phrase& earlier = layout.phrases[layout.phrase_of[amount.token]];
    if (phrase.sentence != earlier.sentence) return false;
    constexpr std::uint32_t noun_length_max = 4;
    const Token& rank = words.tokens[number - 1];
    const bool ranked = rank.role == Role::tier || rank.role == Role::rating;
    const bool inside = phrase.begin < amount.end;
    const std::uint32_t begin = inside ? amount.end + 1 : phrase.begin;
    if (!ranked || rank.begin != begin) return false;
    if (words.tokens[number].begin > rank.end + noun_length_max) return false;
    return number + 1 >= phrase.last || words.is(number + 1, Role::pause) ||
           words.is(number + 1, Role::slash);
}

/// 堵塞的每台次扣2分,漏洒的每台次5分: the verb goes on where the counting words are the same.
bool counts_alike(const Words& words, std::uint32_t number, const Amount& amount) {
    const Token& score = words.tokens[number];
    if (!ends_at(words, score.end) || !words.is(number - 1, Role::every)) return false;
    const std::uint32_t begin = words.tokens[number - 1].begin;
    const std::u32string_view count = words.glyphs->view(begin, score.begin);
    constexpr std::uint32_t length_max = 5;
    constexpr std::uint32_t lead_max = 12;
    const std::u32string_view lead =
        words.glyphs->view(amount.begin - std::min(amount.begin, lead_max), amount.begin);
    return count.size() > 1 && count.size() <= length_max && amount.suffix.empty() &&
           lead.find(count) != std::u32string_view::npos;
}

/// Whether the words name somebody who can be charged.
bool names_charged(std::u32string_view name) {
    constexpr std::u32string_view nouns[] = {
        U"单位", U"部门", U"科室", U"责任人", U"负责人", U"领导", U"成员", U"书记", U"主任",
        U"个人", U"本人", U"党委", U"党组",   U"支部",   U"乡镇", U"街道", U"干部", U"人员",
        U"科长", U"局长", U"站长", U"所长",   U"党员",   U"村",   U"社区", U"机关", U"委员"};
    if (name.ends_with(U')')) name = name.substr(0, name.rfind(U'('));
    return std::any_of(std::begin(nouns), std::end(nouns),
                       [name](std::u32string_view noun) { return name.ends_with(noun); });
}

}  // namespace

bool ends_at(const Words& words, std::uint32_t place) {
    const char32_t c = words.glyphs->at(place);
    return c == U'\0' || std::u32string_view(U",;。、()\n").find(c) != std::u32string_view::npos;
}

bool goes_on_from(const Layout& layout, std::uint32_t number, const Amount& amount) {
    if (number == 0 || !is_score(*layout.words, number)) return false;
    return opens_with_rank(layout, number, amount) || counts_alike(*layout.words, number, amount);
}

bool charges_another(const Layout& layout, std::uint32_t number, const Amount& amount) {
    const Words& words = *layout.words;
    constexpr std::uint32_t name_length_max = 12;
    constexpr std::u32string_view joints = U"、,和及";
    const Token& score = words.tokens[number];
    const Token& verb = words.tokens[amount.token];
    const bool joined = joints.find(words.glyphs->at(amount.end)) != joints.npos;
    if (!is_score(words, number) || !joined || !ends_at(words, score.end)) return false;
    const std::uint32_t begin = amount.end + 1;
    if (score.begin <= begin || score.begin > begin + name_length_max) return false;
    if (amount.is_shared_verb) return names_charged(words.glyphs->view(begin, score.begin));
    // The amount before names whom it charges, between the verb and the score.
    std::uint32_t first = amount.token + 1;
    while (first < number && !words.is(first, Role::number)) ++first;
    if (first == number || !is_score(words, first)) return false;
    return names_charged(words.glyphs->view(verb.end, words.tokens[first].begin)) &&
           names_charged(words.glyphs->view(begin, score.begin));
}

}  // namespace heng::clause
