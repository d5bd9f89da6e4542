#include "shell/crypto/mac.hpp"

#include "core/base/invariant.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace heng::crypto {

namespace {

template <std::size_t size>
std::array<std::uint8_t, size> hmac(const EVP_MD* digest, std::string_view key,
                                    std::string_view message) {
    std::array<std::uint8_t, size> out{};
    unsigned made = 0;
    INVARIANT(HMAC(digest, key.data(), static_cast<int>(key.size()),
                   reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                   out.data(), &made) != nullptr &&
                  made == size,
              "a code can be made");
    return out;
}

}  // namespace

ledger::Digest hmac_sm3(std::string_view key, std::string_view message) {
    return hmac<32>(EVP_sm3(), key, message);
}

std::array<std::uint8_t, 20> hmac_sha1(std::string_view key, std::string_view message) {
    return hmac<20>(EVP_sha1(), key, message);
}

bool is_same_code(std::string_view one, std::string_view other) {
    return one.size() == other.size() && CRYPTO_memcmp(one.data(), other.data(), one.size()) == 0;
}

}  // namespace heng::crypto
