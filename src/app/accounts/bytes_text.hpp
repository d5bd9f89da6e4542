#pragma once
/// @file
/// Bytes as lower-case hexadecimal digits, and back.
#include <optional>
#include <string>
#include <string_view>

namespace heng::app::accounts {

inline std::string print_hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        out += digits[value >> 4];
        out += digits[value & 0xF];
    }
    return out;
}

/// Nothing for a text that is none.
inline std::optional<std::string> parse_hex(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    if (text.size() % 2 != 0) return std::nullopt;
    std::string out;
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const std::size_t high = digits.find(text[i]);
        const std::size_t low = digits.find(text[i + 1]);
        if (high == digits.npos || low == digits.npos) return std::nullopt;
        out += static_cast<char>(high << 4 | low);
    }
    return out;
}

}  // namespace heng::app::accounts
