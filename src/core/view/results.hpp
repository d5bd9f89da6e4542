#pragma once
/// @file
/// The published results, version by version (A15, A16). Of others a unit learns nothing: not their
/// rows, nor that a version was made for them.
#include "core/view/scope.hpp"

namespace heng::view {

/// The versions of which the actor sees a row that moved, the first one among them:
/// {"id", "published_on", "cause", "moved"}; "moved" has {"id", "unit_name", "before", "after"} of
/// the units that he sees, each with rank, total and grade. Empty before publication.
/// Refused are `view_not_permitted`, `cycle_unknown`, `edition_absent`.
[[nodiscard]] Checked<ledger::Value> results(const Scope& scope, int year);

/// The rows of one version that the actor sees: {"id", "unit_name", "domain", "domain_name",
/// "rank", "indicator", "review", "total", "grade", "grade_name", "reasons", "entails"}; by domain
/// and rank. `record_unknown` for a version that is not in `results`.
[[nodiscard]] Checked<ledger::Value> result(const Scope& scope, int year, std::int64_t version);

}  // namespace heng::view
