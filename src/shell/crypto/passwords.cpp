#include "shell/crypto/passwords.hpp"

#include "app/accounts/bytes_text.hpp"
#include "core/base/invariant.hpp"
#include "shell/crypto/random.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <sodium.h>
#include <array>
#include <charconv>
#include <optional>

namespace heng::crypto {

namespace {

using app::accounts::parse_hex;
using app::accounts::print_hex;

constexpr std::string_view argon2_prefix = "$argon2id$";
constexpr std::string_view pbkdf2_prefix = "$pbkdf2-sm3$i=";
constexpr std::size_t salt_bytes = 16;
constexpr std::size_t key_bytes = 32;
/// More would let a damaged hash hold a thread for minutes.
constexpr int pbkdf2_rounds_max = 20'000'000;

void start_sodium() {
    static const int started = sodium_init();  // negative: no randomness to be had
    INVARIANT(started >= 0, "libsodium starts");
}

Result<std::string> hash_argon2(const PasswordCost& cost, std::string_view password) {
    start_sodium();
    std::array<char, crypto_pwhash_STRBYTES> out{};
    if (crypto_pwhash_str_alg(out.data(), password.data(), password.size(), cost.argon2_passes,
                              cost.argon2_memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return refuse(Code::algorithm_unavailable, {}, {"Argon2id"});
    return std::string(out.data());
}

struct Pbkdf2Hash {
    int rounds = 0;
    std::string salt;
    std::string key;
};

std::optional<Pbkdf2Hash> parse_pbkdf2(std::string_view hash) {
    if (!hash.starts_with(pbkdf2_prefix)) return std::nullopt;
    hash.remove_prefix(pbkdf2_prefix.size());
    const std::size_t salt_at = hash.find('$');
    const std::size_t key_at = salt_at == hash.npos ? hash.npos : hash.find('$', salt_at + 1);
    if (key_at == hash.npos) return std::nullopt;
    Pbkdf2Hash out;
    const char* const end = hash.data() + salt_at;
    const auto [stop, error] = std::from_chars(hash.data(), end, out.rounds);
    const auto salt = parse_hex(hash.substr(salt_at + 1, key_at - salt_at - 1));
    const auto key = parse_hex(hash.substr(key_at + 1));
    if (error != std::errc{} || stop != end || out.rounds < 1 || out.rounds > pbkdf2_rounds_max ||
        !salt || !key || key->size() != key_bytes)
        return std::nullopt;
    out.salt = *salt;
    out.key = *key;
    return out;
}

bool is_password_of_pbkdf2(std::string_view hash, std::string_view password) {
    const auto parsed = parse_pbkdf2(hash);
    if (!parsed) return false;
    const auto key = pbkdf2_sm3(password, parsed->salt, parsed->rounds);
    return key && CRYPTO_memcmp(key->data(), parsed->key.data(), key_bytes) == 0;
}

}  // namespace

Result<std::string> pbkdf2_sm3(std::string_view password, std::string_view salt, int rounds) {
    std::array<unsigned char, key_bytes> out{};
    if (PKCS5_PBKDF2_HMAC(password.data(), static_cast<int>(password.size()),
                          reinterpret_cast<const unsigned char*>(salt.data()),
                          static_cast<int>(salt.size()), rounds, EVP_sm3(),
                          static_cast<int>(out.size()), out.data()) != 1)
        return refuse(Code::algorithm_unavailable, {}, {"PBKDF2-HMAC-SM3"});
    return std::string(reinterpret_cast<const char*>(out.data()), out.size());
}

Result<std::string> hash_password(const PasswordCost& cost, std::string_view password) {
    if (cost.scheme == PasswordScheme::argon2id) return hash_argon2(cost, password);
    const std::string salt = random_bytes(salt_bytes);
    return pbkdf2_sm3(password, salt, cost.pbkdf2_rounds).map([&](const std::string& key) {
        return std::string(pbkdf2_prefix) + std::to_string(cost.pbkdf2_rounds) + '$' +
               print_hex(salt) + '$' + print_hex(key);
    });
}

bool is_password(std::string_view hash, std::string_view password) {
    if (hash.starts_with(pbkdf2_prefix)) return is_password_of_pbkdf2(hash, password);
    if (!hash.starts_with(argon2_prefix) || hash.size() >= crypto_pwhash_STRBYTES) return false;
    start_sodium();
    const std::string text(hash);
    return crypto_pwhash_str_verify(text.c_str(), password.data(), password.size()) == 0;
}

bool is_outdated(const PasswordCost& cost, std::string_view hash) {
    if (cost.scheme == PasswordScheme::pbkdf2_sm3) {
        const auto parsed = parse_pbkdf2(hash);
        return !parsed || parsed->rounds != cost.pbkdf2_rounds;
    }
    if (!hash.starts_with(argon2_prefix) || hash.size() >= crypto_pwhash_STRBYTES) return true;
    start_sodium();
    const std::string text(hash);
    return crypto_pwhash_str_needs_rehash(text.c_str(), cost.argon2_passes,
                                          cost.argon2_memory_bytes) != 0;
}

}  // namespace heng::crypto
