#include "core/report/book.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <numeric>

namespace heng::report {

namespace {

constexpr int line_height_points = 14;  // of a font of 10 points
constexpr int row_height_points_min = 18;
constexpr int row_height_points_max = 409;  // more is not allowed

/// Lines that `text` takes in a column of `width`.
int lines_of(std::string_view text, int width) {
    int lines = 0;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const int wide = width_of(text.substr(at, end - at));
        lines += std::max(1, (wide + width - 1) / width);
        at = end + 1;
    }
    return lines;
}

/// What the cell shows, as far as it can take several lines.
const std::string* text_of(const Cell& cell) {
    if (const auto* const text = std::get_if<std::string>(&cell.value)) return text;
    if (const auto* const formula = std::get_if<Formula>(&cell.value))
        return std::get_if<std::string>(&formula->value);
    return nullptr;
}

int width_between(const BookSheet& sheet, std::uint16_t first, std::uint16_t last) {
    int width = 0;
    for (std::size_t i = first; i <= last; ++i)
        width += i < sheet.widths.size() ? sheet.widths[i] : 9;
    return std::max(width - 1, 1);  // a little is lost to the frame
}

bool is_merged_over_rows(const BookSheet& sheet, std::uint32_t row, std::uint16_t column) {
    return std::any_of(sheet.merged.begin(), sheet.merged.end(), [&](const CellRange& range) {
        return range.first_row == row && range.first_column == column &&
               range.last_row > range.first_row;
    });
}

std::uint16_t last_column_of(const BookSheet& sheet, std::uint32_t row, std::uint16_t column) {
    for (const CellRange& range : sheet.merged)
        if (range.first_row == row && range.first_column == column) return range.last_column;
    return column;
}

int height_of(const BookSheet& sheet, std::uint32_t row) {
    int lines = 1;
    for (std::uint16_t column = 0; column < column_count(sheet.rows[row]); ++column) {
        const std::string* const text = text_of(sheet.rows[row][column]);
        if (text == nullptr || is_merged_over_rows(sheet, row, column)) continue;
        const std::uint16_t last = last_column_of(sheet, row, column);
        lines = std::max(lines, lines_of(*text, width_between(sheet, column, last)));
    }
    return std::clamp(lines * line_height_points + 4, row_height_points_min, row_height_points_max);
}

/// Gives the rows of a merged cell what its text needs beyond them, in equal parts.
void stretch(BookSheet& sheet, const CellRange& range) {
    const std::string* const text = text_of(sheet.rows[range.first_row][range.first_column]);
    if (text == nullptr) return;
    const int width = width_between(sheet, range.first_column, range.last_column);
    const int needed = lines_of(*text, width) * line_height_points + 4;
    const auto first = sheet.heights.begin() + range.first_row;
    const auto last = sheet.heights.begin() + range.last_row + 1;
    const int missing = needed - std::accumulate(first, last, 0);
    if (missing <= 0) return;
    const auto rows = static_cast<int>(last - first);
    for (auto height = first; height != last; ++height)
        *height = std::min(*height + (missing + rows - 1) / rows, row_height_points_max);
}

}  // namespace

Cell& BookSheet::at(std::uint32_t row, std::uint16_t column) {
    if (rows.size() <= row) rows.resize(row + 1);
    if (rows[row].size() <= column) rows[row].resize(column + std::size_t{1});
    return rows[row][column];
}

void BookSheet::put(std::uint32_t row, std::uint16_t column, CellValue value, Look look) {
    at(row, column) = {std::move(value), look};
}

void BookSheet::merge(CellRange range, CellValue value, Look look) {
    for (std::uint32_t row = range.first_row; row <= range.last_row; ++row)
        for (std::uint16_t column = range.first_column; column <= range.last_column; ++column)
            at(row, column).look = look;
    at(range.first_row, range.first_column).value = std::move(value);
    if (range.first_row != range.last_row || range.first_column != range.last_column)
        merged.push_back(range);
}

std::string column_name(std::uint16_t column) {
    std::string out;
    for (unsigned rest = column + 1U; rest > 0; rest = (rest - 1) / 26)
        out.insert(out.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return out;
}

std::string cell_name(std::uint32_t row, std::uint16_t column) {
    return column_name(column) + std::to_string(row + 1);
}

std::string fixed_cell(std::uint32_t row, std::uint16_t column) {
    return '$' + column_name(column) + '$' + std::to_string(row + 1);
}

std::string on_sheet(std::string_view sheet) {
    return '\'' + std::string(sheet) + "'!";
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        out += c;
        if (c == '"') out += c;
    }
    return out + '"';
}

int width_of(std::string_view text) {
    int width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint one = decode_utf8(text, at);
        constexpr char32_t wide_from = 0x2000;  // dashes, quotes and all of Chinese
        width += one.value >= wide_from ? 2 : 1;
        at += one.length;
    }
    return width;
}

void fit_heights(BookSheet& sheet, std::uint32_t first) {
    constexpr int title_height_points = 28;
    sheet.heights.assign(sheet.rows.size(), title_height_points);
    for (std::uint32_t row = first; row < sheet.rows.size(); ++row)
        sheet.heights[row] = height_of(sheet, row);
    for (const CellRange& range : sheet.merged)
        if (range.first_row >= first && range.last_row > range.first_row) stretch(sheet, range);
}

}  // namespace heng::report
