#pragma once
/// @file
/// Facts beside the score that bear on the grade (A16.3 to A16.6, A18.4).
#include "core/view/scope.hpp"

namespace heng::view {

/// Rows in ledger order: {"id", "unit", "unit_name", "kind", "level", "document", "result",
/// "serious_effect", "occurred_on", "note", "evidence", "stage", "recorded_on", "reason"}. A unit
/// sees its own once they are confirmed.
/// Refused are `view_not_permitted`, `cycle_unknown`, `edition_absent`.
[[nodiscard]] Checked<ledger::Value> circumstances(const Scope& scope, int year);

}  // namespace heng::view
