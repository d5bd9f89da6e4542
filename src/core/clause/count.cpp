#include "core/clause/count.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace heng::clause {

namespace {

bool compares(Role role) {
    switch (role) {
        case Role::at_least:
        case Role::at_most:
        case Role::most:
        case Role::below:
        case Role::above:
        case Role::reach: return true;
        default: return false;
    }
}

bool bounds(Role role) {
    return role == Role::up || role == Role::down || role == Role::within || role == Role::before;
}

bool is_countable(UnitKind kind) {
    return kind != UnitKind::none && kind != UnitKind::score && kind != UnitKind::multiple &&
           kind != UnitKind::age;
}

constexpr std::uint32_t tokens_back_max = 24;

class CountReader {
public:
    CountReader(const Condition& condition, const Amount& amount)
        : words_(*condition.words), condition_(condition), amount_(amount) {}

    std::optional<Count> read() {
        if (!amount_.suffix.empty()) return from_suffix();
        if (condition_.empty()) return std::nullopt;
        if (auto count = in_slice(condition_.nearest(), true)) return count;
        // 每发生1起安全事故,造成恶劣影响的,扣5分: the counting words opened an earlier phrase.
        constexpr std::size_t earlier_max = 3;
        const std::size_t last = std::min(condition_.slices.size(), earlier_max);
        for (std::size_t i = 1; i < last; ++i) {
            const Slice& slice = condition_.slices[i];
            if (slice.first >= slice.last || !words_.is(slice.first, Role::every)) continue;
            if (at(slice.first).begin > slice.begin + 2) continue;
            if (auto count = after_every(slice.first, slice, false)) return count;
        }
        return closing_count();
    }

private:
    const Token& at(std::size_t token) const { return words_.tokens[token]; }

    bool bare(std::uint32_t from, const Slice& slice, std::uint32_t first) const {
        return is_bare(words_, {from, slice.end, first, slice.last});
    }

    /// 发现 of 每发现1处: what is counted occurred, and was not asked for as in 每人参加1次.
    bool occurs(std::uint32_t every) const {
        const std::u32string_view rest =
            words_.glyphs->view(at(every).end, condition_.slices[1].end);
        for (const std::u32string_view verb : {U"发现", U"发生", U"出现", U"查实", U"查出"}) {
            if (rest.starts_with(verb)) return true;
        }
        return false;
    }

    /// 到位资金每增加10%,在基础分上加0.5分: the counting words closed the phrase before.
    std::optional<Count> closing_count() {
        if (condition_.slices.size() < 2) return std::nullopt;
        const Slice& slice = condition_.slices[1];
        for (std::uint32_t i = slice.last; i-- > slice.first;) {
            if (at(i).role != Role::every) continue;
            const auto count = after_every(i, slice, false);
            const bool counts = count && (count->end == slice.end || occurs(i));
            return counts ? count : std::nullopt;
        }
        return std::nullopt;
    }

    Count counted(std::uint32_t begin, std::uint32_t end, const Slice& where) const {
        Count out;
        out.begin = begin;
        out.end = end;
        out.where = where;
        return out;
    }

    void set_unit(Count& count, std::u32string_view unit, UnitKind kind) const {
        count.unit = unit;
        count.kind = kind;
        std::string text;
        const bool joined = unit.size() > 2 && unit.ends_with(U"次");
        for (const char32_t c : unit) {
            // 人/次 is 人次; 微克/立方米 keeps its stroke.
            const bool joint = c == U'·' || c == U'/';
            if (!joint || !joined) append_utf8(text, c);
        }
        if (!text.empty()) count.per = text;
    }

    std::optional<Count> from_suffix() {
        const Slice& suffix = amount_.suffix;
        Count count = counted(suffix.begin, suffix.end, {});
        const Unit unit = find_unit(words_.glyphs->chars, suffix.begin);
        set_unit(count, words_.glyphs->view(suffix.begin, suffix.end), unit.kind);
        count.step = amount_.suffix_step.value_or(Decimal::whole(1));
        if (condition_.empty()) return count;
        const Slice& near = condition_.nearest();
        for (std::uint32_t i = near.first; i < near.last; ++i) {
            const bool late = at(i).role == Role::late && unit.kind == UnitKind::time;
            if (late) count.drift = Drift::late;
        }
        return count;
    }

    std::optional<Count> in_slice(const Slice& slice, bool nearest) {
        for (std::uint32_t i = slice.last; i-- > slice.first;) {
            if (at(i).role != Role::every) continue;
            // 每个每次 and 每缺1人每天 count by the first, 每人每少1次 by what is missing.
            const auto first =
                carries_drift(i, slice) ? std::nullopt : every_before(i, slice, nearest);
            if (first) return first;
            if (auto count = after_every(i, slice, nearest)) return count;
        }
        for (std::uint32_t i = slice.last; i-- > slice.first;) {
            if (at(i).role != Role::number) continue;
            // 一人一次 counts by the first, as 每人每次 does.
            const bool second =
                i > slice.first && words_.is(i - 1, Role::number) && at(i - 1).end == at(i).begin;
            if (second && is_countable(words_.figure(at(i - 1)).kind)) {
                if (auto count = plain_number(i - 1, slice)) return count;
            }
            if (auto count = plain_number(i, slice)) return count;
        }
        return std::nullopt;
    }

    /// 每少, 每逾期
    bool carries_drift(std::uint32_t every, const Slice& slice) const {
        return every + 1 < slice.last && at(every + 1).begin == at(every).end &&
               drift_of(at(every + 1).role).has_value();
    }

    /// The counting words that end where those of the token `every` begin.
    std::optional<Count> every_before(std::uint32_t every, const Slice& slice, bool nearest) {
        constexpr std::uint32_t tokens_max = 3;
        for (std::uint32_t i = every; i-- > slice.first && every - i <= tokens_max;) {
            if (at(i).role != Role::every) continue;
            const auto count = after_every(i, slice, nearest);
            return count && count->end == at(every).begin ? count : std::nullopt;
        }
        return std::nullopt;
    }

    /// 每起涉及人数超过5人: a noun parts the comparison from 每, which it leads no step of.
    /// 每新增税收 达到100万元 does.
    bool is_apart(std::uint32_t every, std::uint32_t number) const {
        const Token& lead = at(number - 1);
        const bool reaches = lead.role == Role::reach && words_.glyphs->at(lead.begin) != U'完';
        const bool compares = lead.role == Role::below || lead.role == Role::above || reaches;
        if (!compares || lead.end != at(number).begin || lead.begin == at(every).end) return false;
        // 每再超过5%
        const std::u32string_view between = words_.glyphs->view(at(every).end, lead.begin);
        if (between == U"再" || between == U"又") return false;
        const bool drifts = every + 2 < number && at(every + 1).begin == at(every).end &&
                            drift_of(at(every + 1).role).has_value();
        return !drifts;
    }

    /// The first number behind 每 that stands for a step, and no comparison.
    std::optional<std::uint32_t> step_number(std::uint32_t every, const Slice& slice) const {
        for (std::uint32_t i = every + 1; i < slice.last; ++i) {
            if (at(i).role == Role::every) break;
            if (at(i).role != Role::number) continue;
            const Figure& figure = words_.figure(at(i));
            if (figure.high || figure.is_ordinal || !figure.value || figure.value->is_zero()) {
                continue;
            }
            // 每起从100分中扣2分: what is deducted from.
            if (figure.kind == UnitKind::score && words_.glyphs->at(at(i).begin - 1) == U'从')
                continue;
            const bool bounded =
                i + 1 < slice.last && bounds(at(i + 1).role) && at(i + 1).begin == at(i).end;
            if (bounded && *figure.value != Decimal::whole(1)) continue;
            const bool joined = at(i - 1).end == at(i).begin;
            // 每少于, 每完成 and 每超过 lead to the step; 不少于2人 is a demand.
            const bool demand = at(i - 1).role == Role::at_least ||
                                at(i - 1).role == Role::at_most || at(i - 1).role == Role::most;
            if (joined && i - 1 > every && demand) continue;
            if (is_apart(every, i)) continue;
            // 每高于95%1个百分点: the first number is the demand.
            const bool before_step = i + 1 < slice.last && at(i + 1).role == Role::number &&
                                     at(i + 1).begin == at(i).end;
            const Role lead = at(i - 1).role;
            if (before_step && joined && (lead == Role::below || lead == Role::above)) continue;
            return i;
        }
        return std::nullopt;
    }

    /// 每名, 每个村, 每1000名: of whom something can be asked. 每件 and 每起 count what occurred.
    static bool can_be_asked(std::u32string_view unit, UnitKind kind) {
        if (kind == UnitKind::person) return true;
        for (const std::u32string_view body :
             {U"个",   U"家",   U"户",   U"村", U"镇", U"乡镇", U"县", U"县区", U"社区", U"支部",
              U"单位", U"部门", U"企业", U"所", U"支", U"科",   U"班", U"组",   U"站",   U"队"}) {
            if (unit == body) return true;
        }
        return false;
    }

    /// 个问题, 个项目: what 每 counts, and nobody of whom something is asked.
    bool names_occurrence(std::uint32_t behind) const {
        const std::u32string_view rest = words_.glyphs->view(behind, words_.glyphs->size());
        for (const std::u32string_view noun :
             {U"个问题", U"个项目", U"个案件", U"个事项", U"个环节", U"个指标", U"个任务",
              U"个工程", U"个线索", U"个信访", U"个工单", U"个隐患", U"个会议", U"个活动"}) {
            if (rest.starts_with(noun)) return true;
        }
        return false;
    }

    /// 每个村后备力量不足2名, 每1000名职工不足1名: the words behind 每 tell of whom the figure is
    /// asked, and count nothing. 每个问题超过3天 does count.
    bool sets_base(std::uint32_t every, const Slice& slice, const Unit& unit) const {
        std::uint32_t next = every + 1;
        const std::uint32_t behind = at(every).end - at(every).detail;
        std::u32string_view base = words_.glyphs->view(unit.begin, unit.end);
        UnitKind kind = unit.kind;
        if (next < slice.last && words_.is(next, Role::number) && at(next).begin == behind) {
            base = words_.figure(at(next)).unit;
            kind = words_.figure(at(next)).kind;
            ++next;
        }
        if (base.empty() || !can_be_asked(base, kind)) return false;
        // What earns points earns them each time: 每个项目投资超过1亿元的加1分.
        if (amount_.effect == scheme::Effect::award || names_occurrence(behind)) return false;
        for (std::uint32_t i = next + 1; i < slice.last; ++i) {
            // 每支部每年少于4次: a period parts nothing.
            const bool parts =
                at(i - 1).role == Role::every && i - 1 > every &&
                find_unit(words_.glyphs->chars, at(i - 1).end).kind != UnitKind::time;
            if (parts) break;
            if (at(i).role != Role::number || at(i - 1).end != at(i).begin) continue;
            const Role lead = at(i - 1).role;
            const bool reached = lead == Role::reach && words_.glyphs->at(at(i - 1).begin) != U'完';
            const bool passed = lead == Role::above && words_.figure(at(i)).kind != UnitKind::time;
            if (lead == Role::below || reached || passed) return at(i - 1).begin > behind;
        }
        return false;
    }

    std::optional<Count> after_every(std::uint32_t every, const Slice& slice, bool nearest) {
        auto count = read_behind(every, slice, nearest);
        if (count && count->drift == Drift::none) count->drift = drift_of_part(at(every).begin);
        return count;
    }

    /// 超出部分每小时, 不足部分每1万元: only what is beyond the demand counts.
    Drift drift_of_part(std::uint32_t every) const {
        constexpr std::uint32_t lead_max = 4;
        const std::u32string_view lead =
            words_.glyphs->view(every - std::min(every, lead_max), every);
        if (lead == U"超出部分" || lead == U"超过部分") return Drift::excess;
        return lead == U"不足部分" || lead == U"低于部分" ? Drift::lack : Drift::none;
    }

    std::optional<Count> read_behind(std::uint32_t every, const Slice& slice, bool nearest) {
        const std::uint32_t begin = at(every).begin;
        const std::uint32_t behind = at(every).end - at(every).detail;
        const Unit unit = find_unit(words_.glyphs->chars, behind);
        const auto unit_end = static_cast<std::uint32_t>(unit.end);
        const bool unit_follows = unit.end != 0 && unit_end <= slice.end;
        if (unit_follows && unit.kind == UnitKind::time) {
            return per_period(every, unit, slice, nearest);
        }
        if (sets_base(every, slice, unit)) return std::nullopt;
        if (const auto number = step_number(every, slice)) {
            return stepped(every, *number, slice, nearest);
        }
        if (!nearest) return std::nullopt;
        if (unit_follows) {
            Count count = counted(begin, unit_end, slice);
            set_unit(count, words_.glyphs->view(unit.begin, unit.end), unit.kind);
            return count;
        }
        // 每伙扣3分: a single sign between 每 and the verb is the unit, known or not.
        const bool sign = every + 1 >= slice.last && behind + 1 == slice.end;
        if (sign && slice.end == amount_.begin) {
            Count count = counted(begin, slice.end, slice);
            set_unit(count, words_.glyphs->view(behind, slice.end), UnitKind::thing);
            return count;
        }
        return unit_behind_drift(every, slice);
    }

    /// 每天扣0.1分 counts days; 每季度至少召开一次 is a demand.
    std::optional<Count> per_period(std::uint32_t every, const Unit& unit, const Slice& slice,
                                    bool nearest) {
        const auto end = static_cast<std::uint32_t>(unit.end);
        std::uint32_t next = every + 1;
        while (next < slice.last && at(next).begin < end) ++next;
        if (!nearest || !bare(end, slice, next)) return std::nullopt;
        Count count = counted(at(every).begin, end, slice);
        set_unit(count, words_.glyphs->view(unit.begin, unit.end), unit.kind);
        for (std::uint32_t i = slice.first; i < every; ++i) {
            if (at(i).role == Role::late) count.drift = Drift::late;
        }
        return count;
    }

    /// 低于90%的,每1个百分点: points of a share count the gap to what the share is compared with.
    Drift drift_before(std::uint32_t every) const {
        std::uint32_t seen = 0;
        for (std::uint32_t i = every; i-- > 0 && at(i).begin >= condition_.floor; ++seen) {
            if (at(i).role == Role::stop || seen == tokens_back_max) break;
            const bool compared = at(i).role == Role::below || at(i).role == Role::above;
            if (!compared) continue;
            const bool figure = words_.is(i + 1, Role::reference) ||
                                (words_.is(i + 1, Role::number) &&
                                 words_.figure(at(i + 1)).kind == UnitKind::percent);
            if (figure) return drift_of(at(i).role).value_or(Drift::none);
        }
        return Drift::none;
    }

    std::optional<Count> stepped(std::uint32_t every, std::uint32_t number, const Slice& slice,
                                 bool nearest) {
        const Figure& figure = words_.figure(at(number));
        Count count = counted(at(every).begin, at(number).end, slice);
        for (std::uint32_t i = every + 1; i < number; ++i) {
            if (const auto drift = drift_of(at(i).role)) count.drift = *drift;
        }
        // 每超载1吨, 每超员1人: compounds that the lexicon keeps whole.
        if (words_.glyphs->at(at(every).end) == U'超') count.drift = Drift::excess;
        // 低于此每10个百分点: the word that compares stands before 每.
        if (count.drift == Drift::none && every > slice.first &&
            at(every).begin == at(every - 1).end + 1 &&
            std::u32string_view(U"此其该").find(words_.glyphs->at(at(every).begin - 1)) !=
                std::u32string_view::npos) {
            count.drift = drift_of(at(every - 1).role).value_or(Drift::none);
        }
        if (count.drift == Drift::none && figure.kind == UnitKind::percent) {
            count.drift = drift_before(every);
        }
        // 每3个月召开一次 is a rhythm, 每1分扣罚10元 a rate.
        const bool joined = number == every + 1 && at(number).begin == at(every).end;
        if (joined && figure.kind == UnitKind::time && !bare(at(number).end, slice, number + 1)) {
            return std::nullopt;
        }
        if (figure.kind == UnitKind::score && count.drift == Drift::none) return std::nullopt;
        // 每村3名专干未配齐: a demand on each of them, unless 每村1名 counts.
        const Unit place = find_unit(words_.glyphs->chars, at(every).end - at(every).detail);
        const bool spread = place.end != 0 && place.end == at(number).begin;
        if (spread && !bare(at(number).end, slice, number + 1)) return std::nullopt;
        if (!nearest && count.drift == Drift::none && joined) return std::nullopt;
        set_unit(count, figure.unit, figure.kind);
        count.step = *figure.value;
        return count;
    }

    /// 每缺项, 每超天; else the noun behind 每, or nothing named.
    std::optional<Count> unit_behind_drift(std::uint32_t every, const Slice& slice) {
        Count count = counted(at(every).begin, slice.end, slice);
        const std::uint32_t next = every + 1;
        if (next < slice.last && at(next).begin == at(every).end) {
            if (const auto drift = drift_of(at(next).role)) {
                count.drift = *drift;
                const Unit unit = find_unit(words_.glyphs->chars, at(next).end);
                if (unit.end != 0 && unit.end <= slice.end) {
                    set_unit(count, words_.glyphs->view(unit.begin, unit.end), unit.kind);
                    return count;
                }
            }
        }
        if (at(every).begin > slice.begin + 2 && next < slice.last) return std::nullopt;
        return count.drift == Drift::none ? std::nullopt : std::optional<Count>(count);
    }

    /// 控制在5%以内…,超过0.1个百分点扣1分: a gap to the limit of an earlier phrase.
    bool passes_limit(std::uint32_t number, const Slice& slice) const {
        const bool gap = number > slice.first && at(number - 1).role == Role::above &&
                         at(number - 1).end == at(number).begin &&
                         words_.figure(at(number)).unit == U"百分点";
        if (!gap) return false;
        for (std::uint32_t i = slice.first; i-- > 0 && slice.first - i < tokens_back_max;) {
            if (at(i).role == Role::stop) break;
            const bool limit = at(i).role == Role::number &&
                               words_.figure(at(i)).kind == UnitKind::percent &&
                               (words_.is(i + 1, Role::within) || words_.is(i + 1, Role::down));
            if (limit) return true;
        }
        return false;
    }

    /// 超过规定期限1天: the number is the gap to a limit whose name stands between.
    bool exceeds_limit(std::uint32_t lead, std::uint32_t number) const {
        if (at(lead).role != Role::above || lead + 1 != number) return false;
        if (words_.figure(at(number)).value != Decimal::whole(1)) return false;
        const std::u32string_view name = words_.glyphs->view(at(lead).end, at(number).begin);
        for (const std::u32string_view limit : {U"期限", U"时限", U"时间", U"限额", U"限期"}) {
            if (name.ends_with(limit)) return true;
        }
        return false;
    }

    /// 前10名, 后3位: a place, where 名 counts nobody.
    bool is_rank(std::uint32_t number) const {
        const std::u32string_view unit = words_.figure(at(number)).unit;
        const std::uint32_t begin = at(number).begin;
        return (unit == U"名" || unit == U"位") && begin > 0 &&
               std::u32string_view(U"前后").find(words_.glyphs->at(begin - 1)) !=
                   std::u32string_view::npos;
    }

    /// 考核等次下调一个等次,并扣2分: one consequence beside another, and nothing counted.
    bool is_consequence(const Figure& figure, const Slice& slice) const {
        const bool grade = figure.unit == U"等次" || figure.unit == U"档次" ||
                           figure.unit == U"档" || figure.unit == U"等级";
        if (!grade || slice.end >= amount_.begin) return false;
        const std::u32string_view joint = words_.glyphs->view(slice.end, amount_.begin);
        return joint.find(U'并') != joint.npos || joint.find(U"同时") != joint.npos;
    }

    /// 一处扣1分, 少1次扣1分, 发生一起轻伤事故扣5分: a number that counts without 每.
    std::optional<Count> plain_number(std::uint32_t number, const Slice& slice) {
        const Figure& figure = words_.figure(at(number));
        const bool single = figure.value && !figure.high && !figure.is_ordinal;
        if (!single || !is_countable(figure.kind)) return std::nullopt;
        if (is_consequence(figure, slice) || is_rank(number)) return std::nullopt;
        const bool bounded = number + 1 < slice.last && bounds(at(number + 1).role) &&
                             at(number + 1).begin <= at(number).end + 1;
        if (bounded || figure.value->is_zero()) return std::nullopt;
        Count count = counted(at(number).begin, at(number).end, slice);
        bool negated = false;
        bool demanded = false;
        for (std::uint32_t i = slice.first; i < number; ++i) {
            const Role role = at(i).role;
            const std::uint32_t gap = at(number).begin - at(i).end;
            negated = negated || role == Role::negation || role == Role::miss;
            demanded = demanded || (compares(role) && gap <= 12 && role != Role::above) ||
                       (role == Role::above && gap == 0);
            constexpr std::uint32_t drift_gap_max = 6;
            if (gap > drift_gap_max) continue;
            if (const auto drift = drift_of(role); drift && !compares(role)) count.drift = *drift;
            if (exceeds_limit(i, number)) count.drift = Drift::excess;
        }
        const bool over = passes_limit(number, slice);
        if (over) count.drift = Drift::excess;
        if (demanded && !over) return std::nullopt;
        // 一次支书扣3分: who is charged may stand between.
        const bool paired = number + 1 < slice.last && at(number + 1).role == Role::number &&
                            at(number + 1).begin == at(number).end &&
                            bare(at(number + 1).end, slice, number + 2);
        const bool person = number + 2 == slice.last && at(number + 1).role == Role::person &&
                            at(number + 1).begin == at(number).end &&
                            at(number + 1).end == slice.end;
        const bool adjacent = person || paired || bare(at(number).end, slice, number + 1);
        const bool opens = is_bare(words_, {slice.begin, at(number).begin, slice.first, number});
        const bool one = *figure.value == Decimal::whole(1) || *figure.value < Decimal::whole(1);
        const bool drifts = count.drift != Drift::none;
        const bool measured = figure.kind == UnitKind::time || figure.kind == UnitKind::percent ||
                              figure.kind == UnitKind::money;
        bool counts = one && !measured && (drifts || adjacent || opens || !negated);
        counts = counts || (drifts && at(number).begin <= at(number - (number > 0)).end);
        const bool days = figure.unit == U"天" || figure.unit == U"日" || figure.unit == U"小时";
        counts = counts || (adjacent && (one || at(number).end == condition_.begin) &&
                            (!measured || drifts || (one && days)));
        if (!counts) return std::nullopt;
        set_unit(count, figure.unit, figure.kind);
        count.step = *figure.value;
        return count;
    }

    const Words& words_;
    const Condition& condition_;
    const Amount& amount_;
};

}  // namespace

std::optional<Drift> drift_of(Role role) {
    switch (role) {
        case Role::lack:
        case Role::below: return Drift::lack;
        case Role::excess:
        case Role::above:
        case Role::grow: return Drift::excess;
        case Role::late: return Drift::late;
        default: return std::nullopt;
    }
}

std::optional<Count> read_count(const Condition& condition, const Amount& amount) {
    return CountReader(condition, amount).read();
}

}  // namespace heng::clause
