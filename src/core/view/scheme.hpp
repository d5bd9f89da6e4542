#pragma once
/// @file
/// The year's indicators (A8): the edition in force, drafts and how they come about, what one
/// changes against another, and what a change would do to the year.
#include "core/view/scope.hpp"

namespace heng::view {

/// The scheme of an edition, of the one in force if none is named: as `print_scheme` writes it,
/// with "id", the edition, and "from". `cycle_unknown`, `edition_absent`, `record_unknown`.
[[nodiscard]] Checked<ledger::Value> scheme(const Scope& scope, int year,
                                            const std::optional<std::string>& edition);
/// The scheme of a draft, with "id", "stage" and "note". `cycle_unknown`, `record_unknown`.
[[nodiscard]] Checked<ledger::Value> draft(const Scope& scope, int year, cycle::DraftId id);

/// The scheme itself, for those who work on it further. Refused like `draft`.
[[nodiscard]] Checked<scheme::Scheme> draft_scheme(const Scope& scope, int year, cycle::DraftId id);
/// {"id", "files"}: the files that the draft is made of, by name, as `consolidate_indicators` takes
/// them. Refused like `draft`.
[[nodiscard]] Checked<ledger::Value> draft_files(const Scope& scope, int year, cycle::DraftId id);

/// Rows {"id", "stage", "note", "is_current", "edition"}. These refuse `view_not_permitted` and
/// `cycle_unknown`.
[[nodiscard]] Checked<ledger::Value> drafts(const Scope& scope, int year);
/// Rows {"id", "body", "domain", "task", "clause", "text", "reason"}.
[[nodiscard]] Checked<ledger::Value> proposals(const Scope& scope, int year);
/// Rows {"id", "unit", "unit_name", "text"}; a unit sees its own.
[[nodiscard]] Checked<ledger::Value> comments(const Scope& scope, int year);
/// Rows {"id", "body", "domain", "task", "clause", "text", "reason", "stage", "answer", "draft"}.
[[nodiscard]] Checked<ledger::Value> changes(const Scope& scope, int year);

/// What the draft `after` changes against `before`, of any years: rows {"id", "kind", "part",
/// "domain", "item", "field", "before", "after"}. `record_unknown`, also of drafts that are not
/// for the actor to see.
[[nodiscard]] Checked<ledger::Value> scheme_diff(const Scope& scope, cycle::DraftId before,
                                                 cycle::DraftId after);
/// The same of a candidate that is not in the ledger yet, against the year's current draft.
/// `view_not_permitted`, `cycle_unknown`, `record_unknown` where there is none.
[[nodiscard]] Checked<ledger::Value> scheme_diff(const Scope& scope, int year,
                                                 const cycle::Rulebook& candidate);

/// What the candidate would do to the year's findings (A8.12): {"id", "gains", "loses",
/// "grades_changed", "disturbs_findings", "moves", "without_clause", "read_otherwise"}; a move has
/// {"id", "unit_name", "total_before", "total_after", "rank_before", …, "grade_after"}.
/// `cycle_unknown`, `edition_absent`, `view_not_permitted`: only those who grade see it.
[[nodiscard]] Checked<ledger::Value> dry_run(const Scope& scope, int year,
                                             const cycle::Rulebook& candidate);

}  // namespace heng::view
