#pragma once
/// @file
/// The register (单位库): units, people and bodies (A3.2, A5, A17.4). A unit sees only itself.
#include "core/view/scope.hpp"

namespace heng::view {

/// Rows {"id", "name", "domain", "domain_name", "since", "merged_into"} in the order of ids;
/// `view_not_permitted`.
[[nodiscard]] Checked<ledger::Value> units(const Scope& scope);

/// {"id", "name", "domain", "domain_name", "merged_into", "periods", "exemptions"}, the periods and
/// the years' exemptions each a list of rows; `record_unknown`.
[[nodiscard]] Checked<ledger::Value> unit(const Scope& scope, const cycle::UnitId& id);

/// Rows {"id", "appointments"}, those that are over included; `view_not_permitted`.
[[nodiscard]] Checked<ledger::Value> people(const Scope& scope);

/// Rows {"id", "roles", "unit"}, the unit that the body is itself; `view_not_permitted`.
[[nodiscard]] Checked<ledger::Value> bodies(const Scope& scope);

}  // namespace heng::view
