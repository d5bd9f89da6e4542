#pragma once
/// @file
/// Where a domain loses points: units × tasks.
#include "core/view/scope.hpp"

namespace heng::view {

/// {"id", "domain", "domain_name", "tasks", "rows"}: "tasks" in the order of the table with "id",
/// "name", "category" and "points"; a row with "id", the unit, and "cells", each {"task", "lost",
/// "findings"}. Units and cells that the actor may not see are left out.
/// Refused are `view_not_permitted`, `cycle_unknown`, `edition_absent`, and `record_unknown` of the
/// domain.
[[nodiscard]] Checked<ledger::Value> heat_map(const Scope& scope, int year,
                                              const cycle::DomainId& domain);

}  // namespace heng::view
