#pragma once
/// @file
/// What every table file is before anyone reads a meaning into it: cells with their address, and
/// lines with their number.
#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace heng::intake {

/// A cell where it begins; a merged one covers `rows` by `columns` places.
struct Cell {
    std::size_t row = 0;     ///< From 0.
    std::size_t column = 0;  ///< From 0.
    std::size_t rows = 1;
    std::size_t columns = 1;
    std::string text;  ///< Line breaks inside the cell are \n.
    std::string
        address;  ///< As people find it: Sheet1!C7, 表1 第7行第3列. Empty where `line` says it.
    std::size_t line = 0;  ///< From 1, where the file has lines.
};

/// One sheet, or one table of a document.
struct Grid {
    std::string file;
    std::string name;   ///< Of the sheet; empty for others.
    std::string title;  ///< The paragraph before the table.
    std::vector<Cell>
        cells;  ///< In the order of their rows, then columns; blank ones may be missing.
    std::string guessed = {};  ///< The encoding its bytes were taken for, if they did not say it.
};

/// Plain text, such as a page or a PDF gives.
struct PlainText {
    std::string file;
    std::string text;
    std::string guessed = {};  ///< See Grid.
};

using Source = std::variant<std::vector<Grid>, PlainText>;

/// C7 for row 6 and column 2.
std::string cell_name(std::size_t row, std::size_t column);

}  // namespace heng::intake
