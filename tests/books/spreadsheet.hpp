#pragma once
/// @file
/// A spreadsheet program for tests: LibreOffice without a screen, under a profile of its own that
/// computes every formula of a file when it opens it.
#include "core/report/book.hpp"

#include <map>
#include <string>
#include <vector>

namespace heng::books {

/// What the cells of a sheet show, in full precision; missing ones are empty.
using Grid = std::vector<std::vector<std::string>>;
/// By the name of the sheet.
using Computed = std::map<std::string, Grid>;

/// Whether there is a LibreOffice on this machine.
bool has_spreadsheet();

/// Every workbook as the program computes it, by the names given. Their formulas come with wrong
/// values, so that only what was computed again can be right.
/// @returns nothing for a name that the program could not read.
std::map<std::string, Computed> compute(const std::map<std::string, report::Book>& books);

/// The cells whose formula gives something else than the book says; one line each, at most 20.
std::string differences(const report::Book& book, const Computed& computed);

/// How many formulas the book has.
std::size_t count_formulas(const report::Book& book);

}  // namespace heng::books
