/// The whole matrix of signing in: each way in which it can fail, what is said, what is counted and
/// what the trail keeps.
#include "accounts_fixture.hpp"

#include <atomic>
#include <thread>

namespace heng::accounts_test {
namespace {

using namespace std::chrono_literals;

class SigningIn : public Accounts {
protected:
    int failures(const std::string& counted) {
        return records_.attempts(tenant, counted)->value.attempts.failures;
    }
};

TEST_F(SigningIn, OpensASessionForNameAndPassword) {
    const Opening opened = open();
    EXPECT_EQ(opened.token.size(), 64u) << "256 random bits: ASVS 3.2.2";
    EXPECT_EQ(opened.session.person, "p1");
    EXPECT_EQ(opened.session.pending, Pending::nothing);
    EXPECT_EQ(opened.session.csrf_token.size(), 64u);
    EXPECT_FALSE(opened.session.stepped_up_at);
    EXPECT_EQ(sessions_->authenticate(visit(opened))->account, "zhang.san");
    EXPECT_EQ(last_of_trail(), "zhang.san sign_in zhang.san done ");
}

TEST_F(SigningIn, TakesCapitalsForSmallLetters) {
    EXPECT_TRUE(sign_in("Zhang.San", good_password));
}

/// ASVS 2.2.1, SEC-1: whoever asks learns nothing about which names there are.
TEST_F(SigningIn, SaysTheSameForAnUnknownNameAndAWrongPassword) {
    const auto wrong = sign_in("zhang.san", "wrong");
    const auto unknown = sign_in("li.si", "wrong");
    const auto impossible = sign_in("'; DROP TABLE event --\n", "wrong");
    ASSERT_FALSE(wrong);
    ASSERT_FALSE(unknown);
    ASSERT_FALSE(impossible);
    EXPECT_EQ(wrong.error(), (Error{Code::sign_in_refused, {}, {}}));
    EXPECT_EQ(unknown.error(), wrong.error());
    EXPECT_EQ(impossible.error(), wrong.error());
    EXPECT_EQ(last_of_trail(), "? sign_in ? refused unknown")
        << "and no line is forged: ASVS 7.3.1";
    EXPECT_EQ(failures(attempts_of_name("zhang.san")), 1);
    EXPECT_EQ(failures(attempts_of_name("li.si")), 1);
    EXPECT_EQ(failures(attempts_of_remote(remote)), 3);
}

/// As much is hashed for an unknown name as for a known one.
TEST_F(SigningIn, HashesOnceWhetherThereIsTheNameOrNot) {
    int hashed = 0;
    Secrets counting = secrets_;
    counting.is_password = [&](std::string_view hash, std::string_view password) {
        ++hashed;
        EXPECT_TRUE(hash.starts_with("$argon2id$")) << hash;
        return secrets_.is_password(hash, password);
    };
    Parts with = parts();
    const auto sessions =
        *Sessions::make({with.store, counting, with.clock, with.policy, with.is_administrator});
    for (const char* const name : {"zhang.san", "li.si", "?"}) {
        hashed = 0;
        EXPECT_FALSE(sessions->sign_in({tenant, name, "wrong", {}, remote}));
        EXPECT_EQ(hashed, 1) << name;
    }
}

/// SEC-3: five failures lock for thirty minutes.
TEST_F(SigningIn, LocksAfterFiveFailures) {
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(refusal(sign_in("zhang.san", "wrong")), Code::sign_in_refused);
    EXPECT_EQ(last_of_trail(), "zhang.san lock_account zhang.san done ");
    const auto locked = sign_in("zhang.san", good_password);
    EXPECT_EQ(locked.error(), (Error{Code::account_locked, {}, {"2021-06-30 08:30"}}));
    clock_.go_on(30min - 1us);
    EXPECT_EQ(refusal(sign_in("zhang.san", good_password)), Code::account_locked);
    clock_.go_on(1us);
    EXPECT_TRUE(sign_in("zhang.san", good_password));
}

/// An unknown name is locked like a known one: a lock does not tell that there is an account.
TEST_F(SigningIn, LocksUnknownNamesToo) {
    for (int i = 0; i < 5; ++i) EXPECT_FALSE(sign_in("li.si", "wrong"));
    EXPECT_EQ(refusal(sign_in("li.si", "wrong")), Code::account_locked);
}

/// SEC-3: the counter survives a restart.
TEST_F(SigningIn, CountsOnAfterARestart) {
    for (int i = 0; i < 3; ++i) EXPECT_FALSE(sign_in("zhang.san", "wrong"));
    sessions_ = std::move(*Sessions::make(parts()));
    for (int i = 0; i < 2; ++i) EXPECT_FALSE(sign_in("zhang.san", "wrong"));
    sessions_ = std::move(*Sessions::make(parts()));
    EXPECT_EQ(refusal(sign_in("zhang.san", good_password)), Code::account_locked);
}

/// SEC-3: what the security administrator has set holds at once, for sessions that are open too.
TEST_F(SigningIn, KeepsToTheRulesOfTheCity) {
    const Opening opened = open();
    ASSERT_TRUE(administration_.set_sign_in_rules(security_admin, {3, 60min, 20min, 5min}, 0));
    clock_.go_on(20min);
    EXPECT_TRUE(sessions_->authenticate(visit(opened)));
    clock_.go_on(20min + 1s);
    EXPECT_EQ(refusal(sessions_->authenticate(visit(opened))), Code::sign_in_needed);
    for (int i = 0; i < 3; ++i) EXPECT_FALSE(sign_in("zhang.san", "wrong"));
    clock_.go_on(59min);
    EXPECT_EQ(refusal(sign_in("zhang.san", good_password)), Code::account_locked);
    clock_.go_on(1min);
    EXPECT_TRUE(sign_in("zhang.san", good_password));
}

TEST_F(SigningIn, ForgetsFailuresOnceItSucceeds) {
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 4; ++i) EXPECT_FALSE(sign_in("zhang.san", "wrong"));
        EXPECT_TRUE(sign_in("zhang.san", good_password));
    }
}

/// ASVS 2.2.1: a hundred wrong passwords from many addresses on one account.
TEST_F(SigningIn, SlowsManyAddressesOnOneAccount) {
    int tried = 0;
    for (int i = 0; i < 100; ++i) {
        const auto done = sign_in("zhang.san", "wrong", {}, "10.1.0." + std::to_string(i));
        tried += refusal(done) == Code::sign_in_refused ? 1 : 0;
    }
    EXPECT_EQ(tried, 5);
}

/// ASVS 2.2.1: one password on a hundred accounts from one address.
TEST_F(SigningIn, SlowsOneAddressOnManyAccounts) {
    int tried = 0;
    for (int i = 0; i < 100; ++i) {
        const auto done = sign_in("person." + std::to_string(i), "Welcome-2021!");
        tried += refusal(done) == Code::sign_in_refused ? 1 : 0;
    }
    EXPECT_EQ(tried, policy_.remote.failures_max);
    EXPECT_EQ(refusal(sign_in("zhang.san", good_password)), Code::rate_exceeded);
    EXPECT_TRUE(sign_in("zhang.san", good_password, {}, "10.0.0.8")) << "others are not held up";
    clock_.go_on(10min);
    EXPECT_TRUE(sign_in("zhang.san", good_password));
}

/// Someone who goes on about a locked account is slowed as well, and cannot fill the trail.
TEST_F(SigningIn, CountsTriesOnALockedAccountAgainstTheAddress) {
    for (int i = 0; i < 200; ++i) EXPECT_FALSE(sign_in("zhang.san", "wrong"));
    EXPECT_EQ(refusal(sign_in("root.sys", good_password)), Code::rate_exceeded);
    EXPECT_LT((*store_.trail_end(tenant))->seq, 60);
}

TEST_F(SigningIn, RefusesADisabledAccountLikeAWrongPassword) {
    ASSERT_TRUE(administration_.disable(system_admin, "zhang.san"));
    EXPECT_EQ(refusal(sign_in("zhang.san", good_password)), Code::sign_in_refused);
    EXPECT_EQ(last_of_trail(), "zhang.san sign_in zhang.san refused disabled");
    ASSERT_TRUE(administration_.enable(security_admin, "zhang.san"));
    EXPECT_TRUE(sign_in("zhang.san", good_password));
}

/// SEC-6: an account that nobody used for ninety days is disabled.
TEST_F(SigningIn, DisablesAnIdleAccount) {
    clock_.go_on(std::chrono::days(90) + 1us);
    EXPECT_EQ(refusal(sign_in("zhang.san", good_password)), Code::sign_in_refused);
    EXPECT_EQ((*records_.account(tenant, "zhang.san"))->value.disabled, Disabled::idle);
    EXPECT_EQ(last_of_trail(), "zhang.san sign_in zhang.san refused idle");
    ASSERT_TRUE(administration_.enable(security_admin, "zhang.san"));
    EXPECT_TRUE(sign_in("zhang.san", good_password));
}

TEST_F(SigningIn, KeepsAnAccountThatIsUsed) {
    for (int i = 0; i < 4; ++i) {
        clock_.go_on(std::chrono::days(60));
        EXPECT_TRUE(sign_in("zhang.san", good_password)) << i;
    }
}

/// SEC-6: nobody need try for it.
TEST_F(SigningIn, SweepingDisablesIdleAccounts) {
    clock_.go_on(std::chrono::days(90) + 1us);
    EXPECT_EQ(administration_.sweep(tenant)->accounts_disabled, 2u);
    EXPECT_EQ((*records_.account(tenant, "zhang.san"))->value.disabled, Disabled::idle);
}

TEST_F(SigningIn, AsksForAnotherPasswordFirst) {
    const auto once = administration_.reset_password(system_admin, "zhang.san");
    const auto opened = sign_in("zhang.san", *once);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->session.pending, Pending::change_password);
    EXPECT_EQ(refusal(Sessions::require_ready(opened->session)), Code::password_change_needed);
    const auto changed = sessions_->change_password(visit(*opened), {*once, "Another-river-3"});
    ASSERT_TRUE(changed);
    EXPECT_TRUE(Sessions::require_ready(changed->session));
    EXPECT_FALSE(sign_in("zhang.san", *once)) << "it was for one use";
    EXPECT_TRUE(sign_in("zhang.san", "Another-river-3"));
}

/// SEC-2: every ninety days.
TEST_F(SigningIn, AsksForAnotherPasswordWhenItIsOld) {
    clock_.go_on(std::chrono::days(50));
    EXPECT_EQ(open().session.pending, Pending::nothing);
    clock_.go_on(std::chrono::days(41));
    EXPECT_EQ(open().session.pending, Pending::change_password);
}

/// SEC-4: an administrator does not finish signing in with a password alone.
TEST_F(SigningIn, AsksAnAdministratorForAnAuthenticator) {
    const Opening opened = open("root.sys");
    EXPECT_EQ(opened.session.pending, Pending::enrol_authenticator);
    EXPECT_EQ(refusal(Sessions::require_ready(opened.session)), Code::second_factor_absent);
    enrol("root.sys");
    EXPECT_EQ(refusal(sign_in("root.sys", good_password)), Code::second_factor_needed);
    const auto whole = sign_in("root.sys", good_password, code("root.sys"));
    ASSERT_TRUE(whole);
    EXPECT_TRUE(Sessions::require_ready(whole->session));
    EXPECT_TRUE(whole->session.is_administrator);
    EXPECT_TRUE(sessions_->require_step_up(whole->session)) << "the code has just been given";
}

TEST_F(SigningIn, RefusesAWrongCodeLikeAWrongPassword) {
    enrol("zhang.san");
    EXPECT_EQ(refusal(sign_in("zhang.san", good_password, "")), Code::sign_in_refused);
    EXPECT_EQ(refusal(sign_in("zhang.san", good_password, code("zhang.san", 2))),
              Code::sign_in_refused);
    EXPECT_EQ(refusal(sign_in("zhang.san", good_password, code("zhang.san", -2))),
              Code::sign_in_refused);
    EXPECT_EQ(failures(attempts_of_name("zhang.san")), 3);
    EXPECT_EQ(last_of_trail(), "zhang.san sign_in zhang.san refused code");
    EXPECT_TRUE(sign_in("zhang.san", good_password, code("zhang.san", 1)));
}

TEST_F(SigningIn, LocksAfterFiveWrongCodes) {
    enrol("zhang.san");
    for (int i = 0; i < 5; ++i) EXPECT_FALSE(sign_in("zhang.san", good_password, "000000x"));
    EXPECT_EQ(refusal(sign_in("zhang.san", good_password, code("zhang.san"))),
              Code::account_locked);
}

TEST_F(SigningIn, DoesNotTellAboutACodeBeforeThePasswordIsRight) {
    enrol("zhang.san");
    EXPECT_EQ(refusal(sign_in("zhang.san", "wrong")), Code::sign_in_refused);
    EXPECT_EQ(refusal(sign_in("zhang.san", "wrong", code("zhang.san"))), Code::sign_in_refused);
}

/// A code is good for once, and so is none before it.
TEST_F(SigningIn, RefusesACodeThatWasUsed) {
    enrol("zhang.san");
    const std::string earlier = code("zhang.san", -1);
    const std::string used = code("zhang.san");
    ASSERT_TRUE(sign_in("zhang.san", good_password, used));
    EXPECT_EQ(refusal(sign_in("zhang.san", good_password, used)), Code::sign_in_refused);
    EXPECT_EQ(refusal(sign_in("zhang.san", good_password, earlier)), Code::sign_in_refused);
}

TEST_F(SigningIn, OfManyWhoUseOneCodeOneIsTaken) {
    enrol("zhang.san");
    const std::string one = code("zhang.san");
    std::atomic<int> taken = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] { taken += sign_in("zhang.san", good_password, one) ? 1 : 0; });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(taken, 1);
}

/// Each of many guesses at once is counted, and none gets through a lock that another one made.
TEST_F(SigningIn, CountsGuessesAtOnce) {
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] { EXPECT_FALSE(sign_in("zhang.san", "wrong")); });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(refusal(sign_in("zhang.san", good_password)), Code::account_locked);
}

/// A password that was made at another cost is hashed anew when it is next typed.
TEST_F(SigningIn, MovesToTheHashOfTheSettings) {
    crypto::PasswordCost domestic = least_cost();
    domestic.scheme = crypto::PasswordScheme::pbkdf2_sm3;
    const Secrets moved = [&] {
        Secrets out = secrets_;
        out.hash_password = [domestic](std::string_view password) {
            return crypto::hash_password(domestic, password);
        };
        out.is_outdated = [domestic](std::string_view hash) {
            return crypto::is_outdated(domestic, hash);
        };
        return out;
    }();
    Parts with = parts();
    sessions_ = std::move(
        *Sessions::make({with.store, moved, with.clock, with.policy, with.is_administrator}));
    EXPECT_TRUE(sign_in("zhang.san", good_password));
    EXPECT_TRUE(
        (*records_.account(tenant, "zhang.san"))->value.password_hash.starts_with("$pbkdf2-sm3$"));
    EXPECT_TRUE(sign_in("zhang.san", good_password));
    sessions_.reset();
}

/// Only a server that cannot be reached from outside takes passwords that everybody knows (SEC-1).
TEST_F(SigningIn, RefusesDemoAccountsUnlessTheyAreAllowed) {
    const NewAccount demo{"office.1", "p2"};
    ASSERT_TRUE(administration_.create_demo(tenant, std::span(&demo, 1), "heng-demo-2021"));
    EXPECT_EQ(refusal(sign_in("office.1", "heng-demo-2021")), Code::sign_in_refused);
    Parts on_loopback = parts();
    Parts allowed{on_loopback.store,  on_loopback.secrets,          on_loopback.clock,
                  on_loopback.policy, on_loopback.is_administrator, true};
    const auto there = std::move(*Sessions::make(allowed));
    const auto opened = there->sign_in({tenant, "office.1", "heng-demo-2021", {}, "127.0.0.1"});
    ASSERT_TRUE(opened);
    EXPECT_TRUE(opened->session.is_demo);
    EXPECT_TRUE(there->authenticate(visit(*opened)));
    EXPECT_EQ(refusal(sessions_->authenticate(visit(*opened))), Code::sign_in_needed)
        << "nor a session from before";
}

/// Of another tenant's accounts and sessions nothing can be used.
TEST_F(SigningIn, KeepsTenantsApart) {
    EXPECT_EQ(refusal(sessions_->sign_in({"town", "zhang.san", good_password, {}, remote})),
              Code::sign_in_refused);
    const Opening opened = open();
    EXPECT_EQ(refusal(sessions_->authenticate({"town", opened.token, remote})),
              Code::sign_in_needed);
}

}  // namespace
}  // namespace heng::accounts_test
