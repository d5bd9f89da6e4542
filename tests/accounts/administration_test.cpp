/// Who may do what about accounts, what the trail keeps of it, and what a store gives away.
#include "accounts_fixture.hpp"

#include "app/accounts/trail.hpp"

namespace heng::accounts_test {
namespace {

using namespace std::chrono_literals;

class AdministrationOf : public Accounts {
protected:
    Result<IssuedToken> issue(std::set<Scope> scopes, std::chrono::days lasts) {
        const auto granted = grant(std::move(scopes), lasts);
        if (!granted) return tl::unexpected(granted.error());
        return tokens_.collect(owner, granted->id);
    }
    Result<ApiToken> grant(std::set<Scope> scopes, std::chrono::days lasts) {
        return tokens_.grant(
            security_admin, {"zhang.san", "市统计局接口", std::move(scopes), clock_.now() + lasts});
    }
    const TokenOwner owner{tenant, "zhang.san", "10.0.0.7"};
};

/// SEC-15 (c): what one administrator makes is of no use until the other approves it.
TEST_F(AdministrationOf, NeedsTwoToMakeAnAccountOfUse) {
    const auto once = administration_.create(system_admin, {"li.si", "p2"});
    ASSERT_TRUE(once);
    EXPECT_EQ(refusal(sign_in("li.si", *once)), Code::sign_in_refused);
    EXPECT_EQ(refusal(administration_.approve(system_admin, "li.si")), Code::act_not_permitted);
    EXPECT_EQ(refusal(administration_.enable(security_admin, "li.si")), Code::record_stage_unfit);
    EXPECT_EQ(refusal(administration_.create(security_admin, {"wang.wu", "p3"})),
              Code::act_not_permitted);
    ASSERT_TRUE(administration_.approve(security_admin, "li.si"));
    EXPECT_TRUE(sign_in("li.si", *once));
    EXPECT_EQ(refusal(administration_.approve(security_admin, "li.si")), Code::record_stage_unfit);
}

/// SEC-3: for the security administrator alone, in the trail, not over another's change, and all
/// that is out of bounds is said at once.
TEST_F(AdministrationOf, SignInRulesAreTheSecurityAdministrators) {
    const SignInRules stricter{3, 60min, 20min, 5min};
    EXPECT_EQ(administration_.set_sign_in_rules(system_admin, stricter, 0).error()[0].code,
              Code::act_not_permitted);
    const auto refused =
        administration_.set_sign_in_rules(security_admin, {2, 9min, 4min, 31min}, 0);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().size(), 4u);
    ASSERT_TRUE(administration_.set_sign_in_rules(security_admin, stricter, 0));
    EXPECT_EQ(last_of_trail(), security_admin.account +
                                   " set_sign_in_rules  done failures_max 3, locked_minutes 60, "
                                   "idle_minutes 20, administrator_idle_minutes 5");
    EXPECT_EQ(administration_.sign_in_rules(system_admin)->value, stricter);
    EXPECT_EQ(administration_.set_sign_in_rules(security_admin, {}, 0).error()[0].code,
              Code::version_stale);
    EXPECT_EQ(administration_.sign_in_rules(security_admin)->value, stricter);
}

/// SEC-15: nobody can take an account over alone.
TEST_F(AdministrationOf, LetsNoneTakeAnAccountOver) {
    enrol("zhang.san");
    EXPECT_EQ(refusal(administration_.reset_authenticator(system_admin, "zhang.san")),
              Code::act_not_permitted);
    EXPECT_EQ(refusal(administration_.reset_password(security_admin, "zhang.san")),
              Code::act_not_permitted);
    const auto once = administration_.reset_password(system_admin, "zhang.san");
    EXPECT_EQ(refusal(sign_in("zhang.san", *once)), Code::second_factor_needed);
}

TEST_F(AdministrationOf, LetsNoneDoAnythingAboutHisOwnAccount) {
    Administrator own = system_admin;
    own.account = "root.sys";
    EXPECT_EQ(refusal(administration_.reset_password(own, "root.sys")), Code::second_person_needed);
    EXPECT_EQ(refusal(administration_.disable(own, "root.sys")), Code::second_person_needed);
}

/// Nor under a name that only looks like another one.
TEST_F(AdministrationOf, KnowsAnAccountByItsWholeName) {
    Administrator own = system_admin;
    own.account = "root.sys";
    for (const std::string& name : {std::string("root.sys\0", 9), std::string("Root.sys"),
                                    std::string("root.sys "), std::string("\xff")})
        EXPECT_EQ(refusal(administration_.disable(own, name)), Code::account_unknown);
}

/// SEC-15 (d): the audit administrator reads, and nothing else.
TEST_F(AdministrationOf, LetsTheAuditAdministratorOnlyRead) {
    EXPECT_TRUE(administration_.trail(audit_admin, 1, 100));
    EXPECT_TRUE(administration_.list(audit_admin));
    EXPECT_EQ(refusal(administration_.trail(system_admin, 1, 100)), Code::act_not_permitted);
    EXPECT_EQ(refusal(administration_.trail(security_admin, 1, 100)), Code::act_not_permitted);
    EXPECT_EQ(refusal(administration_.disable(audit_admin, "zhang.san")), Code::act_not_permitted);
    EXPECT_EQ(refusal(administration_.unlock(audit_admin, "zhang.san")), Code::act_not_permitted);
}

/// SEC-1: one account for a person, and none by two.
TEST_F(AdministrationOf, KeepsOneAccountForAPerson) {
    const Administrator here = at_the_machine(tenant);
    EXPECT_EQ(refusal(administration_.create(here, {"zhang.san", "p2"})), Code::account_exists);
    EXPECT_EQ(refusal(administration_.create(here, {"zhang.er", "p1"})), Code::account_exists);
    for (const char* const name : {"", "ab", "Zhang", "a b c", "张三丰", "a\nb", "abc'--"})
        EXPECT_EQ(refusal(administration_.create(here, {name, "p2"})), Code::account_name_unusable)
            << name;
    EXPECT_EQ(refusal(administration_.disable(here, "nobody")), Code::account_unknown);
}

TEST_F(AdministrationOf, UnlocksAnAccount) {
    for (int i = 0; i < 5; ++i) EXPECT_FALSE(sign_in("zhang.san", "wrong"));
    EXPECT_TRUE((*administration_.list(security_admin))[1].locked_until);
    EXPECT_EQ(refusal(administration_.unlock(system_admin, "zhang.san")), Code::act_not_permitted)
        << "SEC-3: the security administrator alone";
    ASSERT_TRUE(administration_.unlock(security_admin, "zhang.san"));
    EXPECT_TRUE(sign_in("zhang.san", good_password));
}

TEST_F(AdministrationOf, TakesAnAuthenticatorAway) {
    enrol("zhang.san");
    ASSERT_TRUE(administration_.reset_authenticator(security_admin, "zhang.san"));
    EXPECT_TRUE(sign_in("zhang.san", good_password));
}

TEST_F(AdministrationOf, ListsAccounts) {
    enrol("zhang.san");
    ASSERT_TRUE(administration_.disable(system_admin, "root.sys"));
    const auto all = administration_.list(system_admin);
    ASSERT_EQ(all->size(), 2u);
    EXPECT_EQ((*all)[0].name, "root.sys");
    EXPECT_EQ((*all)[0].disabled, Disabled::by_administrator);
    EXPECT_EQ((*all)[1].name, "zhang.san");
    EXPECT_TRUE((*all)[1].has_authenticator);
    EXPECT_TRUE((*all)[1].last_seen);
}

/// SEC-8: who, what, when, about whom, from where, and how it ended.
TEST_F(AdministrationOf, IsWrittenToTheTrail) {
    const std::int64_t before = (*store_.trail_end(tenant))->seq;
    ASSERT_TRUE(administration_.disable(system_admin, "zhang.san"));
    const auto trail = administration_.trail(audit_admin, before + 1, 100);
    ASSERT_EQ(trail->size(), 1u);
    const TrailEntry& entry = trail->front();
    EXPECT_EQ(entry.actor, "system_admin");
    EXPECT_EQ(entry.matter, "disable_account");
    EXPECT_EQ(entry.account, "zhang.san");
    EXPECT_EQ(entry.at, clock_.now());
    EXPECT_EQ(entry.remote, remote);
    EXPECT_EQ(entry.outcome, Outcome::done);
}

/// SEC-9: what was changed, left out or put elsewhere in the trail is found.
TEST_F(AdministrationOf, TrailShowsWhatWasDoneToIt) {
    const std::int64_t length = (*store_.trail_end(tenant))->seq;
    ASSERT_GE(length, 6);
    EXPECT_EQ(*verify_trail(store_, secrets_, tenant), length);
    const auto all = *store_.trail(tenant, 1, 100);
    const auto verified = [&](std::vector<TrailEntry> entries) {
        memory::AccountStore other;
        std::int64_t seq = 0;
        for (TrailEntry& entry : entries) entry.seq = ++seq;
        EXPECT_TRUE(other.change(tenant, {{}, {}, entries}));
        return verify_trail(other, secrets_, tenant);
    };
    EXPECT_TRUE(verified(all));
    auto changed = all;
    changed[2].remote = "10.9.9.9";
    EXPECT_EQ(verified(changed).error(), (Error{Code::event_changed, {}, {"3"}}));
    auto shortened = all;
    shortened.erase(shortened.begin() + 3);
    EXPECT_EQ(verified(shortened).error(), (Error{Code::event_changed, {}, {"4"}}));
    auto reordered = all;
    std::swap(reordered[3], reordered[4]);
    EXPECT_EQ(verified(reordered).error(), (Error{Code::event_changed, {}, {"4"}}));
    const Secrets stranger = crypto::make_secrets(new_vault(), least_cost());
    EXPECT_FALSE(verify_trail(store_, stranger, tenant)) << "the key is another one";
}

/// SEC-11, ASVS 6.1.1: nothing that matters can be read in the store.
TEST_F(AdministrationOf, StoreGivesNothingAway) {
    enrol("zhang.san");
    ASSERT_TRUE(cards_.put(system_admin, {"p1", "张三", "科长", "13812345678"}));
    const std::string seed = (*records_.account(tenant, "zhang.san"))->value.authenticator->seed;
    for (const Kind kind : {Kind::account, Kind::session, Kind::card}) {
        const auto records = store_.list(tenant, kind, {});
        ASSERT_FALSE(records->empty());
        for (const Record& record : *records)
            for (const std::string& secret :
                 {good_password, std::string("argon2"), seed, std::string("张三"),
                  std::string("13812345678"), std::string("zhang")})
                EXPECT_EQ(record.sealed.find(secret), std::string::npos);
    }
}

/// 密评 b: a record that was changed, moved or put back past the program does not open.
TEST_F(AdministrationOf, RecordsAreBoundToTheirPlace) {
    const auto before = *store_.find(tenant, Kind::account, "zhang.san");
    ASSERT_TRUE(administration_.disable(system_admin, "zhang.san"));
    auto now = **store_.find(tenant, Kind::account, "zhang.san");
    now.sealed = before->sealed;  // as it was before he was disabled
    ++now.version;
    ASSERT_TRUE(store_.change(tenant, {{now}, {}, {}}));
    EXPECT_EQ(refusal(sign_in("zhang.san", good_password)), Code::vault_text_damaged);
    auto moved = **store_.find(tenant, Kind::account, "root.sys");
    moved.id = "li.si";
    moved.version = 1;
    ASSERT_TRUE(store_.change(tenant, {{moved}, {}, {}}));
    EXPECT_EQ(refusal(sign_in("li.si", good_password)), Code::vault_text_damaged);
}

/// CRY-4: everything is sealed anew with a new key, and the old one is not needed any more.
TEST_F(AdministrationOf, RecordsMoveToANewKey) {
    const std::string old_file = crypto::Vault::with_new_key("");
    const std::string new_file = crypto::Vault::with_new_key(old_file);
    const std::string rest = new_file.substr(0, new_file.find('\n') + 1);
    const auto secrets_of = [](const std::string& file) {
        return crypto::make_secrets(*crypto::Vault::parse(file, "test.vault"), least_cost());
    };
    const Secrets first = secrets_of(old_file);
    memory::AccountStore store;
    Parts with = parts();
    Administration administration({store, first, with.clock, with.policy, with.is_administrator});
    ASSERT_TRUE(administration.create(at_the_machine(tenant), {"li.si", "p2"}));
    const Secrets both = secrets_of(new_file);
    EXPECT_EQ((*Records(store, both).account(tenant, "li.si"))->value.person, "p2");
    EXPECT_EQ(*Records(store, both).reseal(tenant), 1u);
    EXPECT_EQ(*Records(store, both).reseal(tenant), 0u);
    const Secrets last = secrets_of(rest);
    EXPECT_EQ((*Records(store, last).account(tenant, "li.si"))->value.person, "p2");
    EXPECT_EQ(Records(store, first).account(tenant, "li.si").error().code,
              Code::vault_key_unusable);
}

TEST_F(AdministrationOf, ApiTokensAllowWhatTheirScopesSay) {
    const auto issued = issue({Scope::read, Scope::export_data}, std::chrono::days(30));
    ASSERT_TRUE(issued);
    EXPECT_TRUE(issued->text.starts_with("heng_"));
    const auto token = tokens_.authenticate(tenant, issued->text);
    ASSERT_TRUE(token);
    EXPECT_EQ(token->person, "p1");
    EXPECT_TRUE(ApiTokens::require(*token, Scope::read));
    const auto refused = ApiTokens::require(*token, Scope::act);
    EXPECT_EQ(refused.error(), (Error{Code::token_scope_missing, {}, {"act"}}));
    EXPECT_EQ(refusal(tokens_.authenticate(tenant, token->id)), Code::sign_in_needed)
        << "what is kept is no token";
    EXPECT_EQ(refusal(tokens_.authenticate("town", issued->text)), Code::sign_in_needed);
}

/// SEC-15: who grants a token does not learn it, and cannot act as the account's owner by it.
TEST_F(AdministrationOf, ApiTokensAreToldToTheirOwnerAlone) {
    const auto granted = grant({Scope::read}, std::chrono::days(30));
    ASSERT_TRUE(granted);
    EXPECT_EQ(refusal(tokens_.authenticate(tenant, granted->id)), Code::sign_in_needed);
    EXPECT_EQ(refusal(tokens_.collect({tenant, "security", ""}, granted->id)),
              Code::record_unknown);
    EXPECT_EQ(refusal(tokens_.give_up({tenant, "security", ""}, granted->id)),
              Code::record_unknown);
    EXPECT_TRUE(tokens_.list_own({tenant, "security", ""})->empty());
    const auto collected = tokens_.collect(owner, granted->id);
    ASSERT_TRUE(collected);
    EXPECT_EQ(last_of_trail(), "zhang.san collect_token zhang.san done 市统计局接口");
    EXPECT_TRUE(tokens_.authenticate(tenant, collected->text));
    EXPECT_EQ(refusal(tokens_.collect(owner, granted->id)), Code::record_unknown) << "once";
    EXPECT_EQ(refusal(tokens_.collect(owner, collected->token.id)), Code::record_stage_unfit);
    EXPECT_EQ(tokens_.list_own(owner)->size(), 1u);
    ASSERT_TRUE(tokens_.give_up(owner, collected->token.id));
    EXPECT_EQ(refusal(tokens_.authenticate(tenant, collected->text)), Code::sign_in_needed);
}

TEST_F(AdministrationOf, ApiTokensAreCollectedInTime) {
    const auto granted = grant({Scope::read}, std::chrono::days(1));
    ASSERT_TRUE(granted);
    clock_.go_on(std::chrono::days(1));
    EXPECT_EQ(refusal(tokens_.collect(owner, granted->id)), Code::record_stage_unfit);
}

TEST_F(AdministrationOf, ApiTokensEnd) {
    const auto expiring = issue({Scope::read}, std::chrono::days(1));
    const auto revoked = issue({Scope::read}, std::chrono::days(30));
    const auto orphaned = issue({Scope::read}, std::chrono::days(30));
    EXPECT_EQ(tokens_.list(audit_admin)->size(), 3u);
    EXPECT_EQ(refusal(tokens_.revoke(audit_admin, revoked->token.id)), Code::act_not_permitted);
    ASSERT_TRUE(tokens_.revoke(security_admin, revoked->token.id));
    EXPECT_EQ(refusal(tokens_.revoke(security_admin, revoked->token.id)), Code::record_unknown);
    EXPECT_EQ(refusal(tokens_.authenticate(tenant, revoked->text)), Code::sign_in_needed);
    clock_.go_on(std::chrono::days(1));
    EXPECT_EQ(refusal(tokens_.authenticate(tenant, expiring->text)), Code::sign_in_needed);
    EXPECT_EQ(administration_.sweep(tenant)->tokens, 1u);
    EXPECT_TRUE(tokens_.authenticate(tenant, orphaned->text));
    ASSERT_TRUE(administration_.disable(system_admin, "zhang.san"));
    EXPECT_EQ(refusal(tokens_.authenticate(tenant, orphaned->text)), Code::sign_in_needed);
    EXPECT_EQ(refusal(issue({Scope::read}, std::chrono::days(1))), Code::record_stage_unfit);
}

TEST_F(AdministrationOf, ApiTokensNeedScopeLabelAndEnd) {
    EXPECT_EQ(refusal(issue({}, std::chrono::days(1))), Code::value_out_of_range);
    EXPECT_EQ(refusal(issue({Scope::read}, std::chrono::days(0))), Code::value_out_of_range);
    EXPECT_EQ(refusal(issue({Scope::read}, std::chrono::days(367))), Code::value_out_of_range);
    EXPECT_EQ(
        refusal(tokens_.grant(
            security_admin, {"zhang.san", "", {Scope::read}, clock_.now() + std::chrono::days(1)})),
        Code::value_out_of_range);
    EXPECT_EQ(
        refusal(tokens_.grant(
            system_admin, {"zhang.san", "x", {Scope::read}, clock_.now() + std::chrono::days(1)})),
        Code::act_not_permitted);
}

/// SEC-14: corrected and erased without a trace but that it was done; masked in lists.
TEST_F(AdministrationOf, CardsAreCorrectedMaskedAndErased) {
    ASSERT_TRUE(cards_.put(system_admin, {"p1", "张三", "科长", "13812345678"}));
    ASSERT_TRUE(cards_.put(system_admin, {"p1", "张三", "处长", "13812345678", "zs@example.cn"}));
    EXPECT_EQ(*cards_.mailbox(tenant, "p1"), "zs@example.cn");
    EXPECT_EQ(*cards_.mailbox(tenant, "p2"), std::nullopt);
    EXPECT_EQ((*cards_.find(tenant, "p1"))->mail, "") << "not for everybody";
    EXPECT_EQ(refusal(cards_.put(system_admin, {"p1", "张三", "处长", "", "a@b\r\nTo: c@d"})),
              Code::value_out_of_range);
    EXPECT_EQ((*cards_.find(tenant, "p1"))->post, "处长");
    EXPECT_EQ((*cards_.find(tenant, "p1"))->phone, "") << "not for everybody";
    EXPECT_EQ(cards_.list(system_admin)->front().value.phone, "138******78");
    EXPECT_EQ((*cards_.read(system_admin, "p1"))->phone, "13812345678");
    EXPECT_EQ(last_of_trail(), "system_admin read_cards p1 done ") << "ASVS 8.3.5";
    EXPECT_EQ(refusal(cards_.read(audit_admin, "p1")), Code::act_not_permitted);
    EXPECT_EQ(refusal(cards_.put(audit_admin, {"p1", "", "", ""})), Code::act_not_permitted);
    EXPECT_EQ(refusal(cards_.put(system_admin, {"p1", "\xff", "", ""})), Code::value_out_of_range);
    ASSERT_TRUE(cards_.erase(system_admin, "p1"));
    EXPECT_EQ(*cards_.find(tenant, "p1"), std::nullopt);
    EXPECT_TRUE(store_.list(tenant, Kind::card, {})->empty());
    EXPECT_EQ(refusal(cards_.erase(system_admin, "p1")), Code::record_unknown);
}

TEST_F(AdministrationOf, MasksShortPhonesWholly) {
    EXPECT_EQ(mask_phone("6123"), "****");
    EXPECT_EQ(mask_phone(""), "");
}

}  // namespace
}  // namespace heng::accounts_test
