#pragma once
/// @file
/// The years of the tenant: how far each has come and under which edition.
#include "core/view/scope.hpp"

namespace heng::view {

/// {"id", "year", "stage", "edition", "edition_from", "scheme", "editions"} for each year, in their
/// order; "edition" is the one in force on the day.
[[nodiscard]] Checked<ledger::Value> years(const Scope& scope);

/// What someone must still settle before the year can be closed, kind by kind:
/// [{"id", "kind", "record"}]. For those who see everything of the year: `view_not_permitted`,
/// `cycle_unknown`, `edition_absent`.
[[nodiscard]] Checked<ledger::Value> open_matters(const Scope& scope, int year);

}  // namespace heng::view
