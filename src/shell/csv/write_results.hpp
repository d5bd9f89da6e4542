#pragma once
/// @file
/// Writes the results of a year: a row for each unit, in the order of the register.
#include "app/year.hpp"
#include "core/base/result.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heng::csv {

/// The columns that a result can have.
enum class ResultColumn {
    unit,
    name,
    domain,
    indicator,
    lost,  ///< What the table holds, less the indicator.
    review,
    total,
    rank,
    grade,
    needs_decision,
};

/// unit, domain, indicator, review, total, rank, grade, needs_decision.
std::vector<ResultColumn> default_columns();

/// Reads `unit,total,grade`. @returns the columns, or `column_unknown`, or `csv_header_duplicate`.
[[nodiscard]] Result<std::vector<ResultColumn>> parse_columns(std::string_view text);

/// The results as text, its rows formatted by several threads and handed on in order, some thousand
/// at a time, to `take`, which returns whether to go on.
void print_results(const app::Year& year, std::span<const ResultColumn> columns,
                   const app::RunOptions& options,
                   const std::function<bool(std::string_view)>& take);

/// Writes the results to a file, or to standard output for `-`. They are written beside the file
/// first, so that it is never half done. @returns `file_unwritable` if that fails; the file is then
/// as before.
[[nodiscard]] Result<void> write_results(const app::Year& year,
                                         std::span<const ResultColumn> columns,
                                         const std::string& path, const app::RunOptions& options);

}  // namespace heng::csv
