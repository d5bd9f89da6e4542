#pragma once
/// @file
/// What accounts need of cryptography, as plain functions. Main fills them from shell/crypto.
#include "core/base/result.hpp"
#include "core/ledger/hash.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace heng::app::accounts {

/// A function that makes a hash or reads a random number may be called from several threads.
struct Secrets {
    /// So many bytes that nobody can guess.
    std::function<std::string(std::size_t count)> random;

    /// A salted hash with its cost and algorithm in it: two hashes of one password differ (CRY-3).
    /// @returns `algorithm_unavailable`, also where memory for it is lacking.
    std::function<Result<std::string>(std::string_view password)> hash_password;
    /// Whether the password is the one of the hash. Takes as long for a wrong one.
    std::function<bool(std::string_view hash, std::string_view password)> is_password;
    /// Whether the hash was made in another way, or at another cost, than `hash_password` has now.
    std::function<bool(std::string_view hash)> is_outdated;

    /// HMAC-SHA-1, which RFC 6238 asks for.
    std::function<std::array<std::uint8_t, 20>(std::string_view key, std::string_view message)>
        hmac_sha1;
    /// SM3. Names a token without giving it away.
    std::function<ledger::Digest(std::string_view bytes)> digest;

    /// Encrypts and authenticates `plain` together with `context`, which must be the same to open
    /// it again. @returns `algorithm_unavailable`
    std::function<Result<std::string>(std::string_view plain, std::string_view context)> seal;
    /// @returns the text, or `vault_text_damaged`, `vault_key_unusable`.
    std::function<Result<std::string>(std::string_view sealed, std::string_view context)> open;
    /// Whether it was sealed with an earlier key than the one in use.
    std::function<bool(std::string_view sealed)> is_sealed_before;
    /// A code that only the holder of the key can make, the key's id in it.
    std::function<std::string(std::string_view bytes)> mac;
    std::function<bool(std::string_view mac, std::string_view bytes)> is_mac;
};

}  // namespace heng::app::accounts
