#pragma once
/// @file
/// Findings (扣分记录) with objections and answers (A9.4, A11.5, A20.2). A unit sees its own once
/// they are confirmed: before that they do not count, and it has no say in them.
#include "core/view/scope.hpp"

namespace heng::view {

/// What a list of findings is narrowed to; nothing: all of them.
struct FindingFilter {
    std::optional<cycle::UnitId> unit;
    std::optional<cycle::DomainId> domain;
    std::optional<std::string> task;  ///< Its number in the table of the finding's domain.
    std::optional<cycle::FindingStage> stage;
    std::optional<int> quarter;  ///< Of the day on which it happened, 1 to 4.
};

/// Rows in ledger order: {"id", "unit", "unit_name", "domain", "task", "clause", "branch",
/// "branch_text", "body", "value", "meaning", "occurred_on", "recorded_on", "confirmed_on",
/// "stage", "case", "source", "note", "objection"}; "task" to "branch_text" are null once no
/// edition has the branch, "objection" is its stage. `cycle_unknown`, `edition_absent`,
/// `view_not_permitted`.
[[nodiscard]] Checked<ledger::Value> findings(const Scope& scope, int year,
                                              const FindingFilter& filter);

/// The same of one, with "evidence", "reason", "objection" and its answer in full, "asked" and
/// "taken" as far as it counts, "steps" in the order they were taken, and "possible_duplicates".
/// `cycle_unknown`, `edition_absent`, `record_unknown`.
[[nodiscard]] Checked<ledger::Value> finding(const Scope& scope, int year, cycle::FindingId id);

/// Findings that may be the same fact as one that is not recorded yet: rows like those of
/// `findings`. Refused is also `record_unknown` of the unit.
[[nodiscard]] Checked<ledger::Value> possible_duplicates(const Scope& scope, int year,
                                                         const cycle::UnitId& unit,
                                                         const cycle::Fact& fact);

/// The figures of the year that clauses refer to (全省平均水平): {"id", the branch, "domain",
/// "task", "branch_text", "reference", "assessors", "value", "source"}; the last two are null until
/// the figure is supplied. `view_not_permitted`, `cycle_unknown`, `edition_absent`.
[[nodiscard]] Checked<ledger::Value> references(const Scope& scope, int year);

bool may_see_finding(const YearScope& year, const cycle::Finding& finding);

}  // namespace heng::view
