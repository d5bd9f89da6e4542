#pragma once
/// @file
/// Documents as issued, with their numbers (DOC-8), and what articles mean (A22.1).
#include "core/view/scope.hpp"

namespace heng::view {

/// Rows in ledger order: {"id", "kind", "issuer", "no", "event", "issued_on", "unit"}; "unit" is
/// the one it is for, where it is for one alone. A unit sees what it issued itself, what is for it,
/// and what is for everybody: indicators, interpretations, the half-year circular.
/// `view_not_permitted`, `cycle_unknown`.
[[nodiscard]] Checked<ledger::Value> documents(const Scope& scope, int year);

/// Rows {"id", "given_on", "cites", "question", "answer"}, over all years; `view_not_permitted`.
[[nodiscard]] Checked<ledger::Value> interpretations(const Scope& scope);

}  // namespace heng::view
