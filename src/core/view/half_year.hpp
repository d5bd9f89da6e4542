#pragma once
/// @file
/// The half-year evaluation (A12): self-checks, their reviews, the circular.
#include "core/view/scope.hpp"

namespace heng::view {

/// {"id", "opened_on", "collected", "circular"}: which domains were collected when, and the
/// circular's text and day; both null or empty before. `view_not_permitted`, `cycle_unknown`,
/// `edition_absent`, as with the others.
[[nodiscard]] Checked<ledger::Value> half_year(const Scope& scope, int year);

/// Every participant that the actor sees, by domain and id: {"id", "unit_name", "domain", "stage",
/// "submitted_on", "until"}; "until" only while the unit has to hand it in. Empty before the office
/// opens the half-year.
[[nodiscard]] Checked<ledger::Value> self_checks(const Scope& scope, int year);

/// The same of one, with "tasks", "summary", "evidence", "returned", "evaluation" and what the
/// circular says to the unit, "remarks". An assessor sees the tasks that name his body and nothing
/// of the rest: "is_whole" is then false. `record_unknown`.
[[nodiscard]] Checked<ledger::Value> self_check(const Scope& scope, int year,
                                                const cycle::UnitId& unit);

}  // namespace heng::view
