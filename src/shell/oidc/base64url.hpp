#pragma once
/// @file
/// Bytes as base64url without padding, as JSON Web Keys and proofs of possession have them.
#include <optional>
#include <string>
#include <string_view>

namespace heng::oidc {

inline constexpr std::string_view base64url_signs =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

inline std::string print_base64url(std::string_view bytes) {
    std::string out;
    unsigned bits = 0;
    int held = 0;
    for (const char byte : bytes) {
        bits = bits << 8 | static_cast<unsigned char>(byte);
        held += 8;
        for (; held >= 6; held -= 6) out += base64url_signs[bits >> (held - 6) & 0x3F];
    }
    if (held > 0) out += base64url_signs[bits << (6 - held) & 0x3F];
    return out;
}

/// Nothing for a text that is none. Bits left over are not looked at.
inline std::optional<std::string> parse_base64url(std::string_view text) {
    std::string out;
    unsigned bits = 0;
    int held = 0;
    for (const char sign : text) {
        const std::size_t value = base64url_signs.find(sign);
        if (value == base64url_signs.npos) return std::nullopt;
        bits = bits << 6 | static_cast<unsigned>(value);
        held += 6;
        if (held < 8) continue;
        held -= 8;
        out += static_cast<char>(bits >> held & 0xFF);
    }
    return out;
}

}  // namespace heng::oidc
