#pragma once
/// @file
/// From the two tables of a year to its results: what `heng score` does before it writes.
#include "app/year.hpp"
#include "shell/csv/table_text.hpp"

#include <tl/expected.hpp>

namespace heng::csv {

using Scored = tl::expected<app::Year, app::Rejection>;

/// Reads, scores and grades a year. The scheme must outlive the result.
/// @returns the year, or what is wrong with its tables, the units' before the findings'; see
/// `read_units`
///   and `read_findings`, and `file_unreadable`. @pre the scheme has passed check_structure.
[[nodiscard]] Scored score_files(const scheme::Scheme& scheme, const app::YearFiles& files,
                                 const app::RunOptions& options);

/// The same for tables in memory.
[[nodiscard]] Scored score_tables(const scheme::Scheme& scheme, const TableText& units,
                                  const TableText& findings, const app::RunOptions& options);

}  // namespace heng::csv
