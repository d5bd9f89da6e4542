#include "shell/crypto/random.hpp"

#include "core/base/invariant.hpp"

#include <openssl/rand.h>

namespace heng::crypto {

std::string random_bytes(std::size_t count) {
    std::string out(count, '\0');
    INVARIANT(RAND_priv_bytes(reinterpret_cast<unsigned char*>(out.data()),
                              static_cast<int>(out.size())) == 1,
              "there are random bytes");
    return out;
}

}  // namespace heng::crypto
