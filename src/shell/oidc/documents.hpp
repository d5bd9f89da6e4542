#pragma once
/// @file
/// What the provider answers, as JSON documents: where it is to be asked, its keys, a token.
#include "core/base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace heng::oidc {

/// Where the provider is to be asked, by its discovery document.
struct Endpoints {
    std::string authorization;
    std::string token;
    std::string keys;
    /// Whether it wants the secret as basic authentication; else in the form.
    bool takes_basic = true;
};

/// @returns where, or `identity_provider_unusable`: it is no such document, another issuer's, or
///   names an address that is not over https. An issuer that is reached over http, which is on
///   this machine, may name such addresses on this machine.
[[nodiscard]] Result<Endpoints> read_endpoints(std::string_view text, const std::string& issuer);

/// The ID token of a token endpoint's answer. @returns it, or `identity_refused` where the code is
/// not taken, `identity_provider_unusable` for anything else.
[[nodiscard]] Result<std::string> read_id_token_text(long status, std::string_view text);

/// A JSON Web Key as it is written; what it does not have is empty.
struct WebKey {
    std::string kid;
    std::string kty;
    std::string use;
    std::string alg;
    std::string crv;
    std::string n, e, x, y;
};
/// @returns the keys of a set, or `identity_provider_unusable`.
[[nodiscard]] Result<std::vector<WebKey>> read_web_keys(std::string_view text);

/// A text or a list of texts; empty for anything else.
std::vector<std::string> read_texts(std::string_view json);

}  // namespace heng::oidc
