#pragma once
/// @file
/// For tests: a key that tokens are signed with.
#include <openssl/evp.h>

#include <memory>
#include <string>
#include <string_view>

namespace heng::oidc_test {

class SigningKey {
public:
    static SigningKey rsa(std::string id, int bits = 2048);
    static SigningKey p256(std::string id);

    const std::string& id() const { return id_; }
    bool is_rsa() const;
    /// As a key set has it.
    std::string web_key() const;
    std::string pem() const;
    /// Writes a certificate for 127.0.0.1 that the key signs itself, for a day, and the key.
    void write_certificate(const std::string& certificate, const std::string& key) const;
    /// RS256 or ES256, in the form that a token has.
    std::string sign(std::string_view text) const;

private:
    SigningKey(std::string id, EVP_PKEY* key) : id_(std::move(id)), key_(key, EVP_PKEY_free) {}

    std::string id_;
    std::shared_ptr<EVP_PKEY> key_;
};

/// HS256, with any bytes as its key.
std::string hmac_sha256(std::string_view key, std::string_view text);

}  // namespace heng::oidc_test
