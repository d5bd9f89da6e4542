#pragma once
/// @file
/// Cuts rows into fields, the quick way where that will do.
#include "shell/csv/flaws.hpp"
#include "shell/csv/plain_row.hpp"
#include "shell/csv/row_reader.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace heng::csv {

class FieldCutter {
public:
    /// For a table whose rows should have `fields` fields. The table must outlive it.
    FieldCutter(std::string_view table, std::size_t fields);

    /// Whether `PlainRow` may try the row at `at`.
    bool is_plain_safe(std::size_t at) const { return at < plain_end_; }

    /// Cuts the row that begins at `at`. @returns where the next one begins.
    std::size_t cut(std::size_t at);

    /// Of the row cut last; they have no text beyond the next cut.
    std::span<const Field> fields() const { return fields_; }
    bool is_blank() const { return fields_.size() == 1 && fields_.front().text.empty(); }

    /// Adds what is wrong with the row as a whole: `csv_quote_open`, `csv_fields_differ`.
    /// @returns whether it can be read on.
    bool check(Flaws& flaws) const;

private:
    std::string_view table_;
    std::size_t field_count_;
    std::size_t plain_end_ = 0;
    RowReader reader_;
    std::array<Field, PlainRow::fields_max> plain_fields_;
    std::span<const Field> fields_;
    std::size_t begin_ = 0;
    std::optional<std::size_t> open_quote_;
};

}  // namespace heng::csv
