#pragma once
/// @file
/// The columns of the table of findings, and the states that a finding can be in.
#include "shell/csv/bytes.hpp"
#include "shell/csv/header.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
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
    /// Two words and what of them matters.
    struct Slot {
        std::uint64_t head = 0;
        std::uint64_t head_mask = 0;
        std::uint64_t tail = 0;
        std::uint64_t tail_mask = 0;
        std::uint32_t size = std::numeric_limits<std::uint32_t>::max();  ///< No text is as long.
        std::uint32_t counts = 0;  ///< 1 if it does; a number, to be added to a place.
    };

    StatusTable() {
        for (const Status& status : statuses) {
            const std::size_t size = status.name.size();
            char padded[word_bytes] = {};
            status.name.copy(padded, sizeof padded);
            slots_[index(padded)] = {load_word(padded),
                                     byte_masks[std::min<std::size_t>(size, 8)],
                                     load_word(padded + 8),
                                     byte_masks[std::max<std::size_t>(size, 8) - 8],
                                     static_cast<std::uint32_t>(size),
                                     status.counts ? 1U : 0U};
        }
    }

    /// Null for an unknown one. @pre sixteen bytes from its begin on are readable
    const Slot* find(std::string_view text) const {
        const Slot& slot = slots_[index(text.data())];
        const std::uint64_t head = (load_word(text.data()) & slot.head_mask) ^ slot.head;
        const std::uint64_t tail = (load_word(text.data() + 8) & slot.tail_mask) ^ slot.tail;
        return (head | tail | (text.size() ^ slot.size)) == 0 ? &slot : nullptr;
    }

private:
    static constexpr std::size_t word_bytes = 16;

    static std::size_t index(const char* text) { return static_cast<unsigned char>(*text) % 32; }

    std::array<Slot, 32> slots_{};
};

}  // namespace heng::csv
