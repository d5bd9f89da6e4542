#pragma once
/// @file
/// Where a column of torn text stands: what its last line leaves open.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace heng::intake {

struct Thread {
    std::array<char32_t, 2> last{};  ///< Its last characters.
    std::array<char32_t, 6> open{};  ///< Closing brackets still to come, innermost last.
    std::uint8_t depth = 0;
    bool has_begun = false;
    bool has_ended = false;   ///< With 。 or 】.
    bool has_amount = false;  ///< Some 扣…分 of the item.
    int width = 0;            ///< Of its last line, in half characters.
    std::size_t strand = 0;   ///< Its last strand, from 1.

    std::u32string_view tail() const {
        return last[0] == 0 ? std::u32string_view(last.data() + 1, last[1] == 0 ? 0 : 1)
                            : std::u32string_view(last.data(), 2);
    }
};

/// The thread with `line` behind it. `misfits` counts brackets that `line` closes and nobody
/// opened.
struct Attached {
    Thread thread;
    int misfits = 0;
};
Attached attach(const Thread& before, std::u32string_view line);

/// How bad it is to leave the item as it stands and begin another.
int cost_of_leaving(const Thread& thread, bool is_clause);

}  // namespace heng::intake
