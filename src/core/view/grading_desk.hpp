#pragma once
/// @file
/// The desk at which grades are decided (A15, A16): what the rules propose, which questions they
/// leave to people, what was deliberated about them and why, and how the quota is used.
#include "core/view/scope.hpp"

namespace heng::view {

/// {"id", "stage", "proposal", "is_current", "approval", "domains", "deliberations", "objections"}:
///   - "is_current"   the proposal on record is what the rules make of the facts today; null
///     before there is one;
///   - "domains"      each with "quota", "good_used" and its "rows" in the order of ranks;
///   - of a row, "is_open" says that a question has no answer, "settled" is the deliberation that
///     holds and "grade" what comes of both;
///   - "deliberations"   all of them, those set aside with the reason why;
///   - "objections"   why the grades cannot be approved as they stand: {"code", "text"}.
/// Refused are `cycle_unknown`, `edition_absent`, `view_not_permitted`.
[[nodiscard]] Checked<ledger::Value> grading_desk(const Scope& scope, int year);

}  // namespace heng::view
