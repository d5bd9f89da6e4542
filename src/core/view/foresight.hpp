#pragma once
/// @file
/// What a finding would cost, before it is recorded: for whoever sees the score of its task.
#include "core/view/supposed.hpp"

namespace heng::view {

/// {"id": branch, "task", "points", "before", "after", "taken"}: the score of the branch's task as
/// it stands and with one more finding, and the difference, above 0 where points are lost. A cap,
/// or another finding of the case, may take less than the branch says, or nothing (A9.4). Refused
/// are
///   - `cycle_unknown`, `edition_absent`;
///   - `record_unknown`   of the unit, also where the actor does not see the task's score;
///   - `branch_unknown`, `branch_not_in_domain`, `value_out_of_range`.
[[nodiscard]] Checked<ledger::Value> foresight(const Scope& scope, int year,
                                               const cycle::UnitId& unit,
                                               const Supposed::Added& finding);

}  // namespace heng::view
