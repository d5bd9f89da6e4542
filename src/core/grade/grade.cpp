#include "core/grade/grade.hpp"

#include "core/base/invariant.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace heng::grade {

namespace {

using scheme::Grade;

constexpr std::array<QuestionText, 6> texts{{
    {Question::tie_at_quota, "tie_at_quota", "并列跨越“好”等次名额线，由市考核委研究确定",
     "a tie crosses the quota line: the commission decides", "A16.2"},
    {Question::freed_place, "freed_place", "受限单位空出“好”等次名额，是否递补由市考核委决定",
     "a barred unit left a place: the commission decides whether this one takes it", "A16.2"},
    {Question::last_rank, "last_rank", "排名末位，是否存在重大问题并造成严重影响待认定",
     "last in the domain: is there a major problem with serious effect?", "A16.4"},
    {Question::serious_not_last, "serious_not_last", "存在重大问题但未列末位，等次待研究",
     "a major problem, but not last: the grade needs deliberation", "A16.4"},
    {Question::low_rank, "low_rank", "排位靠后，年度成效是否明显待认定",
     "low rank: is there evident progress?", "A16.3"},
    {Question::tie_at_band, "tie_at_band", "并列跨越“一般”等次线，由市考核委研究确定",
     "a tie crosses the line of 一般: the commission decides", "A16.3"},
}};

Grade worse(Grade a, Grade b) {
    return std::max(a, b);
}

/// Neither a bar nor fraud keeps the unit from ending up 好.
bool may_end_good(const Standing& unit) {
    return unit.best == Grade::good && unit.lowered_by == 0;
}

/// How many of `count` units a share makes, cut by `mode`.
std::uint32_t part_of(std::size_t count, Decimal share, Decimal whole, RoundingMode mode) {
    const Decimal units = Decimal::whole(static_cast<std::int64_t>(count));
    const Decimal part = multiply_divide(units, share, whole, {0, mode});
    return static_cast<std::uint32_t>(part.units() / Decimal::one);
}

std::vector<Decimal> totals_of(std::span<const Standing> units) {
    std::vector<Decimal> totals;
    totals.reserve(units.size());
    for (const Standing& unit : units) totals.push_back(unit.total);
    return totals;
}

/// For each tie, how many of its units may end up 好.
std::vector<std::uint32_t> count_eligible(std::span<const Standing> units, const Ranking& ranking) {
    std::vector<std::uint32_t> eligible(ranking.ties().size());
    for (const Standing& unit : units)
        eligible[ranking.tie_of(unit.total)] += may_end_good(unit) ? 1U : 0U;
    return eligible;
}

/// The rank down to which the next eligible units reach that could take the places which barred
/// units leave free above the line; 0 if there are none. A tie is taken whole: who of it moves up
/// is not for the program to say.
std::uint32_t last_rank_to_fill(std::span<const Standing> units, const Ranking& ranking,
                                std::uint32_t line) {
    const std::vector<std::uint32_t> eligible = count_eligible(units, ranking);
    std::uint32_t places = 0;
    std::uint32_t filled = 0;
    for (std::size_t i = 0; i < eligible.size(); ++i) {
        const Tie& tie = ranking.ties()[i];
        if (tie.last() <= line) {
            places += tie.count - eligible[i];
            continue;
        }
        if (places == 0) return 0;
        filled += eligible[i];
        if (filled >= places) return tie.last();
    }
    return places == 0 ? 0 : ranking.ties().back().last();
}

}  // namespace

DomainGrading::DomainGrading(const scheme::Grading& grading, std::span<const Standing> units)
    : grading_(&grading), ranking_(totals_of(units)) {
    const auto count = static_cast<std::uint32_t>(units.size());
    lines_.quota = quota(grading, units.size());
    const Decimal one = Decimal::whole(1);
    const Decimal band = grading.ordinary_band.value_or(Decimal{});
    lines_.band = count - part_of(units.size(), band, one, RoundingMode::down);
    lines_.candidates =
        count - part_of(units.size(), grading.candidate_band, one, RoundingMode::up);
    if (grading.freed_place != scheme::FreedPlace::none) {
        lines_.freed_to = last_rank_to_fill(units, ranking_, lines_.quota);
    }
}

Outcome DomainGrading::outcome(const Standing& unit) const {
    const Tie& tie = ranking_.ties()[ranking_.tie_of(unit.total)];
    const bool is_last = &tie == &ranking_.ties().back();
    Outcome outcome;
    outcome.rank = tie.first;
    place_by_rank(unit, tie, outcome);
    outcome.grade = worse(outcome.grade, unit.best);
    if (unit.serious && is_last) outcome.grade = Grade::poor;
    if (unit.serious && !is_last) outcome.questions |= bit(Question::serious_not_last);
    if (!unit.serious && is_last && ranking_.ties().size() > 1) {
        outcome.questions |= bit(Question::last_rank);
    }
    outcome.grade = lowered(outcome.grade, unit.lowered_by);
    const bool still_open = outcome.grade < Grade::ordinary;
    if (still_open && tie.last() > lines_.candidates && ranking_.ties().size() > 1) {
        outcome.questions |= bit(Question::low_rank);
    }
    return outcome;
}

void DomainGrading::place_by_rank(const Standing& unit, const Tie& tie, Outcome& outcome) const {
    if (tie.first > lines_.band) {
        outcome.grade = Grade::ordinary;
    } else if (tie.last() > lines_.band) {
        outcome.questions |= bit(Question::tie_at_band);
    }
    // Fraud lowers what the rank gave, so a place within the quota is given first.
    if (unit.best == Grade::good && tie.last() <= lines_.quota) outcome.grade = Grade::good;
    if (!may_end_good(unit) || tie.last() <= lines_.quota) return;
    if (tie.first <= lines_.quota) {
        outcome.questions |= bit(Question::tie_at_quota);
    } else if (tie.last() <= lines_.freed_to) {
        fill_freed_place(tie, outcome);
    }
}

void DomainGrading::fill_freed_place(const Tie& tie, Outcome& outcome) const {
    const bool alone = tie.count == 1;
    if (grading_->freed_place == scheme::FreedPlace::next && alone) {
        outcome.grade = Grade::good;
    } else {
        outcome.questions |= bit(Question::freed_place);
    }
}

std::span<const QuestionText> question_texts() {
    return texts;
}

Grade lowered(Grade grade, std::uint8_t by) {
    const auto lowest = static_cast<std::uint8_t>(Grade::poor);
    const auto index = static_cast<std::uint8_t>(grade);
    return static_cast<Grade>(std::min<unsigned>(lowest, static_cast<unsigned>(index) + by));
}

std::uint32_t quota(const scheme::Grading& grading, std::size_t count) {
    return part_of(count, grading.quota_percent, Decimal::whole(100), grading.quota_rounding);
}

std::vector<Outcome> grade_domain(const scheme::Grading& grading, std::span<const Standing> units) {
    if (units.empty()) return {};
    const DomainGrading domain(grading, units);
    std::vector<Outcome> outcomes;
    outcomes.reserve(units.size());
    for (const Standing& unit : units) outcomes.push_back(domain.outcome(unit));
    return outcomes;
}

Checked<std::vector<Outcome>> decide(const scheme::Grading& grading,
                                     std::span<const Standing> units, std::vector<Outcome> proposal,
                                     std::span<const Decision> decisions,
                                     std::span<const std::string> names,
                                     const std::string& domain) {
    Issues issues;
    const Decision* last_for_good = nullptr;
    for (const Decision& decision : decisions) {
        const Standing& unit = units[decision.unit];
        const std::string& unit_name = names[decision.unit];
        // What must be 差 (A16.4) stays so, whatever people would rather have.
        const bool must_be_poor = unit.serious && proposal[decision.unit].grade == Grade::poor;
        const Grade best = must_be_poor ? Grade::poor : lowered(unit.best, unit.lowered_by);
        if (is_blank(decision.reason)) {
            issues.push_back({Code::decision_without_reason, decision.place, {unit_name}});
        }
        if (decision.grade < best) {
            issues.push_back(
                {Code::decision_above_bar,
                 decision.place,
                 {unit_name, std::string(name(decision.grade)), std::string(name(best))}});
        }
        proposal[decision.unit].grade = decision.grade;
        proposal[decision.unit].questions = 0;
        if (decision.grade == Grade::good) last_for_good = &decision;
    }
    const auto good = std::count_if(proposal.begin(), proposal.end(), [](const Outcome& outcome) {
        return outcome.grade == Grade::good;
    });
    const std::uint32_t places = quota(grading, units.size());
    // The proposal alone never goes beyond the quota.
    if (last_for_good != nullptr && good > static_cast<std::ptrdiff_t>(places)) {
        issues.push_back({Code::decision_over_quota,
                          last_for_good->place,
                          {domain, std::to_string(good), std::to_string(places)}});
    }
    if (!issues.empty()) return tl::unexpected<Issues>(std::move(issues));
    return proposal;
}

Grade best_when_barred(const scheme::Scheme& scheme) {
    if (scheme.bars.empty()) return Grade::ordinary;
    Grade best = Grade::good;
    for (const scheme::Bar& bar : scheme.bars) best = worse(best, bar.best);
    return best;
}

std::vector<const scheme::Consequence*> consequences(const scheme::Scheme& scheme, Grade grade) {
    std::vector<const scheme::Consequence*> out;
    for (const scheme::Consequence& consequence : scheme.consequences) {
        const auto& grades = consequence.grades;
        if (std::find(grades.begin(), grades.end(), grade) != grades.end()) {
            out.push_back(&consequence);
        }
    }
    return out;
}

}  // namespace heng::grade
