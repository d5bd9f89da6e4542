#include "core/clause/veto.hpp"

#include "core/clause/continued.hpp"

#include <algorithm>

namespace heng::clause {

namespace {

/// 低于60分的, 扣分达12分的: what follows is decided by a score, as in a grading band.
bool decided_by_score(const Words& words, std::uint32_t token) {
    constexpr std::uint32_t tokens_back_max = 12;
    for (std::uint32_t k = token; k-- > 0 && token - k <= tokens_back_max;) {
        if (words.is(k, Role::stop)) break;
        const Token& number = words.tokens[k];
        if (number.role != Role::number || words.figure(number).kind != UnitKind::score) continue;
        // 计0分,并取消评优资格: the nought is an amount beside it.
        const auto& value = words.figure(number).value;
        if (value && value->is_zero() && !words.figure(number).high) continue;
        const bool charged = k > 0 && words.tokens[k - 1].end == number.begin &&
                             (words.is(k - 1, Role::deduct) || words.is(k - 1, Role::award));
        return !charged || words.is(k + 1, Role::up);
    }
    return false;
}

/// Where 取消年度评先评优资格 or 不得评为优秀 ends; nothing where no honour is denied.
std::optional<std::uint32_t> end_of_denial(const Words& words, std::uint32_t begin) {
    constexpr std::size_t reach_max = 16;
    const std::u32string_view rest =
        words.glyphs->view(begin, std::min<std::size_t>(words.glyphs->size(), begin + reach_max));
    const std::u32string_view phrase =
        rest.substr(0, std::min(rest.find_first_of(U",;。"), rest.size()));
    std::size_t end = 0;
    for (const std::u32string_view word : {U"评优", U"评先", U"评奖", U"评比", U"评选", U"参评",
                                           U"先进", U"优秀", U"评为", U"评定"}) {
        const std::size_t found = phrase.find(word);
        if (found != std::u32string_view::npos) end = std::max(end, found + word.size());
    }
    if (end == 0) return std::nullopt;
    const std::size_t title = phrase.find(U"资格");
    if (title != std::u32string_view::npos) end = std::max(end, title + 2);
    return begin + static_cast<std::uint32_t>(end);
}

/// 被评为不合格的 and 评为“不合格”,扣2分 are conditions; 直接定为不合格,扣2分 is a verdict and a
/// score.
bool is_condition(const Words& words, std::uint32_t token) {
    const Token& verdict = words.tokens[token];
    const bool undergone = verdict.begin > 0 && words.glyphs->at(verdict.begin - 1) == U'被';
    std::uint32_t end = verdict.end;
    if (words.glyphs->view(end, words.glyphs->size()).starts_with(U"等次")) end += 2;
    if (undergone || words.glyphs->at(end) == U'的') return true;
    if (words.glyphs->at(verdict.begin) == U'直' || words.glyphs->at(end) != U',') return false;
    std::uint32_t next = token + 1;
    while (next < words.tokens.size() && words.tokens[next].begin <= end) ++next;
    return words.is(next, Role::deduct) && words.tokens[next].begin == end + 1;
}

/// 被上级“一票否决”的,扣5分 and 未落实一票否决制度的,扣1分: what the amount behind is taken for.
bool is_charged(const Layout& layout, std::uint32_t token) {
    const Words& words = *layout.words;
    const Phrase& phrase = layout.phrases[layout.phrase_of[token]];
    const std::u32string_view lead = words.glyphs->view(phrase.begin, words.tokens[token].begin);
    const std::u32string_view rest = words.glyphs->view(words.tokens[token].end, phrase.end);
    std::size_t opening = lead.npos;
    for (const std::u32string_view word :
         {U"被", U"受到", U"未落实", U"未实行", U"未执行", U"未严格", U"未建立", U"没有落实"}) {
        const std::size_t at = lead.rfind(word);
        if (at != lead.npos && (opening == lead.npos || at > opening)) opening = at;
    }
    // 被查处的一票否决 decides, and so does 被一票否决的同时.
    if (opening == lead.npos || lead.find(U'的', opening) != lead.npos) return false;
    const bool described = rest.find(U'的') != rest.npos || rest.ends_with(U"单位");
    if (!described || rest.find(U"同时") != rest.npos) return false;
    constexpr std::uint32_t tokens_max = 24;
    const std::size_t last = std::min<std::size_t>(words.tokens.size(), token + tokens_max);
    for (std::size_t i = token + 1; i < last; ++i) {
        switch (words.tokens[i].role) {
            case Role::stop: return false;
            case Role::deduct:
            case Role::zero: return true;
            default: break;
        }
    }
    return false;
}

/// 取消该项得分 takes the score, and no honour: the token behind it, or nothing.
std::optional<std::uint32_t> end_of_score(const Words& words, std::uint32_t token) {
    if (words.glyphs->at(words.tokens[token].begin) != U'取') return std::nullopt;
    std::uint32_t next = token + 1;
    const auto follows = [&words, &next] {
        return next < words.tokens.size() &&
               words.tokens[next].begin <= words.tokens[next - 1].end + 1;
    };
    while (follows() && (words.is(next, Role::scope) || words.is(next, Role::filler) ||
                         words.is(next, Role::reference))) {
        ++next;
    }
    const bool score = follows() && words.is(next, Role::whole_score);
    if (!score || !ends_at(words, words.tokens[next].end)) return std::nullopt;
    return next + 1;
}

}  // namespace

std::optional<Amount> read_veto(const Layout& layout, std::uint32_t token) {
    const Words& words = *layout.words;
    const Token& word = words.tokens[token];
    Amount out;
    out.kind = AmountKind::veto;
    out.effect = scheme::Effect::veto;
    out.token = token;
    out.begin = word.begin;
    out.end = word.end;
    out.last_token = token + 1;
    if (word.role == Role::veto) {
        return is_charged(layout, token) ? std::nullopt : std::optional(out);
    }
    if (const auto last = end_of_score(words, token); last && word.role == Role::forbid) {
        out.kind = AmountKind::all;
        out.effect = scheme::Effect::zero;
        out.last_token = *last;
        out.end = words.tokens[*last - 1].end;
        return out;
    }
    if (decided_by_score(words, token)) return std::nullopt;
    if (word.role == Role::verdict) {
        return is_condition(words, token) ? std::nullopt : std::optional(out);
    }
    const auto end = end_of_denial(words, word.begin);
    if (!end) return std::nullopt;
    out.end = *end;
    while (out.last_token < words.tokens.size() && words.tokens[out.last_token].begin < *end) {
        ++out.last_token;
    }
    return out;
}

}  // namespace heng::clause
