#pragma once
/// @file
/// What the year has asked of each unit, counted, so that nobody asks for more than the regulation
/// does (DESIGN: what the law forbids).
#include "core/view/scope.hpp"

namespace heng::view {

/// Rows by domain and id: {"id", "unit_name", "domain", "reminders", "circulars", "supervisions",
/// "self_checks", "explanations", "total", "reports"}. The total counts what was asked; "reports"
/// is how often the unit has answered about matters, and no part of it. Refused are
/// `view_not_permitted`, `cycle_unknown`, `edition_absent`.
[[nodiscard]] Checked<ledger::Value> burden(const Scope& scope, int year);

}  // namespace heng::view
