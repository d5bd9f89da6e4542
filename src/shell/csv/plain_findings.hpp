#pragma once
/// @file
/// The quick way into the lists, for findings without anything special. It never says what is
/// wrong: a row that it does not take is read again by the whole rules.
#include "app/finding_lists.hpp"
#include "shell/csv/finding_reading.hpp"
#include "shell/csv/plain_row.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <string_view>
#include <vector>

namespace heng::csv {

template <class Ids>
class PlainFindings {
public:
    PlainFindings(const FindingReading& reading, const Ids& ids, app::FindingLists& lists)
        : reading_(reading), ids_(ids), lists_(lists) {
        for (const std::size_t column : {case_id, occurred_on, note}) {
            if (reading.has(column)) optional_.push_back(reading.header.field_of(column));
        }
        for (std::size_t field = 0; field < fields_; ++field) {
            const bool is_read =
                field == unit_ || field == branch_ || field == value_ || field == status_;
            if (!is_read) others_.push_back(field);
        }
    }

    /// Takes in the rows from `at` on, up to one that begins at `end` or behind it, is not short,
    /// or has something special about it. @returns where that one begins.
    /// @pre `PlainRow::readable_bytes` are readable from each of them on, and the header has no
    /// more fields than `PlainRow`
    std::size_t take(const char* text, std::size_t at, std::size_t end) {
        if constexpr (Ids::look_ahead > 1) return take_some(text, at, end);
        PlainRow row;
        while (at < end && row.cut(text + at, fields_) && take(row)) at += row.length();
        return at;
    }

private:
    static constexpr std::uint32_t no_value = std::numeric_limits<std::uint32_t>::max();

    /// Takes in the row unless there is something special about it. Quotation marks need no look of
    /// their own in the value and the status. Inline, for every row passes here and a call would
    /// cost a tenth of it.
    [[gnu::always_inline]] bool take(const PlainRow& row) {
        const UnitIndex unit_index = ids_.find_readable(row[unit_]);
        if (unit_index == no_unit) return false;
        lists_.expect(unit_index);
        const KnownBranch* const known = reading_.branches.find_readable(row[branch_]);
        const StatusTable::Slot* const state = reading_.statuses.find(row[status_]);
        if (known == nullptr || state == nullptr) return false;
        const std::uint32_t amount = whole_value(row[value_]);
        const bool is_plain = (amount >= known->plain_low) & (amount <= known->plain_high) &
                              (unit_index != watched_) & !row.is_quoted(unit_) &
                              !row.is_quoted(branch_);
        if (!is_plain || (has_others_ && is_special(row))) return false;
        if (with_domains_ && !reading_.is_of_domain(unit_index, *known)) return false;
        lists_.append(unit_index, known->branch, amount, state->counts);
        return true;
    }

    /// The same, some rows at a time, so that their units can be expected.
    std::size_t take_some(const char* text, std::size_t at, std::size_t end) {
        while (at < end) {
            std::size_t count = 0;
            for (std::size_t next = at; count < rows_.size() && next < end; ++count) {
                PlainRow& row = rows_[count];
                if (!row.cut(text + next, fields_)) break;
                ids_.expect(row[unit_]);
                next += row.length();
            }
            for (std::size_t i = 0; i < count; ++i) {
                if (!take(rows_[i])) return at;
                at += rows_[i].length();
            }
            if (count < rows_.size()) break;
        }
        return at;
    }

    /// A value of digits alone, or `no_value`.
    static std::uint32_t whole_value(std::string_view text) {
        if (text.size() == 1) {
            const auto digit = static_cast<std::uint32_t>(text[0] - '0');
            return digit < 10 ? digit : no_value;
        }
        if (text.size() - 1 >= 8) return no_value;
        const Digits digits(load_word(text.data()), text.size());
        return digits.are_all() ? digits.value() : no_value;
    }

    /// Something in a field that is seldom filled, or a quotation mark in one that is passed over.
    bool is_special(const PlainRow& row) const {
        bool is_special = false;
        for (const std::size_t field : optional_) is_special |= row.size(field) != 0;
        for (const std::size_t field : others_) is_special |= row.is_quoted(field);
        return is_special;
    }

    const FindingReading& reading_;
    const Ids& ids_;
    app::FindingLists& lists_;
    std::array<PlainRow, Ids::look_ahead> rows_;
    std::size_t fields_ = reading_.header.fields();
    std::size_t unit_ = reading_.header.field_of(unit);
    std::size_t branch_ = reading_.header.field_of(branch);
    std::size_t value_ = reading_.header.field_of(value);
    std::size_t status_ = reading_.header.field_of(status);
    std::vector<std::size_t> optional_;
    std::vector<std::size_t> others_;  ///< Those, and what the reading passes over.
    bool has_others_ = reading_.header.fields() > 4;
    UnitIndex watched_ = reading_.known.watched;
    bool with_domains_ = reading_.known.with_domains;
};

}  // namespace heng::csv
