#pragma once
/// @file
/// A workbook as the bytes of an .xlsx file (INT-9). The same book gives the same bytes: no time,
/// no name of a user or machine goes in.
#include "core/base/result.hpp"
#include "core/report/book.hpp"

#include <string>

namespace heng::xlsx {

/// The bytes, for Excel 2010 and later, WPS and LibreOffice. What XML cannot carry is left out of
/// texts; a text longer than a cell may hold is cut, and says so.
/// @returns them, or `file_unwritable` if there is no room for temporary files.
/// @pre names of sheets are as `report::BookSheet` says.
[[nodiscard]] Result<std::string> write_book(const report::Book& book);

}  // namespace heng::xlsx
