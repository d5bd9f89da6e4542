#include "core/cycle/settling.hpp"

#include "core/base/invariant.hpp"

#include <algorithm>

namespace heng::cycle {

namespace {

using scheme::Grade;

const Settlement* settlement_of(std::span<const Settlement> settled, std::string_view unit) {
    const auto found = std::find_if(settled.begin(), settled.end(),
                                    [unit](const Settlement& one) { return one.unit == unit; });
    return found == settled.end() ? nullptr : &*found;
}

std::string text(Grade grade) {
    return std::string(scheme::name(grade));
}

/// Last with a major problem: 差, whatever people would rather have (A16.4).
bool must_be_poor(const UnitStanding& unit) {
    return unit.standing.serious && unit.proposed.grade == Grade::poor;
}

/// What the facts do not bear out; what `grade::decide` refuses is left to it.
void check_range(const UnitStanding& unit, const Settlement& settled, Issues& issues) {
    const GradeRange range = range_of(unit);
    if (settled.grade > range.worst)
        issues.push_back({Code::decision_without_ground,
                          {},
                          {unit.unit, text(settled.grade), text(range.worst)}});
    const Grade barred = grade::lowered(unit.standing.best, unit.standing.lowered_by);
    const bool undoes_lowering = settled.grade < range.best && settled.grade >= barred;
    if (undoes_lowering && !must_be_poor(unit))
        issues.push_back(
            {Code::decision_above_bar, {}, {unit.unit, text(settled.grade), text(range.best)}});
}

void name_open_questions(const UnitStanding& unit, const grade::Outcome& outcome, Issues& issues) {
    for (const grade::QuestionText& question : grade::question_texts())
        if (outcome.has(question.question))
            issues.push_back({Code::question_open,
                              {},
                              {unit.unit, std::string(question.zh), std::string(question.en)}});
}

std::vector<GradeReason> reasons_for(const UnitStanding& unit, const Settlement* settled) {
    std::vector<GradeReason> out;
    const Bearing& bearing = unit.bearing;
    for (const std::string& cites : bearing.barred_by) out.push_back({cites, {}});
    if (bearing.serious && unit.proposed.grade == Grade::poor) out.push_back({"A16.4", {}});
    if (bearing.lowered_by > 0) out.push_back({"A18.4", {}});
    if (settled != nullptr) out.push_back({settled->cites, settled->reason});
    if (!out.empty()) return out;
    switch (unit.proposed.grade) {
        case Grade::good: return {{"A16.2", {}}};
        case Grade::fair: return {{"A16.7", {}}};
        case Grade::ordinary:
        case Grade::poor: break;
    }
    return {{"A16.3", {}}};
}

/// The rows of one domain, without the units' names.
Checked<std::vector<ResultRow>> settle_domain(const Rulebook& rulebook,
                                              const DomainStanding& domain,
                                              std::span<const Settlement> settled) {
    const scheme::Scheme& scheme = rulebook.scheme();
    const auto outcomes = settle(scheme.grading, domain, settled);
    if (!outcomes) return tl::unexpected(outcomes.error());
    std::vector<ResultRow> out;
    Issues issues;
    for (std::size_t i = 0; i < domain.units.size(); ++i) {
        const UnitStanding& unit = domain.units[i];
        const grade::Outcome& outcome = (*outcomes)[i];
        name_open_questions(unit, outcome, issues);
        out.push_back({domain.domain,
                       unit.unit,
                       {},
                       unit.published,
                       outcome.rank,
                       outcome.grade,
                       reasons_for(unit, settlement_of(settled, unit.unit))});
    }
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    return out;
}

/// The units that the published result ranks in the domain, as the facts of `cycle` have them.
DomainStanding standing_as_published(const Cycle& cycle, const Rulebook& rulebook,
                                     std::string_view domain) {
    const auto& versions = cycle.grading.versions;
    INVARIANT(!versions.empty(), "only a published result is settled again");
    std::vector<UnitId> units;
    for (const ResultRow& row : versions.back().rows)
        if (row.domain == domain) units.push_back(row.unit);
    return standing_of(cycle, rulebook, domain, units);
}

}  // namespace

Date assessed_on(const Cycle& cycle, Date today) {
    const Date last{std::chrono::year(cycle.year), std::chrono::December, std::chrono::day(31)};
    return std::min(today, last);
}

std::vector<ProposedRow> propose(const State& state, const Cycle& cycle, const Rulebook& rulebook,
                                 Date today) {
    std::vector<ProposedRow> out;
    for (const scheme::Domain& domain : rulebook.scheme().domains) {
        const DomainStanding standing =
            standing_of(state, cycle, rulebook, domain.id, assessed_on(cycle, today));
        for (const UnitStanding& unit : standing.units)
            out.push_back({domain.id, unit.unit, unit.published, unit.proposed.rank,
                           unit.proposed.grade, unit.proposed.questions});
    }
    return out;
}

GradeRange range_of(const UnitStanding& unit) {
    using enum grade::Question;
    const grade::Standing& standing = unit.standing;
    const grade::Outcome& proposed = unit.proposed;
    GradeRange range{grade::lowered(standing.best, standing.lowered_by), Grade::fair};
    if (must_be_poor(unit) || standing.lowered_by > 0)
        range.best = std::max(range.best, proposed.grade);
    const bool is_low = proposed.has(low_rank) || proposed.has(last_rank);
    if ((is_low && unit.bearing.no_progress) || proposed.has(tie_at_band))
        range.worst = Grade::ordinary;
    range.worst = std::max(proposed.grade, grade::lowered(range.worst, standing.lowered_by));
    return range;
}

Checked<std::vector<grade::Outcome>> settle(const scheme::Grading& grading,
                                            const DomainStanding& domain,
                                            std::span<const Settlement> settled) {
    std::vector<grade::Standing> standings;
    std::vector<grade::Outcome> proposal;
    std::vector<std::string> names;
    std::vector<grade::Decision> decisions;
    Issues issues;
    for (std::size_t i = 0; i < domain.units.size(); ++i) {
        const UnitStanding& unit = domain.units[i];
        standings.push_back(unit.standing);
        proposal.push_back(unit.proposed);
        names.push_back(unit.unit);
        const Settlement* const one = settlement_of(settled, unit.unit);
        if (one == nullptr) continue;
        check_range(unit, *one, issues);
        decisions.push_back({i, one->grade, one->reason, {}});
    }
    auto outcomes =
        grade::decide(grading, standings, std::move(proposal), decisions, names, domain.domain);
    if (!outcomes) issues.insert(issues.end(), outcomes.error().begin(), outcomes.error().end());
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    return outcomes;
}

Checked<std::vector<ResultRow>> settle_year(const State& state, const Cycle& cycle,
                                            const Rulebook& rulebook, Date today) {
    const std::vector<Settlement> settled = cycle.grading.settled();
    std::vector<ResultRow> out;
    Issues issues;
    for (const scheme::Domain& domain : rulebook.scheme().domains) {
        auto rows = settle_domain(
            rulebook, standing_of(state, cycle, rulebook, domain.id, assessed_on(cycle, today)),
            settled);
        if (!rows) {
            issues.insert(issues.end(), rows.error().begin(), rows.error().end());
            continue;
        }
        for (ResultRow& row : *rows) {
            row.name = state.units_and_people.find_unit(row.unit)->on(today).name;
            out.push_back(std::move(row));
        }
    }
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    return out;
}

std::vector<UnitId> lapsed_between(const Cycle& before, const Cycle& after,
                                   const Rulebook& rulebook, std::string_view domain) {
    const DomainStanding was = standing_as_published(before, rulebook, domain);
    const DomainStanding is = standing_as_published(after, rulebook, domain);
    std::vector<UnitId> out;
    for (std::size_t i = 0; i < is.units.size(); ++i) {
        const UnitId& unit = is.units[i].unit;
        const Deliberation* const held = before.grading.about(unit);
        const Deliberation* const holds = after.grading.about(unit);
        if (held == nullptr || holds == nullptr || *held != *holds) continue;
        const grade::Outcome& then = was.units[i].proposed;
        const grade::Outcome& now = is.units[i].proposed;
        if (then.grade != now.grade || then.questions != now.questions) out.push_back(unit);
    }
    return out;
}

Checked<std::vector<ResultRow>> settle_again(const Cycle& cycle, const Rulebook& rulebook,
                                             std::string_view domain) {
    auto rows = settle_domain(rulebook, standing_as_published(cycle, rulebook, domain),
                              cycle.grading.settled());
    if (!rows) return rows;
    std::vector<ResultRow> out = cycle.grading.versions.back().rows;
    for (ResultRow& row : *rows) {
        ResultRow& was = *std::find_if(out.begin(), out.end(),
                                       [&](const ResultRow& one) { return one.unit == row.unit; });
        row.name = was.name;
        was = std::move(row);
    }
    return out;
}

}  // namespace heng::cycle
