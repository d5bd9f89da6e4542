#pragma once
/// @file
/// A workbook before any file format: sheets of cells, formulas with the values that the engine
/// gives them, and how a sheet is printed. A spreadsheet program computes the formulas again; who
/// only looks sees what the engine computed. Rows and columns count from 0, formulas from A1.
#include "core/base/decimal.hpp"
#include "core/ledger/time_text.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace heng::report {

/// A formula without its equals sign, and what it gives. Only functions that Excel 2010, WPS and
/// LibreOffice share.
struct Formula {
    std::string text;
    std::variant<Decimal, std::string> value;
    bool operator==(const Formula&) const = default;
};

/// A text is never taken for a formula, whatever it begins with.
using CellValue = std::variant<std::monostate, std::string, Decimal, ledger::Date, Formula>;

/// What a cell is for; the writer gives each its face.
enum class Paint : std::uint8_t {
    plain,    ///< Without a frame.
    title,    ///< Over the whole sheet.
    note,     ///< Small, without a frame.
    heading,  ///< Of a column or a row.
    fact,     ///< Recorded or decided by people: what an auditor may try out.
    entry,    ///< To be filled in; kept as it is typed, also 007 and 2021-06-30.
    step,     ///< Computed on the way.
    result,   ///< Computed, and what the sheet is there for.
};

enum class Across : std::uint8_t { left, centre, right };

struct Look {
    Paint paint = Paint::plain;
    Across across = Across::left;
    std::int8_t places = -1;  ///< Decimals shown; below 0 as many as the number has.
    bool operator==(const Look&) const = default;
};

struct Cell {
    CellValue value;
    Look look;
    bool operator==(const Cell&) const = default;
};

/// Both ends included.
struct CellRange {
    std::uint32_t first_row = 0;
    std::uint16_t first_column = 0;
    std::uint32_t last_row = 0;
    std::uint16_t last_column = 0;
    bool operator==(const CellRange&) const = default;
};

/// What may be entered in a range: one of the choices, or one of those in other cells.
struct Choices {
    CellRange at;
    std::vector<std::string> words;  ///< Together at most 255 characters.
    std::string source;              ///< A range of cells, where `words` is empty.
};

/// The first cells of a row and how a page is laid out; A4 throughout.
struct Page {
    bool landscape = true;
    std::uint32_t repeat_first =
        0;  ///< Rows at the top of every page; none if `repeat_count` is 0.
    std::uint32_t repeat_count = 0;
    std::uint16_t columns = 0;  ///< Printed from the left; 0: all of them.
};

struct BookSheet {
    std::string name;  ///< At most 31 characters, none of []:*?/\ among them.
    std::vector<std::vector<Cell>> rows;
    std::vector<int> widths;        ///< Of columns, in characters of half width.
    std::vector<int> heights;       ///< Of rows, in points; 0 or absent: as the program has it.
    std::vector<CellRange> merged;  ///< The value stands in the first cell.
    std::vector<Choices> choices;
    std::uint32_t frozen_rows = 0;
    std::uint16_t frozen_columns = 0;
    bool can_filter = false;  ///< By the last of the frozen rows.
    std::string head;         ///< Printed above every page.
    Page page;

    /// The cell at this place, made if it is not there yet.
    Cell& at(std::uint32_t row, std::uint16_t column);
    void put(std::uint32_t row, std::uint16_t column, CellValue value, Look look = {});
    /// One value over several cells.
    void merge(CellRange range, CellValue value, Look look);
};

struct Book {
    std::string title;
    std::vector<BookSheet> sheets;
};

/// `C7`, or with `$` before both parts.
std::string cell_name(std::uint32_t row, std::uint16_t column);
std::string fixed_cell(std::uint32_t row, std::uint16_t column);
/// `C`, `AB`.
std::string column_name(std::uint16_t column);
/// How many columns these are. @pre a sheet can have them: 16,384 at most.
template <class Columns>
std::uint16_t column_count(const Columns& columns) {
    return static_cast<std::uint16_t>(std::size(columns));
}
/// `'得分'!` before a place on another sheet.
std::string on_sheet(std::string_view sheet);
/// A text as a formula writes it: in quotes, its own doubled.
std::string quoted(std::string_view text);

/// Half-width characters that a text takes; two for a wide one.
int width_of(std::string_view text);
/// Sets the height of each row from `first` on so that its texts, wrapped to their columns, are
/// seen whole, those of merged cells included.
void fit_heights(BookSheet& sheet, std::uint32_t first);

}  // namespace heng::report
