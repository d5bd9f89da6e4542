#pragma once
/// @file
/// One unit's sheet: what each finding cost it, by category, task, clause and branch (A9.4, A13.4),
/// and what that makes of its score.
#include "core/view/scope.hpp"

namespace heng::view {

/// {"id", "unit_name", "domain", "domain_name", "edition", "takes_part", "is_whole", "categories",
/// "indicator", "review", "total", "vetoed", "points", "without_clause"}. A category has "tasks",
/// what they "lost" and, for those who see the domain, its "median_lost"; a task has "deductions"
/// and the standing "sheet" with its stage and what it still needs.
///
/// An assessor sees the tasks that name his body: "is_whole" is then false, and what is made from
/// all of them null. "total" is null before the review score is taken in.
/// Refused are `cycle_unknown`, `edition_absent`, `record_unknown`.
[[nodiscard]] Checked<ledger::Value> sheet(const Scope& scope, int year, const cycle::UnitId& unit);

/// The bodies that record against a task of the unit, or settle its sheet; both see it.
std::vector<cycle::BodyName> bodies_of_task(const YearScope& year, const cycle::SheetKey& key);

}  // namespace heng::view
