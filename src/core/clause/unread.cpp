#include "core/clause/unread.hpp"

#include "core/clause/demand.hpp"

#include <algorithm>

namespace heng::clause {

namespace {

struct Extent {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

Extent extent_of(const Mention& mention) {
    return std::visit([](const auto& one) { return Extent{one.begin, one.end}; }, mention);
}

/// 扣, 减, 加分, 加2分; but not 参加, 增加, 加强, nor 每扣1分 and 不扣分.
bool is_verb(const Words& words, std::uint32_t token) {
    const Token& verb = words.tokens[token];
    const bool undone = token > 0 && words.tokens[token - 1].end == verb.begin &&
                        (words.is(token - 1, Role::every) || words.is(token - 1, Role::negation));
    if (undone) return false;
    if (verb.role == Role::deduct) return true;
    if (verb.role != Role::award) return false;
    const bool scores = words.glyphs->at(verb.end - 1) == U'分';
    return scores ||
           (words.is(token + 1, Role::number) && words.tokens[token + 1].begin == verb.end);
}

/// Whether the score is known to charge nothing: 得2分, 低于60分, 分值8分, 从100分中.
bool is_known(const Words& words, Slice slice, std::uint32_t number) {
    // Only the words near it, so that a long phrase costs no square of its length.
    constexpr std::uint32_t near_max = 24;
    slice.first = std::max(slice.first, number - std::min(number, near_max));
    const Token& token = words.tokens[number];
    const Figure& figure = words.figure(token);
    if (figure.is_ordinal || (figure.value && figure.value->is_zero())) return true;
    // 80分至90分的扣1分 is a band, 在0.5分至1分之间扣分 an amount.
    const char32_t behind = words.glyphs->at(token.end);
    const bool between = behind == U'之' || behind == U'范' || behind == U'内';
    if (figure.high && !between) return true;
    const Comparing comparing = comparing_of(words, slice, number);
    if (comparing.has_lead() || comparing.has_tail()) return true;
    constexpr std::uint32_t tokens_max = 3;
    for (std::uint32_t i = number; i-- > slice.first && number - i <= tokens_max;) {
        const Token& before = words.tokens[i];
        if (before.end + 3 < token.begin) break;
        if (before.role == Role::gain || before.role == Role::whole_score ||
            before.role == Role::no_amount) {
            return true;
        }
        if (before.role == Role::every && before.end == token.begin) return true;
        if (before.role != Role::filler && before.role != Role::scope) break;
    }
    const char32_t before = token.begin > 0 ? words.glyphs->at(token.begin - 1) : U'\0';
    // 在5分基础上扣减
    const std::u32string_view rest = words.glyphs->view(token.end, words.glyphs->size());
    if (rest.starts_with(U"基础") || rest.starts_with(U"的基础")) return true;
    return before == U'从' || before == U'由' || behind == U'制' || behind == U'中' ||
           words.is(number + 1, Role::gain);
}

}  // namespace

std::vector<std::uint32_t> unread_scores(const Layout& layout, const std::vector<Mention>& mentions,
                                         const std::vector<bool>& used) {
    const Words& words = *layout.words;
    std::vector<std::uint32_t> out;
    std::size_t next = 0;
    for (const Phrase& phrase : layout.phrases) {
        bool has_verb = false;
        bool is_licence = false;
        for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
            has_verb = has_verb || is_verb(words, i);
            is_licence = is_licence || words.is(i, Role::licence);
        }
        if (!has_verb || is_licence) continue;
        const Slice slice{phrase.begin, phrase.end, phrase.first, phrase.last};
        for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
            const Token& token = words.tokens[i];
            if (token.role != Role::number || words.figure(token).kind != UnitKind::score) continue;
            while (next < mentions.size() && extent_of(mentions[next]).end <= token.begin) ++next;
            const bool held =
                next < mentions.size() && extent_of(mentions[next]).begin <= token.begin;
            if (!held && !used[token.link] && !is_known(words, slice, i)) out.push_back(i);
        }
    }
    return out;
}

}  // namespace heng::clause
