#pragma once
/// @file
/// From standings to results: what the rules propose, which grades the facts leave to people, and
/// the rows that are published (A16: compute, rank, quota, bars, then what people decided).
#include "core/cycle/standing.hpp"

#include <span>
#include <vector>

namespace heng::cycle {

/// The day as of which a year's participants are told: today, but no later than its last day, for
/// grading happens in the year after.
Date assessed_on(const Cycle& cycle, Date today);

/// What the rules make of all participants.
std::vector<ProposedRow> propose(const State& state, const Cycle& cycle, const Rulebook& rulebook,
                                 Date today);

/// The grades that the recorded facts leave to deliberation; both ends included.
struct GradeRange {
    scheme::Grade best;   ///< By bars, fraud and A16.4.
    scheme::Grade worst;  ///< 较好, unless the rules or a fact on record lead below it.
};
/// Below 较好 lead: the computed grade; a low rank without evident progress (A16.3); a tie across
/// the line of 一般. Fraud lowers all of them, and is not undone by deliberating.
GradeRange range_of(const UnitStanding& unit);

/// What the settlements make of the proposal; those of other domains are left out.
/// @returns the outcomes in the order of the units, or every reason why not:
///   - `decision_without_ground`  no recorded fact leads to a grade as low as this;
///   - `decision_above_bar`, `decision_over_quota`, `decision_without_reason`
[[nodiscard]] Checked<std::vector<grade::Outcome>> settle(const scheme::Grading& grading,
                                                          const DomainStanding& domain,
                                                          std::span<const Settlement> settled);

/// The rows of the year's first result, or why it cannot be: what `settle` refuses, and
/// `question_open` for each question that nobody has answered.
[[nodiscard]] Checked<std::vector<ResultRow>> settle_year(const State& state, const Cycle& cycle,
                                                          const Rulebook& rulebook, Date today);

/// The units of `domain` whose deliberation no longer answers what is asked: in `after` the rules
/// make another grade of them, or other questions, than in `before`. It then lapses.
/// @pre a result has been published
std::vector<UnitId> lapsed_between(const Cycle& before, const Cycle& after,
                                   const Rulebook& rulebook, std::string_view domain);

/// The rows of the next version, after facts of a unit of `domain` have changed in `cycle`: its
/// units ranked anew, those of other domains as they stand. Refused like `settle_year`.
/// @pre a result has been published
[[nodiscard]] Checked<std::vector<ResultRow>> settle_again(const Cycle& cycle,
                                                           const Rulebook& rulebook,
                                                           std::string_view domain);

}  // namespace heng::cycle
