#pragma once
/// @file
/// What a change of the edition would do to the year's findings (A8.12). It is shown before the
/// office decides, and recorded with what it decides.
#include "core/cycle/standing.hpp"

#include <vector>

namespace heng::cycle {

/// A unit whose total, rank, grade or open question changes.
struct Move {
    UnitId unit;
    Decimal total_before;
    Decimal total_after;
    grade::Outcome before;
    grade::Outcome after;

    bool gains() const { return total_after > total_before; }
    bool loses() const { return total_after < total_before; }
    bool changes_grade() const { return before.grade != after.grade; }
    bool operator==(const Move&) const = default;
};

struct DryRun {
    std::vector<Move> moves;  ///< By domain and id.
    /// Confirmed findings that a branch takes now and none would then: it is gone, or refuses their
    /// value. They would cost nothing.
    std::vector<FindingId> without_clause;
    /// Confirmed findings whose value would mean something else: a count read as a figure reached.
    std::vector<FindingId> read_otherwise;

    bool disturbs_findings() const { return !without_clause.empty() || !read_otherwise.empty(); }
    bool operator==(const DryRun&) const = default;
};

/// Scores and grades the participants of `day` under both rulebooks. In a domain that only one of
/// them has, nobody moves; its findings are then without clause.
DryRun dry_run(const State& state, const Cycle& cycle, const Rulebook& before,
               const Rulebook& after, Date day);

}  // namespace heng::cycle
