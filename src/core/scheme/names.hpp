#pragma once
/// @file
/// Tables of identifiers: how each enumeration of a scheme is written in files, JSON and messages.
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace heng::scheme {

template <class Enum, std::size_t Count>
using Names = std::array<std::pair<Enum, std::string_view>, Count>;

/// Empty for a value that the table lacks.
template <class Enum, std::size_t Count>
std::string_view name_in(const Names<Enum, Count>& names, Enum value) {
    for (const auto& [candidate, text] : names) {
        if (candidate == value) return text;
    }
    return {};
}

template <class Enum, std::size_t Count>
std::optional<Enum> find_in(const Names<Enum, Count>& names, std::string_view text) {
    for (const auto& [candidate, known] : names) {
        if (known == text) return candidate;
    }
    return std::nullopt;
}

}  // namespace heng::scheme
