#pragma once
/// @file
/// Hashes of passwords: Argon2id by libsodium (RFC 9106), or PBKDF2 with HMAC-SM3 by OpenSSL
/// (RFC 8018, GB/T 32905) where a 密评 asks for domestic algorithms (CRY-3). The text of a hash
/// names its algorithm, cost and salt, so that both kinds may stand side by side.
#include "core/base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace heng::crypto {

enum class PasswordScheme { argon2id, pbkdf2_sm3 };

/// How hashes are made from now on.
struct PasswordCost {
    PasswordScheme scheme = PasswordScheme::argon2id;
    std::uint64_t argon2_passes = 3;
    std::size_t argon2_memory_bytes = std::size_t{32} << 20;
    int pbkdf2_rounds = 600'000;
};

/// `$argon2id$v=19$m=32768,t=3,p=1$…$…`, or `$pbkdf2-sm3$i=600000$…$…`.
/// @returns the hash, or `algorithm_unavailable`, also where memory is lacking.
[[nodiscard]] Result<std::string> hash_password(const PasswordCost& cost,
                                                std::string_view password);

/// False for a hash of no kind that is known here.
bool is_password(std::string_view hash, std::string_view password);

/// Whether `hash_password` would make it in another way, or at another cost.
bool is_outdated(const PasswordCost& cost, std::string_view hash);

/// PBKDF2 with HMAC-SM3 alone: 32 bytes, for the test vectors.
/// @pre `rounds` is positive.
[[nodiscard]] Result<std::string> pbkdf2_sm3(std::string_view password, std::string_view salt,
                                             int rounds);

}  // namespace heng::crypto
