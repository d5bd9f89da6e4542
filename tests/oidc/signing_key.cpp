#include "oidc/signing_key.hpp"

#include "shell/oidc/base64url.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <array>
#include <stdexcept>
#include <vector>

namespace heng::oidc_test {

namespace {

using oidc::print_base64url;

constexpr int coordinate_bytes = 32;

std::string number(EVP_PKEY* key, const char* name, int bytes_min = 0) {
    BIGNUM* found = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &found) != 1) throw std::runtime_error(name);
    const std::unique_ptr<BIGNUM, decltype(&BN_free)> owned(found, BN_free);
    std::string out(static_cast<std::size_t>(std::max(BN_num_bytes(found), bytes_min)), '\0');
    BN_bn2binpad(found, reinterpret_cast<unsigned char*>(out.data()), static_cast<int>(out.size()));
    return print_base64url(out);
}

/// The two numbers of an ECDSA signature, side by side.
std::string side_by_side(const std::string& der) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(der.data());
    const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> signature(
        d2i_ECDSA_SIG(nullptr, &bytes, static_cast<long>(der.size())), ECDSA_SIG_free);
    std::array<unsigned char, 2 * coordinate_bytes> out{};
    BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), out.data(), coordinate_bytes);
    BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), out.data() + coordinate_bytes,
                 coordinate_bytes);
    return {reinterpret_cast<const char*>(out.data()), out.size()};
}

}  // namespace

SigningKey SigningKey::rsa(std::string id, int bits) {
    return {std::move(id), EVP_RSA_gen(static_cast<unsigned>(bits))};
}

SigningKey SigningKey::p256(std::string id) {
    return {std::move(id), EVP_EC_gen("P-256")};
}

bool SigningKey::is_rsa() const {
    return EVP_PKEY_get_base_id(key_.get()) == EVP_PKEY_RSA;
}

std::string SigningKey::web_key() const {
    const std::string start = R"({"use":"sig","kid":")" + id_ + R"(","kty":)";
    if (is_rsa())
        return start + R"("RSA","n":")" + number(key_.get(), OSSL_PKEY_PARAM_RSA_N) + R"(","e":")" +
               number(key_.get(), OSSL_PKEY_PARAM_RSA_E) + "\"}";
    return start + R"("EC","crv":"P-256","x":")" +
           number(key_.get(), OSSL_PKEY_PARAM_EC_PUB_X, coordinate_bytes) + R"(","y":")" +
           number(key_.get(), OSSL_PKEY_PARAM_EC_PUB_Y, coordinate_bytes) + "\"}";
}

std::string SigningKey::pem() const {
    const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), BIO_free);
    PEM_write_bio_PUBKEY(out.get(), key_.get());
    const char* bytes = nullptr;
    const long size = BIO_get_mem_data(out.get(), &bytes);
    return {bytes, static_cast<std::size_t>(size)};
}

void SigningKey::write_certificate(const std::string& certificate, const std::string& key) const {
    const std::unique_ptr<X509, decltype(&X509_free)> made(X509_new(), X509_free);
    X509_set_version(made.get(), X509_VERSION_3);
    X509_gmtime_adj(X509_getm_notBefore(made.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), 24 * 60 * 60);
    X509_set_pubkey(made.get(), key_.get());
    ASN1_INTEGER_set(X509_get_serialNumber(made.get()), 1);
    X509_NAME* const subject = X509_get_subject_name(made.get());
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char*>("test"), -1, -1, 0);
    X509_set_issuer_name(made.get(), subject);
    const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> name(
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1"),
        X509_EXTENSION_free);
    X509_add_ext(made.get(), name.get(), -1);
    X509_sign(made.get(), key_.get(), EVP_sha256());
    const std::unique_ptr<BIO, decltype(&BIO_free)> to(BIO_new_file(certificate.c_str(), "w"),
                                                       BIO_free);
    PEM_write_bio_X509(to.get(), made.get());
    const std::unique_ptr<BIO, decltype(&BIO_free)> key_to(BIO_new_file(key.c_str(), "w"),
                                                           BIO_free);
    PEM_write_bio_PrivateKey(key_to.get(), key_.get(), nullptr, nullptr, 0, nullptr, nullptr);
}

std::string SigningKey::sign(std::string_view text) const {
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                          EVP_MD_CTX_free);
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    std::size_t size = 0;
    EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get());
    EVP_DigestSign(context.get(), nullptr, &size, bytes, text.size());
    std::string out(size, '\0');
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(out.data()), &size, bytes,
                   text.size());
    out.resize(size);
    return is_rsa() ? out : side_by_side(out);
}

std::string hmac_sha256(std::string_view key, std::string_view text) {
    std::array<unsigned char, 32> out{};
    unsigned size = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
         reinterpret_cast<const unsigned char*>(text.data()), text.size(), out.data(), &size);
    return {reinterpret_cast<const char*>(out.data()), size};
}

}  // namespace heng::oidc_test
