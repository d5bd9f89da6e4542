#include "shell/crypto/secrets.hpp"

#include "core/base/invariant.hpp"
#include "shell/crypto/mac.hpp"
#include "shell/crypto/random.hpp"

#include <openssl/evp.h>
#include <memory>
#include <semaphore>

namespace heng::crypto {

namespace {

ledger::Digest sm3(std::string_view bytes) {
    ledger::Digest out{};
    unsigned size = 0;
    INVARIANT(EVP_Digest(bytes.data(), bytes.size(), out.data(), &size, EVP_sm3(), nullptr) == 1 &&
                  size == out.size(),
              "a digest has 32 bytes");
    return out;
}

/// How many passwords are hashed at once: each takes the memory of its cost, and whoever asks
/// for many must not take all there is.
constexpr int at_once_max = 4;
std::counting_semaphore<at_once_max> places(at_once_max);

class Place {
public:
    Place() { places.acquire(); }
    ~Place() { places.release(); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
};

}  // namespace

PasswordCost cost_of(app::PasswordHash passwords) {
    PasswordCost cost;
    if (passwords == app::PasswordHash::pbkdf2_sm3) cost.scheme = PasswordScheme::pbkdf2_sm3;
    return cost;
}

app::accounts::Secrets make_secrets(Vault vault, const PasswordCost& cost) {
    const auto shared = std::make_shared<const Vault>(std::move(vault));
    app::accounts::Secrets out;
    out.random = random_bytes;
    out.hash_password = [cost](std::string_view password) {
        const Place place;
        return crypto::hash_password(cost, password);
    };
    out.is_password = [](std::string_view hash, std::string_view password) {
        const Place place;
        return crypto::is_password(hash, password);
    };
    out.is_outdated = [cost](std::string_view hash) { return crypto::is_outdated(cost, hash); };
    out.hmac_sha1 = crypto::hmac_sha1;
    out.digest = sm3;
    out.seal = [shared](std::string_view plain, std::string_view context) {
        return shared->seal(plain, context);
    };
    out.open = [shared](std::string_view sealed, std::string_view context) {
        return shared->open(sealed, context);
    };
    out.is_sealed_before = [shared](std::string_view sealed) {
        return shared->is_sealed_before(sealed);
    };
    out.mac = [shared](std::string_view bytes) { return shared->mac(bytes); };
    out.is_mac = [shared](std::string_view mac, std::string_view bytes) {
        return shared->is_mac(mac, bytes);
    };
    return out;
}

}  // namespace heng::crypto
