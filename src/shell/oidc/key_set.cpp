#include "shell/oidc/key_set.hpp"

#include "shell/oidc/base64url.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>

#include <memory>

namespace heng::oidc {

namespace {

template <auto free>
struct Freed {
    template <class T>
    void operator()(T* one) const {
        free(one);
    }
};
template <class T, auto free>
using Owned = std::unique_ptr<T, Freed<free>>;

using Number = Owned<BIGNUM, BN_free>;
using Builder = Owned<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free>;
using PublicKey = Owned<EVP_PKEY, EVP_PKEY_free>;

constexpr int rsa_bits_min = 2048;
constexpr int rsa_bits_max = 8192;  // larger ones take long to verify with
constexpr std::size_t coordinate_bytes = 32;

Number number_of(const std::string& text) {
    const auto bytes = parse_base64url(text);
    if (!bytes || bytes->empty() || bytes->size() > rsa_bits_max / 8) return nullptr;
    return Number(BN_bin2bn(reinterpret_cast<const unsigned char*>(bytes->data()),
                            static_cast<int>(bytes->size()), nullptr));
}

PublicKey make_public_key(const char* type, const Builder& builder) {
    const Owned<OSSL_PARAM, OSSL_PARAM_free> params(OSSL_PARAM_BLD_to_param(builder.get()));
    const Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free> context(
        EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY* key = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
        return nullptr;
    return PublicKey(key);
}

PublicKey make_rsa(const WebKey& key) {
    const Number modulus = number_of(key.n);
    const Number exponent = number_of(key.e);
    const Builder builder(OSSL_PARAM_BLD_new());
    if (!modulus || !exponent || BN_num_bits(modulus.get()) < rsa_bits_min ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get()) != 1 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get()) != 1)
        return nullptr;
    return make_public_key("RSA", builder);
}

PublicKey make_p256(const WebKey& key) {
    const auto x = parse_base64url(key.x);
    const auto y = parse_base64url(key.y);
    if (key.crv != "P-256" || !x || !y || x->size() != coordinate_bytes ||
        y->size() != coordinate_bytes)
        return nullptr;
    const std::string point = '\x04' + *x + *y;  // uncompressed
    const Builder builder(OSSL_PARAM_BLD_new());
    if (OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1",
                                        0) != 1 ||
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                         point.size()) != 1)
        return nullptr;
    return make_public_key("EC", builder);
}

std::string print_pem(EVP_PKEY* key) {
    const Owned<BIO, BIO_free> out(BIO_new(BIO_s_mem()));
    if (!out || PEM_write_bio_PUBKEY(out.get(), key) != 1) return {};
    const char* bytes = nullptr;
    const long size = BIO_get_mem_data(out.get(), &bytes);
    return std::string(bytes, static_cast<std::size_t>(size));
}

}  // namespace

std::optional<Key> make_key(const WebKey& key) {
    const bool is_rsa = key.kty == "RSA";
    if (!is_rsa && key.kty != "EC") return std::nullopt;
    if (!key.use.empty() && key.use != "sig") return std::nullopt;
    if (!key.alg.empty() && key.alg != (is_rsa ? "RS256" : "ES256")) return std::nullopt;
    const PublicKey made = is_rsa ? make_rsa(key) : make_p256(key);
    if (!made) return std::nullopt;
    Key out{key.kid, is_rsa ? Algorithm::rs256 : Algorithm::es256, print_pem(made.get())};
    if (out.pem.empty()) return std::nullopt;
    return out;
}

const Key* find_key(const std::vector<Key>& keys, const std::string& id, Algorithm algorithm) {
    const Key* found = nullptr;
    for (const Key& key : keys) {
        if (key.algorithm != algorithm || (!id.empty() && key.id != id)) continue;
        if (found != nullptr) return nullptr;
        found = &key;
    }
    return found;
}

}  // namespace heng::oidc
