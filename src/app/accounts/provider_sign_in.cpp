#include "app/accounts/provider_sign_in.hpp"

#include "app/accounts/same_text.hpp"

namespace heng::app::accounts {

namespace {

/// What a ticket's seal is bound to, so that no other sealed text passes for one.
constexpr const char* context = "oidc ticket";

}  // namespace

Result<std::string> ProviderSignIn::seal(const Ticket& ticket) const {
    return ledger::encode(
               ledger::Object{{"state", ticket.errand.state},
                              {"nonce", ticket.errand.nonce},
                              {"verifier", ticket.errand.verifier},
                              {"tenant", ticket.tenant},
                              {"earlier", ticket.earlier},
                              {"until", std::int64_t{ticket.until.time_since_epoch().count()}}})
        .and_then([&](const std::string& plain) { return parts_.secrets.seal(plain, context); });
}

Result<ProviderSignIn::Ticket> ProviderSignIn::open(const std::string& text) const {
    const auto plain = parts_.secrets.open(text, context);
    const auto value = plain ? ledger::decode(*plain) : Result<ledger::Value>(ledger::Value());
    const ledger::Object* const body = value ? value->object() : nullptr;
    const ledger::Value* const until = body == nullptr ? nullptr : body->find("until");
    if (until == nullptr || until->number() == nullptr)
        return refuse(Code::sign_in_expired, {"", 0, 0, "ticket"});
    const auto text_of = [&](std::string_view key) {
        const ledger::Value* const found = body->find(key);
        return found == nullptr || found->text() == nullptr ? std::string() : *found->text();
    };
    return Ticket{{text_of("state"), text_of("nonce"), text_of("verifier")},
                  text_of("tenant"),
                  text_of("earlier"),
                  Instant(std::chrono::microseconds(*until->number()))};
}

Result<Departure> ProviderSignIn::depart(const std::string& tenant, const std::string& earlier) {
    const Secrets& secrets = parts_.secrets;
    const Ticket ticket{{make_token(secrets), make_token(secrets), make_token(secrets)},
                        tenant,
                        earlier,
                        parts_.clock.now() + ticket_age_max};
    auto url = provider_.address(ticket.errand);
    if (!url) {
        note_(url.error());
        return tl::unexpected(url.error());
    }
    return seal(ticket).map([&](std::string text) {
        return Departure{std::move(*url), std::move(text)};
    });
}

bool ProviderSignIn::use_up(const Ticket& ticket) {
    const Instant now = parts_.clock.now();
    const std::lock_guard lock(mutex_);
    std::erase_if(used_, [&](const auto& one) { return one.second < now; });
    return used_.emplace(ticket.errand.state, ticket.until).second;
}

Result<Vouched> ProviderSignIn::ask(const Return& back, const Errand& errand) {
    constexpr std::size_t shown_bytes_max = 64;
    if (!back.problem.empty())
        return refuse(Code::identity_refused,
                      {"", 0, 0, "error " + back.problem.substr(0, shown_bytes_max)});
    return provider_.redeem(back.grant, errand);
}

Result<Arrival> ProviderSignIn::arrive(const Return& back) {
    const auto ticket = open(back.ticket);
    if (!ticket) return tl::unexpected(ticket.error());
    const auto expired = [](const char* why) {
        return refuse(Code::sign_in_expired, {"", 0, 0, why});
    };
    if (!same_text(ticket->errand.state, back.state)) return expired("state");
    if (parts_.clock.now() > ticket->until) return expired("time");
    if (!use_up(*ticket)) return expired("used");
    auto opening = sessions_.sign_in_by_identity(ticket->tenant, back.remote,
                                                 [&] { return ask(back, ticket->errand); });
    if (!opening) {
        note_(opening.error());
        return tl::unexpected(opening.error());
    }
    return Arrival{ticket->tenant, std::move(*opening), ticket->earlier};
}

}  // namespace heng::app::accounts
