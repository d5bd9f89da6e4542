#pragma once
/// @file
/// The year-end assessment (A13): groups, and the task sheets they settle and sign.
#include "core/view/scope.hpp"

namespace heng::view {

/// The groups (考核组) that assess what the actor sees, or of which he is a member; a unit does not
/// learn who assesses it: {"id", "name", "formed_on", "members", "domains", "units",
/// "is_replaced"}. These refuse `view_not_permitted`, `cycle_unknown` and `edition_absent`.
[[nodiscard]] Checked<ledger::Value> groups(const Scope& scope, int year);

/// Participants that no group covers, for those who see every unit: {"id", "unit_name", …}.
[[nodiscard]] Checked<ledger::Value> units_without_group(const Scope& scope, int year);

struct SheetFilter {
    std::optional<cycle::UnitId> unit;
    std::optional<cycle::DomainId> domain;
    std::optional<std::string> task;
    std::optional<cycle::SheetNeed> need;
};
/// One row for each task of each participant that the actor sees, by domain, unit and task: {"id",
/// "unit", "unit_name", "domain", "task", "task_name", "points", "lost", "gained", "score", "need",
/// "undecided", "record", "stage", "body", "settled_on", "signed_for", "signed_on"}. "record", the
/// number by which acts name it, and what follows are null until it is settled.
[[nodiscard]] Checked<ledger::Value> task_sheets(const Scope& scope, int year,
                                                 const SheetFilter& filter);

/// One sheet as it was settled, those reopened included: {"id", "unit", "task", "stage", "reason",
/// "points", "lost", "gained", "score", "findings", …}. `record_unknown`.
[[nodiscard]] Checked<ledger::Value> task_sheet(const Scope& scope, int year, cycle::SheetId id);

}  // namespace heng::view
