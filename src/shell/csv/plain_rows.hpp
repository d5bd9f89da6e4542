#pragma once
/// @file
/// Cuts rows without quotation marks at their commas, without a loop over their bytes. It looks for
/// separators some rows ahead, so that a row need not wait until the one before it is cut.
#include "shell/csv/bytes.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

namespace heng::csv {

/// A row cut into fields. Sixteen bytes from the begin of a field on are readable.
class PlainRow {
public:
    const char* begin(std::size_t field) const { return text_ + places_[field]; }
    std::size_t size(std::size_t field) const {
        return std::size_t{places_[field + 1]} - places_[field] - gaps_[field];
    }
    std::string_view operator[](std::size_t field) const { return {begin(field), size(field)}; }

private:
    friend class PlainRows;
    using Place = std::uint16_t;

    const char* text_ = nullptr;
    const Place* places_ = nullptr;  ///< Where each field begins, and the row behind this one.
    const Place* gaps_ = nullptr;    ///< What stands between a field and the next.
};

class PlainRows {
public:
    static constexpr std::size_t fields_max = 16;

    /// For rows of `fields` fields. The table must outlive it. @pre 2 <= fields <= fields_max
    PlainRows(std::string_view table, std::size_t fields) : table_(table), fields_(fields) {
        gaps_.fill(1);
    }

    /// Cuts the row that begins at `at`. @returns false for a row that it cannot cut, or that has
    /// another number of fields: `RowReader` reads that one.
    bool cut(std::size_t at) {
        if (at == end_) {
            first_ += fields_;
        } else if (at != window_ + places_[first_]) {
            first_ = find(at);
        }
        if (first_ >= checked_ && !look_ahead(at)) [[unlikely]]
            return false;
        end_ = window_ + places_[first_ + fields_];
        return true;
    }

    /// The row cut last, until the next cut.
    PlainRow row() const {
        PlainRow row;
        row.text_ = table_.data() + window_;
        row.places_ = &places_[first_];
        row.gaps_ = gaps_.data();
        return row;
    }

    /// Where the next row begins.
    std::size_t end() const { return end_; }

private:
    using Place = PlainRow::Place;

    static constexpr std::size_t window_bytes = 4096;
    static constexpr std::size_t readable_bytes = 16;
    static constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

    /// Which of the places known is `at`, or one behind the last.
    std::size_t find(std::size_t at) const;
    /// Checks the rows from `first_` on; finds places from `at` on if not even one row is known.
    bool look_ahead(std::size_t at);
    /// Finds the separators from `at` on, up to the next quotation mark.
    void find_places(std::size_t at);

    std::string_view table_;
    std::size_t fields_;
    std::size_t window_ = 0;   ///< Where the places count from.
    std::size_t first_ = 0;    ///< Into `places_`, of the row cut last.
    std::size_t checked_ = 0;  ///< Rows that begin before this one are whole.
    std::size_t last_ = 0;
    std::size_t end_ = nowhere;
    bool has_returns_ = false;  ///< Lines end with CRLF.
    std::array<Place, fields_max> gaps_{};
    /// Where the first row of the window begins, then the places behind the separators.
    std::array<Place, window_bytes + 4> places_{};
};

}  // namespace heng::csv
