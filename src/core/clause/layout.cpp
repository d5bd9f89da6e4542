#include "core/clause/layout.hpp"

#include <algorithm>

namespace heng::clause {

namespace {

bool ends_phrase(Role role) {
    return role == Role::comma || role == Role::stop || role == Role::colon || role == Role::open ||
           role == Role::close || role == Role::numbering;
}

bool leads_on(Role role) {
    switch (role) {
        case Role::filler:
        case Role::discretion:
        case Role::respective:
        case Role::apiece:
        case Role::pause:
        case Role::comma:
        case Role::colon:
        case Role::stop:
        case Role::open:
        case Role::close:
        case Role::numbering:
        case Role::quote_open:
        case Role::quote_close:
        case Role::whole_score:
        case Role::scope: return true;
        default: return false;
    }
}

/// 县(区), 项(次), (含离任): a short aside without amounts belongs to the phrase around it. Gives
/// its mate, or the bracket itself where it parts phrases.
std::uint32_t end_of_aside(const Words& words, std::uint32_t open) {
    constexpr std::uint32_t tokens_max = 6;
    constexpr std::uint32_t length_max = 8;
    const std::uint32_t close = words.tokens[open].link;
    if (close == no_mate || close > open + tokens_max) return open;
    const std::uint32_t length = words.tokens[close].begin - words.tokens[open].end;
    if (length == 0 || length > length_max) return open;
    // 未签订(每份)扣1分
    const Token& first = words.tokens[open + 1];
    if (first.role == Role::every && first.begin == words.tokens[open].end) {
        const Unit unit = find_unit(words.glyphs->chars, first.end);
        if (unit.end == words.tokens[close].begin) return close;
    }
    // 最多加(扣)3分
    const bool lone_verb = close == open + 2 && length == 1;
    for (std::uint32_t i = open + 1; i < close && !lone_verb; ++i) {
        switch (words.tokens[i].role) {
            case Role::deduct:
            case Role::award:
            case Role::zero:
            case Role::no_amount:
            case Role::most:
            case Role::limit:
            case Role::exhaust:
            case Role::every:
            case Role::comma:
            case Role::stop: return open;
            case Role::number:
                if (words.figure(words.tokens[i]).kind == UnitKind::score) return open;
                break;
            default: break;
        }
    }
    return close;
}

}  // namespace

Slice Layout::slice(const Phrase& phrase, std::size_t from, std::size_t to) const {
    Slice out;
    out.begin = std::max(phrase.begin, static_cast<std::uint32_t>(from));
    out.end = std::min(phrase.end, static_cast<std::uint32_t>(to));
    out.end = std::max(out.begin, out.end);
    const auto tokens = words->tokens.begin();
    const auto before = [](const Token& token, std::uint32_t at) { return token.begin < at; };
    const auto first =
        std::lower_bound(tokens + phrase.first, tokens + phrase.last, out.begin, before);
    const auto last = std::lower_bound(first, tokens + phrase.last, out.end, before);
    out.first = static_cast<std::uint32_t>(first - tokens);
    out.last = static_cast<std::uint32_t>(last - tokens);
    return out;
}

Layout lay_out(const Words& words, std::size_t begin, std::size_t end) {
    Layout out;
    out.words = &words;
    out.phrase_of.reserve(words.tokens.size());
    Phrase open;
    open.begin = static_cast<std::uint32_t>(begin);
    std::uint32_t depth = 0;
    std::uint32_t aside = 0;  // Tokens before it belong to an aside.
    for (std::uint32_t i = 0; i < words.tokens.size(); ++i) {
        const Token& token = words.tokens[i];
        out.phrase_of.push_back(static_cast<std::uint32_t>(out.phrases.size()));
        if (i < aside || !ends_phrase(token.role)) continue;
        if (token.role == Role::open) {
            const std::uint32_t close = end_of_aside(words, i);
            if (close != i) {
                aside = close + 1;
                continue;
            }
        }
        open.end = token.begin;
        open.last = i;
        out.phrases.push_back(open);
        if (token.role == Role::open && token.link != no_mate) ++depth;
        if (token.role == Role::close && token.link != no_mate) --depth;
        const bool stops = token.role == Role::stop || token.role == Role::numbering;
        open.sentence += stops ? 1 : 0;
        open.begin = token.end;
        open.first = i + 1;
        open.bracketed = depth > 0;
    }
    open.end = std::max(open.begin, static_cast<std::uint32_t>(end));
    open.last = static_cast<std::uint32_t>(words.tokens.size());
    out.phrases.push_back(open);
    return out;
}

bool is_bare(const Words& words, const Slice& slice) {
    std::uint32_t covered = 0;
    for (std::uint32_t i = slice.first; i < slice.last; ++i) {
        const Token& token = words.tokens[i];
        if (!leads_on(token.role)) return false;
        covered += std::min(token.end, slice.end) - token.begin;
    }
    return covered >= slice.end - slice.begin;
}

}  // namespace heng::clause
