#pragma once
/// @file
/// Cells of a table as the fields of acts.
#include "app/formats.hpp"
#include "core/intake/grid.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace heng::app {

/// The field that a column heads, by its name or its Chinese title; nullptr for none.
const act::Field* find_field(std::span<const act::Field> fields, std::string_view title);

/// The cell as a value of the kind; nothing where it is none. Several texts or hashes stand in one
/// cell, separated by `;`. Rows and schemes have no place in a cell.
std::optional<ledger::Value> cell_value(act::Kind kind, std::string_view cell);

/// The same for a cell that people typed in a sheet: full-width digits, 2021/3/31 and
/// 2021年3月31日, 是 and 否.
std::optional<ledger::Value> typed_value(act::Kind kind, std::string_view cell);

/// The rows below the titles as bodies of commands. The titles are in the first row of two cells or
/// more.
/// @returns them, or everything that is wrong with the form of the sheet, each with its cell:
/// `csv_empty`,
///   `csv_header_duplicate`, `field_unknown`, `field_malformed`.
[[nodiscard]] Checked<CommandTable> commands_of(const intake::Grid& grid,
                                                std::span<const act::Field> fields,
                                                std::span<const std::string> ignored);

}  // namespace heng::app
