#include "app/accounts/administration.hpp"

#include "app/accounts/password_rules.hpp"
#include "app/accounts/record_bodies.hpp"

#include <algorithm>

namespace heng::app::accounts {

namespace {

constexpr const char* console = "console";

tl::unexpected<Error> unfit(const Account& account, const char* needed) {
    return refuse(Code::record_stage_unfit, {},
                  {"账号", "account", account.name, std::string(name(account.disabled)), needed});
}

}  // namespace

Administrator at_the_machine(const std::string& tenant) {
    return {tenant, console, std::nullopt, {}};
}

TrailEntry entry_of(const Administrator& by, Matter matter, const std::string& account,
                    Instant now) {
    return {0,  now,       by.account, std::string(name(matter)), account, Outcome::done,
            {}, by.remote, {}};
}

Result<void> require_duty(const Administrator& by, Matter matter, const std::string& account) {
    if (!by.as) return {};
    if (!may(*by.as, matter)) {
        return refuse(Code::act_not_permitted, {},
                      {std::string(chinese_name(matter)), std::string(name(matter)),
                       std::string(cycle::name(*by.as)), by.tenant});
    }
    if (!account.empty() && account == by.account)
        return refuse(Code::second_person_needed, {}, {account});
    return {};
}

Account Administration::make_account(const NewAccount& wanted, std::string password_hash) const {
    const Instant now = parts_.clock.now();
    Account out;
    out.name = wanted.name;
    out.person = wanted.person;
    out.password_hash = std::move(password_hash);
    out.password_since = now;
    out.made_at = now;
    out.idle_from = now;
    return out;
}

Result<void> Administration::add(const std::string& tenant, std::span<const Account> wanted,
                                 const TrailEntry& entry) {
    for (const Account& one : wanted) {
        const auto fits = check_account_name(one.name);
        if (!fits) return fits;
    }
    return turns_.take([&]() -> Result<void> {
        const auto there = records_.accounts(tenant);
        if (!there) return tl::unexpected(there.error());
        Batch batch(records_, tenant);
        for (const Account& one : wanted) {
            for (const Kept<Account>& other : *there)
                if (other.value.name == one.name || other.value.person == one.person)
                    return refuse(Code::account_exists, {}, {other.value.name});
            batch.put(Kept<Account>{one, 0});
            TrailEntry made = entry;
            made.account = one.name;
            batch.note(std::move(made));
        }
        return batch.commit();
    });
}

Result<std::string> Administration::create(const Administrator& by, const NewAccount& wanted) {
    const auto allowed = require_duty(by, Matter::create_account, wanted.name);
    if (!allowed) return tl::unexpected(allowed.error());
    std::string password = make_one_time_password(parts_.secrets);
    auto hash = parts_.secrets.hash_password(password);
    if (!hash) return tl::unexpected(hash.error());
    Account account = make_account(wanted, std::move(*hash));
    account.must_change = true;
    if (by.as) account.disabled = Disabled::unapproved;
    return add(by.tenant, std::span(&account, 1),
               entry_of(by, Matter::create_account, wanted.name, parts_.clock.now()))
        .map([&] { return std::move(password); });
}

Result<void> Administration::create_demo(const std::string& tenant,
                                         std::span<const NewAccount> wanted,
                                         std::string_view password) {
    // One hash for all: everybody knows the password anyhow, and hashing is slow on purpose.
    const auto hash = parts_.secrets.hash_password(password);
    if (!hash) return tl::unexpected(hash.error());
    std::vector<Account> accounts;
    for (const NewAccount& one : wanted) {
        accounts.push_back(make_account(one, *hash));
        accounts.back().is_demo = true;
        accounts.back().clearance = act::Label::work_secret;
    }
    return add(tenant, accounts,
               entry_of(at_the_machine(tenant), Matter::create_account, {}, parts_.clock.now()));
}

Result<void> Administration::change(const Administrator& by, Matter matter,
                                    const std::string& account, Also also, const Change& change) {
    const auto allowed = require_duty(by, matter, account);
    if (!allowed) return allowed;
    if (!check_account_name(account)) return refuse(Code::account_unknown, {}, {account});
    return turns_.take([&]() -> Result<void> {
        const auto found = records_.account(by.tenant, account);
        if (!found) return tl::unexpected(found.error());
        if (!*found) return refuse(Code::account_unknown, {}, {account});
        Kept<Account> kept = **found;
        const auto possible = change(kept.value);
        if (!possible) return possible;
        Batch batch(records_, by.tenant);
        batch.put(kept);
        auto done = Result<void>();
        if (also.end_sessions) done = erase_sessions(records_, by.tenant, account, batch);
        if (done && also.end_tokens) done = erase_tokens(records_, by.tenant, account, batch);
        if (!done) return done;
        if (also.forget_failures) {
            const auto attempts = records_.attempts(by.tenant, attempts_of_name(account));
            if (!attempts) return tl::unexpected(attempts.error());
            batch.erase(Kind::attempts, attempts->value.id, attempts->version);
        }
        TrailEntry entry = entry_of(by, matter, account, parts_.clock.now());
        entry.detail = also.detail;
        batch.note(std::move(entry));
        return batch.commit();
    });
}

Result<void> Administration::approve(const Administrator& by, const std::string& account) {
    return change(by, Matter::approve_account, account, {}, [this](Account& one) -> Result<void> {
        if (one.disabled != Disabled::unapproved) return unfit(one, "unapproved");
        one.disabled = Disabled::no;
        one.idle_from = parts_.clock.now();
        return {};
    });
}

Result<std::string> Administration::reset_password(const Administrator& by,
                                                   const std::string& account) {
    // Before hashing, which is slow on purpose.
    const auto allowed = require_duty(by, Matter::reset_password, account);
    if (!allowed) return tl::unexpected(allowed.error());
    std::string password = make_one_time_password(parts_.secrets);
    const auto hash = parts_.secrets.hash_password(password);
    if (!hash) return tl::unexpected(hash.error());
    return change(by, Matter::reset_password, account, {true, false, true},
                  [&](Account& one) -> Result<void> {
                      one.earlier_hashes.insert(one.earlier_hashes.begin(), one.password_hash);
                      if (one.earlier_hashes.size() > parts_.policy.password.earlier_refused)
                          one.earlier_hashes.resize(parts_.policy.password.earlier_refused);
                      one.password_hash = *hash;
                      one.password_since = parts_.clock.now();
                      one.must_change = true;
                      one.is_demo = false;
                      return {};
                  })
        .map([&] { return std::move(password); });
}

Result<void> Administration::reset_authenticator(const Administrator& by,
                                                 const std::string& account) {
    return change(by, Matter::reset_authenticator, account, {true, false, false},
                  [](Account& one) -> Result<void> {
                      one.authenticator.reset();
                      one.seed_offered.clear();
                      return {};
                  });
}

Result<void> Administration::unlink_identity(const Administrator& by, const std::string& account) {
    return change(by, Matter::unlink_identity, account, {true, false, false},
                  [](Account& one) -> Result<void> {
                      one.identity.reset();
                      return {};
                  });
}

Result<void> Administration::disable(const Administrator& by, const std::string& account) {
    return change(by, Matter::disable_account, account, {true, true, false},
                  [](Account& one) -> Result<void> {
                      if (one.disabled != Disabled::unapproved)
                          one.disabled = Disabled::by_administrator;
                      return {};
                  });
}

Result<void> Administration::enable(const Administrator& by, const std::string& account) {
    return change(by, Matter::enable_account, account, {}, [this](Account& one) -> Result<void> {
        if (one.disabled == Disabled::unapproved) return unfit(one, "approved");
        one.disabled = Disabled::no;
        one.idle_from = parts_.clock.now();
        return {};
    });
}

Result<void> Administration::unlock(const Administrator& by, const std::string& account) {
    return change(by, Matter::unlock_account, account, {false, false, true},
                  [](Account&) -> Result<void> { return {}; });
}

Result<void> Administration::end_sessions(const Administrator& by, const std::string& account) {
    return change(by, Matter::end_sessions, account, {true, false, false},
                  [](Account&) -> Result<void> { return {}; });
}

Result<void> Administration::clear_for(const Administrator& by, const std::string& account,
                                       act::Label label) {
    return change(by, Matter::set_clearance, account,
                  {true, false, false, std::string(act::name(label))},
                  [label](Account& one) -> Result<void> {
                      one.clearance = label;
                      return {};
                  });
}

Result<std::vector<AccountRow>> Administration::list(const Administrator& by) const {
    const auto allowed = require_duty(by, Matter::list_accounts, {});
    if (!allowed) return tl::unexpected(allowed.error());
    const auto all = records_.accounts(by.tenant);
    if (!all) return tl::unexpected(all.error());
    std::vector<AccountRow> out;
    for (const Kept<Account>& one : *all) {
        const Account& account = one.value;
        const auto attempts = records_.attempts(by.tenant, attempts_of_name(account.name));
        if (!attempts) return tl::unexpected(attempts.error());
        out.push_back({account.name, account.person, account.disabled,
                       locked_at(attempts->value.attempts, parts_.clock.now()), account.must_change,
                       account.authenticator.has_value(), account.identity.has_value(),
                       account.is_demo, account.clearance, account.made_at, account.last_seen});
    }
    return out;
}

Result<std::vector<TrailEntry>> Administration::trail(const Administrator& by,
                                                      std::int64_t from_seq,
                                                      std::size_t count_max) const {
    const auto allowed = require_duty(by, Matter::read_trail, {});
    if (!allowed) return tl::unexpected(allowed.error());
    return records_.store().trail(by.tenant, from_seq, count_max);
}

Result<void> Administration::note_reading(const Administrator& by, const std::string& what) {
    return note(by, Matter::read_confidential, what);
}

Result<void> Administration::note_backup(const Administrator& by, const std::string& file) {
    return note(by, Matter::back_up, file);
}

Result<void> Administration::note(const Administrator& by, Matter matter, const std::string& what) {
    return turns_.take([&]() -> Result<void> {
        TrailEntry entry = entry_of(by, matter, {}, parts_.clock.now());
        entry.detail = what;
        Batch batch(records_, by.tenant);
        batch.note(std::move(entry));
        return batch.commit();
    });
}

Result<std::size_t> Administration::disable_idle(const std::string& tenant) {
    const auto all = records_.accounts(tenant);
    if (!all) return tl::unexpected(all.error());
    std::size_t count = 0;
    for (const Kept<Account>& one : *all) {
        const bool is_idle =
            one.value.disabled == Disabled::no &&
            parts_.clock.now() - one.value.idle_from > parts_.policy.account_idle_max;
        if (!is_idle) continue;
        const auto done = change(at_the_machine(tenant), Matter::disable_account, one.value.name,
                                 {true, true, false}, [](Account& account) -> Result<void> {
                                     account.disabled = Disabled::idle;
                                     return {};
                                 });
        if (!done) return tl::unexpected(done.error());
        ++count;
    }
    return count;
}

/// One at a time: whoever is using one of them meanwhile keeps it.
template <class T, class IsOver>
Result<std::size_t> Administration::erase_all(const std::string& tenant, Kind kind,
                                              const std::vector<Kept<T>>& all,
                                              const IsOver& is_over) {
    std::size_t count = 0;
    for (const Kept<T>& one : all) {
        if (!is_over(one.value)) continue;
        Batch batch(records_, tenant);
        batch.erase(kind, one.value.id, one.version);
        const auto done = batch.commit();
        if (!done && done.error().code != Code::version_stale) return tl::unexpected(done.error());
        count += done ? 1 : 0;
    }
    return count;
}

Result<Swept> Administration::sweep(const std::string& tenant) {
    const Instant now = parts_.clock.now();
    const Policy& policy = parts_.policy;
    const auto rules = records_.sign_in_rules(tenant, policy.sign_in);
    if (!rules) return tl::unexpected(rules.error());
    const auto sessions = records_.sessions(tenant, {}).and_then([&](const auto& all) {
        return erase_all(tenant, Kind::session, all, [&](const Session& one) {
            return now - one.last_used > rules->value.idle_max ||
                   now - one.since > policy.session.age_max;
        });
    });
    if (!sessions) return tl::unexpected(sessions.error());
    const auto tokens = records_.tokens(tenant, {}).and_then([&](const auto& all) {
        return erase_all(tenant, Kind::token, all,
                         [&](const ApiToken& one) { return one.expires_at <= now; });
    });
    if (!tokens) return tl::unexpected(tokens.error());
    const auto longest = LockRule{0, std::max(rules->value.locked_for, policy.remote.locked_for)};
    const auto attempts = records_.all_attempts(tenant).and_then([&](const auto& all) {
        return erase_all(tenant, Kind::attempts, all, [&](const CountedAttempts& one) {
            return accounts::is_over(one.attempts, longest, now);
        });
    });
    if (!attempts) return tl::unexpected(attempts.error());
    const auto disabled = disable_idle(tenant);
    if (!disabled) return tl::unexpected(disabled.error());
    return Swept{*sessions, *tokens, *attempts, *disabled};
}

}  // namespace heng::app::accounts
