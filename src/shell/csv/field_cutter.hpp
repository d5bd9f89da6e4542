#pragma once
/// @file
/// Cuts rows into fields, the quick way where that will do.
#include "shell/csv/flaws.hpp"
#include "shell/csv/plain_row.hpp"
#include "shell/csv/row_reader.hpp"

#include <cstddef>
#include <string_view>

namespace heng::csv {

class FieldCutter {
public:
    /// For a table whose rows should have `fields` fields. The table must outlive it.
    FieldCutter(std::string_view table, std::size_t fields);

    /// `PlainRow` may try rows that begin before this.
    std::size_t plain_end() const { return plain_end_; }

    /// Cuts the row that begins at `at`. @returns where the next one begins.
    std::size_t cut(std::size_t at);

    /// Of the row cut last; a field has no text beyond the next cut.
    std::size_t field_count() const { return is_plain_ ? fields_ : row_->fields.size(); }
    std::string_view text(std::size_t field) const {
        return is_plain_ ? plain_[field] : row_->fields[field].text;
    }
    /// Where a field begins in the table, its quotation mark included.
    std::size_t offset(std::size_t field) const {
        return is_plain_ ? static_cast<std::size_t>(plain_.begin(field) - table_.data())
                         : row_->fields[field].offset;
    }
    bool is_blank() const { return field_count() == 1 && text(0).empty(); }

    /// Adds what is wrong with the row as a whole: `csv_quote_open`, `csv_fields_differ`.
    /// @returns whether it can be read on.
    bool check(Flaws& flaws) const;

private:
    bool cut_plain(const char* row);

    std::string_view table_;
    std::size_t fields_;
    std::size_t plain_end_ = 0;
    PlainRow plain_;
    RowReader reader_;
    bool is_plain_ = false;     ///< Whether the row cut last is that of `plain_`.
    const Row* row_ = nullptr;  ///< Else it is this one.
    std::size_t begin_ = 0;
};

}  // namespace heng::csv
