/// @file
/// Keys and signatures leave here as hexadecimal digits; DER stays inside.
#include "shell/crypto/sm2.hpp"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace heng::crypto {

namespace {

template <auto free_it>
struct Free {
    template <class T>
    void operator()(T* one) const {
        free_it(one);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Free<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Free<EVP_MD_CTX_free>>;
using Memory = std::unique_ptr<BIO, Free<BIO_free>>;
using Signature = std::unique_ptr<ECDSA_SIG, Free<ECDSA_SIG_free>>;
using Number = std::unique_ptr<BIGNUM, Free<BN_free>>;
using Bytes = std::vector<unsigned char>;

constexpr std::size_t number_bytes = 32;
constexpr std::size_t point_bytes = 1 + 2 * number_bytes;
constexpr std::string_view hex = "0123456789abcdef";

std::string print_hex(const unsigned char* bytes, std::size_t size) {
    std::string out;
    for (std::size_t i = 0; i < size; ++i) {
        out += hex[bytes[i] >> 4];
        out += hex[bytes[i] & 0xF];
    }
    return out;
}

/// Exactly `size` bytes in lower-case digits, or nothing.
std::optional<Bytes> parse_hex(std::string_view text, std::size_t size) {
    if (text.size() != 2 * size) return std::nullopt;
    Bytes out;
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const std::size_t high = hex.find(text[i]);
        const std::size_t low = hex.find(text[i + 1]);
        if (high == hex.npos || low == hex.npos) return std::nullopt;
        out.push_back(static_cast<unsigned char>(high << 4 | low));
    }
    return out;
}

tl::unexpected<Error> unusable(const char* what) {
    return refuse(Code::key_unusable, {}, {what});
}

/// The private key in `pem` if it is one of SM2.
Key read_key(const std::string& pem) {
    const Memory memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    // A key file with a password asks for none here: an empty one is given, which does not fit.
    Key key(PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, const_cast<char*>("")));
    return key && EVP_PKEY_is_a(key.get(), "SM2") == 1 ? std::move(key) : Key();
}

Key read_public_key(std::string_view text) {
    auto point = parse_hex(text, point_bytes);
    if (!point) return {};
    std::string group = "SM2";
    const std::array parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group.data(), 0),
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, point->data(), point->size()),
        OSSL_PARAM_construct_end()};
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "SM2", nullptr));
    EVP_PKEY* key = nullptr;
    if (!context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY,
                          const_cast<OSSL_PARAM*>(parameters.data())) != 1)
        return {};
    return Key(key);
}

/// A context for signing or verifying with `key`, its digest begun by `init`.
class Operation {
public:
    Operation(EVP_PKEY* key, std::string_view identity, decltype(EVP_DigestSignInit)* init)
        : digest_(EVP_MD_CTX_new()), context_(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr)) {
        if (!digest_ || !context_) return;
        EVP_MD_CTX_set_pkey_ctx(digest_.get(), context_.get());
        is_ready_ = EVP_PKEY_CTX_set1_id(context_.get(), identity.data(),
                                         static_cast<int>(identity.size())) == 1 &&
                    init(digest_.get(), nullptr, EVP_sm3(), nullptr, key) == 1;
    }
    bool is_ready() const { return is_ready_; }
    EVP_MD_CTX* get() const { return digest_.get(); }

private:
    DigestContext digest_;  ///< Before the context that it refers to is gone.
    KeyContext context_;
    bool is_ready_ = false;
};

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

/// r and s of a DER signature as hexadecimal digits.
std::string print_signature(const Bytes& der) {
    const unsigned char* at = der.data();
    const Signature pair(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
    if (!pair) return {};
    std::array<unsigned char, 2 * number_bytes> both{};
    const bool fits =
        BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), both.data(), number_bytes) > 0 &&
        BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), both.data() + number_bytes, number_bytes) > 0;
    return fits ? print_hex(both.data(), both.size()) : std::string();
}

/// The DER form of such digits; empty for others.
Bytes read_signature(std::string_view text) {
    const auto both = parse_hex(text, 2 * number_bytes);
    const Signature pair(ECDSA_SIG_new());
    if (!both || !pair) return {};
    Number r(BN_bin2bn(both->data(), number_bytes, nullptr));
    Number s(BN_bin2bn(both->data() + number_bytes, number_bytes, nullptr));
    if (ECDSA_SIG_set0(pair.get(), r.get(), s.get()) != 1) return {};
    static_cast<void>(r.release());  // both belong to the pair now
    static_cast<void>(s.release());
    unsigned char* der = nullptr;
    const int size = i2d_ECDSA_SIG(pair.get(), &der);
    if (size <= 0) return {};
    Bytes out(der, der + size);
    OPENSSL_free(der);
    return out;
}

}  // namespace

Result<std::string> make_sm2_key() {
    const Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "SM2"));
    const Memory memory(BIO_new(BIO_s_mem()));
    if (!key || !memory ||
        PEM_write_bio_PKCS8PrivateKey(memory.get(), key.get(), nullptr, nullptr, 0, nullptr,
                                      nullptr) != 1)
        return refuse(Code::algorithm_unavailable, {}, {"SM2"});
    char* text = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &text);
    return std::string(text, static_cast<std::size_t>(size));
}

Result<std::string> sm2_public_key(const std::string& key_pem) {
    const Key key = read_key(key_pem);
    if (!key) return unusable("not a private key of SM2 in PEM");
    std::array<unsigned char, point_bytes> point{};
    std::size_t size = 0;
    if (EVP_PKEY_get_octet_string_param(key.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                        point.size(), &size) != 1 ||
        size != point.size())
        return unusable("no public key in it");
    return print_hex(point.data(), point.size());
}

Result<std::string> sm2_sign(const std::string& key_pem, std::string_view identity,
                             std::string_view message) {
    const Key key = read_key(key_pem);
    if (!key) return unusable("not a private key of SM2 in PEM");
    const Operation operation(key.get(), identity, EVP_DigestSignInit);
    std::size_t size = 0;
    if (!operation.is_ready() ||
        EVP_DigestSign(operation.get(), nullptr, &size, bytes_of(message), message.size()) != 1)
        return refuse(Code::algorithm_unavailable, {}, {"SM2"});
    Bytes der(size);
    if (EVP_DigestSign(operation.get(), der.data(), &size, bytes_of(message), message.size()) != 1)
        return unusable("signing failed");
    der.resize(size);
    std::string out = print_signature(der);
    if (out.empty()) return unusable("signing failed");
    return out;
}

bool sm2_verify(std::string_view public_key, std::string_view identity, std::string_view message,
                std::string_view signature) {
    const Key key = read_public_key(public_key);
    const Bytes der = read_signature(signature);
    if (!key || der.empty()) return false;
    const Operation operation(key.get(), identity, EVP_DigestVerifyInit);
    return operation.is_ready() && EVP_DigestVerify(operation.get(), der.data(), der.size(),
                                                    bytes_of(message), message.size()) == 1;
}

}  // namespace heng::crypto
