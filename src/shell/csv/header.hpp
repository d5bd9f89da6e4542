#pragma once
/// @file
/// The first row of a table: which column stands where.
#include "shell/csv/flaws.hpp"
#include "shell/csv/row_reader.hpp"

#include <cstddef>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

namespace heng::csv {

/// A column that we read; a table may have others.
struct Column {
    std::string_view name;
    bool is_required = true;
};

class Header {
public:
    /// Finds `columns` in the first row of `text`. What is wrong with it goes to `flaws`:
    /// `csv_empty`, `text_not_utf8`, `csv_quote_open`, `csv_header_missing`,
    /// `csv_header_duplicate`.
    Header(std::string_view text, std::span<const Column> columns, Flaws& flaws);

    static constexpr std::size_t absent = std::numeric_limits<std::size_t>::max();

    /// The field in which a column stands, by its number in `columns`; `absent` for an optional
    /// one.
    std::size_t field_of(std::size_t column) const { return fields_of_[column]; }
    /// How many fields each row has.
    std::size_t fields() const { return fields_; }
    /// Where the rows begin.
    std::size_t rows_begin() const { return rows_begin_; }

private:
    std::vector<std::size_t> fields_of_;
    std::size_t fields_ = 0;
    std::size_t rows_begin_ = 0;
};

}  // namespace heng::csv
