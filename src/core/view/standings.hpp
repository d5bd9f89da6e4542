#pragma once
/// @file
/// How the units of a domain stand by the rules, before anything is published (A14 to A16): for
/// those who grade. What others may know of ranks is in `results`.
#include "core/view/scope.hpp"

namespace heng::view {

/// {"id", "domain", "domain_name", "quota", "is_complete", "rows"}; of a row "id" is the unit,
/// then "rank", "indicator", "review", "total", "proposed", "questions", "bearing" and the range of
/// grades that the facts leave open. Rows by rank, then in the order of ids.
/// Refused are `cycle_unknown`, `edition_absent`, `view_not_permitted`, `record_unknown`.
[[nodiscard]] Checked<ledger::Value> standings(const Scope& scope, int year,
                                               const cycle::DomainId& domain);

}  // namespace heng::view
