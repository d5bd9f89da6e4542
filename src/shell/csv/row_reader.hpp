#pragma once
/// @file
/// Reads rows by the whole rules of CSV (RFC 4180): quoted fields, commas and line breaks inside
/// them, CRLF.
#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::csv {

struct Field {
    std::string_view text;   ///< Without its quotation marks; doubled ones inside are single.
    std::size_t offset = 0;  ///< Where it begins in the table, its quotation mark included.
};

struct Row {
    std::size_t begin = 0;
    std::size_t next = 0;  ///< Where the next row begins.
    std::vector<Field> fields;
    /// The field whose quotation mark is not closed, or is closed before the field ends.
    std::optional<std::size_t> open_quote;
};

class RowReader {
public:
    /// `table` must outlive it.
    explicit RowReader(std::string_view table) : table_(table) {}

    /// The row that begins at `begin`; it and its fields stay valid until the next call.
    /// @pre begin < table.size()
    const Row& read(std::size_t begin);

private:
    /// Each reads a field that begins at `at`, and says where it ends.
    std::size_t read_plain(std::size_t at);
    std::size_t read_quoted(std::size_t at);

    bool is_row_end(std::size_t at) const;

    std::string_view table_;
    Row row_;
    std::deque<std::string> unquoted_;  ///< Texts of fields that hold doubled quotation marks.
};

}  // namespace heng::csv
