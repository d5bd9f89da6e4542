#pragma once
/// @file
/// The provider's keys in the form that libjwt takes.
#include "shell/oidc/documents.hpp"

#include <optional>

namespace heng::oidc {

/// What a token may be signed with. No other is taken, least of all none and those whose key is a
/// secret of two.
enum class Algorithm { rs256, es256 };

struct Key {
    std::string id;  ///< May be empty.
    Algorithm algorithm = Algorithm::rs256;
    std::string pem;
};

/// A key of RSA with 2048 bits or more, or of ECDSA on P-256, that is there to sign with; nothing
/// for any other.
std::optional<Key> make_key(const WebKey& key);

/// The key of this id and algorithm; where `id` is empty, the only one of this algorithm. Nothing
/// where there is no such key, or more than one.
const Key* find_key(const std::vector<Key>& keys, const std::string& id, Algorithm algorithm);

}  // namespace heng::oidc
