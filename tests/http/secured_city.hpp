#pragma once
/// @file
/// The demonstration city behind a service with real accounts: people sign in with passwords and
/// codes, and a browser keeps their cookie. A second tenant lies in the same store.
#include "accounts/accounts_fixture.hpp"
#include "served_city.hpp"
#include "shell/http/api/account_parts.hpp"
#include "shell/http/api/notice_routes.hpp"
#include "shell/http/api/office_parts.hpp"
#include "shell/memory/outbox.hpp"

#include <atomic>
#include <mutex>

namespace heng::http_test {

inline constexpr const char* other_tenant = "other-city";

/// Addresses that ask for no session: some of them open one.
inline bool is_before_signing_in(std::string_view pattern) {
    return pattern.starts_with("/api/v1/voting/") ||  // asks for a code instead
           pattern.starts_with("/api/v1/session/oidc") || pattern == "/api/v1/sign-in-ways";
}

/// Fields of a request, instead of those that a page of ours sends; an empty value leaves one out.
using Fields = std::map<std::string, std::string>;

class SecuredCity;

/// Someone's browser: it keeps the cookie and the token that the answers give it.
class Browser {
public:
    explicit Browser(SecuredCity& city) : city_(&city) {}

    Answered ask(std::string_view method, const std::string& target, const std::string& body = {},
                 const Fields& changed = {});
    Answered get(const std::string& target, const Fields& changed = {}) {
        return ask("GET", target, {}, changed);
    }
    Answered post(const std::string& target, const std::string& body = "{}",
                  const Fields& changed = {}) {
        return ask("POST", target, body, changed);
    }
    Answered sign_in(const std::string& account, const std::string& password,
                     const std::string& code = {});
    /// In what capacity the next requests are made; without, in the first that the person has.
    void act_as(const cycle::Actor& actor);

    std::string cookie;      ///< The value of the session's cookie.
    std::string csrf_token;  ///< Told with the last session.

private:
    std::string print_request(std::string_view method, const std::string& target,
                              const std::string& body, const Fields& changed);
    void keep(const Answered& answered);

    SecuredCity* city_;
    std::string acting_as_;
};

/// From where some may come; empty: from anywhere.
struct Addresses {
    std::function<bool(std::string_view)> of_administrators;
    std::function<bool(std::string_view)> of_metrics;
};

class SecuredCity {
public:
    explicit SecuredCity(app::demo::PlayOptions options = {}, http::ServerOptions server = {},
                         Addresses addresses = {});
    ~SecuredCity();
    SecuredCity(const SecuredCity&) = delete;
    SecuredCity& operator=(const SecuredCity&) = delete;

    std::uint16_t port() const { return service_->port(); }
    http::Service& service() { return *service_; }
    app::Desk& desk(const char* tenant = app::demo::tenant) { return *tenants_->find(tenant); }
    app::demo::Played& played() { return played_; }
    ledger::Date today() const { return played_.account.last_day; }
    std::int64_t head(const char* tenant = app::demo::tenant) {
        return desk(tenant).read([](const app::Live& live) { return live.head.seq; });
    }

    /// Time of the accounts goes on; what the gate remembers for seconds of the real clock is
    /// forgotten with it.
    void wait(std::chrono::microseconds time);

    /// An account of the person with `good_password`, ready for use: its name.
    std::string open_account(const std::string& person, const char* tenant = app::demo::tenant);
    /// The same, with a password for one use that is still to be changed.
    std::string open_new_account(const std::string& person, std::string& password);
    /// Gives the account an authenticator, past its first code.
    void enrol(const std::string& account, const char* tenant = app::demo::tenant);
    /// The code that its authenticator shows, never the same twice.
    std::string code(const std::string& account, const char* tenant = app::demo::tenant);
    /// The code for an authenticator that was offered and not confirmed yet.
    std::string offered_code(const std::string& account);

    /// A browser in which the person has signed in and shown the second factor.
    Browser browser(const cycle::Actor& actor, const char* tenant = app::demo::tenant);
    /// The same, with name and password alone.
    Browser plain_browser(const cycle::Actor& actor, const char* tenant = app::demo::tenant);

    app::accounts::Administration& administration() { return administration_; }
    app::accounts::ApiTokens& tokens() { return tokens_; }
    app::accounts::Secrets& secrets() { return secrets_; }
    app::Clock& clock() { return time_; }
    /// From now on people may sign in at this provider, too. It must outlive the city.
    void sign_in_at(app::accounts::IdentityProvider& provider);
    /// An Idempotency-Key that nobody has used.
    std::string new_key() { return "key-" + std::to_string(++keys_); }
    /// Paths that the server has noted as asked for.
    std::vector<std::string> noted();

private:
    void open_other_tenant();
    app::accounts::Parts parts();
    bool is_administrator(const std::string& tenant, const std::string& person);

    app::demo::Played played_;
    store_test::Ticking clock_;
    std::optional<app::Tenants> tenants_;
    memory::AccountStore store_;
    app::accounts::Secrets secrets_ =
        crypto::make_secrets(accounts_test::new_vault(), accounts_test::least_cost());
    accounts_test::StandingClock time_;
    app::accounts::Records records_{store_, secrets_};
    app::accounts::Administration administration_{parts()};
    std::unique_ptr<app::accounts::Sessions> sessions_ =
        std::move(*app::accounts::Sessions::make(parts()));
    app::accounts::ApiTokens tokens_{parts()};
    app::accounts::PersonCards cards_{parts()};
    memory::Outbox outbox_;
    std::unique_ptr<app::accounts::ProviderSignIn> provider_;
    http::OfficeParts office_;
    http::AccountParts account_parts_{*sessions_, administration_, tokens_, cards_};
    std::atomic<int> keys_ = 0;
    std::mutex mutex_;
    std::vector<std::string> noted_;
    std::map<std::string, std::string> accounts_;  ///< tenant/person → account.
    std::unique_ptr<http::Service> service_;
    std::thread thread_;
};

/// The administrators of both tenants: `found` has named them alike.
inline const cycle::Actor system_admin{
    app::demo::system_admin_id, cycle::Capacity::system_admin, {}};
inline const cycle::Actor security_admin{
    app::demo::security_admin_id, cycle::Capacity::security_admin, {}};
inline const cycle::Actor audit_admin{app::demo::audit_admin_id, cycle::Capacity::audit_admin, {}};

}  // namespace heng::http_test
