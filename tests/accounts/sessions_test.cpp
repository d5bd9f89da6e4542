/// What becomes of sessions: fixation, idleness, age, stepping up, ending them.
#include "accounts_fixture.hpp"

namespace heng::accounts_test {
namespace {

using namespace std::chrono_literals;

class SessionsOf : public Accounts {
protected:
    Code authenticated(const Opening& opening) {
        const auto done = sessions_->authenticate(visit(opening));
        return done ? Code::internal_error : done.error().code;
    }
    static constexpr Code open_still = Code::internal_error;
};

/// ASVS 3.2.1: each sign-in makes a token of its own, whatever was sent along.
TEST_F(SessionsOf, HaveATokenThatIsNewWithEachSignIn) {
    const Opening first = open();
    const Opening second = open();
    EXPECT_NE(first.token, second.token);
    EXPECT_NE(first.session.csrf_token, second.session.csrf_token);
    EXPECT_EQ(refusal(sessions_->authenticate({tenant, std::string(64, 'a'), remote})),
              Code::sign_in_needed)
        << "a token of the visitor's choice opens nothing";
}

/// A copy of the store opens no session: only hashes are kept, and they are no tokens.
TEST_F(SessionsOf, KeepNoToken) {
    const Opening opened = open();
    const auto all = store_.list(tenant, Kind::session, {});
    ASSERT_EQ(all->size(), 1u);
    EXPECT_EQ(all->front().id, opened.session.id);
    EXPECT_EQ(all->front().sealed.find(opened.token), std::string::npos);
    EXPECT_EQ(refusal(sessions_->authenticate({tenant, opened.session.id, remote})),
              Code::sign_in_needed);
}

/// SEC-3: thirty minutes, and ten for administrators.
TEST_F(SessionsOf, EndWhenIdle) {
    const Opening opened = open();
    const Opening administrator = open("root.sys");
    clock_.go_on(10min);
    EXPECT_EQ(authenticated(administrator), open_still);
    clock_.go_on(10min + 1us);
    EXPECT_EQ(authenticated(administrator), Code::sign_in_needed);
    EXPECT_EQ(authenticated(opened), open_still);
    clock_.go_on(30min + 1us);
    EXPECT_EQ(authenticated(opened), Code::sign_in_needed);
}

TEST_F(SessionsOf, EndAfterTwelveHoursHoweverMuchTheyAreUsed) {
    const Opening opened = open();
    for (int i = 0; i < 48; ++i) {
        clock_.go_on(15min);
        EXPECT_EQ(authenticated(opened), open_still) << i;
    }
    clock_.go_on(1us);
    EXPECT_EQ(authenticated(opened), Code::sign_in_needed);
}

/// ASVS 3.3.1: after signing out the old token is of no use.
TEST_F(SessionsOf, EndWithSigningOut) {
    const Opening opened = open();
    const Opening other = open();
    ASSERT_TRUE(sessions_->sign_out(visit(opened)));
    EXPECT_EQ(authenticated(opened), Code::sign_in_needed);
    EXPECT_EQ(authenticated(other), open_still);
    EXPECT_EQ(refusal(sessions_->sign_out(visit(opened))), Code::sign_in_needed);
    EXPECT_EQ(last_of_trail(), "zhang.san sign_out zhang.san done ");
}

/// ASVS 3.7.1, 3.2.1: a binding act asks for a code, and the session goes on under a new token.
TEST_F(SessionsOf, StepUpWithACode) {
    enrol("zhang.san");
    const Opening opened = open("zhang.san", code("zhang.san"));
    EXPECT_TRUE(sessions_->require_step_up(opened.session)) << "just given at signing in";
    clock_.go_on(10min + 1us);
    EXPECT_EQ(refusal(sessions_->require_step_up(opened.session)), Code::second_factor_needed);
    const auto up = sessions_->step_up(visit(opened), code("zhang.san"));
    ASSERT_TRUE(up);
    EXPECT_TRUE(sessions_->require_step_up(up->session));
    EXPECT_TRUE(sessions_->require_step_up(*sessions_->authenticate(visit(*up))));
    EXPECT_NE(up->token, opened.token);
    EXPECT_EQ(authenticated(opened), Code::sign_in_needed) << "the old token is gone";
    EXPECT_EQ(up->session.since, opened.session.since) << "it does not grow older by it";
}

TEST_F(SessionsOf, RefuseToStepUpTwiceWithOneCode) {
    enrol("zhang.san");
    const std::string used = code("zhang.san");
    const Opening opened = open("zhang.san", used);
    EXPECT_EQ(refusal(sessions_->step_up(visit(opened), used)), Code::sign_in_refused);
    EXPECT_EQ(last_of_trail(), "zhang.san step_up zhang.san refused code");
}

TEST_F(SessionsOf, NeedAnAuthenticatorToStepUp) {
    EXPECT_EQ(refusal(sessions_->step_up(visit(open()), "123456")), Code::second_factor_absent);
}

/// SEC-3: too many failures close the session as well.
TEST_F(SessionsOf, EndWithTooManyWrongCodes) {
    enrol("zhang.san");
    const Opening opened = open("zhang.san", code("zhang.san"));
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(refusal(sessions_->step_up(visit(opened), "wrong")), Code::sign_in_refused);
    EXPECT_EQ(authenticated(opened), Code::sign_in_needed);
    clock_.go_on(1min);
    EXPECT_EQ(refusal(sign_in("zhang.san", good_password, code("zhang.san"))),
              Code::account_locked);
}

/// A password cannot be guessed from inside either.
TEST_F(SessionsOf, EndWithTooManyWrongPasswords) {
    const Opening opened = open();
    for (int i = 0; i < 5; ++i)
        EXPECT_FALSE(sessions_->change_password(visit(opened), {"wrong", "Another-river-3"}));
    EXPECT_EQ(authenticated(opened), Code::sign_in_needed);
    EXPECT_EQ(refusal(sign_in("zhang.san", good_password)), Code::account_locked);
}

/// ASVS 3.3.3: a new password ends every other session.
TEST_F(SessionsOf, EndWithAChangeOfThePassword) {
    const Opening other = open();
    const Opening own = open();
    const auto changed = sessions_->change_password(visit(own), {good_password, "Another-river-3"});
    ASSERT_TRUE(changed);
    EXPECT_EQ(authenticated(other), Code::sign_in_needed);
    EXPECT_EQ(authenticated(own), Code::sign_in_needed) << "its token is another one now";
    EXPECT_EQ(authenticated(*changed), open_still);
}

/// SEC-2: not one of the last five.
TEST_F(SessionsOf, RefuseAPasswordUsedBefore) {
    Opening own = open();
    std::string current = good_password;
    const auto change = [&](const std::string& wanted) {
        auto changed = sessions_->change_password(visit(own), {current, wanted});
        if (!changed) return changed.error()[0].code;
        own = std::move(*changed);
        current = wanted;
        return open_still;
    };
    EXPECT_EQ(change(good_password), Code::password_weak) << "the one it is";
    for (int i = 1; i <= 4; ++i)
        EXPECT_EQ(change("Another-river-" + std::to_string(i)), open_still);
    EXPECT_EQ(change(good_password), Code::password_weak) << "the fifth last";
    EXPECT_EQ(change("Another-river-5"), open_still);
    EXPECT_EQ(change(good_password), open_still) << "the sixth last";
}

TEST_F(SessionsOf, SayAllThatIsWrongWithAPassword) {
    const auto changed = sessions_->change_password(visit(open()), {good_password, "admin"});
    ASSERT_FALSE(changed);
    EXPECT_EQ(changed.error().size(), 3u) << "short, one class, common";
}

/// ASVS 3.3.4: one lists one's own sessions, and ends one after giving the password again.
TEST_F(SessionsOf, AreListedAndEndedByTheirOwner) {
    const Opening own = open();
    const Opening lost = open();
    const Opening foreign = open("root.sys");
    const auto all = sessions_->list(visit(own));
    ASSERT_EQ(all->size(), 2u);
    for (const Session& one : *all) EXPECT_EQ(one.account, "zhang.san");
    EXPECT_EQ(refusal(sessions_->end(visit(own), lost.session.id, "wrong")), Code::sign_in_refused);
    EXPECT_EQ(refusal(sessions_->end(visit(own), foreign.session.id, good_password)),
              Code::record_unknown)
        << "of another one's it is not even said that it exists: ASVS 4.2.1";
    ASSERT_TRUE(sessions_->end(visit(own), lost.session.id, good_password));
    EXPECT_EQ(authenticated(lost), Code::sign_in_needed);
    EXPECT_EQ(authenticated(own), open_still);
    EXPECT_EQ(authenticated(foreign), open_still);
}

TEST_F(SessionsOf, EndWhenAnAdministratorSaysSo) {
    const Opening opened = open();
    ASSERT_TRUE(administration_.end_sessions(security_admin, "zhang.san"));
    EXPECT_EQ(authenticated(opened), Code::sign_in_needed);
    const Opening again = open();
    ASSERT_TRUE(administration_.disable(system_admin, "zhang.san"));
    EXPECT_EQ(authenticated(again), Code::sign_in_needed);
}

TEST_F(SessionsOf, AreSweptAwayOnceOver) {
    open();
    clock_.go_on(20min);
    const Opening later = open();
    clock_.go_on(20min);
    EXPECT_EQ(administration_.sweep(tenant)->sessions, 1u);
    EXPECT_EQ(authenticated(later), open_still);
}

TEST_F(SessionsOf, EnrolOneAuthenticatorOnly) {
    const Opening opened = open();
    EXPECT_EQ(refusal(sessions_->confirm_authenticator(visit(opened), "123456")),
              Code::second_factor_absent)
        << "none was offered";
    const auto offer = sessions_->offer_authenticator(visit(opened), "衡");
    ASSERT_TRUE(offer);
    EXPECT_EQ(offer->seed.size(), 32u) << "160 bits in base 32";
    EXPECT_EQ(offer->uri, "otpauth://totp/%E8%A1%A1:zhang.san?secret=" + offer->seed +
                              "&issuer=%E8%A1%A1&algorithm=SHA1&digits=6&period=30");
    EXPECT_EQ(refusal(sessions_->confirm_authenticator(visit(opened), "wrong")),
              Code::sign_in_refused);
    enrol("zhang.san");
    const Opening again = open("zhang.san", code("zhang.san"));
    EXPECT_EQ(refusal(sessions_->offer_authenticator(visit(again), "heng")),
              Code::second_factor_present)
        << "whoever finds an open session cannot put his own in its place";
}

TEST_F(SessionsOf, EnrolNoneBeforeThePasswordIsChanged) {
    const auto once = administration_.reset_password(system_admin, "zhang.san");
    const auto opened = sign_in("zhang.san", *once);
    EXPECT_EQ(refusal(sessions_->offer_authenticator(visit(*opened), "heng")),
              Code::password_change_needed);
}

}  // namespace
}  // namespace heng::accounts_test
