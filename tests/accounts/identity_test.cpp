/// Signing in by an identity provider's word: whom it lets in, and what it takes the place of.
#include "accounts_fixture.hpp"
#include "app/accounts/provider_sign_in.hpp"
#include "app/accounts/record_bodies.hpp"

namespace heng::accounts_test {
namespace {

using namespace std::chrono_literals;

/// Vouches for whomever it is told to.
class WillingProvider final : public IdentityProvider {
public:
    Result<std::string> address(const Errand& errand) override {
        return "https://id.test/?state=" + errand.state;
    }
    Result<Vouched> redeem(const Grant&, const Errand&) override {
        ++asked;
        return answer;
    }
    Result<Vouched> answer = Vouched{{"https://id.test", "s-1"}, "zhang.san"};
    int asked = 0;
};

class IdentitySignIn : public Accounts {
protected:
    Result<Opening> sign_in_as(const std::string& name, const std::string& subject = "s-1",
                               const std::string& from = remote) {
        return sessions_->sign_in_by_identity(tenant, from, [&]() -> Result<Vouched> {
            return Vouched{{"https://id.test", subject}, name};
        });
    }

    static std::string state_in(const Departure& departure) {
        return departure.url.substr(departure.url.find('=') + 1);
    }
    static Return back_from(const Departure& departure) {
        return {departure.ticket, state_in(departure), {"code", {}}, {}, remote};
    }

    WillingProvider provider_;
    std::vector<std::string> noted_;
    ProviderSignIn flow_{provider_, *sessions_, parts(),
                         [this](const Error& error) { noted_.push_back(error.place.item); }};
};

/// ASVS 7.1.3: the trail says by which way.
TEST_F(IdentitySignIn, OpensASessionForAnAccountOfThatName) {
    const auto opened = sign_in_as("Zhang.San");
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->session.account, "zhang.san");
    EXPECT_TRUE(opened->session.is_by_identity);
    EXPECT_EQ(opened->session.pending, Pending::nothing);
    EXPECT_EQ(last_of_trail(), "zhang.san sign_in zhang.san done oidc linked");
    EXPECT_TRUE(sessions_->authenticate(visit(*opened)));
    ASSERT_TRUE(sign_in_as("zhang.san"));
    EXPECT_EQ(last_of_trail(), "zhang.san sign_in zhang.san done oidc");
    EXPECT_FALSE(sessions_->authenticate(visit(open()))->is_by_identity);
}

TEST_F(IdentitySignIn, MakesNoAccount) {
    for (const char* const name : {"li.si", "", "no account/name", "root.sys\n"}) {
        EXPECT_EQ(refusal(sign_in_as(name)), Code::identity_unlinked) << name;
        EXPECT_TRUE(last_of_trail().ends_with(" refused oidc unknown")) << last_of_trail();
    }
    EXPECT_EQ(records_.accounts(tenant)->size(), 2u);
}

/// A name at the provider may be given to another person; a subject may not.
TEST_F(IdentitySignIn, LetsOnlyTheLinkedIdentityIn) {
    ASSERT_TRUE(sign_in_as("zhang.san", "s-1"));
    EXPECT_EQ(refusal(sign_in_as("zhang.san", "s-2")), Code::identity_unlinked);
    EXPECT_EQ(last_of_trail(), "zhang.san sign_in zhang.san refused oidc other identity");
    EXPECT_TRUE(sign_in_as("zhang.san", "s-1"));
}

/// Whoever has an account takes no second one by calling himself otherwise.
TEST_F(IdentitySignIn, LinksAnIdentityOnce) {
    enrol("root.sys");
    ASSERT_TRUE(sign_in_as("zhang.san", "s-1"));
    EXPECT_EQ(refusal(sign_in_as("root.sys", "s-1")), Code::identity_unlinked);
    EXPECT_TRUE(sign_in_as("root.sys", "s-9"));
}

/// SEC-15: by the security administrator alone; it ends the sessions.
TEST_F(IdentitySignIn, IsUnlinkedByTheSecurityAdministrator) {
    const auto opened = sign_in_as("zhang.san", "s-1");
    EXPECT_TRUE((*administration_.list(system_admin))[1].has_identity);
    EXPECT_EQ(refusal(administration_.unlink_identity(system_admin, "zhang.san")),
              Code::act_not_permitted);
    ASSERT_TRUE(administration_.unlink_identity(security_admin, "zhang.san"));
    EXPECT_EQ(last_of_trail(), "security_admin unlink_identity zhang.san done ");
    EXPECT_FALSE((*administration_.list(system_admin))[1].has_identity);
    EXPECT_EQ(refusal(sessions_->authenticate(visit(*opened))), Code::sign_in_needed);
    EXPECT_TRUE(sign_in_as("zhang.san", "s-2"));
}

TEST_F(IdentitySignIn, RefusesADisabledAccount) {
    ASSERT_TRUE(administration_.disable(system_admin, "zhang.san"));
    EXPECT_EQ(refusal(sign_in_as("zhang.san")), Code::identity_unlinked);
    EXPECT_EQ(last_of_trail(), "zhang.san sign_in zhang.san refused oidc disabled");
    EXPECT_FALSE((*records_.account(tenant, "zhang.san"))->value.identity) << "nor is it linked";
}

/// SEC-15: an account that one administrator made is of no use until the other approves it.
TEST_F(IdentitySignIn, RefusesAnAccountThatIsNotApproved) {
    ASSERT_TRUE(administration_.create(system_admin, {"li.si", "p2"}));
    EXPECT_EQ(refusal(sign_in_as("li.si")), Code::identity_unlinked);
    ASSERT_TRUE(administration_.approve(security_admin, "li.si"));
    const auto opened = sign_in_as("li.si");
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->session.pending, Pending::nothing) << "the password is not asked for";
}

/// SEC-3: a lock holds for every way in, and the other way does not open it.
TEST_F(IdentitySignIn, KeepsToTheLockOfTheAccount) {
    for (int i = 0; i < 4; ++i) EXPECT_FALSE(sign_in("zhang.san", "wrong"));
    EXPECT_TRUE(sign_in_as("zhang.san"));
    EXPECT_FALSE(sign_in("zhang.san", "wrong")) << "the fifth";
    EXPECT_EQ(refusal(sign_in_as("zhang.san")), Code::account_locked);
    clock_.go_on(30min);
    EXPECT_TRUE(sign_in_as("zhang.san"));
}

/// SEC-6
TEST_F(IdentitySignIn, DisablesAnIdleAccount) {
    clock_.go_on(std::chrono::days(90) + 1us);
    EXPECT_EQ(refusal(sign_in_as("zhang.san")), Code::identity_unlinked);
    EXPECT_EQ((*records_.account(tenant, "zhang.san"))->value.disabled, Disabled::idle);
}

/// SEC-3: idle sessions end whichever way they were opened.
TEST_F(IdentitySignIn, EndsWhenIdle) {
    const auto opened = sign_in_as("zhang.san");
    clock_.go_on(30min + 1us);
    EXPECT_EQ(refusal(sessions_->authenticate(visit(*opened))), Code::sign_in_needed);
}

/// Its age is no matter of those who do not use it.
TEST_F(IdentitySignIn, DoesNotAskForANewPassword) {
    clock_.go_on(std::chrono::days(50));
    ASSERT_TRUE(sign_in_as("zhang.san"));
    clock_.go_on(std::chrono::days(50));
    EXPECT_EQ(sign_in_as("zhang.san")->session.pending, Pending::nothing);
    EXPECT_EQ(open().session.pending, Pending::change_password);
}

/// SEC-4, ASVS 4.3.1: the provider's word takes the place of the password and of nothing else.
TEST_F(IdentitySignIn, AsksAnAdministratorForTheCode) {
    enrol("root.sys");
    const auto opened = sign_in_as("root.sys", "s-9");
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->session.pending, Pending::show_second_factor);
    EXPECT_EQ(refusal(Sessions::require_ready(opened->session)), Code::second_factor_needed);
    EXPECT_EQ(refusal(sessions_->require_step_up(opened->session)), Code::second_factor_needed);
    EXPECT_EQ(refusal(sessions_->step_up(visit(*opened), "000000")), Code::sign_in_refused);
    const auto stepped = sessions_->step_up(visit(*opened), code("root.sys"));
    ASSERT_TRUE(stepped);
    EXPECT_TRUE(Sessions::require_ready(stepped->session));
    EXPECT_TRUE(sessions_->require_step_up(stepped->session));
    EXPECT_TRUE(stepped->session.is_by_identity);
}

/// The code may be guessed as often as at any other place.
TEST_F(IdentitySignIn, CountsWrongCodes) {
    enrol("root.sys");
    const auto opened = sign_in_as("root.sys", "s-9");
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(refusal(sessions_->step_up(visit(*opened), "000000")), Code::sign_in_refused);
    EXPECT_EQ(refusal(sessions_->step_up(visit(*opened), code("root.sys"))), Code::sign_in_needed);
    EXPECT_EQ(refusal(sign_in_as("root.sys", "s-9")), Code::account_locked);
}

/// SEC-4: nobody becomes an administrator by the provider's word alone.
TEST_F(IdentitySignIn, LetsNoAdministratorInWithoutAnAuthenticator) {
    EXPECT_EQ(refusal(sign_in_as("root.sys", "s-9")), Code::second_factor_absent);
    EXPECT_EQ(last_of_trail(), "root.sys sign_in root.sys refused oidc no authenticator");
    EXPECT_FALSE((*records_.account(tenant, "root.sys"))->value.identity);
}

/// ASVS 2.2.1: an address that guesses passwords does not get on this way either.
TEST_F(IdentitySignIn, KeepsToTheLockOfTheAddress) {
    for (int i = 0; i < 30; ++i) EXPECT_FALSE(sign_in("person." + std::to_string(i), "wrong"));
    int asked = 0;
    const auto ask = [&]() -> Result<Vouched> {
        ++asked;
        return Vouched{{"https://id.test", "s-1"}, "zhang.san"};
    };
    EXPECT_EQ(refusal(sessions_->sign_in_by_identity(tenant, remote, ask)), Code::rate_exceeded);
    EXPECT_EQ(asked, 0) << "the provider is left in peace";
    EXPECT_TRUE(sessions_->sign_in_by_identity(tenant, "10.0.0.8", ask));
}

/// Nor can anyone keep others out, or fill the trail, by bringing codes that are none.
TEST_F(IdentitySignIn, LocksNobodyForWhatTheProviderRefuses) {
    const auto end = *store_.trail_end(tenant);
    for (int i = 0; i < 100; ++i)
        EXPECT_EQ(refusal(sessions_->sign_in_by_identity(
                      tenant, remote, [] { return refuse(Code::identity_refused); })),
                  Code::identity_refused);
    EXPECT_EQ(*store_.trail_end(tenant), end);
    EXPECT_TRUE(sign_in("zhang.san", good_password));
}

/// Accounts and sessions that an earlier version of the program wrote have no word of this.
TEST_F(IdentitySignIn, ReadsRecordsThatAreOlder) {
    const auto without = [](const ledger::Object& body, const std::set<std::string>& keys) {
        ledger::Object out;
        for (const ledger::Member& one : body.members())
            if (!keys.contains(one.key)) out.add(one.key, one.value);
        return out;
    };
    const auto account = print_body((*records_.account(tenant, "zhang.san"))->value);
    EXPECT_TRUE(parse_account(without(account, {"issuer", "subject"})));
    const auto session = print_body(open().session);
    EXPECT_TRUE(parse_session(without(session, {"is_by_identity"})));
    EXPECT_FALSE(parse_session(without(session, {"remote"}))) << "what they must have";
}

TEST_F(IdentitySignIn, GoesAwayAndComesBack) {
    const auto departure = flow_.depart(tenant, "city~earlier");
    ASSERT_TRUE(departure);
    EXPECT_EQ(departure->ticket.find(state_in(*departure)), std::string::npos) << "it is sealed";
    const auto arrival = flow_.arrive(back_from(*departure));
    ASSERT_TRUE(arrival);
    EXPECT_EQ(arrival->tenant, tenant);
    EXPECT_EQ(arrival->earlier, "city~earlier");
    EXPECT_EQ(arrival->opening.session.account, "zhang.san");
}

/// ASVS 3.5.1: what comes back counts in the browser that went, and there once.
TEST_F(IdentitySignIn, TakesNoReturnOfAnotherSignIn) {
    const auto own = flow_.depart(tenant, "");
    const auto other = flow_.depart(tenant, "");
    Return mixed = back_from(*own);
    mixed.state = state_in(*other);
    EXPECT_EQ(refusal(flow_.arrive(mixed)), Code::sign_in_expired);
    mixed.state = "";
    EXPECT_EQ(refusal(flow_.arrive(mixed)), Code::sign_in_expired);
    mixed = back_from(*own);
    for (const std::string& ticket : {std::string(), own->ticket.substr(1), own->ticket + "00"}) {
        mixed.ticket = ticket;
        EXPECT_EQ(refusal(flow_.arrive(mixed)), Code::sign_in_expired);
    }
    EXPECT_EQ(provider_.asked, 0);
    EXPECT_TRUE(flow_.arrive(back_from(*own)));
    EXPECT_EQ(refusal(flow_.arrive(back_from(*own))), Code::sign_in_expired) << "a second time";
    EXPECT_EQ(provider_.asked, 1);
}

TEST_F(IdentitySignIn, TakesNoLateReturn) {
    const auto departure = flow_.depart(tenant, "");
    clock_.go_on(ProviderSignIn::ticket_age_max + 1us);
    EXPECT_EQ(refusal(flow_.arrive(back_from(*departure))), Code::sign_in_expired);
    EXPECT_EQ(provider_.asked, 0);
}

TEST_F(IdentitySignIn, SaysWhenTheProviderSaysNo) {
    const auto departure = flow_.depart(tenant, "");
    Return back = back_from(*departure);
    back.problem = "access_denied";
    EXPECT_EQ(refusal(flow_.arrive(back)), Code::identity_refused);
    EXPECT_EQ(provider_.asked, 0);
    EXPECT_EQ(noted_, (std::vector<std::string>{"error access_denied"}));
}

TEST_F(IdentitySignIn, IsNotToldWhyButTheLogIs) {
    provider_.answer = refuse(Code::identity_provider_unusable, {"", 0, 0, "status 500"});
    const auto departure = flow_.depart(tenant, "");
    EXPECT_EQ(refusal(flow_.arrive(back_from(*departure))), Code::identity_provider_unusable);
    EXPECT_EQ(noted_, (std::vector<std::string>{"status 500"}));
}

}  // namespace
}  // namespace heng::accounts_test
