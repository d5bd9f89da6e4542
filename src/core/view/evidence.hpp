#pragma once
/// @file
/// Which files of evidence someone may see: those that a record names which he may see.
/// A file is known by its hash alone; what it is about is told by the findings that name it.
#include "core/view/scope.hpp"

namespace heng::view {

/// The files that findings of the year name, those named last first: {"id", the hash, "uses"}, each
/// use {"finding", "unit", "unit_name", "branch", "clause", "occurred_on", "note"} in ledger order.
/// One notice of inspection may serve many units (A9.4), and need not be handed in for each.
/// @param text  Part of a unit's id or name, of a branch, a note or the hash; empty: all.
/// `cycle_unknown`, `edition_absent`, `view_not_permitted`.
[[nodiscard]] Checked<ledger::Value> evidence(const Scope& scope, int year,
                                              const std::string& text);

bool shows_evidence(const Scope& scope, const ledger::Digest& hash);

}  // namespace heng::view
