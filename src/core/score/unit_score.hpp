#pragma once
/// @file
/// The score of one unit with its explanation: every lost point leads to a finding, a clause and an
/// article. Pure: the same arguments give the same result; no clock, no I/O, no globals.
#include "core/score/rules.hpp"
#include "core/score/sheet.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace heng::score {

/// A confirmed fact about one unit. @pre `value` lies in the branch's range, see `check_value`.
struct Finding {
    BranchIndex branch = 0;
    Decimal value;
    std::string case_id;      ///< Findings of one case are one fact; empty: a fact of its own.
    std::string occurred_on;  ///< ISO date, or empty.
    std::string note;         ///< The fact in words, or empty.
    std::size_t line = 0;     ///< Where it was recorded, for the reader; 0 where there is none.
    bool operator==(const Finding&) const = default;
};

/// What one finding cost the unit.
struct Deduction {
    std::size_t finding = 0;  ///< Into the findings given.
    Decimal asked;            ///< By its branch.
    Decimal taken;  ///< After caps, floor and same case; in [0, asked]. Gained, for an award.
    Reason reason = Reason::none;
    std::size_t winner = 0;  ///< For `same_case`: the finding that counts instead.
};

struct TaskScore {
    Decimal points;
    Decimal lost;
    Decimal gained;
    Decimal score() const { return points - lost + gained; }
};

struct UnitScore {
    Decimal points;     ///< Of the whole table.
    Decimal indicator;  ///< `points` minus all that was lost plus all that was gained; not rounded.
    bool vetoed = false;
    std::vector<TaskScore> tasks;       ///< In the order of the table.
    std::vector<Deduction> deductions;  ///< One per finding, in their order.
};

/// Scores a unit by its findings, in ledger order. Order decides only which of several findings a
/// cap falls on, never the total.
UnitScore score_unit(const Rules& rules, std::span<const Finding> findings);

/// For each finding, the index of the finding that stands for its case (A9.4, convention
/// `same_case`): itself where it counts. Of equals the earliest.
std::vector<std::size_t> case_winners(const Rules& rules, std::span<const Finding> findings);

/// Whether `a` rather than `b` stands for a case of both: alone it costs more; or as much, and its
/// branch is the first in the table; or it counts more on the same branch.
bool outweighs(const Rules& rules, const Finding& a, const Finding& b);

/// The least and the most that a finding may state, in ten-thousandths; a year's money or counts
/// stay far below.
constexpr std::int64_t value_max = Decimal::whole(100'000'000).units();

/// The values that a branch accepts, both ends included; ten-thousandths.
struct ValueRange {
    std::int64_t low = -value_max;
    std::int64_t high = value_max;
};
ValueRange value_range(const Rule& rule);

/// The values that a branch accepts, as words for a message; empty when `value` is among them.
std::string range_violated(const Rule& rule, Decimal value);

/// Identifier, and sentence in zh or en, of a reason.
std::string_view name(Reason reason);
std::string_view sentence(Reason reason, Language language);

}  // namespace heng::score
