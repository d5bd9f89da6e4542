/// @file
/// What becomes of a session once it is open.
#include "app/accounts/sessions.hpp"

#include "app/accounts/local_time.hpp"
#include "app/accounts/totp.hpp"

#include <algorithm>

namespace heng::app::accounts {

bool Sessions::is_over(const Session& session, const SignInRules& rules) const {
    const Instant now = parts_.clock.now();
    const auto idle_max = session.is_administrator
                              ? std::min(rules.idle_max, rules.administrator_idle_max)
                              : rules.idle_max;
    return now - session.last_used > idle_max ||
           now - session.since > parts_.policy.session.age_max ||
           (session.is_demo && !parts_.allows_demo);
}

Result<SignInRules> Sessions::rules(const std::string& tenant) const {
    return records_.sign_in_rules(tenant, parts_.policy.sign_in)
        .map([](const Kept<SignInRules>& kept) { return kept.value; });
}

Pending Sessions::pending_of(const Account& account, const Session& session, Instant now) const {
    if (account.is_demo) return Pending::nothing;  // reached from this machine only
    const auto age_max = parts_.policy.password.age_max;
    const bool is_old = age_max && now - account.password_since > *age_max;
    // Whoever came by a provider's word may never have had use for the password.
    if (!session.is_by_identity && (account.must_change || is_old)) return Pending::change_password;
    if (session.is_administrator && !account.authenticator) return Pending::enrol_authenticator;
    if (account.authenticator && !session.stepped_up_at) return Pending::show_second_factor;
    return Pending::nothing;
}

TrailEntry Sessions::entry(const Session& session, const Visit& visit, const char* matter) const {
    return {0,      parts_.clock.now(), session.account,
            matter, session.account,    Outcome::done,
            {},     visit.remote,       {}};
}

Result<Kept<Session>> Sessions::kept_session(const Visit& visit) const {
    const auto found = records_.session(visit.tenant, token_id(parts_.secrets, visit.token));
    if (!found) return tl::unexpected(found.error());
    if (!*found) return refuse(Code::sign_in_needed);
    const auto rules = this->rules(visit.tenant);
    if (!rules) return tl::unexpected(rules.error());
    if (is_over((*found)->value, *rules)) return refuse(Code::sign_in_needed);
    return **found;
}

Result<Kept<Account>> Sessions::own_account(const std::string& tenant,
                                            const Session& session) const {
    const auto found = records_.account(tenant, session.account);
    if (!found) return tl::unexpected(found.error());
    if (!*found || (*found)->value.disabled != Disabled::no) return refuse(Code::sign_in_needed);
    return **found;
}

Result<Session> Sessions::authenticate(const Visit& visit) {
    const auto found = kept_session(visit);
    if (!found) return tl::unexpected(found.error());
    Kept<Session> session = *found;
    const Instant now = parts_.clock.now();
    if (visit.is_idle || now - session.value.last_used < std::chrono::minutes(1))
        return session.value;
    session.value.last_used = now;
    Batch batch(records_, visit.tenant);
    batch.put(session);
    const auto done = batch.commit();
    // Stale: another request of the session was faster, or it has just ended, after this request
    // came.
    if (!done && done.error().code != Code::version_stale) return tl::unexpected(done.error());
    return session.value;
}

Result<void> Sessions::require_ready(const Session& session) {
    switch (session.pending) {
        case Pending::change_password: return refuse(Code::password_change_needed);
        case Pending::enrol_authenticator: return refuse(Code::second_factor_absent);
        case Pending::show_second_factor: return refuse(Code::second_factor_needed);
        case Pending::nothing: break;
    }
    return {};
}

Result<void> Sessions::require_step_up(const Session& session) const {
    if (session.is_demo) return {};  // reached from this machine only
    const bool is_stepped_up =
        session.stepped_up_at &&
        parts_.clock.now() - *session.stepped_up_at <= parts_.policy.session.step_up_for;
    if (is_stepped_up) return {};
    return refuse(Code::second_factor_needed);
}

Result<void> Sessions::require_name_unlocked(const std::string& tenant,
                                             const std::string& name) const {
    const auto counted = records_.attempts(tenant, attempts_of_name(name));
    if (!counted) return tl::unexpected(counted.error());
    const auto until = locked_at(counted->value.attempts, parts_.clock.now());
    if (!until) return {};
    return refuse(Code::account_locked, {}, {print_local_minute(*until)});
}

Error Sessions::refuse_again(const Visit& visit, const char* matter, const char* why) {
    const auto counted = turns_.take([&]() -> Result<void> {
        const auto session = kept_session(visit);
        if (!session) return tl::unexpected(session.error());
        const std::string& name = session->value.account;
        auto attempts = records_.attempts(visit.tenant, attempts_of_name(name));
        if (!attempts) return tl::unexpected(attempts.error());
        const auto rules = this->rules(visit.tenant);
        if (!rules) return tl::unexpected(rules.error());
        attempts->value.attempts =
            with_failure(attempts->value.attempts, account_rule(*rules), parts_.clock.now());
        Batch batch(records_, visit.tenant);
        batch.put(*attempts);
        TrailEntry refused = entry(session->value, visit, matter);
        refused.outcome = Outcome::refused;
        refused.detail = why;
        batch.note(std::move(refused));
        if (attempts->value.attempts.locked_until) {
            batch.erase(Kind::session, session->value.id, session->version);
            batch.note(entry(session->value, visit, "lock_account"));
        }
        return batch.commit();
    });
    return counted ? Error{Code::sign_in_refused, {}, {}} : counted.error();
}

/// Puts the account, and the session under a new token (ASVS 3.2.1).
Result<Opening> Sessions::go_on(const Visit& visit, const Kept<Session>& session,
                                const Kept<Account>& account, Batch& batch, const char* matter) {
    const Instant now = parts_.clock.now();
    Opening out{make_token(parts_.secrets), session.value};
    out.session.id = token_id(parts_.secrets, out.token);
    out.session.csrf_token = make_token(parts_.secrets);
    out.session.last_used = now;
    out.session.is_administrator = parts_.is_administrator(visit.tenant, account.value.person);
    out.session.pending = pending_of(account.value, out.session, now);
    batch.put(account);
    batch.put(Kept<Session>{out.session, 0});
    batch.note(entry(session.value, visit, matter));
    return batch.commit().map([&] { return std::move(out); });
}

Result<Opening> Sessions::step_up(const Visit& visit, std::string_view code) {
    const auto done = turns_.take([&] { return try_step_up(visit, code); });
    if (done || done.error().code != Code::sign_in_refused) return done;
    return tl::unexpected(refuse_again(visit, "step_up", "code"));
}

Result<Opening> Sessions::try_step_up(const Visit& visit, std::string_view code) {
    auto session = kept_session(visit);
    if (!session) return tl::unexpected(session.error());
    auto account = own_account(visit.tenant, session->value);
    if (!account) return tl::unexpected(account.error());
    if (!account->value.authenticator) return refuse(Code::second_factor_absent);
    const auto free = require_name_unlocked(visit.tenant, session->value.account);
    if (!free) return tl::unexpected(free.error());
    const Instant now = parts_.clock.now();
    const auto step = step_of(*account->value.authenticator, code, now);
    if (!step) return tl::unexpected(step.error());
    account->value.authenticator->last_step = *step;
    Batch batch(records_, visit.tenant);
    batch.erase(Kind::session, session->value.id, session->version);
    session->value.stepped_up_at = now;
    return go_on(visit, *session, *account, batch, "step_up");
}

Result<void> Sessions::sign_out(const Visit& visit) {
    return turns_.take([&]() -> Result<void> {
        const auto session = kept_session(visit);
        if (!session) return tl::unexpected(session.error());
        Batch batch(records_, visit.tenant);
        batch.erase(Kind::session, session->value.id, session->version);
        batch.note(entry(session->value, visit, "sign_out"));
        return batch.commit();
    });
}

Result<std::vector<Session>> Sessions::list(const Visit& visit) {
    const auto own = kept_session(visit);
    if (!own) return tl::unexpected(own.error());
    const auto all = records_.sessions(visit.tenant, own->value.account);
    if (!all) return tl::unexpected(all.error());
    const auto rules = this->rules(visit.tenant);
    if (!rules) return tl::unexpected(rules.error());
    std::vector<Session> out;
    for (const Kept<Session>& one : *all)
        if (!is_over(one.value, *rules)) out.push_back(one.value);
    return out;
}

Result<void> Sessions::end(const Visit& visit, const std::string& id, std::string_view password) {
    const auto confirmed = confirm_password(visit, password, "end_session");
    if (!confirmed) return tl::unexpected(confirmed.error());
    return turns_.take([&]() -> Result<void> {
        const auto own = kept_session(visit);
        if (!own) return tl::unexpected(own.error());
        const auto other = records_.session(visit.tenant, id);
        if (!other) return tl::unexpected(other.error());
        if (!*other || (*other)->value.account != own->value.account)
            return refuse(Code::record_unknown, {}, {"会话", "session", id});
        Batch batch(records_, visit.tenant);
        batch.erase(Kind::session, id, (*other)->version);
        batch.note(entry(own->value, visit, "end_session"));
        return batch.commit();
    });
}

}  // namespace heng::app::accounts
