#pragma once
/// @file
/// The port to an identity provider: a server elsewhere by whose word people sign in. It is asked
/// through the person's browser, by a code that only this server can turn into an answer.
#include "app/accounts/account.hpp"
#include "core/base/result.hpp"

#include <string>

namespace heng::app::accounts {

/// What belongs to one sign-in and to no other; 64 hexadecimal digits each.
struct Errand {
    std::string state;     ///< Goes with the browser, and comes back with it.
    std::string nonce;     ///< Must stand in the provider's answer.
    std::string verifier;  ///< Shown to the provider at the end, who has seen its hash only.
};

/// What the browser brings back from the provider.
struct Grant {
    std::string code;
    std::string issuer;  ///< Whom it says it comes from; empty where it does not say.
};

/// Whom the provider vouches for.
struct Vouched {
    Identity identity;
    std::string name;  ///< What the claim of the settings holds; not checked in any way.
};

/// Every function may be called from several threads at once, ends in bounded time, and may fail
/// with `identity_provider_unusable`: away, too slow, or nothing that it says can be used. The
/// place of an error says more, for the log.
class IdentityProvider {
public:
    virtual ~IdentityProvider() = default;

    /// Where the browser has to go.
    [[nodiscard]] virtual Result<std::string> address(const Errand& errand) = 0;
    /// @returns whom it vouches for, or `identity_refused`: it does not know the code, or what it
    ///   answers is not for this server, for this sign-in and for this moment.
    [[nodiscard]] virtual Result<Vouched> redeem(const Grant& grant, const Errand& errand) = 0;
};

}  // namespace heng::app::accounts
