#pragma once
/// @file
/// An OpenID provider: the authorization code flow with PKCE, by what it says of itself at
/// ISSUER/.well-known/openid-configuration.
#include "app/accounts/identity_provider.hpp"
#include "app/log.hpp"
#include "app/ports.hpp"
#include "app/settings.hpp"
#include "shell/oidc/exchange.hpp"
#include "shell/oidc/key_set.hpp"

#include <functional>
#include <memory>
#include <mutex>

namespace heng::oidc {

struct ProviderRules {
    std::string issuer;
    std::string client_id;
    app::Secret client_secret;
    std::string claim;
    std::string ca_file;     ///< Empty: the certificates that this machine trusts.
    std::string return_url;  ///< Where the provider sends people back to.
    std::chrono::milliseconds time_max{8'000};  ///< For all that one sign-in asks.
    int sign_ins_max = 4;  ///< That wait for the provider at once; others are told to come later.
};

/// @param read_file  reads the file of the secret.
/// @pre `settings` name an issuer and pass their check.
/// @returns the rules, or what `read_file` says, or `setting_unusable`: there is no secret in it.
[[nodiscard]] Result<ProviderRules> provider_rules(
    const app::Settings& settings,
    const std::function<Result<std::string>(const std::string& path)>& read_file);

class Provider final : public app::accounts::IdentityProvider {
public:
    /// `clock` must outlive it. Nothing is asked before it is needed.
    Provider(ProviderRules rules, app::Clock& clock) : rules_(std::move(rules)), clock_(clock) {}

    [[nodiscard]] Result<std::string> address(const app::accounts::Errand& errand) override;
    [[nodiscard]] Result<app::accounts::Vouched> redeem(
        const app::accounts::Grant& grant, const app::accounts::Errand& errand) override;

    /// What the provider said is asked for again after that long.
    static constexpr std::chrono::hours kept_for{1};

private:
    template <class T>
    struct Kept {
        std::shared_ptr<const T> value;
        app::accounts::Instant until;
    };
    using Keys = std::vector<Key>;

    template <class T>
    std::shared_ptr<const T> kept(const Kept<T>& one) const;
    template <class T>
    std::shared_ptr<const T> keep(Kept<T>& one, T value);
    [[nodiscard]] Result<std::string> fetch(const std::string& url, Deadline deadline) const;
    [[nodiscard]] Result<std::shared_ptr<const Endpoints>> endpoints(Deadline deadline);
    [[nodiscard]] Result<std::shared_ptr<const Keys>> fetch_keys(const Endpoints& endpoints,
                                                                 Deadline deadline);
    /// The key that the token names, fetched once more if it is not known.
    [[nodiscard]] Result<Key> key_of(const std::string& token, const Endpoints& endpoints,
                                     Deadline deadline);
    [[nodiscard]] Result<std::string> fetch_token(const Endpoints& endpoints,
                                                  const std::string& code,
                                                  const std::string& verifier, Deadline deadline);

    /// A place among those who may wait for the provider.
    class Place;

    const ProviderRules rules_;
    app::Clock& clock_;
    mutable std::mutex mutex_;
    Kept<Endpoints> endpoints_;
    Kept<Keys> keys_;
    int sign_ins_ = 0;
};

}  // namespace heng::oidc
