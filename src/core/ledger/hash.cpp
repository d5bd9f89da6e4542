/// @file
/// Frozen. Names of algorithms, hexadecimal digests.
#include "core/ledger/hash.hpp"

namespace heng::ledger {

namespace {

constexpr std::string_view hex = "0123456789abcdef";

/// The value of each hexadecimal digit, 0xFF for any other byte.
constexpr auto nibble_of = [] {
    std::array<std::uint8_t, 256> table{};
    table.fill(0xFF);
    for (std::size_t i = 0; i < hex.size(); ++i)
        table[static_cast<unsigned char>(hex[i])] = static_cast<std::uint8_t>(i);
    return table;
}();

}  // namespace

std::string_view print_algorithm(Algorithm algorithm) {
    return algorithm == Algorithm::sm3 ? "sm3" : "sha256";
}

std::optional<Algorithm> parse_algorithm(std::string_view text) {
    if (text == "sm3") return Algorithm::sm3;
    if (text == "sha256") return Algorithm::sha256;
    return std::nullopt;
}

std::string print_digest(const Digest& digest) {
    std::string out;
    out.reserve(2 * digest.size());
    for (const std::uint8_t byte : digest) {
        out += hex[byte >> 4];
        out += hex[byte & 0xF];
    }
    return out;
}

std::optional<Digest> parse_digest(std::string_view text) {
    Digest digest;
    if (text.size() != 2 * digest.size()) return std::nullopt;
    for (std::size_t i = 0; i < digest.size(); ++i) {
        const std::uint8_t high = nibble_of[static_cast<unsigned char>(text[2 * i])];
        const std::uint8_t low = nibble_of[static_cast<unsigned char>(text[2 * i + 1])];
        if (high > 0xF || low > 0xF) return std::nullopt;
        digest[i] = static_cast<std::uint8_t>(high << 4 | low);
    }
    return digest;
}

}  // namespace heng::ledger
