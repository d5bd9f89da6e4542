#pragma once
/// @file
/// Codes that only the holder of a key can make (RFC 2104), by OpenSSL. May be called from several
/// threads.
#include "core/ledger/hash.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace heng::crypto {

/// HMAC with SM3.
ledger::Digest hmac_sm3(std::string_view key, std::string_view message);
/// HMAC with SHA-1, for one-time codes by time (RFC 6238).
std::array<std::uint8_t, 20> hmac_sha1(std::string_view key, std::string_view message);

/// Whether two codes are the same, in a time that does not tell where they differ.
bool is_same_code(std::string_view one, std::string_view other);

}  // namespace heng::crypto
