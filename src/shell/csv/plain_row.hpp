#pragma once
/// @file
/// Cuts a short row at its commas, without a loop over its bytes.
#include "shell/csv/bytes.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace heng::csv {

class PlainRow {
public:
    static constexpr std::size_t fields_max = 16;
    /// The row's bytes, and two words that begin in it; they must be readable.
    static constexpr std::size_t readable_bytes = 64 + 16;

    /// Cuts the row at `row` into `fields` fields, as if quotation marks meant nothing. @returns
    /// false for a row that is longer or has another number of fields: `RowReader` reads that one.
    /// @pre 2 <= fields <= fields_max
    bool cut(const char* row, std::size_t fields) {
        std::uint64_t newlines = match_32(row, '\n');
        std::uint64_t commas = match_32(row, ',');
        if (newlines == 0) [[unlikely]] {
            newlines = std::uint64_t{match_32(row + 32, '\n')} << 32U;
            commas |= std::uint64_t{match_32(row + 32, ',')} << 32U;
        }
        const std::uint64_t before_end = (newlines & (0 - newlines)) - 1;
        commas &= before_end;
        row_ = row;
        begins_[0] = 0;
        std::uint64_t last_comma = 0;
        constexpr std::uint64_t guard = std::uint64_t{1} << 63U;  // Where there is no comma left.
        for (std::size_t i = 1; i < fields; ++i) {
            last_comma = commas;
            begins_[i] = static_cast<unsigned>(__builtin_ctzll(commas | guard)) + 1;
            commas &= commas - 1;
        }
        const auto length = static_cast<unsigned>(std::countr_zero(newlines));
        length_ = length + 1;
        if ((newlines == 0) | (last_comma == 0) | (commas != 0)) [[unlikely]]
            return false;
        const bool has_return = row[length - 1] == '\r';  // Its commas make it longer than nothing.
        begins_[fields] = length + (has_return ? 0 : 1);
        return true;
    }

    const char* begin(std::size_t field) const { return row_ + begins_[field]; }
    std::size_t size(std::size_t field) const { return begins_[field + 1] - begins_[field] - 1; }
    std::string_view operator[](std::size_t field) const { return {begin(field), size(field)}; }

    /// Whether a field is quoted, so that the cut means nothing: marks elsewhere are text.
    bool is_quoted(std::size_t field) const { return *begin(field) == '"'; }

    /// With its line end.
    std::size_t length() const { return length_; }

private:
    const char* row_ = nullptr;
    unsigned length_ = 0;
    std::array<unsigned, fields_max + 1> begins_;  ///< Of each field, and one behind the last.
};

}  // namespace heng::csv
