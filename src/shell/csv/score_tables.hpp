#pragma once
/// @file
/// From the tables of a year to its results: what `heng score` does before it writes.
#include "app/year.hpp"
#include "shell/csv/table_text.hpp"

#include <tl/expected.hpp>

namespace heng::csv {

using Scored = tl::expected<app::Year, app::Rejection>;

/// Reads, scores and grades a year, and applies the decisions on it. The scheme must outlive the
/// result.
/// @returns the year, or what is wrong with its tables: units, findings, decisions, in this order;
///   see `read_units`, `read_findings`, `read_decisions` and `file_unreadable`; if nothing is,
///   what forbids the decisions, see `app::Year::decide`.
/// @pre the scheme has passed check_structure.
[[nodiscard]] Scored score_files(const scheme::Scheme& scheme, const app::YearFiles& files,
                                 const app::RunOptions& options);

/// The same for tables in memory. `decisions` is null where there are none.
[[nodiscard]] Scored score_tables(const scheme::Scheme& scheme, const TableText& units,
                                  const TableText& findings, const app::RunOptions& options,
                                  const TableText* decisions = nullptr);

}  // namespace heng::csv
