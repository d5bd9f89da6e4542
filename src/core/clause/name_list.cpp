#include "core/clause/name_list.hpp"

#include <algorithm>

namespace heng::clause {

namespace {

constexpr std::size_t names_max = 48;

/// 和, 及, 与 and 或 between names, but not in 二星级及以下, 参与 or 和谐.
bool joins(const Words& words, std::uint32_t at) {
    const char32_t c = words.glyphs->at(at);
    const char32_t next = words.glyphs->at(at + 1);
    switch (c) {
        case U'和': return next != U'谐' && next != U'平';
        case U'及': return std::u32string_view(U"以其时格").find(next) == std::u32string_view::npos;
        case U'与': return next != U'会' && words.glyphs->at(at - 1) != U'参';
        case U'或': return true;
        default: return false;
    }
}

/// 或, 且, 也 and 并 at the opening of a phrase.
bool joins_phrases(const Words& words, std::uint32_t at) {
    return std::u32string_view(U"或且也并").find(words.glyphs->at(at)) != std::u32string_view::npos;
}

bool is_negative(const Words& words, std::uint32_t token) {
    const Role role = words.tokens[token].role;
    return role == Role::negation || role == Role::miss || role == Role::below;
}

/// The slice cut at its 、.
std::vector<Name> cut_at_pauses(const Words& words, const Slice& slice) {
    std::vector<Name> out;
    std::uint32_t begin = slice.begin;
    for (std::uint32_t i = slice.first; i < slice.last && out.size() < names_max; ++i) {
        if (words.tokens[i].role != Role::pause) continue;
        if (words.tokens[i].begin > begin) out.push_back({begin, words.tokens[i].begin});
        begin = words.tokens[i].end;
    }
    if (slice.end > begin) out.push_back({begin, slice.end});
    return out;
}

/// The names cut again at 和, 及, 与, 或.
std::vector<Name> cut_at_joints(const Words& words, const std::vector<Name>& names) {
    std::vector<Name> out;
    for (const Name& name : names) {
        std::uint32_t begin = name.begin;
        for (std::uint32_t at = name.begin + 1; at + 1 < name.end && out.size() < names_max; ++at) {
            if (!joins(words, at)) continue;
            out.push_back({begin, at});
            begin = at + 1;
        }
        if (out.size() < names_max) out.push_back({begin, name.end});
    }
    return out;
}

/// Whether the slice opens with 未, 无, 不, or with 或未: one condition of a row.
bool opens_negative(const Words& words, Slice slice) {
    while (slice.first + 1 < slice.last && words.is(slice.first, Role::filler) &&
           words.tokens[slice.first].begin == slice.begin && joins_phrases(words, slice.begin)) {
        slice.begin = words.tokens[slice.first].end;
        if (words.glyphs->at(slice.begin) == U'者') ++slice.begin;
        ++slice.first;
        while (slice.first < slice.last && words.tokens[slice.first].begin < slice.begin)
            ++slice.first;
    }
    return slice.first < slice.last && is_negative(words, slice.first) &&
           words.tokens[slice.first].begin <= slice.begin + 6;
}

/// 未出台A、B政策、未编发C: where several names carry their own 未, those without belong to the one
/// before.
std::vector<Name> joined_by_negation(const Words& words, std::vector<Name> names) {
    const auto negative = [&words](const Name& name) {
        return words.glyphs->view(name.begin, name.end).find_first_of(U"未无没不") !=
               std::u32string_view::npos;
    };
    if (std::count_if(names.begin(), names.end(), negative) < 2) return names;
    std::vector<Name> out;
    for (const Name& name : names) {
        if (out.empty() || negative(name)) {
            out.push_back(name);
        } else {
            out.back().end = name.end;
        }
    }
    return out;
}

/// 配有 and the like taken off, where a thing follows: 未配有A, but not 人员配备.
Name without_verb(const Words& words, Name name) {
    const std::u32string_view text = words.glyphs->view(name.begin, name.end);
    for (const std::u32string_view verb : {U"配有", U"配备", U"设有", U"包括"}) {
        const std::size_t at = text.find(verb);
        if (at > 8 || at + verb.size() == text.size()) continue;
        if (at > 0 && (text[at - 1] == U'未' || text[at - 1] == U'没')) break;
        name.begin += static_cast<std::uint32_t>(at + verb.size());
        break;
    }
    return name;
}

/// 的, 等 and what follows, and a closing 不完善 taken off.
Name without_end(const Words& words, Name name) {
    const std::u32string_view rest = words.glyphs->view(name.begin, name.end);
    std::size_t end = std::min(rest.find(U'等'), rest.size());
    for (const std::u32string_view tail : {U"不完善", U"不健全", U"不齐全", U"不规范"}) {
        const std::size_t at = rest.find(tail);
        if (at != std::u32string_view::npos && at > 0) end = std::min(end, at);
    }
    if (end > 1 && rest[end - 1] == U'的') --end;
    name.end = name.begin + static_cast<std::uint32_t>(end);
    return name;
}

/// The tier that the name names first, as one sign: 市 of 市委. Nothing where it names none.
char32_t tier_of(const Words& words, const Name& name) {
    const auto before = [](const Token& token, std::uint32_t at) { return token.begin < at; };
    auto token = std::lower_bound(words.tokens.begin(), words.tokens.end(), name.begin, before);
    for (; token != words.tokens.end() && token->begin < name.end; ++token) {
        if (token->role == Role::tier) return words.glyphs->at(token->begin);
    }
    return U'\0';
}

/// 县委、县政府、市委、市政府: the bodies of one tier are one name.
std::vector<Name> joined_by_tier(const Words& words, const std::vector<Name>& names) {
    std::vector<Name> out;
    char32_t tier_before = U'\0';
    for (const Name& name : names) {
        const char32_t tier = tier_of(words, name);
        if (!out.empty() && tier != U'\0' && tier == tier_before) {
            out.back().end = name.end;
        } else {
            out.push_back(name);
        }
        tier_before = tier;
    }
    return out;
}

/// The slice without the 分别 or 的 at its end.
Slice without_tail(const Words& words, Slice slice) {
    while (slice.last > slice.first) {
        const Token& token = words.tokens[slice.last - 1];
        const bool tail = token.role == Role::respective || token.role == Role::filler;
        if (!tail || token.end != slice.end) break;
        slice.end = token.begin;
        --slice.last;
    }
    return slice;
}

/// “较好”“一般”“差”
std::vector<Name> quoted_names(const Words& words, const Slice& slice) {
    std::vector<Name> out;
    std::uint32_t begin = slice.end;
    for (std::uint32_t i = slice.first; i < slice.last && out.size() < names_max; ++i) {
        const Token& token = words.tokens[i];
        if (token.role == Role::quote_open) begin = token.end;
        if (token.role == Role::quote_close && begin < token.begin)
            out.push_back({begin, token.begin});
    }
    return out;
}

std::vector<Name> row_of_negatives(const Condition& condition) {
    std::vector<Name> out;
    for (const Slice& slice : condition.slices) {
        if (!opens_negative(*condition.words, slice)) break;
        out.insert(out.begin(), {slice.begin, slice.end});
    }
    return out;
}

/// 完成A、B任务的得3分 is an amount of its own, no list.
bool holds_score(const Words& words, const Slice& slice) {
    for (std::uint32_t i = slice.first; i < slice.last; ++i) {
        const bool number = words.tokens[i].role == Role::number;
        if (number && words.figure(words.tokens[i]).kind == UnitKind::score) return true;
    }
    return false;
}

}  // namespace

Slice slice_of(const Words& words, const Name& name) {
    const auto before = [](const Token& token, std::uint32_t at) { return token.begin < at; };
    const auto tokens = words.tokens.begin();
    const auto first = std::lower_bound(tokens, words.tokens.end(), name.begin, before);
    const auto last = std::lower_bound(first, words.tokens.end(), name.end, before);
    return {name.begin, name.end, static_cast<std::uint32_t>(first - tokens),
            static_cast<std::uint32_t>(last - tokens)};
}

std::vector<Name> listed_conditions(const Condition& condition) {
    if (condition.empty()) return {{condition.begin, condition.begin}};
    const Words& words = *condition.words;
    const std::vector<Name> row = row_of_negatives(condition);
    std::vector<Name> names = cut_at_pauses(words, condition.nearest());
    if (row.size() > 1 && names.size() < 2) return row;
    if (row.size() > 1) {
        names.insert(names.begin(), row.begin(), row.end() - 1);
        return names;
    }
    return names.size() > 1 ? names : cut_at_joints(words, names);
}

std::vector<Name> listed_measures(const Condition& condition, std::uint32_t counting_begin) {
    if (condition.empty()) return {};
    const bool alone = counting_begin <= condition.nearest().begin;
    if (alone && condition.slices.size() < 2) return {};
    const Words& words = *condition.words;
    std::vector<Name> names = cut_at_pauses(words, condition.slices[alone ? 1 : 0]);
    if (names.size() < 2) names = cut_at_joints(words, names);
    for (std::size_t i = 0; i + 1 < names.size(); ++i) {
        const char32_t last = words.glyphs->at(names[i].end - 1);
        if (std::u32string_view(U"率度量值数额速幅").find(last) == std::u32string_view::npos)
            return {};
    }
    return names.size() > 1 ? names : std::vector<Name>{};
}

bool speaks_of_places(const Condition& condition) {
    constexpr std::u32string_view places[] = {U"前两名", U"前三名", U"前2名",  U"前3名",
                                              U"后两名", U"后三名", U"后2名",  U"后3名",
                                              U"前三位", U"前3位",  U"后三位", U"后3位"};
    constexpr std::size_t slices_max = 2;
    for (std::size_t i = 0; i < std::min(condition.slices.size(), slices_max); ++i) {
        const Slice& slice = condition.slices[i];
        const std::u32string_view text = condition.words->glyphs->view(slice.begin, slice.end);
        for (const std::u32string_view place : places) {
            if (text.find(place) != std::u32string_view::npos) return true;
        }
    }
    return false;
}

std::vector<Name> names_of(const Condition& condition, std::size_t count) {
    constexpr std::size_t slices_max = 3;
    const Words& words = *condition.words;
    for (std::size_t i = 0; i < std::min(condition.slices.size(), slices_max); ++i) {
        const Slice slice = without_tail(words, condition.slices[i]);
        const std::vector<Name> quoted = quoted_names(words, slice);
        if (quoted.size() == count) return quoted;
        std::vector<Name> names = cut_at_pauses(words, slice);
        if (names.size() == count) return names;
        std::vector<Name> joined = cut_at_joints(words, names);
        if (joined.size() == count) return joined;
        const std::vector<Name> tiers = joined_by_tier(words, joined);
        if (tiers.size() == count) return tiers;
        if (names.size() > count) {
            return {names.end() - static_cast<std::ptrdiff_t>(count), names.end()};
        }
    }
    return {};
}

std::vector<std::string> counted_items(const Condition& condition, std::uint32_t counting_begin) {
    const Words& words = *condition.words;
    std::vector<Name> names;
    for (const Slice& slice : condition.slices) {
        Slice part = slice;
        part.end = std::min(part.end, counting_begin);
        // 缺 and 少 before the number are no list.
        constexpr std::uint32_t lead_length_max = 2;
        if (part.begin + lead_length_max >= part.end || is_bare(words, part)) continue;
        if (holds_score(words, part)) return {};
        while (part.last > part.first && words.tokens[part.last - 1].begin >= part.end) --part.last;
        names = cut_at_pauses(words, part);
        break;
    }
    if (names.size() < 2) names = row_of_negatives(condition);
    names = joined_by_negation(words, std::move(names));
    if (names.size() < 2 || names.size() >= names_max) return {};
    // “1名领导包联、1名干部驻村”未落实: one quote around several is the name of one thing.
    for (const Name& name : names) {
        const std::u32string_view text = words.glyphs->view(name.begin, name.end);
        if (std::count(text.begin(), text.end(), U'“') !=
            std::count(text.begin(), text.end(), U'”'))
            return {};
    }
    // 未落实市委、市政府决策部署: bodies of one name, and no list of things.
    for (std::size_t i = 0; i + 1 < names.size(); ++i) {
        const Slice name = slice_of(words, names[i]);
        // 党员责任区 ends in a tier that is no body.
        const bool body = name.first < name.last && words.is(name.last - 1, Role::tier) &&
                          words.tokens[name.last - 1].end == name.end &&
                          std::u32string_view(U"委府央院").find(words.glyphs->at(name.end - 1)) !=
                              std::u32string_view::npos;
        if (body) return {};
    }
    // 第2、3项 points to a list elsewhere.
    if (words.glyphs->at(names.front().begin) == U'第') return {};
    std::vector<std::string> out;
    names.front() = without_verb(words, names.front());
    names.back() = without_end(words, names.back());
    for (const Name& name : names) {
        if (name.begin < name.end) out.push_back(words.glyphs->text(name.begin, name.end));
    }
    return out;
}

}  // namespace heng::clause
