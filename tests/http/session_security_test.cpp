/// Sessions over HTTP with real accounts: their cookie, their token, their end, and what someone
/// may do who is not ready yet.
#include "secured_city.hpp"

#include "app/demo/people.hpp"

namespace heng::http_test {
namespace {

using namespace std::chrono_literals;
using accounts_test::good_password;
using app::demo::commission;
using app::demo::coordinator;
using app::demo::office;
using app::demo::Who;

/// The year up to the summer. Each test has people of its own.
SecuredCity& city() {
    static SecuredCity served({app::demo::usual_seed, ledger::parse_date("2021-07-20")});
    return served;
}

constexpr const char* some_view = "/api/v1/units";

/// The handler of a route, asked without a connection between: for what only TLS shows.
http::Response ask_over_tls(http::Method method, const std::string& path, const std::string& body) {
    http::Request request;
    request.method = method;
    request.path = path;
    request.body = body;
    request.is_secure = true;
    request.remote = "10.0.0.9";
    request.headers.add("Host", "test");
    request.headers.add("Content-Type", "application/json");
    const auto match = city().service().router().find(method, path);
    return std::get<http::Handler>(match.route->handler)(request);
}

/// ASVS 3.4.1, 3.4.2, 3.4.3: no script reads the cookie and no other site has it sent.
TEST(SessionCookie, IsForThisSiteAndNoScript) {
    const std::string account = city().open_account(office().person);
    Browser browser(city());
    const auto opened = browser.sign_in(account, good_password);
    ASSERT_EQ(opened.status, 201) << opened.body;
    const std::string set = opened.field("Set-Cookie");
    EXPECT_TRUE(set.starts_with("heng_session=demo-city~")) << set;
    EXPECT_NE(set.find("; HttpOnly"), set.npos);
    EXPECT_NE(set.find("; SameSite=Strict"), set.npos);
    EXPECT_NE(set.find("; Path=/"), set.npos);
    EXPECT_EQ(set.find("Domain"), set.npos) << "for this host alone";
    EXPECT_EQ(set.find("Max-Age"), set.npos) << "gone with the browser";
    EXPECT_EQ(opened.body.find(browser.cookie.substr(browser.cookie.find('~') + 1)),
              std::string::npos)
        << "the token is in the cookie alone, where no script sees it";
    EXPECT_EQ(opened.field("Cache-Control"), "no-store");
}

/// ASVS 3.4.1, 3.4.4: over TLS it is sent over TLS alone, and no neighbour can set it.
TEST(SessionCookie, IsBoundToTheHostOverTls) {
    const std::string account = city().open_account(office().person);
    const auto opened = ask_over_tls(http::Method::post, "/api/v1/session",
                                     R"({"tenant":"demo-city","name":")" + account +
                                         R"(","password":")" + good_password + "\"}");
    ASSERT_EQ(opened.status, 201);
    const std::string set(*opened.headers.find("set-cookie"));
    EXPECT_TRUE(set.starts_with("__Host-heng_session=")) << set;
    EXPECT_NE(set.find("; Secure"), set.npos);
    EXPECT_NE(set.find("; HttpOnly"), set.npos);
    EXPECT_NE(set.find("; SameSite=Strict"), set.npos);
    EXPECT_NE(set.find("; Path=/"), set.npos) << "without it the prefix __Host- does not hold";
}

/// ASVS 3.2.1: a token that someone else has planted never becomes a session.
TEST(SessionFixation, APlantedTokenIsNotTaken) {
    const std::string account = city().open_account(office().person);
    Browser victim(city());
    victim.cookie = "demo-city~" + std::string(64, 'a');
    const std::string planted = victim.cookie;
    ASSERT_EQ(victim.sign_in(account, good_password).status, 201);
    EXPECT_NE(victim.cookie, planted);
    EXPECT_EQ(victim.cookie.size(), planted.size()) << "256 bits (ASVS 3.2.2)";
    Browser attacker(city());
    attacker.cookie = planted;
    EXPECT_EQ(attacker.get(some_view).status, 401);
}

/// ASVS 3.2.1: whoever signs in again leaves no earlier session of this browser behind.
TEST(SessionFixation, SigningInAgainEndsTheSessionBefore) {
    const std::string account = city().open_account(office().person);
    Browser browser(city());
    ASSERT_EQ(browser.sign_in(account, good_password).status, 201);
    Browser earlier = browser;
    ASSERT_EQ(earlier.get(some_view).status, 200);
    ASSERT_EQ(browser.sign_in(account, good_password).status, 201);
    EXPECT_NE(browser.cookie, earlier.cookie);
    EXPECT_EQ(browser.get(some_view).status, 200);
    EXPECT_EQ(earlier.get(some_view).status, 401);
}

/// ASVS 3.2.1, 3.7.1: with the second factor the session goes on under a new token.
TEST(SessionFixation, SteppingUpChangesTheToken) {
    Browser browser = city().browser(commission());
    const std::string account = city().open_account(commission().person);
    Browser earlier = browser;
    ASSERT_EQ(earlier.get(some_view).status, 200);
    const auto stepped =
        browser.post("/api/v1/session/step-up", R"({"code":")" + city().code(account) + "\"}");
    ASSERT_EQ(stepped.status, 200) << stepped.body;
    EXPECT_NE(browser.cookie, earlier.cookie);
    EXPECT_NE(browser.csrf_token, earlier.csrf_token);
    EXPECT_EQ(earlier.get(some_view).status, 401);
    EXPECT_EQ(browser.get(some_view).status, 200);
}

/// ASVS 3.3.1, SEC-13: after signing out the cookie opens nothing, on no route.
TEST(SessionEnd, SigningOutKillsItOnEveryRoute) {
    Browser browser = city().browser(coordinator());
    Browser copy = browser;
    const auto ended = browser.ask("DELETE", "/api/v1/session");
    ASSERT_EQ(ended.status, 204) << ended.body;
    EXPECT_NE(ended.field("Set-Cookie").find("Max-Age=0"), std::string::npos);
    EXPECT_EQ(ended.field("Clear-Site-Data"), "\"cache\", \"storage\"");
    int asked = 0;
    for (const auto& route : city().service().router().routes()) {
        if (!route->pattern.starts_with("/api/v1/")) continue;
        if (is_before_signing_in(route->pattern)) continue;
        if (route->pattern == "/api/v1/session" && route->method == http::Method::post) continue;
        std::string target = route->pattern;
        for (std::size_t at; (at = target.find('{')) != target.npos;)
            target.replace(at, target.find('}') + 1 - at, "1");
        const auto answered = copy.ask(http::name(route->method), target, "{}");
        EXPECT_EQ(answered.status, 401) << http::name(route->method) << ' ' << target;
        ++asked;
    }
    EXPECT_GT(asked, 60);
}

/// SEC-3, ASVS 3.3.2: after thirty idle minutes, ten for administrators.
TEST(SessionEnd, IdleSessionsAreOver) {
    Browser idle = city().plain_browser(office(Who::second));
    Browser admin = city().browser(audit_admin);
    city().wait(9min);
    EXPECT_EQ(admin.get("/api/v1/trail").status, 200);
    EXPECT_EQ(idle.get(some_view).status, 200);
    city().wait(11min);
    EXPECT_EQ(admin.get("/api/v1/trail").status, 401);
    EXPECT_EQ(idle.get(some_view).status, 200);
    city().wait(31min);
    EXPECT_EQ(idle.get(some_view).status, 401);
}

/// ASVS 3.3.2: twelve hours are the most, however busy it is.
TEST(SessionEnd, OldSessionsAreOver) {
    Browser busy = city().plain_browser(office(Who::second));
    int quarters = 0;
    while (busy.get(some_view).status == 200 && quarters < 100) {
        city().wait(15min);
        ++quarters;
    }
    EXPECT_EQ(quarters, 12 * 4 + 1) << "after twelve hours it is asked for the last time";
}

/// SEC-2: a password for one use opens nothing but its change.
TEST(Pending, APasswordForOneUseOpensNothingElse) {
    std::string password;
    const std::string account = city().open_new_account(office(Who::third).person, password);
    Browser browser(city());
    ASSERT_EQ(browser.sign_in(account, password).status, 201);
    browser.act_as(office(Who::third));
    for (const auto& route : city().service().router().routes()) {
        const bool is_own =
            route->pattern.starts_with("/api/v1/session") || is_before_signing_in(route->pattern);
        if (is_own || !route->pattern.starts_with("/api/v1/")) continue;
        std::string target = route->pattern;
        for (std::size_t at; (at = target.find('{')) != target.npos;)
            target.replace(at, target.find('}') + 1 - at, "1");
        const auto answered = browser.ask(http::name(route->method), target, "{}");
        EXPECT_EQ(answered.status, 403) << http::name(route->method) << ' ' << target;
        EXPECT_NE(answered.body.find("\"password_change_needed\""), std::string::npos) << target;
    }
    Browser earlier = browser;
    const auto changed =
        browser.post("/api/v1/session/password",
                     R"({"current":")" + password + R"(","wanted":")" + good_password + "\"}");
    ASSERT_EQ(changed.status, 200) << changed.body;
    EXPECT_EQ(browser.get(some_view).status, 200);
    EXPECT_EQ(earlier.get(some_view).status, 401) << "ASVS 3.3.3: the other sessions have ended";
}

/// SEC-4, ASVS 4.3.1: an administrator without a second factor can do nothing but set one up.
TEST(Pending, AnAdministratorWithoutASecondFactorOnlyEnrols) {
    Browser browser = city().plain_browser(security_admin);
    const std::string account = city().open_account(security_admin.person);
    for (const char* const target : {"/api/v1/accounts", "/api/v1/units", "/api/v1/me",
                                     "/api/v1/tokens", "/api/v1/people", "/api/v1/acts"}) {
        const auto answered = browser.get(target);
        EXPECT_EQ(answered.status, 403) << target;
        EXPECT_NE(answered.body.find("\"second_factor_absent\""), std::string::npos) << target;
    }
    EXPECT_EQ(browser.post("/api/v1/acts/appoint").status, 403);
    ASSERT_EQ(browser.post("/api/v1/session/authenticator").status, 201);
    const auto confirmed = browser.post("/api/v1/session/authenticator/confirmation",
                                        R"({"code":")" + city().offered_code(account) + "\"}");
    ASSERT_EQ(confirmed.status, 200) << confirmed.body;
    EXPECT_EQ(browser.get("/api/v1/accounts").status, 200);
}

/// ASVS 3.7.1: acts that bind ask for the second factor, and again when it was long ago.
TEST(StepUp, IsAskedForByBindingActs) {
    const std::string body = R"({"year":2021,"draft":1})";
    const auto refused_for_factor = [](const Answered& answered) {
        return answered.body.find("\"second_factor_needed\"") != std::string::npos;
    };
    int binding = 0;
    Browser plain = city().plain_browser(office(Who::second));
    const std::int64_t head = city().head();
    const auto acts = plain.get("/api/v1/acts").json();
    for (const ledger::Value& one : *acts.find("items")->list()) {
        const ledger::Object& act = *one.object();
        if (!*act.find("is_binding")->flag()) continue;
        ++binding;
        const std::string& id = *act.find("id")->text();
        EXPECT_TRUE(refused_for_factor(plain.post("/api/v1/acts/" + id, body))) << id;
        const auto batch =
            plain.post("/api/v1/acts", R"({"acts":[{"act":")" + id + R"(","body":)" + body + "}]}");
        EXPECT_GE(batch.status, 400) << id;
        EXPECT_TRUE(refused_for_factor(batch) || id == "open_ballot") << id << " in a batch";
    }
    EXPECT_GE(binding, 20);
    EXPECT_EQ(city().head(), head);
    Browser fresh = city().browser(commission());
    EXPECT_FALSE(refused_for_factor(fresh.post("/api/v1/acts/consent_to_indicators", body)));
    city().wait(11min);
    EXPECT_TRUE(refused_for_factor(fresh.post("/api/v1/acts/consent_to_indicators", body)));
}

/// ASVS 3.7.1: what was refused for want of the second factor may be sent again with its key.
TEST(StepUp, LetsTheSameRequestBeSentAgain) {
    Browser browser = city().browser(commission());
    city().wait(11min);
    const std::string body = R"({"year":2021,"draft":1})";
    const Fields key{{"Idempotency-Key", "the-same-again"}};
    EXPECT_EQ(browser.post("/api/v1/acts/consent_to_indicators", body, key).status, 403);
    const std::string account = city().open_account(commission().person);
    ASSERT_EQ(browser.post("/api/v1/session/step-up", R"({"code":")" + city().code(account) + "\"}")
                  .status,
              200);
    const auto again = browser.post("/api/v1/acts/consent_to_indicators", body, key);
    EXPECT_EQ(again.body.find("second_factor_needed"), std::string::npos) << again.body;
}

/// ASVS 2.2.1, SEC-3: five wrong passwords lock, whether there is the name or not, and the answers
/// are alike down to the bytes.
TEST(Lockout, LooksTheSameForKnownAndUnknownNames) {
    const std::string account = city().open_account(coordinator(Who::second).person);
    Browser browser(city());
    const auto known = [&] { return browser.sign_in(account, "wrong"); };
    const auto unknown = [&] { return browser.sign_in("nobody.here", "wrong"); };
    for (int i = 0; i < 6; ++i) {
        const auto one = known();
        const auto other = unknown();
        EXPECT_EQ(one.status, 401);
        EXPECT_EQ(one.body, other.body);
        EXPECT_EQ(one.head.substr(one.head.find("Content-")),
                  other.head.substr(other.head.find("Content-")));
        EXPECT_EQ(one.field("Set-Cookie"), "");
    }
    EXPECT_NE(known().body.find("account_locked"), std::string::npos);
    EXPECT_EQ(browser.sign_in(account, good_password).status, 401) << "locked for all";
    city().wait(31min);
    EXPECT_EQ(browser.sign_in(account, good_password).status, 201);
}

/// ASVS 3.3.4: a user lists his sessions, and ends one after giving the password again.
TEST(Sessions, AreListedAndEndedWithThePassword) {
    Browser one = city().plain_browser(coordinator(Who::third));
    Browser other = city().plain_browser(coordinator(Who::third));
    const auto shown = one.get("/api/v1/sessions");
    ASSERT_EQ(shown.status, 200);
    EXPECT_EQ(shown.body.find(other.csrf_token), std::string::npos);
    const std::string id = *other.get("/api/v1/session").json().find("id")->text();
    const std::string target = "/api/v1/sessions/" + id + "/end";
    EXPECT_EQ(one.post(target, R"({"password":"wrong"})").status, 401);
    EXPECT_EQ(other.get(some_view).status, 200);
    EXPECT_EQ(one.post(target, R"({"password":")" + good_password + "\"}").status, 204);
    EXPECT_EQ(other.get(some_view).status, 401);
}

/// A token of another system is for what its scopes say, for no binding act, and no cookie.
class ApiTokens : public testing::Test {
protected:
    static std::string issue(const cycle::Actor& person,
                             const std::set<app::accounts::Scope>& scopes) {
        const std::string account = city().open_account(person.person);
        const auto granted = city().tokens().grant(
            app::accounts::at_the_machine(app::demo::tenant),
            {account, "a test", scopes,
             ledger::Instant(std::chrono::sys_days(std::chrono::year(2021) / 12 / 31))});
        if (!granted) return "";
        const auto issued =
            city().tokens().collect({app::demo::tenant, account, "127.0.0.1"}, granted->id);
        return issued ? std::string(app::demo::tenant) + '~' + issued->text : "";
    }
    static Browser caller(const std::string& token, Fields& fields) {
        Browser out(city());
        fields = {{"Authorization", "Bearer " + token}, {"Origin", ""}, {"Sec-Fetch-Site", ""}};
        out.act_as(office());
        return out;
    }
};

/// SEC-6: least privilege.
TEST_F(ApiTokens, DoWhatTheirScopesSay) {
    using app::accounts::Scope;
    const std::string rename = R"({"unit":"C05","name":"令牌改名","reason":"更名"})";
    Fields fields;
    Browser reader = caller(issue(office(), {Scope::read}), fields);
    EXPECT_EQ(reader.get(some_view, fields).status, 200);
    EXPECT_EQ(reader.post("/api/v1/acts/rename_unit", rename, fields).status, 403);
    Browser writer = caller(issue(office(), {Scope::act}), fields);
    const auto read = writer.get(some_view, fields);
    EXPECT_EQ(read.status, 403);
    EXPECT_NE(read.body.find("token_scope_missing"), std::string::npos);
    EXPECT_EQ(writer.post("/api/v1/acts/rename_unit", rename, fields).status, 201);
}

/// ASVS 3.7.1: nobody can show a second factor for a token.
TEST_F(ApiTokens, DoNoBindingAct) {
    using app::accounts::Scope;
    Fields fields;
    Browser caller_ = caller(issue(office(), {Scope::read, Scope::act}), fields);
    const std::int64_t head = city().head();
    const std::string body = R"({"year":2021,"matter":1,"reason":"x"})";
    const auto refused = caller_.post("/api/v1/acts/order_supervision", body, fields);
    EXPECT_EQ(refused.status, 403) << refused.body;
    EXPECT_EQ(caller_.get("/api/v1/accounts", fields).status, 403);
    EXPECT_EQ(city().head(), head);
}

/// ASVS 4.2.2: as a cookie it would be sent without the token against forged requests.
TEST_F(ApiTokens, AreNoCookies) {
    using app::accounts::Scope;
    Fields fields;
    const std::string token = issue(office(), {Scope::read, Scope::act});
    Browser bearer = caller(token, fields);
    ASSERT_EQ(bearer.get(some_view, fields).status, 200) << "and the gate remembers it";
    Browser forged(city());
    forged.cookie = token;
    forged.csrf_token = "";
    EXPECT_EQ(forged.get(some_view).status, 401);
    EXPECT_EQ(
        forged.post("/api/v1/acts/rename_unit", R"({"unit":"C05","name":"伪造","reason":"更名"})")
            .status,
        401);
}

TEST_F(ApiTokens, OpenNothingOnceRevoked) {
    using app::accounts::Scope;
    Fields fields;
    const std::string token = issue(office(), {Scope::read});
    Browser caller_ = caller(token, fields);
    ASSERT_EQ(caller_.get(some_view, fields).status, 200);
    Browser admin = city().browser(security_admin);
    const auto listed = admin.get("/api/v1/tokens").json();
    const ledger::List& items = *listed.find("items")->list();
    EXPECT_EQ(admin.get("/api/v1/tokens").body.find(token.substr(token.find('~') + 1)),
              std::string::npos)
        << "told once";
    for (const ledger::Value& one : items)
        EXPECT_EQ(admin.ask("DELETE", "/api/v1/tokens/" + *one.object()->find("id")->text()).status,
                  204);
    EXPECT_EQ(caller_.get(some_view, fields).status, 401);
}

}  // namespace
}  // namespace heng::http_test
