#pragma once
/// @file
/// Who asks, and in what capacity: the credential of a request becomes a session, the session a
/// person, and the person acts by one of his appointments (SEC-15).
#include "app/tenants.hpp"
#include "core/act/label.hpp"
#include "shell/http/message.hpp"

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace heng::http {

/// What a credential stands for.
struct SignedIn {
    std::string tenant;
    std::string account;
    std::string person;
    /// A write must carry it in `X-CSRF-Token`; empty for API tokens, which no browser sends by
    /// itself.
    std::string csrf_token;
    bool may_read = true;
    bool may_act = true;
    bool may_export = true;
    /// Up to which label he is shown records (SEC-7).
    act::Label clearance = act::Label::work_secret;
    /// What must be done before anything else: a new password, a second factor.
    std::optional<Code> pending;
    bool is_stepped_up = false;  ///< The second factor was shown a short while ago.
};

/// Someone who may be answered.
struct Caller {
    SignedIn who;
    app::Desk* desk = nullptr;
    cycle::Actor actor;
};

class Gate {
public:
    /// A credential: the value of the session cookie or of `Authorization: Bearer`.
    struct Credential {
        std::string text;
        bool is_bearer = false;
        auto operator<=>(const Credential&) const = default;
    };
    /// Looks a credential up where sessions are kept; may block.
    /// @returns what it stands for, or `sign_in_needed`
    using LookUp = std::function<Result<SignedIn>(const Credential&, const Request&)>;

    /// @param today  the day on which appointments must hold.
    /// @param origins  what a browser may send as Origin beside the Host of the request itself.
    Gate(const app::Tenants& tenants, LookUp look_up, std::function<ledger::Date()> today,
         std::vector<std::string> origins);

    /// @returns the caller of a request that reads, or `sign_in_needed`, `password_change_needed`,
    /// `second_factor_needed`, `token_scope_missing`, `capacity_absent`.
    [[nodiscard]] Result<Caller> admit(const Request& request);
    /// The same from what was looked up within the last seconds; nothing if that takes a look up.
    std::optional<Caller> admit_at_once(const Request& request);
    /// @returns the caller of a request that writes, or also `origin_refused` (ASVS 3.5.1).
    [[nodiscard]] Result<Caller> admit_to_write(const Request& request);

    /// Who is signed in, whatever he may do. @returns also `origin_refused` for writes.
    [[nodiscard]] Result<SignedIn> identify(const Request& request);

    /// What was looked up is looked up again from now on: a session has ended or changed.
    void forget_all();

    static std::optional<Credential> credential_of(const Request& request);
    /// @returns nothing, or `origin_refused` where a browser says that the request is another
    /// site's.
    [[nodiscard]] Result<void> check_site(const Request& request) const;

private:
    struct Seen {
        SignedIn who;
        std::chrono::steady_clock::time_point until;
    };
    [[nodiscard]] Result<SignedIn> look_up(const Request& request);
    /// A credential and where it came from: what it stands for may depend on both.
    using Sight = std::pair<Credential, std::string>;
    std::optional<SignedIn> find_seen(const Sight& sight) const;
    [[nodiscard]] Result<Caller> as_caller(SignedIn who, const Request& request) const;
    [[nodiscard]] Result<void> check_origin(const SignedIn& who, const Request& request) const;

    const app::Tenants& tenants_;
    const LookUp look_up_;
    const std::function<ledger::Date()> today_;
    const std::vector<std::string> origins_;
    mutable std::mutex mutex_;
    std::map<Sight, Seen> seen_;
    std::atomic<std::int64_t> round_ = 0;  ///< Goes on whenever all is forgotten.
};

/// The cookie of a session; over TLS it is bound to this very host (ASVS 3.4.4).
constexpr std::string_view session_cookie(bool is_secure) {
    return is_secure ? "__Host-heng_session" : "heng_session";
}

}  // namespace heng::http
