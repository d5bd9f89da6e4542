#pragma once
/// @file
/// Where a domain loses points: units × tasks.
#include "core/view/scope.hpp"

namespace heng::view {

/// {"id", "quarter", "domain", "domain_name", "tasks", "rows"}: "tasks" in the order of the table
/// with "id", "name", "category" and "points"; a row with "id", the unit, "lost" and "cells", each
/// {"task", "lost", "findings"}. Units and cells that the actor may not see are left out.
/// @param quarter  1 to 4: what is lost for facts of that quarter alone; nothing: of the year.
/// Refused are `view_not_permitted`, `cycle_unknown`, `edition_absent`, and `record_unknown` of the
/// domain.
[[nodiscard]] Checked<ledger::Value> heat_map(const Scope& scope, int year,
                                              const cycle::DomainId& domain,
                                              std::optional<int> quarter = std::nullopt);

}  // namespace heng::view
