#pragma once
/// @file
/// Enumerations by the words that events carry for them: a table of words in the order of the
/// enumerators, read both ways.
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace heng::cycle {

template <class Enum, std::size_t count>
std::string_view word_for(const std::array<std::string_view, count>& words, Enum value) {
    return words[static_cast<std::size_t>(value)];
}

template <class Enum, std::size_t count>
std::optional<Enum> named(const std::array<std::string_view, count>& words, std::string_view text) {
    const auto found = std::find(words.begin(), words.end(), text);
    if (found == words.end()) return std::nullopt;
    return static_cast<Enum>(found - words.begin());
}

}  // namespace heng::cycle
