#include "core/clause/demand.hpp"

#include "core/base/text.hpp"
#include "core/clause/reference.hpp"

#include <algorithm>

namespace heng::clause {

namespace {

using scheme::Comparison;
using scheme::Effect;
using scheme::Target;

/// Numbers looked at before giving up, so that a long clause costs no square of its length.
constexpr std::size_t figures_max = 48;
constexpr std::uint32_t tokens_max = 400;

bool is_lead(Role role) {
    switch (role) {
        case Role::at_least:
        case Role::at_most:
        case Role::most:
        case Role::below:
        case Role::above:
        case Role::excess:
        case Role::reach: return true;
        default: return false;
    }
}

std::uint32_t lead_gap_max(Role role) {
    switch (role) {
        case Role::at_least:
        case Role::at_most: return 12;
        case Role::below: return 4;
        case Role::most:
        case Role::above:
        case Role::reach: return 3;
        default: return 0;
    }
}

Role as_lead(Role role) {
    if (role == Role::most) return Role::at_most;
    return role == Role::excess ? Role::above : role;
}

std::string utf8(std::u32string_view text) {
    std::string out;
    for (const char32_t c : text) append_utf8(out, c);
    return out;
}

Target target_of(Comparison op, const Figure& figure) {
    return {op, *figure.value, utf8(figure.unit)};
}

/// The demand that the words state when missing it costs points; nothing where they state none.
std::optional<Comparison> missed_demand(const Comparing& words) {
    switch (words.lead) {
        case Role::at_least:
        case Role::below: return Comparison::at_least;
        case Role::above:
        case Role::at_most: return Comparison::at_most;
        case Role::reach:
            if (words.tail == Role::down) break;
            return words.negated ? Comparison::at_least : Comparison::less_than;
        default: break;
    }
    if (words.tail == Role::up) {
        if (words.negated) return words.open ? Comparison::more_than : Comparison::at_least;
        return words.open ? Comparison::at_most : Comparison::less_than;
    }
    if (words.tail == Role::down) return words.open ? Comparison::at_least : Comparison::more_than;
    return std::nullopt;
}

/// The demand that the words state when meeting it earns points.
std::optional<Comparison> met_demand(const Comparing& words) {
    switch (words.lead) {
        case Role::at_least:
        case Role::reach: return Comparison::at_least;
        case Role::above:
            return words.tail == Role::up ? Comparison::at_least : Comparison::more_than;
        case Role::below: return Comparison::less_than;
        case Role::at_most: return Comparison::at_most;
        default: break;
    }
    if (words.tail == Role::up) return words.open ? Comparison::more_than : Comparison::at_least;
    if (words.tail == Role::down) return words.open ? Comparison::less_than : Comparison::at_most;
    return std::nullopt;
}

/// A demand in its own right (不少于4次), which costs nothing until a later phrase says it was
/// missed.
bool is_demand(const Comparing& words) {
    if (words.lead == Role::at_least || words.lead == Role::at_most) return !words.negated;
    if (words.lead == Role::reach || words.tail == Role::up) {
        return !words.negated && words.lead != Role::below && words.lead != Role::above;
    }
    return false;
}

bool is_limit_of_time(const Figure& figure, const Comparing& words) {
    return figure.kind == UnitKind::time &&
           (words.tail == Role::within || words.tail == Role::before) && !words.has_lead();
}

/// 35岁以下干部: the age tells who is meant, and asks for nothing.
bool is_attribute(const Figure& figure, const Comparing& words) {
    return figure.kind == UnitKind::age && !words.has_lead();
}

/// 得1分: an achievement, no demand.
bool is_gained(const Words& words, std::uint32_t number) {
    return number > 0 && words.is(number - 1, Role::gain) &&
           words.figure(words.tokens[number]).kind == UnitKind::score;
}

/// ≤80%的,扣1分 charges what it states. Gives the demand that is missed where a sign compares the
/// last number of the slice.
std::optional<Comparison> sign_in(const Words& words, const Slice& slice) {
    for (std::uint32_t i = slice.last; i-- > slice.first;) {
        if (words.tokens[i].role != Role::number) continue;
        const Comparing comparing = comparing_of(words, slice, i);
        const char32_t sign = words.glyphs->at(comparing.begin);
        if (std::u32string_view(U"≤≥<>小大").find(sign) == std::u32string_view::npos) break;
        if (comparing.lead == Role::at_most) return Comparison::more_than;
        if (comparing.lead == Role::at_least) return Comparison::less_than;
        break;
    }
    return std::nullopt;
}

/// Whether the nearest words are the condition of the amount: 低于80%扣1分, 低于80%的,扣1分.
bool states_condition(const Condition& condition) {
    const char32_t last = condition.words->glyphs->at(condition.nearest().end - 1);
    return !condition.own_is_bare || last == U'的';
}

std::optional<Target> target_in(const Words& words, const Slice& slice, Effect effect,
                                bool nearest) {
    for (std::uint32_t i = slice.last; i-- > slice.first;) {
        if (words.tokens[i].role != Role::number) continue;
        const Figure& figure = words.figure(words.tokens[i]);
        if (!figure.value || figure.high || is_gained(words, i)) continue;
        const Comparing comparing = comparing_of(words, slice, i);
        if (is_limit_of_time(figure, comparing) || is_attribute(figure, comparing)) continue;
        // 低于全省平均增速2个百分点以上: the gap to a figure of the year.
        const bool gap = i > slice.first && words.is(i - 1, Role::reference) &&
                         words.tokens[i - 1].end == words.tokens[i].begin &&
                         figure.unit == U"百分点";
        if (gap) continue;
        if (!nearest && is_demand(comparing)) continue;
        const auto op = effect == Effect::award ? met_demand(comparing) : missed_demand(comparing);
        if (op) return target_of(*op, figure);
    }
    return std::nullopt;
}

/// 每年不少于4次,未达到的扣2分: the demand of an earlier phrase.
std::optional<Target> demand_in(const Words& words, const Slice& slice) {
    for (std::uint32_t i = slice.last; i-- > slice.first;) {
        if (words.tokens[i].role != Role::number) continue;
        const Figure& figure = words.figure(words.tokens[i]);
        const Comparing comparing = comparing_of(words, slice, i);
        if (!figure.value || figure.high || is_gained(words, i) || !is_demand(comparing)) continue;
        const bool most = comparing.lead == Role::at_most;
        return target_of(most ? Comparison::at_most : Comparison::at_least, figure);
    }
    return std::nullopt;
}

/// 未达到要求的, 违反的, 超过的: a phrase that says no more than that the demand was missed.
bool says_missed(const Words& words, const Slice& slice) {
    constexpr std::uint32_t length_max = 10;
    constexpr std::uint32_t lead_max = 2;
    if (slice.first >= slice.last || slice.end - slice.begin > length_max) return false;
    const Token& first = words.tokens[slice.first];
    if (first.begin > slice.begin + lead_max) return false;
    if (first.role == Role::miss) return true;
    const bool compares =
        first.role == Role::below || first.role == Role::above || first.role == Role::excess;
    return compares && !words.is(slice.first + 1, Role::number);
}

/// How well a figure serves as the origin of a count; nothing where it does not.
std::optional<Comparison> origin_op(const Figure& figure, const Comparing& words,
                                    const Count& count, Effect effect) {
    const bool bare = !words.has_lead() && !words.has_tail();
    const bool same_unit = figure.unit == count.unit || figure.kind == UnitKind::percent;
    if (count.drift == Drift::lack) {
        const bool upper = words.lead == Role::at_most || words.lead == Role::above ||
                           words.tail == Role::down || words.tail == Role::within ||
                           words.tail == Role::before;
        if (upper || (bare && !same_unit)) return std::nullopt;
        return Comparison::at_least;
    }
    const bool explicit_upper = words.lead == Role::at_most || words.lead == Role::above;
    if (count.drift == Drift::late) {
        return explicit_upper ? std::optional(Comparison::at_most) : std::nullopt;
    }
    if (explicit_upper) return Comparison::at_most;
    const bool upper = words.tail == Role::within || words.tail == Role::down;
    if (upper) {
        return figure.kind == UnitKind::time ? std::nullopt : std::optional(Comparison::at_most);
    }
    if (words.tail == Role::before || (bare && !same_unit)) return std::nullopt;
    if (bare && figure.kind == UnitKind::time) return std::nullopt;
    return effect == Effect::award ? Comparison::at_least : Comparison::at_most;
}

/// 每高于95%1个百分点: the demand between 每 and the step.
std::optional<Target> target_inside(const Words& words, const Count& count, std::uint32_t first) {
    for (std::uint32_t i = first; i < count.where.last && words.tokens[i].begin < count.end; ++i) {
        if (words.tokens[i].role != Role::number || words.tokens[i].end >= count.end) continue;
        const Figure& figure = words.figure(words.tokens[i]);
        if (!figure.value || !comparable(figure.unit, count.unit)) continue;
        return target_of(count.drift == Drift::lack ? Comparison::at_least : Comparison::at_most,
                         figure);
    }
    return std::nullopt;
}

bool is_respective(const Words& words, const Phrase& phrase, std::uint32_t number) {
    constexpr std::uint32_t tokens_back_max = 12;
    for (std::uint32_t i = number; i-- > phrase.first && number - i < tokens_back_max;) {
        if (words.tokens[i].role == Role::respective) return true;
    }
    return false;
}

/// A time limit is set by what was not done, or should be done, in it; 近一个月内 and 迟到10分钟内
/// set none.
bool sets_limit(const Words& words, const Slice& slice) {
    const std::u32string_view text = words.glyphs->view(slice.begin, slice.end);
    return text.find_first_of(U"未没不应须需前") != std::u32string_view::npos &&
           text.find(U'近') == text.npos;
}

/// 次数不够的, 开展次数不足的: the measure fell short, whose subject stands in an earlier phrase.
bool says_measure_missed(const Words& words, const Slice& slice) {
    constexpr std::size_t verb_length_max = 2;
    for (std::uint32_t i = slice.first; i < slice.last; ++i) {
        const Token& token = words.tokens[i];
        if (token.role != Role::below && token.role != Role::miss) continue;
        const std::u32string_view lead = words.glyphs->view(slice.begin, token.begin);
        for (const std::u32string_view measure :
             {U"次数", U"人数", U"数量", U"频次", U"比例", U"时间", U"总数", U"时长"}) {
            if (lead.ends_with(measure)) return lead.size() <= measure.size() + verb_length_max;
        }
        return false;
    }
    return false;
}

/// Whether the slice names a thing that the words of the phrase do not name.
bool names_other(const Words& words, Slice slice, const Phrase& phrase) {
    while (slice.last > slice.first && words.tokens[slice.last - 1].begin >= slice.end)
        --slice.last;
    // 下降 of 下降1个名次: the word that says how the count departs.
    const bool drifts = slice.last > slice.first &&
                        drift_of(words.tokens[slice.last - 1].role).has_value() &&
                        words.tokens[slice.last - 1].end == slice.end;
    if (drifts) slice.end = words.tokens[--slice.last].begin;
    // 少召开 of 少召开1次: the same, with the verb of what was asked.
    constexpr std::uint32_t verb_length_max = 4;
    const bool opens = slice.last > slice.first && slice.end - slice.begin <= verb_length_max &&
                       words.tokens[slice.first].begin == slice.begin &&
                       drift_of(words.tokens[slice.first].role).has_value();
    if (opens) return false;
    if (slice.empty() || is_bare(words, slice) || says_missed(words, slice) ||
        says_measure_missed(words, slice)) {
        return false;
    }
    const std::u32string_view text = words.glyphs->view(slice.begin, slice.end);
    // 每人 of 每人每少1次
    if (text.front() == U'每' && find_unit(text, 1).end == text.size()) return false;
    return words.glyphs->view(phrase.begin, phrase.end).find(text) == std::u32string_view::npos;
}

/// 党员大会少于4次的扣1分;党课每少1次扣0.2分: a count with a subject of its own is not measured
/// from what an earlier branch or sentence asks of another. `at` is the figure or reference there.
bool asks_of_another(const Condition& condition, const Count& count, std::uint32_t at) {
    const Words& words = *condition.words;
    const Phrase& phrase = condition.layout->phrases[condition.layout->phrase_of[at]];
    const bool own = phrase.sentence == condition.layout->phrases[condition.own].sentence &&
                     words.tokens[at].begin >= condition.floor;
    if (own) return false;
    for (Slice slice : condition.slices) {
        slice.end = std::min(slice.end, count.begin);
        if (slice.begin < slice.end && names_other(words, slice, phrase)) return true;
    }
    return false;
}

/// 未完成年度目标80%, 达到任务数90%: the number is a share of the figure that stands between. 低于
/// 全省平均水平5% states the gap to it.
bool takes_share(const Words& words, const Token& lead) {
    if (lead.role != Role::below && lead.role != Role::reach) return false;
    return std::u32string_view(U"成达到现").find(words.glyphs->at(lead.end - 1)) !=
           std::u32string_view::npos;
}

}  // namespace

Comparing comparing_of(const Words& words, const Slice& slice, std::uint32_t number) {
    const Token& token = words.tokens[number];
    Comparing out;
    out.begin = token.begin;
    out.end = token.end;
    for (std::uint32_t i = number; i-- > slice.first;) {
        const Token& before = words.tokens[i];
        if (before.role == Role::negation || before.role == Role::miss) out.negated = true;
        if (out.has_lead() || !is_lead(before.role)) continue;
        const bool share = words.figure(token).unit == U"%" && takes_share(words, before);
        constexpr std::uint32_t name_length_max = 12;
        const std::uint32_t gap_max = share ? name_length_max : lead_gap_max(before.role);
        if (token.begin - before.end > gap_max) continue;
        // 低于序时进度10个百分点: the number is the gap to a figure of the year, no demand.
        const Role between = words.tokens[number - 1].role;
        const bool parted =
            i + 1 < number && (between == Role::number || (between == Role::reference && !share));
        if (parted) continue;
        out.lead = as_lead(before.role);
        out.begin = before.begin;
    }
    if (number + 1 < slice.last) {
        const Token& after = words.tokens[number + 1];
        const bool bounds = after.role == Role::up || after.role == Role::down ||
                            after.role == Role::within || after.role == Role::before;
        if (bounds && after.begin <= token.end + 1) {
            out.tail = after.role;
            out.end = after.end;
            out.open = after.role != Role::before && after.detail == inclusion::excluded;
        }
    }
    return out;
}

std::optional<Target> flat_target(const Condition& condition, Effect effect) {
    if (condition.empty()) return std::nullopt;
    const Words& words = *condition.words;
    if (auto target = target_in(words, condition.nearest(), effect, true)) {
        const auto charged = effect != Effect::award && states_condition(condition)
                                 ? sign_in(words, condition.nearest())
                                 : std::nullopt;
        if (charged) target->op = *charged;
        return target;
    }
    const bool missed = effect != Effect::award && says_missed(words, condition.nearest());
    for (std::size_t i = 1; i < condition.slices.size(); ++i) {
        const Slice& slice = condition.slices[i];
        if (missed) {
            if (auto target = demand_in(words, slice)) return target;
        }
        if (auto target = target_in(words, slice, effect, false)) return target;
    }
    return std::nullopt;
}

bool spares(const Condition& free, const Target& target) {
    if (free.empty() || target.op != Comparison::more_than) return false;
    const Words& words = *free.words;
    const Slice& slice = free.nearest();
    for (std::uint32_t i = slice.first; i < slice.last; ++i) {
        if (words.tokens[i].role != Role::number) continue;
        const Figure& figure = words.figure(words.tokens[i]);
        const Comparing comparing = comparing_of(words, slice, i);
        const bool same = figure.value == target.value && utf8(figure.unit) == target.unit;
        if (same && comparing.tail == Role::up && !comparing.open && !comparing.negated)
            return true;
    }
    return false;
}

Origin origin_of(const Condition& condition, const Count& count, Effect effect,
                 const std::vector<bool>& used) {
    const Words& words = *condition.words;
    const Layout& layout = *condition.layout;
    Origin out;
    std::uint32_t i = count.where.last;
    while (i > 0 && words.tokens[i - 1].begin >= count.begin) --i;
    const auto inside = reference_between(layout, i, count.begin, count.end);
    if (inside) {
        out.reference = inside->text;
        return out;
    }
    if (auto target = target_inside(words, count, i)) {
        out.target = std::move(target);
        return out;
    }
    std::size_t seen = 0;
    const std::uint32_t bottom = i - std::min(i, tokens_max);
    while (i-- > bottom && seen < figures_max) {
        const Token& token = words.tokens[i];
        if (token.role == Role::reference) {
            const auto reference = reference_at(layout, i);
            if (reference && !reference->measured) {
                if (asks_of_another(condition, count, i)) return out;
                out.reference = reference->text;
                return out;
            }
        }
        if (token.role != Role::number) continue;
        ++seen;
        const Figure& figure = words.figure(token);
        if (used[token.link] || figure.is_ordinal || !figure.value || figure.high ||
            figure.value->is_zero())
            continue;
        if (!comparable(figure.unit, count.unit)) continue;
        // 下降10%以上的加1分,每上升1个百分点…: a change the other way is no limit.
        const bool falls = i > 0 && words.is(i - 1, Role::lack) &&
                           words.tokens[i - 1].end == token.begin && count.drift == Drift::excess;
        if (falls) continue;
        const Phrase& phrase = layout.phrases[layout.phrase_of[i]];
        const Slice slice{phrase.begin, phrase.end, phrase.first, phrase.last};
        const Comparing comparing = comparing_of(words, slice, i);
        const bool aside = phrase.bracketed && !comparing.has_lead() && !comparing.has_tail();
        const auto op = aside ? std::nullopt : origin_op(figure, comparing, count, effect);
        if (!op) continue;
        if (asks_of_another(condition, count, i)) break;
        out.several = is_respective(words, phrase, i);
        if (!out.several) out.target = target_of(*op, figure);
        return out;
    }
    return out;
}

std::optional<std::string> compared_reference(const Condition& condition) {
    if (condition.empty()) return std::nullopt;
    constexpr std::size_t slices_max = 2;
    const std::size_t last = std::min(condition.slices.size(), slices_max);
    for (std::size_t k = 0; k < last; ++k) {
        const Slice& slice = condition.slices[k];
        for (std::uint32_t i = slice.last; i-- > slice.first;) {
            if (condition.words->tokens[i].role != Role::reference) continue;
            const auto reference = reference_at(*condition.layout, i);
            if (reference && reference->compared && !reference->measured) return reference->text;
        }
    }
    return std::nullopt;
}

std::optional<std::string> find_deadline(const Condition& condition) {
    const Words& words = *condition.words;
    for (const Slice& slice : condition.slices) {
        if (!sets_limit(words, slice)) continue;
        for (std::uint32_t i = slice.last; i-- > slice.first;) {
            if (words.tokens[i].role != Role::number) continue;
            const Figure& figure = words.figure(words.tokens[i]);
            const Comparing comparing = comparing_of(words, slice, i);
            if (!is_limit_of_time(figure, comparing)) continue;
            std::uint32_t begin = comparing.begin;
            const bool dated = i > slice.first && words.is(i - 1, Role::number) &&
                               words.tokens[i - 1].end == begin;
            if (dated) begin = words.tokens[i - 1].begin;
            // 每年3月31日前, 每月25日前
            const bool regular = begin >= slice.begin + 2 && words.glyphs->at(begin - 2) == U'每';
            if (regular) begin -= 2;
            return words.glyphs->text(begin, comparing.end);
        }
    }
    return std::nullopt;
}

}  // namespace heng::clause
