#pragma once
/// @file
/// Signing in at an identity provider: the browser leaves with a ticket, a sealed text that only it
/// has, and what it brings back counts together with that ticket, once.
#include "app/accounts/sessions.hpp"

#include <map>

namespace heng::app::accounts {

/// A browser on its way to the provider.
struct Departure {
    std::string url;
    std::string ticket;  ///< For this browser alone, for ten minutes.
};

/// What a browser has when it is back.
struct Return {
    std::string ticket;
    std::string state;
    Grant grant;
    std::string problem;  ///< What the provider says instead of a code; empty where it gives one.
    std::string remote;
};

struct Arrival {
    std::string tenant;
    Opening opening;
    std::string earlier;  ///< What the departure was given.
};

class ProviderSignIn {
public:
    /// @param note  is told why a sign-in came to nothing, for the log. All must outlive it.
    ProviderSignIn(IdentityProvider& provider, Sessions& sessions, Parts parts,
                   std::function<void(const Error&)> note)
        : provider_(provider),
          sessions_(sessions),
          parts_(std::move(parts)),
          note_(std::move(note)) {}

    static constexpr std::chrono::minutes ticket_age_max{10};

    /// @param earlier  what is to be known again on arrival.
    /// @returns where to go, or `identity_provider_unusable`.
    [[nodiscard]] Result<Departure> depart(const std::string& tenant, const std::string& earlier);
    /// @returns the session, or
    ///   - `sign_in_expired`   without a ticket, with one of another sign-in, too late, or again;
    ///   - `identity_refused`  the provider says no, or nothing that counts;
    ///   - what `Sessions::sign_in_by_identity` says.
    [[nodiscard]] Result<Arrival> arrive(const Return& back);

private:
    /// What a ticket holds.
    struct Ticket {
        Errand errand;
        std::string tenant;
        std::string earlier;
        Instant until;
    };
    [[nodiscard]] Result<std::string> seal(const Ticket& ticket) const;
    [[nodiscard]] Result<Ticket> open(const std::string& text) const;
    /// Takes the state out of use. @returns whether it was in use
    bool use_up(const Ticket& ticket);
    [[nodiscard]] Result<Vouched> ask(const Return& back, const Errand& errand);

    IdentityProvider& provider_;
    Sessions& sessions_;
    const Parts parts_;
    const std::function<void(const Error&)> note_;
    std::mutex mutex_;
    std::map<std::string, Instant> used_;  ///< States, until their tickets are too old anyhow.
};

}  // namespace heng::app::accounts
