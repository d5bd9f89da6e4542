/// Requests that other sites make a browser send: refused on every route that writes, as the router
/// has them.
#include "secured_city.hpp"

#include "app/demo/people.hpp"

namespace heng::http_test {
namespace {

using app::demo::office;

SecuredCity& city() {
    static SecuredCity served({app::demo::usual_seed, ledger::parse_date("2021-01-20")});
    return served;
}

struct Forgery {
    const char* what;
    Fields fields;
};

const std::vector<Forgery>& forgeries() {
    static const std::vector<Forgery> all{
        {"no token", {{"X-CSRF-Token", ""}}},
        {"a wrong token", {{"X-CSRF-Token", std::string(64, '0')}}},
        {"a token that begins right", {{"X-CSRF-Token", "a"}}},
        {"a foreign origin", {{"Origin", "https://evil.example"}}},
        {"an opaque origin", {{"Origin", "null"}}},
        {"our host by another scheme", {{"Origin", "https://test"}}},
        {"a longer host", {{"Origin", "http://test.evil.example"}}},
        {"another site", {{"Sec-Fetch-Site", "cross-site"}}},
        {"a neighbour", {{"Sec-Fetch-Site", "same-site"}}},
    };
    return all;
}

std::string target_of(const http::Route& route) {
    std::string target = route.pattern;
    for (std::size_t at; (at = target.find('{')) != target.npos;)
        target.replace(at, target.find('}') + 1 - at,
                       target.substr(at, 5) == "{act}" ? "rename_unit" : "1");
    return target;
}

/// Routes that write in the name of whoever is signed in.
std::vector<const http::Route*> writes() {
    std::vector<const http::Route*> out;
    for (const auto& route : city().service().router().routes()) {
        const bool is_write = route->method != http::Method::get;
        const bool is_nobodys =
            route->pattern.starts_with("/api/v1/voting/") ||
            (route->pattern == "/api/v1/session" && route->method == http::Method::post);
        if (is_write && !is_nobodys) out.push_back(route.get());
    }
    return out;
}

/// ASVS 4.2.2, 13.2.3, 3.5.1: on every route that the router has.
TEST(Forgery, IsRefusedOnEveryRouteThatWrites) {
    Browser browser = city().browser(office());
    const std::int64_t head = city().head();
    for (const http::Route* const route : writes())
        for (const Forgery& forgery : forgeries()) {
            const auto answered =
                browser.ask(http::name(route->method), target_of(*route), "{}", forgery.fields);
            EXPECT_EQ(answered.status, 403) << route->pattern << ", " << forgery.what;
            EXPECT_NE(answered.body.find("\"origin_refused\""), std::string::npos)
                << route->pattern << ", " << forgery.what << answered.body;
        }
    EXPECT_GE(writes().size(), 24U);
    EXPECT_EQ(city().head(), head);
    EXPECT_EQ(browser.get("/api/v1/units").status, 200) << "nobody was signed out";
}

/// The same requests from our own pages come through: the test above could fail.
TEST(Forgery, IsNotWhatOurPagesSend) {
    Browser browser = city().browser(office());
    for (const http::Route* const route : writes()) {
        if (route->pattern == "/api/v1/session") continue;  // would sign out
        const auto answered = browser.ask(http::name(route->method), target_of(*route), "{}");
        EXPECT_EQ(answered.body.find("origin_refused"), std::string::npos) << route->pattern;
    }
}

/// Nobody else signs a browser in as someone of his own choice (ASVS 3.5.1).
TEST(Forgery, DoesNotSignIn) {
    const std::string account = city().open_account(office().person);
    const std::string body = R"({"tenant":"demo-city","name":")" + account + R"(","password":")" +
                             accounts_test::good_password + "\"}";
    Browser browser(city());
    for (const Fields& fields :
         {Fields{{"Origin", "https://evil.example"}}, Fields{{"Sec-Fetch-Site", "cross-site"}}}) {
        const auto answered = browser.post("/api/v1/session", body, fields);
        EXPECT_EQ(answered.status, 403);
        EXPECT_EQ(answered.field("Set-Cookie"), "");
    }
    // a form can send text without asking first
    EXPECT_EQ(browser.post("/api/v1/session", body, {{"Content-Type", "text/plain"}}).status, 415);
}

/// A request of HTTP/1.0 has no Host to compare with: it is refused and the server goes on.
TEST(Forgery, HasNoHostToHideBehind) {
    const std::string body = R"({"name":"x","password":"y"})";
    const std::string answered =
        exchange(city().port(),
                 "POST /api/v1/session HTTP/1.0\r\nContent-Type: application/json\r\n"
                 "Origin: http://test\r\nContent-Length: " +
                     std::to_string(body.size()) + "\r\n\r\n" + body);
    EXPECT_EQ(statuses(answered), "403");
    Browser browser = city().browser(office());
    EXPECT_EQ(browser.get("/api/v1/units").status, 200);
}

/// No answer invites another site to read it (ASVS 14.5.3).
TEST(Forgery, GetsNoCrossOriginLeave) {
    Browser browser = city().browser(office());
    const auto answered = browser.get("/api/v1/units", {{"Origin", "https://evil.example"}});
    EXPECT_EQ(answered.head.find("Access-Control"), std::string::npos);
    const auto preflight = browser.ask(
        "OPTIONS", "/api/v1/acts/rename_unit", {},
        {{"Origin", "https://evil.example"}, {"Access-Control-Request-Method", "POST"}});
    EXPECT_EQ(preflight.status, 405);
    EXPECT_EQ(preflight.head.find("Access-Control"), std::string::npos);
}

}  // namespace
}  // namespace heng::http_test
