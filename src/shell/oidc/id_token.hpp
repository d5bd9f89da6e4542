#pragma once
/// @file
/// An ID token: who it is for, who made it, when, and about whom (OpenID Connect Core 3.1.3.7).
#include "app/accounts/identity_provider.hpp"
#include "shell/oidc/key_set.hpp"

namespace heng::oidc {

/// What a token says of its signature, before that is verified.
struct TokenHead {
    std::string key_id;  ///< Empty where it names none.
    Algorithm algorithm = Algorithm::rs256;
};
/// @returns it, or `identity_refused`: it is no token, or signed in a way that is not taken.
[[nodiscard]] Result<TokenHead> read_head(const std::string& token);

/// What a token must say.
struct Expected {
    std::string issuer;
    std::string client_id;
    std::string nonce;
    std::string claim;  ///< Which one holds the name of the account.
    app::accounts::Instant now;
};

/// How far the clocks of two servers may be apart.
inline constexpr std::chrono::seconds leeway{60};
/// A token is made for the sign-in that it is used for.
inline constexpr std::chrono::minutes token_age_max{10};

/// @pre `key` is of the token's algorithm.
/// @returns whom it is about, or `identity_refused` with what is wrong as its place.
[[nodiscard]] Result<app::accounts::Vouched> read_id_token(const std::string& token, const Key& key,
                                                           const Expected& expected);

}  // namespace heng::oidc
