#pragma once
/// @file
/// Accounts over a store in memory, with a clock that stands until it is moved, and hashes at the
/// least cost.
#include "app/accounts/administration.hpp"
#include "app/accounts/api_tokens.hpp"
#include "app/accounts/person_cards.hpp"
#include "app/accounts/sessions.hpp"
#include "app/accounts/totp.hpp"
#include "shell/crypto/secrets.hpp"
#include "shell/memory/account_store.hpp"

#include <gtest/gtest.h>

namespace heng::accounts_test {

using namespace app::accounts;  // NOLINT(google-build-using-namespace): the tests speak of nothing
                                // else

class StandingClock final : public app::Clock {
public:
    Instant now() override { return now_; }
    void go_on(std::chrono::microseconds by) { now_ += by; }

private:
    Instant now_{std::chrono::sys_days(std::chrono::year(2021) / 6 / 30)};
};

inline crypto::PasswordCost least_cost() {
    crypto::PasswordCost out;
    out.argon2_passes = 1;
    out.argon2_memory_bytes = 8192;
    out.pbkdf2_rounds = 10;
    return out;
}

inline crypto::Vault new_vault() {
    return *crypto::Vault::parse(crypto::Vault::with_new_key(""), "test.vault");
}

inline const std::string tenant = "city";
inline const std::string remote = "10.0.0.7";
inline const std::string good_password = "Lüshan-mountain-7";

/// The three administrators, as whom the caller has found them.
inline Administrator acting(cycle::Capacity as) {
    return {tenant, std::string(cycle::name(as)), as, remote};
}
inline const Administrator system_admin = acting(cycle::Capacity::system_admin);
inline const Administrator security_admin = acting(cycle::Capacity::security_admin);
inline const Administrator audit_admin = acting(cycle::Capacity::audit_admin);

/// An installation with the account `zhang.san` of the person p1, whose password is
/// `good_password`, and `root.sys` of the administrator p9, the same.
class Accounts : public testing::Test {
protected:
    Accounts() { set_up("zhang.san", "p1"), set_up("root.sys", "p9"); }

    Parts parts() {
        return {store_,
                secrets_,
                clock_,
                policy_,
                [](const std::string&, const PersonId& person) { return person == "p9"; },
                false};
    }

    Result<Opening> sign_in(const std::string& name, const std::string& password,
                            std::optional<std::string> code = std::nullopt,
                            const std::string& from = remote) {
        return sessions_->sign_in({tenant, name, password, std::move(code), from});
    }
    /// The session of someone who signed in as he should.
    Opening open(const std::string& name = "zhang.san",
                 std::optional<std::string> code = std::nullopt) {
        auto opened = sign_in(name, good_password, std::move(code));
        if (!opened) throw std::runtime_error(message(opened.error(), Language::en));
        return std::move(*opened);
    }
    static Visit visit(const Opening& opening) { return {tenant, opening.token, remote}; }

    /// The code of the account's authenticator, `steps` from now.
    std::string code(const std::string& name, std::int64_t steps = 0) {
        const auto account = records_.account(tenant, name);
        return totp_code(secrets_, (*account)->value.authenticator->seed,
                         totp_step(clock_.now()) + steps);
    }
    /// Enrols an authenticator and lets its first code get old.
    void enrol(const std::string& name) {
        const Opening opening = open(name);
        const auto offer = sessions_->offer_authenticator(visit(opening), "heng");
        ASSERT_TRUE(offer);
        const auto account = records_.account(tenant, name);
        const auto first =
            totp_code(secrets_, (*account)->value.seed_offered, totp_step(clock_.now()));
        ASSERT_TRUE(sessions_->confirm_authenticator(visit(opening), first));
        clock_.go_on(std::chrono::minutes(2));
    }

    template <class T>
    static Code refusal(const Result<T>& done) {
        EXPECT_FALSE(done);
        return done ? Code::internal_error : done.error().code;
    }
    /// What the trail has last: actor, matter, account, outcome, detail.
    std::string last_of_trail() {
        const auto end = store_.trail_end(tenant);
        const TrailEntry& last = **end;
        return last.actor + ' ' + last.matter + ' ' + last.account +
               (last.outcome == Outcome::done ? " done " : " refused ") + last.detail;
    }

    memory::AccountStore store_;
    Secrets secrets_ = crypto::make_secrets(new_vault(), least_cost());
    StandingClock clock_;
    Policy policy_;
    Records records_{store_, secrets_};
    Administration administration_{parts()};
    std::unique_ptr<Sessions> sessions_ = std::move(*Sessions::make(parts()));
    ApiTokens tokens_{parts()};
    PersonCards cards_{parts()};

private:
    void set_up(const std::string& name, const PersonId& person) {
        const auto once = administration_.create(at_the_machine(tenant), {name, person});
        const auto first = sign_in(name, *once);
        const auto changed = sessions_->change_password(visit(*first), {*once, good_password});
        if (!changed) throw std::runtime_error(message(changed.error()[0], Language::en));
        if (!sessions_->sign_out(visit(*changed))) throw std::runtime_error("cannot sign out");
    }
};

}  // namespace heng::accounts_test
