/// @file
/// How someone signed in changes his password, and enrols an authenticator.
#include "app/accounts/password_rules.hpp"
#include "app/accounts/sessions.hpp"
#include "app/accounts/totp.hpp"

namespace heng::app::accounts {

Result<Kept<Account>> Sessions::confirm_password(const Visit& visit, std::string_view password,
                                                 const char* matter) {
    const auto session = kept_session(visit);
    if (!session) return tl::unexpected(session.error());
    const auto free = require_name_unlocked(visit.tenant, session->value.account);
    if (!free) return tl::unexpected(free.error());
    auto account = own_account(visit.tenant, session->value);
    if (!account) return account;
    if (parts_.secrets.is_password(account->value.password_hash, password)) return account;
    return tl::unexpected(refuse_again(visit, matter, "password"));
}

Checked<Opening> Sessions::change_password(const Visit& visit, const PasswordChange& change) {
    const auto confirmed = confirm_password(visit, change.current, "change_password");
    if (!confirmed) return tl::unexpected(Issues{confirmed.error()});
    const Account& account = confirmed->value;
    const PasswordPolicy& policy = parts_.policy.password;
    const auto fits = check_password(policy, account.name, change.wanted);
    if (!fits) return tl::unexpected(fits.error());
    if (is_used_before(policy, parts_.secrets, account, change.wanted))
        return tl::unexpected(
            Issues{{Code::password_weak, {"", 0, 0, "password"}, {"used before / 曾用口令"}}});
    const auto hash = parts_.secrets.hash_password(change.wanted);
    if (!hash) return tl::unexpected(Issues{hash.error()});
    auto done = turns_.take([&] { return set_password(visit, account.password_hash, *hash); });
    if (!done) return tl::unexpected(Issues{done.error()});
    return std::move(*done);
}

Result<Opening> Sessions::set_password(const Visit& visit, const std::string& verified,
                                       const std::string& wanted) {
    const auto session = kept_session(visit);
    if (!session) return tl::unexpected(session.error());
    auto account = own_account(visit.tenant, session->value);
    if (!account) return tl::unexpected(account.error());
    Account& own = account->value;
    if (own.password_hash != verified) return refuse(Code::sign_in_refused);  // just changed
    own.earlier_hashes.insert(own.earlier_hashes.begin(), verified);
    if (own.earlier_hashes.size() > parts_.policy.password.earlier_refused)
        own.earlier_hashes.resize(parts_.policy.password.earlier_refused);
    own.password_hash = wanted;
    own.password_since = parts_.clock.now();
    own.must_change = false;
    Batch batch(records_, visit.tenant);
    const auto ended = erase_sessions(records_, visit.tenant, own.name, batch);
    if (!ended) return tl::unexpected(ended.error());
    return go_on(visit, *session, *account, batch, "change_password");
}

Result<Offer> Sessions::offer_authenticator(const Visit& visit, std::string_view issuer) {
    return turns_.take([&]() -> Result<Offer> {
        const auto session = kept_session(visit);
        if (!session) return tl::unexpected(session.error());
        if (session->value.pending == Pending::change_password)
            return refuse(Code::password_change_needed);
        auto account = own_account(visit.tenant, session->value);
        if (!account) return tl::unexpected(account.error());
        if (account->value.authenticator) return refuse(Code::second_factor_present);
        account->value.seed_offered = parts_.secrets.random(seed_bytes);
        const std::string& seed = account->value.seed_offered;
        Offer out{print_base32(seed), otpauth_uri(issuer, account->value.name, seed)};
        Batch batch(records_, visit.tenant);
        batch.put(*account);
        batch.note(entry(session->value, visit, "offer_authenticator"));
        return batch.commit().map([&] { return std::move(out); });
    });
}

Result<Opening> Sessions::confirm_authenticator(const Visit& visit, std::string_view code) {
    const auto done = turns_.take([&] { return try_confirm(visit, code); });
    if (done || done.error().code != Code::sign_in_refused) return done;
    return tl::unexpected(refuse_again(visit, "confirm_authenticator", "code"));
}

Result<Opening> Sessions::try_confirm(const Visit& visit, std::string_view code) {
    auto session = kept_session(visit);
    if (!session) return tl::unexpected(session.error());
    auto account = own_account(visit.tenant, session->value);
    if (!account) return tl::unexpected(account.error());
    Account& own = account->value;
    if (own.authenticator) return refuse(Code::second_factor_present);
    if (own.seed_offered.empty()) return refuse(Code::second_factor_absent);
    const auto free = require_name_unlocked(visit.tenant, own.name);
    if (!free) return tl::unexpected(free.error());
    const Instant now = parts_.clock.now();
    const auto step = step_of({own.seed_offered, 0}, code, now);
    if (!step) return tl::unexpected(step.error());
    own.authenticator = Authenticator{own.seed_offered, *step};
    own.seed_offered.clear();
    Batch batch(records_, visit.tenant);
    batch.erase(Kind::session, session->value.id, session->version);
    session->value.stepped_up_at = now;
    return go_on(visit, *session, *account, batch, "confirm_authenticator");
}

}  // namespace heng::app::accounts
