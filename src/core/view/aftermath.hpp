#pragma once
/// @file
/// What follows a published result (A17 to A20): rechecks and appeals, explanations, consequences,
/// misconduct. All refuse `view_not_permitted`, `cycle_unknown` and `edition_absent`.
#include "core/view/scope.hpp"

namespace heng::view {

/// Rows {"id", "unit", "unit_name", "version", "filed_on", "text", "findings", "evidence", "until",
/// "decided", "appeal", "not_to_decide"}. A decision has "ruling", "on", "reason" and the "version"
/// it made; an appeal "id", "filed_on", "text", "evidence" and its own decision. "until" is when
/// what is open must be decided, and "not_to_decide" names who may not, but not to units.
[[nodiscard]] Checked<ledger::Value> rechecks(const Scope& scope, int year);

/// Rows {"id", "unit", "unit_name", "filed_on", "causes", "measures", "evidence", "stage", "note"}.
[[nodiscard]] Checked<ledger::Value> explanations(const Scope& scope, int year);
/// Units that owe one: {"id", "unit_name", "until", "last", "is_missing", "is_overdue"}.
[[nodiscard]] Checked<ledger::Value> explanations_owed(const Scope& scope, int year);

/// What the grades of the version that holds entail: {"id", "unit_name", "domain", "grade",
/// "entails", "persons"}, the persons in post, but not to units. Empty before publication.
[[nodiscard]] Checked<ledger::Value> consequences(const Scope& scope, int year);
/// When they were handed on, for those who see every unit: {"id", "on", "version", "to"}.
[[nodiscard]] Checked<ledger::Value> hand_overs(const Scope& scope, int year);

/// Rows {"id", "accused", "who", "conduct", "conduct_name", "occurred_on", "text", "evidence",
/// "recorded_by", "recorded_on", "stage", "referred_to", "sanction", "decided_by", "authority",
/// "reason", "lowers_grade"}.
[[nodiscard]] Checked<ledger::Value> misconduct(const Scope& scope, int year);

}  // namespace heng::view
