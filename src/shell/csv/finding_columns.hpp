#pragma once
/// @file
/// The columns of the table of findings, and the states that a finding can be in.
#include "shell/csv/bytes.hpp"
#include "shell/csv/header.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace heng::csv {

enum FindingColumn : std::size_t { unit, branch, value, status, case_id, occurred_on, note };

constexpr std::array<Column, 7> finding_columns{{{"unit"},
                                                 {"branch"},
                                                 {"value"},
                                                 {"status"},
                                                 {"case", false},
                                                 {"occurred_on", false},
                                                 {"note", false}}};

/// A state that a finding can be in. Only confirmed ones count.
struct Status {
    std::string_view name;
    bool counts = false;
};
constexpr std::array<Status, 6> statuses{
    {{"confirmed", true}, {"draft"}, {"submitted"}, {"withdrawn"}, {"rejected"}, {"objected"}}};

/// The statuses by first letter: no two share one. A look costs the same for each of them.
class StatusTable {
public:
    struct Slot {
        std::uint64_t head = 0;  ///< The first eight bytes.
        std::uint8_t size = 0;   ///< 0 where no status begins so.
        char ninth = 0;
        bool counts = false;
    };

    StatusTable() {
        for (const Status& status : statuses) {
            char padded[16] = {};
            status.name.copy(padded, sizeof padded);
            slots_[index(padded)] = {load_word(padded),
                                     static_cast<std::uint8_t>(status.name.size()), padded[8],
                                     status.counts};
        }
    }

    /// Null for an unknown one. @pre nine bytes from its begin on are readable
    const Slot* find(std::string_view text) const {
        const Slot& slot = slots_[index(text.data())];
        const bool is_short = text.size() <= 8;
        const std::uint64_t head = load_word(text.data(), is_short ? text.size() : 8);
        const char ninth = text.size() == 9 ? text.data()[8] : '\0';
        const bool is_same = (slot.size != 0) & (slot.size == text.size()) & (slot.head == head) &
                             (slot.ninth == ninth);
        return is_same ? &slot : nullptr;
    }

private:
    static std::size_t index(const char* text) { return static_cast<unsigned char>(*text) % 32; }

    std::array<Slot, 32> slots_{};
};

}  // namespace heng::csv
