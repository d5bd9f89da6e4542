#pragma once
/// @file
/// A sheet of a workbook as CSV for spreadsheet programs: UTF-8 with a byte order mark.
#include "core/report/book.hpp"

#include <string>
#include <string_view>

namespace heng::csv {

/// The cells of all rows, formulas by their values, as many cells in each row. A text that a
/// spreadsheet would take for a formula gets an apostrophe before it, see `guarded`.
std::string print_sheet(const report::BookSheet& sheet);

/// `text` with an apostrophe before it where a spreadsheet would take it for a formula: it begins
/// with one of = + - @, a tab or a line's end; or where it only differs from such a text by
/// apostrophes in front, so that `unguarded` gives back every text.
std::string guarded(std::string_view text);
std::string_view unguarded(std::string_view text);

}  // namespace heng::csv
