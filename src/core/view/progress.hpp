#pragma once
/// @file
/// Quarterly monitoring (A11): how tasks get on, and each matter from its reminder to its closure.
#include "core/view/scope.hpp"

namespace heng::view {

struct ProgressFilter {
    std::optional<int> quarter;
    std::optional<cycle::UnitId> unit;
    std::optional<std::string> task;
};

/// The quarters opened: {"id", "domain", "domain_name", "quarter", "opened_on", "closes_on"}. When
/// monitoring runs is no secret. All of these refuse `view_not_permitted`, `cycle_unknown` and
/// `edition_absent`.
[[nodiscard]] Checked<ledger::Value> quarters(const Scope& scope, int year);

/// The marks: {"id", "quarter", "unit", "unit_name", "task", "body", "progress", "note",
/// "marked_on"}, by quarter, unit, task and body.
[[nodiscard]] Checked<ledger::Value> progress(const Scope& scope, int year,
                                              const ProgressFilter& filter);

/// The matters in ledger order: {"id", "unit", "unit_name", "origin", "quarter", "tasks", "text",
/// "stage", "supervision", "opened_on", "until"}; "until" is when the present step is due.
[[nodiscard]] Checked<ledger::Value> matters(const Scope& scope, int year);

/// The same of one, with its "findings", "steps" and "reports"; `record_unknown`.
[[nodiscard]] Checked<ledger::Value> matter(const Scope& scope, int year, cycle::MatterId id);

bool may_see_matter(const YearScope& year, const cycle::Matter& matter);

/// The supervision circulars that name a unit which the actor sees: {"id", "published_on", "text",
/// "units"}, the units as far as he sees them.
[[nodiscard]] Checked<ledger::Value> circulars(const Scope& scope, int year);

}  // namespace heng::view
