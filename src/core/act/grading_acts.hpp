#pragma once
/// @file
/// The acts of grading, and what they share with those that change a published result.
#include "core/act/act.hpp"
#include "core/cycle/settling.hpp"

#include <array>

namespace heng::act {

extern const Act propose_grades;
extern const Act deliberate;
extern const Act withdraw_deliberation;
extern const Act approve_grades;
extern const Act publish_results;

inline constexpr std::array<std::string_view, 4> grade_words{"good", "fair", "ordinary", "poor"};

/// A grade that people set.
inline constexpr Field settlement_fields[] = {
    unit_field,
    {"grade", Kind::choice, Need::required, "等次", "Grade", grade_words},
    reason_field,
    {"cites", Kind::id, Need::required, "依据条款", "Statement it rests on"},
};
cycle::Settlement read_settlement(const Fields& in);

/// The grades that a change of the result needs people to set with it.
inline constexpr Field settled_field{"settled",        Kind::rows,           Need::optional,
                                     "一并研判的等次", "Grades set with it", {},
                                     settlement_fields};
std::vector<cycle::Settlement> read_settled(const Fields& in);

/// `record_unknown` unless the scheme has the statement that it rests on.
[[nodiscard]] Result<void> check_citation(const cycle::Rulebook& rulebook,
                                          const cycle::Settlement& settled);

/// `proposal_outdated` unless the rules still make of the facts what was proposed.
/// @pre grades have been proposed
[[nodiscard]] Result<void> check_proposal(const Context& context, const cycle::Cycle& cycle);
/// `record_stage_unfit` once the proposal has been approved.
[[nodiscard]] Result<void> check_not_approved(const cycle::Cycle& cycle);

/// Rows as events carry them, and back.
ledger::List write_rows(const std::vector<cycle::ProposedRow>& rows);
ledger::List write_rows(const std::vector<cycle::ResultRow>& rows);
std::vector<cycle::ProposedRow> read_proposed_rows(const Fields& in);

/// The version that an event with the members `version` and `rows` publishes; deliberations about
/// the units in `lapsed` no longer hold.
void add_version(cycle::Cycle& cycle, const Entry& entry, const Fields& in,
                 cycle::VersionCause cause);

}  // namespace heng::act
