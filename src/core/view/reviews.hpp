#pragma once
/// @file
/// The review (述职评议, A14.3): scores, entries, ballots. Nothing here leads from a ballot to who
/// cast it: the box is never read, one-time codes are left out, and small groups show only totals.
#include "core/view/scope.hpp"

namespace heng::view {

/// The scores of the participants that the actor sees, by domain and id: {"id", "unit_name",
/// "domain", "score", "given_by", "waiting"}; "waiting" is an entry that nobody has confirmed, and
/// not for units. These refuse `view_not_permitted`, `cycle_unknown` and `edition_absent`.
[[nodiscard]] Checked<ledger::Value> reviews(const Scope& scope, int year);

/// The scores handed in: {"id", "unit", "unit_name", "score", "stage", "reason", "evidence",
/// "entered_on"}; a unit sees its own that were confirmed.
[[nodiscard]] Checked<ledger::Value> review_entries(const Scope& scope, int year);

/// The ballots of the domains that the actor sees: {"id", "domain", "opened_on", "stage",
/// "is_on_paper", "is_counted_once"}.
[[nodiscard]] Checked<ledger::Value> ballots(const Scope& scope, int year);

/// The same of one, with "units", "groups", "coefficients", "validity", and once it is closed
/// "tallies", "merged" and "scores". The first of two counts is not shown, so that nobody copies
/// it. `record_unknown`.
[[nodiscard]] Checked<ledger::Value> ballot(const Scope& scope, int year, cycle::BallotId id);

}  // namespace heng::view
