/// SEC-5, SEC-8, SEC-17, ASVS 3.4.1, 14.4.5: a service behind a proxy that ends TLS, and who may
/// come from where.
#include "secured_city.hpp"

#include "app/demo/people.hpp"
#include "app/network.hpp"

namespace heng::http_test {
namespace {

using app::demo::office;

constexpr const char* office_address = "10.1.0.7";
constexpr const char* admin_address = "10.9.0.1";

SecuredCity& city() {
    static SecuredCity served(
        {app::demo::usual_seed, ledger::parse_date("2021-01-20")},
        [] {
            http::ServerOptions options;
            options.is_behind_tls = true;
            options.limits.heartbeat = std::chrono::milliseconds(20);
            options.client_of = [](std::string_view peer, std::string_view forwarded) {
                return app::client_of(std::vector<std::string>{"127.0.0.1"}, peer, forwarded);
            };
            return options;
        }(),
        {[](std::string_view remote) { return remote == admin_address; },
         [](std::string_view remote) { return remote == "127.0.0.1"; }});
    return served;
}

/// As the proxy hands it on.
Fields from(const std::string& address) {
    return {{"X-Forwarded-For", address}, {"Origin", "https://test"}};
}

Answered sign_in_from(const std::string& address, const std::string& account,
                      const std::string& password) {
    Browser browser(city());
    return browser.post(
        "/api/v1/session",
        R"({"tenant":"demo-city","name":")" + account + R"(","password":")" + password + "\"}",
        from(address));
}

/// ASVS 2.2.1: failures from one address lock that address and not everybody behind the proxy.
TEST(BehindAProxy, FailuresAreCountedForTheClient) {
    const std::string account = city().open_account(office().person);
    for (int i = 0; i < 31; ++i)
        sign_in_from("203.0.113.9", "nobody-" + std::to_string(i), "wrong");
    const auto locked = sign_in_from("203.0.113.9", account, accounts_test::good_password);
    EXPECT_EQ(locked.status, 429) << locked.body;
    EXPECT_GT(std::stoi(locked.field("Retry-After")), 0);
    EXPECT_EQ(sign_in_from("1.2.3.4, 203.0.113.9", account, accounts_test::good_password).status,
              429)
        << "what the client says of itself is not believed";
    const auto other = sign_in_from(office_address, account, accounts_test::good_password);
    EXPECT_EQ(other.status, 201) << other.body;
    EXPECT_NE(other.body.find(office_address), std::string::npos) << "SEC-8: the source";
}

/// ASVS 3.4.1, 3.4.4, 14.4.5
TEST(BehindAProxy, BrowsersAreToldThatTheLineIsSecure) {
    const auto opened =
        sign_in_from(office_address, city().open_account(office(app::demo::Who::second).person),
                     accounts_test::good_password);
    ASSERT_EQ(opened.status, 201) << opened.body;
    EXPECT_TRUE(opened.field("Set-Cookie").starts_with("__Host-heng_session="));
    EXPECT_NE(opened.field("Set-Cookie").find("; Secure"), std::string::npos);
    EXPECT_NE(opened.field("Strict-Transport-Security"), "");
}

/// SEC-5: the accounts of administrators are of use at the listed addresses only.
TEST(BehindAProxy, AdministratorsComeFromListedAddresses) {
    const std::string account = city().open_account(system_admin.person);
    city().enrol(account);
    const auto visit = [&](const char* address) {
        Browser browser(city());
        const auto opened = browser.post("/api/v1/session",
                                         R"({"tenant":"demo-city","name":")" + account +
                                             R"(","password":")" + accounts_test::good_password +
                                             R"(","code":")" + city().code(account) + "\"}",
                                         from(address));
        EXPECT_EQ(opened.status, 201) << opened.body;
        const std::string cookie = "__Host-heng_session=" + browser.cookie;
        const auto answered =
            browser.get("/api/v1/accounts", {{"X-Forwarded-For", address}, {"Cookie", cookie}});
        const auto elsewhere = browser.get(
            "/api/v1/accounts", {{"X-Forwarded-For", office_address}, {"Cookie", cookie}});
        EXPECT_EQ(elsewhere.status, 403) << "the same cookie right after";
        return answered;
    };
    EXPECT_EQ(visit(admin_address).status, 200);
    const auto refused = visit(office_address);
    EXPECT_EQ(refused.status, 403);
    EXPECT_NE(refused.body.find("address_refused"), std::string::npos) << refused.body;
}

/// SEC-17: what the server counts is not for everyone.
TEST(BehindAProxy, MetricsAreForWhoWatchesOverTheServer) {
    Browser browser(city());
    EXPECT_EQ(browser.get("/metrics").status, 200);
    EXPECT_EQ(browser.get("/metrics", from(office_address)).status, 404);
}

/// ASVS 3.3.1: a stream of changes ends with the session that opened it.
TEST(Listening, EndsWithTheSession) {
    const cycle::Actor actor = office(app::demo::Who::third);
    const auto opened = sign_in_from(office_address, city().open_account(actor.person),
                                     accounts_test::good_password);
    const std::string set = opened.field("Set-Cookie");
    const std::string cookie = set.substr(0, set.find(';'));
    RawClient client(city().port());
    client.send("GET /api/v1/changes HTTP/1.1\r\nHost: test\r\nCookie: " + cookie + "\r\n\r\n");
    ASSERT_NE(client.read_until(": still here").find("200 OK"), std::string::npos);
    const std::string id = *opened.json().find("id")->text();
    Browser browser(city());
    browser.csrf_token = *opened.json().find("csrf_token")->text();
    auto fields = from(office_address);
    fields["Cookie"] = cookie;
    ASSERT_EQ(browser.ask("DELETE", "/api/v1/session", {}, fields).status, 204);
    client.read_all();  // gives up after ten seconds of silence, and heartbeats are no silence
    EXPECT_EQ(city().service().listeners(), 0U);
}

/// SEC-3: whoever only listens is idle all the same.
TEST(Listening, DoesNotKeepASessionAlive) {
    const cycle::Actor actor = office(app::demo::Who::third);
    const auto opened = sign_in_from(office_address, city().open_account(actor.person),
                                     accounts_test::good_password);
    const std::string set = opened.field("Set-Cookie");
    const std::string cookie = set.substr(0, set.find(';'));
    RawClient client(city().port());
    client.send("GET /api/v1/changes HTTP/1.1\r\nHost: test\r\nCookie: " + cookie + "\r\n\r\n");
    for (int i = 0; i < 4; ++i) {
        client.read_until(": still here");
        city().wait(std::chrono::minutes(9));
    }
    client.read_all();
    EXPECT_EQ(city().service().listeners(), 0U);
}

}  // namespace
}  // namespace heng::http_test
