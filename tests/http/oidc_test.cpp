/// Signing in at an identity provider, over HTTP: a browser goes there and comes back.
#include "oidc/test_provider.hpp"
#include "secured_city.hpp"
#include "shell/oidc/provider.hpp"

#include "app/demo/people.hpp"

namespace heng::http_test {
namespace {

using namespace std::chrono_literals;
using accounts_test::good_password;
using app::demo::office;
using app::demo::Who;
using oidc_test::form_value;
using oidc_test::Person;
using oidc_test::TestProvider;

constexpr const char* start = "/api/v1/session/oidc";
constexpr const char* callback = "/api/v1/session/oidc/callback";
constexpr const char* some_view = "/api/v1/units";

/// The first days of the year, a provider, and the way there.
struct Place {
    SecuredCity city{{app::demo::usual_seed, ledger::parse_date("2021-01-20")}};
    TestProvider their{[this] {
        return std::chrono::duration_cast<std::chrono::seconds>(
                   city.clock().now().time_since_epoch())
            .count();
    }};
    oidc::Provider provider{
        {their.issuer(), TestProvider::client_id, app::Secret(TestProvider::client_secret),
         "preferred_username", std::string(), std::string("https://heng.test") + callback},
        city.clock()};
    Place() { city.sign_in_at(provider); }
};

Place& place() {
    static Place one;
    return one;
}
SecuredCity& city() {
    return place().city;
}

struct Cookie {
    std::string value;
    std::string attributes;
    bool is_strict() const { return attributes.find("SameSite=Strict") != attributes.npos; }
};

/// Where a request of a browser comes from.
enum class From { our_page, other_site };

/// A browser that keeps cookies as browsers do.
class Visitor {
public:
    Answered go(const std::string& target, From from = From::our_page,
                const std::string& more_fields = {}) {
        std::string cookies;
        for (const auto& [name, cookie] : jar)
            if (from == From::our_page || !cookie.is_strict())
                cookies += (cookies.empty() ? "" : "; ") + name + '=' + cookie.value;
        std::string bytes = "GET " + target + " HTTP/1.1\r\nHost: test\r\n" + more_fields;
        if (!cookies.empty()) bytes += "Cookie: " + cookies + "\r\n";
        Answered answered = parse_answer(exchange(city().port(), bytes + "\r\n"));
        keep(answered.head);
        return answered;
    }
    /// Away to the provider, where the person signs in. @returns the address that he is sent back
    /// to, on our server.
    std::string sign_in_there(const Person& person) {
        const std::string url = go(std::string(start) + "?tenant=demo-city").field("Location");
        return std::string(callback) + '?' + place().their.approve(url, person);
    }
    Answered sign_in(const Person& person) { return go(sign_in_there(person), From::other_site); }
    /// The session, as scripts of our pages use it.
    Browser browser() {
        Browser out(city());
        out.cookie = jar["heng_session"].value;
        const auto session = out.get("/api/v1/session");
        if (session.status == 200) out.csrf_token = *session.json().find("csrf_token")->text();
        return out;
    }

    std::map<std::string, Cookie> jar;

private:
    void keep(const std::string& head) {
        constexpr std::string_view field = "\r\nSet-Cookie: ";
        for (std::size_t at = head.find(field); at != head.npos; at = head.find(field, at + 1)) {
            const std::size_t from = at + field.size();
            const std::string line = head.substr(from, head.find("\r\n", from) - from);
            const std::size_t equals = line.find('=');
            const std::size_t end = line.find(';');
            Cookie& cookie = jar[line.substr(0, equals)];
            cookie = {line.substr(equals + 1, end - equals - 1), line.substr(end)};
            if (line.find("Max-Age=0") != line.npos) jar.erase(line.substr(0, equals));
        }
    }
};

std::string account_of(const cycle::Actor& actor) {
    return city().open_account(actor.person);
}

/// Signs in at the provider under the name of the account.
Answered sign_in(Visitor& visitor, const std::string& account) {
    return visitor.sign_in({"s-" + account, account});
}

void expect_problem(const Answered& answered, const std::string& problem) {
    EXPECT_EQ(answered.status, 303);
    EXPECT_EQ(answered.field("Location"), "/#/sign-in?problem=" + problem);
    EXPECT_EQ(answered.head.find("heng_session="), std::string::npos) << "no session";
}

TEST(Oidc, SignsInWhomTheProviderVouchesFor) {
    Visitor visitor;
    const auto arrived = sign_in(visitor, account_of(office()));
    EXPECT_EQ(arrived.status, 303);
    EXPECT_EQ(arrived.field("Location"), "/");
    Browser browser = visitor.browser();
    EXPECT_EQ(browser.get(some_view).status, 200);
    const auto session = browser.get("/api/v1/session").json();
    EXPECT_EQ(*session.find("account")->text(), account_of(office()));
    EXPECT_TRUE(*session.find("is_by_identity")->flag());
    EXPECT_EQ(*session.find("pending")->text(), "nothing");
    EXPECT_TRUE(session.find("stepped_up_at")->is_null()) << "ASVS 3.7.1: no second factor yet";
}

TEST(Oidc, IsSaidToBeThere) {
    EXPECT_EQ(Visitor().go("/api/v1/sign-in-ways").body, R"({"is_demo":false,"ways":["password","oidc"]})");
}

/// ASVS 3.4.1 to 3.4.3: the ticket is for this browser, the way back and ten minutes; the session
/// as every other.
TEST(Oidc, CookiesAreForTheirPurposeAlone) {
    Visitor visitor;
    const std::string back =
        visitor.sign_in_there({"s-" + account_of(office()), account_of(office())});
    const Cookie ticket = visitor.jar.at("heng_ticket");
    for (const char* const attribute :
         {"; HttpOnly", "; SameSite=Lax", "; Path=/", "; Max-Age=600"})
        EXPECT_NE(ticket.attributes.find(attribute), std::string::npos) << attribute;
    EXPECT_EQ(ticket.value.find(form_value(back, "state")), std::string::npos) << "it is sealed";
    visitor.go(back, From::other_site);
    EXPECT_FALSE(visitor.jar.contains("heng_ticket")) << "done with";
    const Cookie session = visitor.jar.at("heng_session");
    EXPECT_TRUE(session.is_strict());
    EXPECT_NE(session.attributes.find("; HttpOnly"), std::string::npos);
    EXPECT_EQ(session.attributes.find("Max-Age"), std::string::npos);
}

/// The handler of a route, asked without a connection between: for what only TLS shows.
http::Response ask_over_tls(const std::string& path) {
    http::Request request;
    request.path = path;
    request.query = "tenant=demo-city";
    request.is_secure = true;
    const auto match = city().service().router().find(http::Method::get, path);
    return std::get<http::Handler>(match.route->handler)(request);
}

/// ASVS 3.4.1, 3.4.4
TEST(Oidc, TicketsAreBoundToTheHostOverTls) {
    const auto answered = ask_over_tls(start);
    const std::string set(answered.headers.find("set-cookie").value());
    EXPECT_TRUE(set.starts_with("__Host-heng_ticket=")) << set;
    EXPECT_NE(set.find("; Secure"), set.npos);
}

/// ASVS 3.5.1: nobody signs another's browser in as someone of his own choice.
TEST(Oidc, TakesNoReturnOfAnotherBrowser) {
    const std::string account = account_of(office());
    Visitor attacker;
    const std::string back = attacker.sign_in_there({"s-" + account, account});
    Visitor victim;
    expect_problem(victim.go(back, From::other_site), "sign_in_expired");
    victim.go(std::string(start) + "?tenant=demo-city");
    expect_problem(victim.go(back, From::other_site), "sign_in_expired");
    EXPECT_EQ(attacker.go(back, From::other_site).field("Location"), "/") << "in his own it counts";
}

TEST(Oidc, TakesNoChangedState) {
    const std::string account = account_of(office());
    Visitor visitor;
    std::string back = visitor.sign_in_there({"s-" + account, account});
    back.back() = back.back() == '0' ? '1' : '0';
    expect_problem(visitor.go(back, From::other_site), "sign_in_expired");
    expect_problem(visitor.go(callback, From::other_site), "sign_in_expired");
}

TEST(Oidc, TakesAReturnOnce) {
    const std::string account = account_of(office());
    Visitor visitor;
    const std::string back = visitor.sign_in_there({"s-" + account, account});
    Visitor copy = visitor;
    EXPECT_EQ(visitor.go(back, From::other_site).field("Location"), "/");
    expect_problem(visitor.go(back, From::other_site), "sign_in_expired");
    expect_problem(copy.go(back, From::other_site), "sign_in_expired");
}

TEST(Oidc, TakesNoLateReturn) {
    const std::string account = account_of(office());
    Visitor visitor;
    const std::string back = visitor.sign_in_there({"s-" + account, account});
    city().wait(10min + 1s);
    expect_problem(visitor.go(back, From::other_site), "sign_in_expired");
}

TEST(Oidc, TakesNoTokenThatTheProviderDidNotSign) {
    const std::string account = account_of(office());
    place().their.change_token = [](oidc_test::Draft& draft) {
        draft.head["alg"] = "none";
        draft.sign = [](const std::string&) { return std::string(); };
    };
    Visitor visitor;
    expect_problem(sign_in(visitor, account), "identity_refused");
    place().their.change_token = nullptr;
}

TEST(Oidc, SaysWhenTheProviderSaysNo) {
    Visitor visitor;
    std::string back = visitor.sign_in_there({"s", "s"});
    back.replace(back.find("code="), 4, "error");
    expect_problem(visitor.go(back, From::other_site), "identity_refused");
}

TEST(Oidc, MakesNoAccount) {
    Visitor visitor;
    expect_problem(visitor.sign_in({"s-nobody", "nobody"}), "identity_unlinked");
    expect_problem(visitor.go(std::string(start) + "?tenant=no-city"), "identity_unlinked");
    expect_problem(visitor.go(start), "identity_unlinked");
}

TEST(Oidc, LetsOnlyTheLinkedIdentityIn) {
    const std::string account = account_of(office());
    Visitor visitor;
    EXPECT_EQ(sign_in(visitor, account).field("Location"), "/");
    Visitor other;
    expect_problem(other.sign_in({"s-other", account}), "identity_unlinked");
}

TEST(Oidc, KeepsToLocksAndWhoIsDisabled) {
    const std::string account = account_of(office(Who::second));
    for (int i = 0; i < 5; ++i) Browser(city()).sign_in(account, "wrong");
    Visitor visitor;
    const auto locked = sign_in(visitor, account);
    EXPECT_TRUE(
        locked.field("Location").starts_with("/#/sign-in?problem=account_locked&figure=2021-"))
        << locked.field("Location");
    city().wait(31min);
    const auto here = app::accounts::at_the_machine(app::demo::tenant);
    ASSERT_TRUE(city().administration().disable(here, account));
    expect_problem(sign_in(visitor, account), "identity_unlinked");
    ASSERT_TRUE(city().administration().enable(here, account));
    EXPECT_EQ(sign_in(visitor, account).field("Location"), "/");
    ASSERT_TRUE(city().administration().disable(here, account));
    EXPECT_EQ(visitor.browser().get(some_view).status, 401) << "and its sessions end";
}

/// SEC-4, ASVS 4.3.1
TEST(Oidc, AnAdministratorStillShowsTheSecondFactor) {
    const std::string account = account_of(audit_admin);
    Visitor visitor;
    expect_problem(sign_in(visitor, account), "second_factor_absent");
    city().enrol(account);
    EXPECT_EQ(sign_in(visitor, account).field("Location"), "/");
    Browser browser = visitor.browser();
    const auto refused = browser.get("/api/v1/accounts");
    EXPECT_EQ(refused.status, 403);
    EXPECT_NE(refused.body.find("\"second_factor_needed\""), std::string::npos) << refused.body;
    EXPECT_EQ(*browser.get("/api/v1/session").json().find("pending")->text(), "show_second_factor");
    const auto stepped =
        browser.post("/api/v1/session/step-up", R"({"code":")" + city().code(account) + "\"}");
    ASSERT_EQ(stepped.status, 200) << stepped.body;
    EXPECT_EQ(browser.get("/api/v1/accounts").status, 200);
}

/// SEC-15: what an administrator can undo.
TEST(Oidc, IsUnlinkedByTheSecurityAdministrator) {
    const std::string account = account_of(office(Who::third));
    Visitor visitor;
    EXPECT_EQ(sign_in(visitor, account).field("Location"), "/");
    Browser administrator = city().browser(security_admin);
    const std::string target = "/api/v1/accounts/" + account + "/unlink-identity";
    EXPECT_EQ(city().browser(system_admin).post(target).status, 403);
    const auto done = administrator.post(target);
    EXPECT_EQ(done.status, 204) << done.body;
    EXPECT_EQ(visitor.browser().get(some_view).status, 401);
    EXPECT_EQ(visitor.sign_in({"s-new", account}).field("Location"), "/");
}

/// ASVS 5.1.5: no address that a request names is followed.
TEST(Oidc, LeadsNowhereElse) {
    const std::string account = account_of(office());
    const std::string evil = "https%3A%2F%2Fevil.test%2F";
    for (const char* const key : {"return", "next", "redirect_uri", "url", "target", "rd"}) {
        Visitor visitor;
        const std::string more = '&' + std::string(key) + '=' + evil;
        const std::string url =
            visitor
                .go(std::string(start) + "?tenant=demo-city" + more, From::other_site,
                    "X-Forwarded-Host: evil.test\r\nForwarded: host=evil.test\r\n")
                .field("Location");
        EXPECT_TRUE(url.starts_with(place().their.issuer() + "/authorize?")) << url;
        EXPECT_EQ(form_value(url, "redirect_uri"), std::string("https://heng.test") + callback);
        EXPECT_EQ(url.find("evil"), std::string::npos) << url;
        const std::string back = place().their.approve(url, {"s-" + account, account});
        EXPECT_EQ(visitor.go(std::string(callback) + '?' + back + more, From::other_site)
                      .field("Location"),
                  "/");
    }
    Visitor visitor;
    expect_problem(visitor.go(std::string(callback) + "?error=" + evil + "&state=" + evil),
                   "sign_in_expired");
}

/// ASVS 3.2.1: a token that someone else has planted never becomes a session.
TEST(Oidc, APlantedTokenIsNotTaken) {
    const std::string account = account_of(office());
    Visitor victim;
    const std::string planted = "demo-city~" + std::string(64, 'a');
    victim.jar["heng_session"] = {planted, "; SameSite=Strict"};
    EXPECT_EQ(sign_in(victim, account).field("Location"), "/");
    EXPECT_NE(victim.jar["heng_session"].value, planted);
    Browser attacker(city());
    attacker.cookie = planted;
    EXPECT_EQ(attacker.get(some_view).status, 401);
}

/// ASVS 3.2.1: though the browser keeps the earlier cookie back on the way home.
TEST(Oidc, SigningInAgainEndsTheSessionBefore) {
    const std::string account = account_of(office());
    Visitor visitor;
    EXPECT_EQ(sign_in(visitor, account).field("Location"), "/");
    Browser earlier = visitor.browser();
    EXPECT_EQ(earlier.get(some_view).status, 200);
    EXPECT_EQ(sign_in(visitor, account).field("Location"), "/");
    EXPECT_EQ(visitor.browser().get(some_view).status, 200);
    EXPECT_EQ(earlier.get(some_view).status, 401);
}

/// ASVS 7.1.1: codes and states are nothing for a log.
TEST(Oidc, IsNotedWithoutItsQuery) {
    Visitor visitor;
    sign_in(visitor, account_of(office()));
    for (const std::string& path : city().noted())
        EXPECT_EQ(path.find_first_of("?="), std::string::npos) << path;
}

}  // namespace
}  // namespace heng::http_test
