#pragma once
/// @file
/// The quick way into the lists, for findings without anything special. It never says what is
/// wrong: a row that it does not take is read again by the whole rules.
#include "app/finding_lists.hpp"
#include "shell/csv/finding_reading.hpp"
#include "shell/csv/plain_rows.hpp"

#include <algorithm>
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
    }

    /// Takes in the row unless there is something special about it. Inline, for every row passes
    /// here and a call would cost a tenth of it.
    [[gnu::always_inline]] bool take(const PlainRow& row) {
        const UnitIndex unit_index = ids_.find_readable(row[unit_]);
        if (unit_index == no_unit) return false;
        lists_.expect(unit_index);
        const KnownBranch* const known = reading_.branches.find_readable(row[branch_]);
        const StatusTable::Slot* const state = reading_.statuses.find(row[status_]);
        if (known == nullptr || state == nullptr) return false;
        const std::uint32_t amount = whole_value(row[value_]);
        const bool is_plain =
            (amount >= known->plain_low) & (amount <= known->plain_high) & (unit_index != watched_);
        if (!is_plain || has_optional(row)) return false;
        if (with_domains_ && !reading_.is_of_domain(unit_index, *known)) return false;
        lists_.append(unit_index, known->branch, amount, state->counts);
        return true;
    }

private:
    static constexpr std::uint32_t no_value = std::numeric_limits<std::uint32_t>::max();

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

    bool has_optional(const PlainRow& row) const {
        return std::any_of(optional_.begin(), optional_.end(),
                           [&row](std::size_t field) { return row.size(field) != 0; });
    }

    const FindingReading& reading_;
    const Ids& ids_;
    app::FindingLists& lists_;
    std::size_t unit_ = reading_.header.field_of(unit);
    std::size_t branch_ = reading_.header.field_of(branch);
    std::size_t value_ = reading_.header.field_of(value);
    std::size_t status_ = reading_.header.field_of(status);
    std::vector<std::size_t> optional_;
    UnitIndex watched_ = reading_.known.watched;
    bool with_domains_ = reading_.known.with_domains;
};

}  // namespace heng::csv
