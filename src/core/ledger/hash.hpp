#pragma once
/// @file
/// Frozen. What the ledger needs of a hash. The core computes none itself: shell/crypto hands one
/// in.
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace heng::ledger {

/// Both give 32 bytes. SM3 is GB/T 32905-2016, SHA-256 FIPS 180-4.
enum class Algorithm { sm3, sha256 };

using Digest = std::array<std::uint8_t, 32>;

/// The hash of one message. A function object serves one thread at a time.
struct HashFunction {
    Algorithm algorithm;
    std::function<Digest(std::string_view)> digest;
};

/// The hash of a message that comes in pieces.
struct RunningHash {
    std::function<void(std::string_view)> add;
    /// The digest of all that was added; the next `add` begins a new message.
    std::function<Digest()> finish;
};

/// `sm3`, `sha256`.
std::string_view print_algorithm(Algorithm algorithm);
std::optional<Algorithm> parse_algorithm(std::string_view text);

/// 64 lower-case hexadecimal digits.
std::string print_digest(const Digest& digest);
std::optional<Digest> parse_digest(std::string_view text);

}  // namespace heng::ledger
