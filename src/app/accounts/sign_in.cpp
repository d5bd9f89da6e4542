/// @file
/// Signing in: first the locks, then the password or the identity provider without any lock, then
/// one decision on what stands in the store at that time.
#include "app/accounts/local_time.hpp"
#include "app/accounts/password_rules.hpp"
#include "app/accounts/sessions.hpp"
#include "app/accounts/totp.hpp"

#include <algorithm>

namespace heng::app::accounts {

namespace {

/// What the trail has for a name that nobody can have: it may be anything, even a password.
constexpr const char* unusable_name = "?";

SignIn in_small_letters(SignIn given) {
    for (char& c : given.name)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return given;
}

bool is_possible(const SignIn& given) {
    return check_account_name(given.name).has_value();
}

TrailEntry entry_of(const SignIn& given, Instant now, Outcome outcome, const char* detail) {
    const std::string name = is_possible(given) ? given.name : unusable_name;
    return {0, now, name, "sign_in", name, outcome, detail, given.remote, {}};
}

}  // namespace

Result<std::unique_ptr<Sessions>> Sessions::make(Parts parts) {
    auto dummy = parts.secrets.hash_password(make_token(parts.secrets));
    if (!dummy) return tl::unexpected(dummy.error());
    return std::unique_ptr<Sessions>(new Sessions(std::move(parts), std::move(*dummy)));
}

Result<Sessions::Counts> Sessions::counts(const SignIn& given) const {
    Counts out;
    if (is_possible(given)) {
        auto name = records_.attempts(given.tenant, attempts_of_name(given.name));
        if (!name) return tl::unexpected(name.error());
        out.name = std::move(*name);
    }
    if (!given.remote.empty()) {
        auto remote = records_.attempts(given.tenant, attempts_of_remote(given.remote));
        if (!remote) return tl::unexpected(remote.error());
        out.remote = std::move(*remote);
    }
    return out;
}

Result<void> Sessions::require_unlocked(const Counts& counts) const {
    const Instant now = parts_.clock.now();
    if (counts.remote) {
        if (const auto until = locked_at(counts.remote->value.attempts, now)) {
            const auto wait = std::chrono::ceil<std::chrono::seconds>(*until - now);
            return refuse(Code::rate_exceeded, {}, {std::to_string(wait.count())});
        }
    }
    if (counts.name) {
        if (const auto until = locked_at(counts.name->value.attempts, now))
            return refuse(Code::account_locked, {}, {print_local_minute(*until)});
    }
    return {};
}

Result<Sessions::Checkup> Sessions::check_up(const SignIn& given) const {
    Checkup out;
    if (is_possible(given)) {
        const auto account = records_.account(given.tenant, given.name);
        if (!account) return tl::unexpected(account.error());
        if (*account) out.hash = (*account)->value.password_hash;
    }
    const bool is_right =
        parts_.secrets.is_password(out.hash.empty() ? dummy_hash_ : out.hash, given.password);
    out.is_right = is_right && !out.hash.empty();
    if (!out.is_right || !parts_.secrets.is_outdated(out.hash)) return out;
    auto better = parts_.secrets.hash_password(given.password);
    if (!better) return tl::unexpected(better.error());
    out.better_hash = std::move(*better);
    return out;
}

Result<Opening> Sessions::sign_in(const SignIn& typed) {
    const SignIn given = in_small_letters(typed);
    const auto before = counts(given);
    if (!before) return tl::unexpected(before.error());
    if (const auto free = require_unlocked(*before); !free) {
        // Trying a locked name counts against the address, so that nobody can go on for ever.
        if (free.error().code == Code::account_locked && before->remote) {
            const auto counted = turns_.take([&]() -> Result<Opening> {
                const auto now = counts(given);
                if (!now) return tl::unexpected(now.error());
                return fail(given, *now, "locked");
            });
            if (counted.error().code != Code::sign_in_refused) return counted;
        }
        return tl::unexpected(free.error());
    }
    const auto checkup = check_up(given);
    if (!checkup) return tl::unexpected(checkup.error());
    return turns_.take([&] { return decide(given, *checkup); });
}

Result<Opening> Sessions::decide(const SignIn& given, const Checkup& checkup) {
    const auto counted = counts(given);
    if (!counted) return tl::unexpected(counted.error());
    // Those who tried at the same time may have locked it.
    if (const auto free = require_unlocked(*counted); !free) return tl::unexpected(free.error());
    if (checkup.hash.empty()) return fail(given, *counted, "unknown");
    if (!checkup.is_right) return fail(given, *counted, "password");
    auto account = records_.account(given.tenant, given.name);
    if (!account) return tl::unexpected(account.error());
    if (!*account || (*account)->value.password_hash != checkup.hash)
        return fail(given, *counted, "password");  // just changed
    const Account& own = (*account)->value;
    if (own.disabled != Disabled::no || (own.is_demo && !parts_.allows_demo))
        return fail(given, *counted, "disabled");
    const Instant now = parts_.clock.now();
    if (now - own.idle_from > parts_.policy.account_idle_max) {
        const auto done = disable_idle(given, **account);
        if (!done) return tl::unexpected(done.error());
        return fail(given, *counted, "idle");
    }
    if (own.authenticator) {
        if (!given.code) return refuse(Code::second_factor_needed);
        const auto step = step_of(*own.authenticator, *given.code, now);
        if (!step) return fail(given, *counted, "code");
        (*account)->value.authenticator->last_step = *step;
    }
    return welcome(given, checkup, *counted, std::move(**account));
}

Result<std::int64_t> Sessions::step_of(const Authenticator& authenticator, std::string_view code,
                                       Instant now) const {
    const auto step = matching_step(parts_.secrets, authenticator, code, now);
    if (!step) return refuse(Code::sign_in_refused);
    return *step;
}

Result<Opening> Sessions::welcome(const SignIn& given, const Checkup& checkup, const Counts& counts,
                                  Kept<Account> account) {
    const Instant now = parts_.clock.now();
    Account& own = account.value;
    own.last_seen = now;
    own.idle_from = now;
    if (!checkup.better_hash.empty()) own.password_hash = checkup.better_hash;
    Opening out;
    out.token = make_token(parts_.secrets);
    Session& session = out.session;
    session.id = token_id(parts_.secrets, out.token);
    session.account = own.name;
    session.person = own.person;
    session.csrf_token = make_token(parts_.secrets);
    session.since = now;
    session.last_used = now;
    if (own.authenticator && given.code) session.stepped_up_at = now;
    session.is_administrator = parts_.is_administrator(given.tenant, own.person);
    session.is_demo = own.is_demo;
    session.clearance = own.clearance;
    session.is_by_identity = checkup.is_by_identity;
    session.remote = given.remote;
    session.pending = pending_of(own, session, now);

    Batch batch(records_, given.tenant);
    batch.put(account);
    batch.put(Kept<Session>{session, 0});
    // Who guesses a password gets no new tries because its owner came another way.
    if (counts.name && !checkup.is_by_identity)
        batch.erase(Kind::attempts, counts.name->value.id, counts.name->version);
    batch.note(entry_of(given, now, Outcome::done, checkup.detail));
    return batch.commit().map([&] { return std::move(out); });
}

Result<Opening> Sessions::fail(const SignIn& given, const Counts& counts, const char* why) {
    const Instant now = parts_.clock.now();
    const auto rules = this->rules(given.tenant);
    if (!rules) return tl::unexpected(rules.error());
    Batch batch(records_, given.tenant);
    batch.note(entry_of(given, now, Outcome::refused, why));
    const auto count = [&](const Kept<CountedAttempts>& before, const LockRule& rule) {
        const Attempts& so_far = before.value.attempts;
        const Attempts after = with_failure(so_far, rule, now);
        batch.put(Kept<CountedAttempts>{{before.value.id, after}, before.version});
        return !locked_at(so_far, now) && locked_at(after, now);
    };
    if (counts.remote) count(*counts.remote, remote_rule(parts_.policy.remote));
    if (counts.name && count(*counts.name, account_rule(*rules))) {
        TrailEntry locked = entry_of(given, now, Outcome::done, "");
        locked.matter = "lock_account";
        batch.note(std::move(locked));
    }
    const auto done = batch.commit();
    if (!done) return tl::unexpected(done.error());
    return refuse(Code::sign_in_refused);
}

Result<Opening> Sessions::sign_in_by_identity(const std::string& tenant, const std::string& remote,
                                              const std::function<Result<Vouched>()>& ask) {
    const SignIn stranger{tenant, {}, {}, std::nullopt, remote};
    const auto before = counts(stranger);
    if (!before) return tl::unexpected(before.error());
    if (const auto free = require_unlocked(*before); !free) return tl::unexpected(free.error());
    const auto vouched = ask();
    // Counted nowhere: a code cannot be guessed, and behind a proxy one address may be everybody's.
    if (!vouched) return tl::unexpected(vouched.error());
    const SignIn given = in_small_letters({tenant, vouched->name, {}, std::nullopt, remote});
    return turns_.take([&] { return decide(given, vouched->identity); });
}

Result<Opening> Sessions::decide(const SignIn& given, const Identity& identity) {
    const auto counted = counts(given);
    if (!counted) return tl::unexpected(counted.error());
    if (const auto free = require_unlocked(*counted); !free) return tl::unexpected(free.error());
    constexpr Code unlinked = Code::identity_unlinked;
    if (!is_possible(given)) return refuse_identity(given, "oidc unknown", unlinked);
    auto account = records_.account(given.tenant, given.name);
    if (!account) return tl::unexpected(account.error());
    if (!*account) return refuse_identity(given, "oidc unknown", unlinked);
    Account& own = (*account)->value;
    if (own.disabled != Disabled::no || (own.is_demo && !parts_.allows_demo))
        return refuse_identity(given, "oidc disabled", unlinked);
    if (parts_.clock.now() - own.idle_from > parts_.policy.account_idle_max) {
        const auto done = disable_idle(given, **account);
        if (!done) return tl::unexpected(done.error());
        return refuse_identity(given, "oidc idle", unlinked);
    }
    const auto has_other =
        own.identity ? Result<bool>(*own.identity != identity) : is_linked(given.tenant, identity);
    if (!has_other) return tl::unexpected(has_other.error());
    if (*has_other) return refuse_identity(given, "oidc other identity", unlinked);
    if (parts_.is_administrator(given.tenant, own.person) && !own.authenticator && !own.is_demo)
        return refuse_identity(given, "oidc no authenticator", Code::second_factor_absent);
    Checkup checkup;
    checkup.is_by_identity = true;
    checkup.detail = own.identity ? "oidc" : "oidc linked";
    own.identity = identity;
    return welcome(given, checkup, *counted, std::move(**account));
}

/// Whether it is some account's: a person who was renamed does not get a second one.
Result<bool> Sessions::is_linked(const std::string& tenant, const Identity& identity) const {
    return records_.accounts(tenant).map([&](const std::vector<Kept<Account>>& all) {
        return std::any_of(all.begin(), all.end(), [&](const Kept<Account>& one) {
            return one.value.identity == identity;
        });
    });
}

Result<Opening> Sessions::refuse_identity(const SignIn& given, const char* why, Code code) {
    Batch batch(records_, given.tenant);
    batch.note(entry_of(given, parts_.clock.now(), Outcome::refused, why));
    const auto done = batch.commit();
    if (!done) return tl::unexpected(done.error());
    return refuse(code);
}

Result<void> Sessions::disable_idle(const SignIn& given, Kept<Account> account) {
    account.value.disabled = Disabled::idle;
    Batch batch(records_, given.tenant);
    batch.put(account);
    const auto ended =
        erase_sessions(records_, given.tenant, account.value.name, batch).and_then([&] {
            return erase_tokens(records_, given.tenant, account.value.name, batch);
        });
    if (!ended) return ended;
    TrailEntry disabled = entry_of(given, parts_.clock.now(), Outcome::done, "idle");
    disabled.matter = "disable_account";
    batch.note(std::move(disabled));
    return batch.commit();
}

}  // namespace heng::app::accounts
