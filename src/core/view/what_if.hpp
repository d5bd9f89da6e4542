#pragma once
/// @file
/// What other facts would make of a unit (试算): nothing is recorded, and it follows from the rules
/// alone, without what people deliberated.
#include "core/view/supposed.hpp"

namespace heng::view {

/// {"id", "unit_name", "before", "after"}, each {"indicator", "review", "total"}; a total needs a
/// review score. For those who grade, both have "rank" and "grade" too, "moved" lists whoever else
/// would stand otherwise, and "turning_point" is the smallest set of findings without which the
/// unit would have a better grade: {"findings", "grade", "total"}, or null. Refused are
///   - `cycle_unknown`, `edition_absent`, and `record_unknown` of the unit
///   - `record_unknown`   of a finding that is not the unit's, or does not count;
///   - `branch_unknown`, `branch_not_in_domain`, `value_out_of_range`
[[nodiscard]] Checked<ledger::Value> what_if(const Scope& scope, int year,
                                             const cycle::UnitId& unit, const Supposed& supposed);

}  // namespace heng::view
