#pragma once
/// @file
/// Tables whose rows are commands: a column for each field of an act. And tables of plain texts.
#include "app/formats.hpp"

#include <span>
#include <string>
#include <vector>

namespace heng::csv {

/// The rows of `path` as the bodies of commands. An empty cell leaves its field out; several texts
/// or hashes stand in one cell, separated by `;`.
/// A text guarded against spreadsheet programs (see print_sheet.hpp) is taken without its guard.
/// @param fields  of the act, by their names or as people call them; a column that is none of them,
/// nor in `ignored`, is `field_unknown`.
/// @returns the bodies, or everything that is wrong with the form of the table: `file_unreadable`,
///   `csv_…`, `field_malformed` for numbers and flags. What the act refuses is not looked for.
[[nodiscard]] Checked<app::CommandTable> read_commands(const std::string& path,
                                                       std::span<const act::Field> fields,
                                                       std::span<const std::string> ignored);

/// Writes the whole table or nothing. @returns `file_unwritable`
[[nodiscard]] Result<void> write_table(const std::string& path, const app::TextTable& table);

}  // namespace heng::csv
