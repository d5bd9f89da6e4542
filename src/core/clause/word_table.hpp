#pragma once
/// @file
/// A set of words to look up at a place of a text, the longest first.
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::clause {

class WordTable {
public:
    struct Entry {
        std::u32string_view text;  ///< Not empty, and of the Basic Multilingual Plane.
        std::uint16_t value = 0;
    };
    struct Match {
        std::uint16_t value = 0;
        std::uint8_t length = 0;
    };

    /// Of equal words the first counts. The texts are copied.
    explicit WordTable(const std::vector<Entry>& entries);

    /// The longest word of at most `length_max` signs that stands at `at`, or nothing.
    std::optional<Match> find(std::u32string_view text, std::size_t at,
                              std::size_t length_max) const;

private:
    /// Kept small: a look-up compares second signs before it goes to the pool.
    struct Item {
        char32_t second = 0;
        std::uint32_t pool_at = 0;
        std::uint16_t value = 0;
        std::uint8_t length = 0;
        bool is_last = false;  ///< Of those with its first sign.
    };

    std::u32string pool_;
    std::vector<Item> items_;  ///< By first sign, then the longer before the shorter.
    std::array<std::uint16_t, 0x10000> first_{};  ///< By first sign, the place in `items_` plus 1.
};

}  // namespace heng::clause
