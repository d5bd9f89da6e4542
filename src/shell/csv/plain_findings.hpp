#pragma once
/// @file
/// The quick way into the lists, for findings without anything special. It never says what is
/// wrong: a row that it does not take is read again by the whole rules.
#include "app/finding_lists.hpp"
#include "shell/csv/finding_reading.hpp"
#include "shell/csv/plain_row.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace heng::csv {

template <class Ids>
class PlainFindings {
public:
    PlainFindings(const FindingReading& reading, const Ids& ids, app::FindingLists& lists)
        : reading_(reading), ids_(ids), lists_(lists), fields_(reading.header.fields()) {
        for (const std::size_t column : {case_id, occurred_on, note}) {
            if (reading.has(column)) optional_.push_back(reading.header.field_of(column));
        }
    }

    /// Takes in the row and says how long it is, or 0 for a row that is not plain.
    /// @pre `PlainRow::readable_bytes` are readable, and the header has no more fields than
    /// `PlainRow`
    std::size_t take(const char* begin) {
        PlainRow row;
        if (!row.cut(begin, fields_)) return 0;
        const UnitIndex unit_index = ids_.find_readable(row[unit_]);
        const std::string_view id = row[branch_];
        const KnownBranch* const known = reading_.branches.find(id.data(), id.size());
        const std::string_view number = row[value_];
        const StatusTable::Slot* const state = reading_.statuses.find(row[status_]);
        if (known == nullptr || state == nullptr || number.size() - 1 >= 8) return 0;
        const std::uint64_t digits = load_word(number.data());
        const std::uint32_t amount = digits_value(digits, number.size());
        const bool is_plain =
            are_digits(digits, number.size()) & (amount >= known->plain_low) &
            (amount <= known->plain_high) & (unit_index != no_unit) &
            (unit_index != reading_.known.watched) & !has_optional(row) &
            (!reading_.known.with_domains || reading_.is_of_domain(unit_index, *known));
        if (!is_plain) return 0;
        lists_.append(unit_index, known->branch, amount, state->counts);
        return row.length();
    }

private:
    bool has_optional(const PlainRow& row) const {
        return std::any_of(optional_.begin(), optional_.end(),
                           [&row](std::size_t field) { return row.size(field) != 0; });
    }

    const FindingReading& reading_;
    const Ids& ids_;
    app::FindingLists& lists_;
    std::size_t fields_;
    std::size_t unit_ = reading_.header.field_of(unit);
    std::size_t branch_ = reading_.header.field_of(branch);
    std::size_t value_ = reading_.header.field_of(value);
    std::size_t status_ = reading_.header.field_of(status);
    std::vector<std::size_t> optional_;
};

}  // namespace heng::csv
