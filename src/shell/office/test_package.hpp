#pragma once
/// @file
/// Office files for tests, made of text.
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace heng::office::test {

/// A zip archive of these parts, packed.
std::string package_of(const std::map<std::string, std::string>& parts);

/// The parts of a workbook with one sheet, whose `sheetData` and what follows it is given.
std::map<std::string, std::string> workbook_parts(std::string_view sheet);
/// A workbook of one sheet: rows of cells; `merges` are areas such as A1:E1.
std::string workbook_of(const std::vector<std::vector<std::string>>& rows,
                        const std::vector<std::string>& merges = {});

/// The parts of a document whose body is given.
std::map<std::string, std::string> document_parts(std::string_view body);
std::string paragraph(std::string_view text);
/// A w:tc of a paragraph for each line of `text`; `properties` are those of its w:tcPr.
std::string table_cell(std::string_view text, std::string_view properties = "");

std::string escaped(std::string_view text);

}  // namespace heng::office::test
