/// SEC-10, ASVS 5.3, 7.3.1, 7.4.1, 12.1.1, 12.3.1, 14.4: what no page of ours would send.
#include "secured_city.hpp"

#include "app/demo/people.hpp"
#include "core/act/label.hpp"
#include "core/act/perform.hpp"
#include "shell/http/api/json_text.hpp"

namespace heng::http_test {
namespace {

using namespace std::string_literals;
using app::demo::office;

SecuredCity& city() {
    static SecuredCity served({app::demo::usual_seed, ledger::parse_date("2021-07-20")});
    return served;
}

Browser& browser() {
    static Browser one = city().browser(office());
    return one;
}

constexpr const char* rename_unit = "/api/v1/acts/rename_unit";

std::string code_of(const Answered& answered) {
    const auto body = json::read_object(answered.body);
    const ledger::Value* const code = body ? body->find("code") : nullptr;
    return code == nullptr ? "" : *code->text();
}

/// SEC-10: a body that is no JSON object, or an unreasonable one, on every route that takes one.
TEST(HostileBodies, AreRefusedOnEveryRoute) {
    const std::string deep = std::string(5'000, '[') + std::string(5'000, ']');
    const std::vector<std::string> bodies{"",
                                          "{",
                                          "[]",
                                          "null",
                                          "\"text\"",
                                          "{\"a\":1e400}",
                                          "{\"a\":0.1}",
                                          "{\"a\":18446744073709551616}",
                                          "{\"a\":\"\xff\"}",
                                          "{\"a\":\"\\ud800\"}",
                                          "{\"a\":\"\x01\"}",
                                          "{}{}",
                                          "{\"a\":" + deep + "}",
                                          "\xEF\xBB\xBF{}",
                                          "{'a':1}",
                                          "{\"a\":NaN}"};
    const std::int64_t head = city().head();
    for (const auto& route : city().service().router().routes()) {
        const bool is_write = route->method == http::Method::post;
        if (!is_write || !std::holds_alternative<http::Handler>(route->handler)) continue;
        std::string target = route->pattern;
        for (std::size_t at; (at = target.find('{')) != target.npos;)
            target.replace(at, target.find('}') + 1 - at,
                           target.substr(at, 5) == "{act}" ? "rename_unit" : "2021");
        for (const std::string& body : bodies) {
            const auto answered = browser().post(target, body);
            EXPECT_GE(answered.status, 400) << target << ' ' << body.substr(0, 40);
            EXPECT_LT(answered.status, 500) << target << ' ' << body.substr(0, 40);
            EXPECT_EQ(answered.field("Content-Type"), "application/problem+json; charset=utf-8");
        }
    }
    EXPECT_EQ(city().head(), head);
}

TEST(HostileBodies, OfAnotherTypeAreRefused) {
    const std::string body = R"({"unit":"C05","name":"甲","reason":"更名"})";
    for (const char* const type :
         {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
          "application/jsonx", "application/xml"})
        EXPECT_EQ(browser().post(rename_unit, body, {{"Content-Type", type}}).status, 415) << type;
    EXPECT_EQ(browser().post(rename_unit, body, {{"Content-Type", ""}}).status, 415);
}

/// ASVS 12.1.1: a body has a bound on every route.
TEST(HostileBodies, TooLargeAreRefused) {
    for (const auto& route : city().service().router().routes())
        EXPECT_LE(route->body_bytes_max, std::uint64_t{200} << 20) << route->pattern;
    const std::string large = "{\"a\":\"" + std::string(3 << 20, 'a') + "\"}";
    EXPECT_EQ(browser().post(rename_unit, large).status, 413);
    EXPECT_EQ(browser().post("/api/v1/session", std::string(65 << 10, ' ')).status, 413);
    const Fields claimed{{"Content-Length", "999999999999"}};
    EXPECT_EQ(browser().post(rename_unit, "{}", claimed).status, 413) << "before it is read";
}

/// A year is not taken for another one because it does not fit a smaller number.
TEST(HostileBodies, NumbersDoNotWrapAround) {
    const std::int64_t head = city().head();
    for (const char* const year : {"4294969317", "-4294965275", "9223372036854775807"}) {
        const auto answered = browser().post(
            "/api/v1/acts/publish_supervision_circular",
            R"({"year":)"s + year + R"(,"text":"x","units":[{"unit":"C03","text":"x"}]})");
        EXPECT_EQ(code_of(answered), "cycle_unknown") << answered.body;
        const auto opened = browser().post("/api/v1/acts/open_year", R"({"year":)"s + year + "}");
        EXPECT_GE(opened.status, 400) << opened.body;
        EXPECT_LT(opened.status, 500) << opened.body;
    }
    EXPECT_EQ(city().head(), head);
}

/// Of a finding about C02, so that it fits the unit.
std::string some_branch() {
    for (const auto& [id, one] : city().played().cycle().findings.all)
        if (one.unit == "C02") return one.fact.branch;
    throw std::runtime_error("no finding about C02");
}

/// Numbers in addresses and queries that are at the end of their range.
TEST(HostileNumbers, InQueriesAreRefused) {
    Browser auditor = city().browser(audit_admin);
    for (const char* const cursor :
         {"9223372036854775807", "9223372036854775808", "-1", "-9223372036854775808", "1x", ""}) {
        const auto answered = auditor.get("/api/v1/log?cursor="s + cursor);
        EXPECT_LT(answered.status, 500) << cursor << answered.body;
    }
    EXPECT_EQ(auditor.get("/api/v1/log").status, 200) << "the server goes on";
    for (const char* const query :
         {"limit=0", "limit=1001", "limit=99999999999999999999", "limit=-1", "limit=1e2",
          "cursor=none", "at=2021-02-30", "at=", "at=99999-01-01", "at=-001-01-01"})
        EXPECT_EQ(browser().get("/api/v1/units?"s + query).status, 400) << query;
    for (const char* const year : {"0", "-1", "99999", "9223372036854775808", "2021x", "%32%30"})
        EXPECT_GE(browser().get("/api/v1/years/"s + year + "/findings").status, 400) << year;
}

/// ASVS 5.3.3, 5.3.4, 5.3.8: markup, SQL and shell come back as the text that they are.
TEST(HostileText, ComesBackAsText) {
    const std::vector<std::string> texts{
        "<script>alert(1)</script>", "'; DROP TABLE event; --",         "$(id) `id` ${7*7} {{7*7}}",
        "=cmd|' /C calc'!A0",        "\"><img src=x onerror=alert(1)>", "\\u003c/script\\u003e",
        "javascript:alert(1)",       "%00%0d%0aSet-Cookie: a=b"};
    for (const std::string& text : texts) {
        const ledger::Object body{{"unit", "C05"}, {"name", text}, {"reason", text}};
        const auto done = browser().post(rename_unit, http::print_json(body));
        ASSERT_EQ(done.status, 201) << done.body;
        for (const char* const target : {"/api/v1/units/C05", "/api/v1/units?limit=1000"}) {
            const auto shown = browser().get(target);
            EXPECT_EQ(shown.field("Content-Type"), "application/json; charset=utf-8");
            EXPECT_EQ(shown.field("X-Content-Type-Options"), "nosniff");
            EXPECT_NE(shown.body.find(http::print_json(text)), std::string::npos)
                << text << " at " << target;
            EXPECT_EQ(shown.field("Set-Cookie"), "");
        }
    }
}

/// The same in every text field of every act, and in addresses: refusals are JSON as well.
TEST(HostileText, IsNothingButTextInRefusals) {
    const std::string script = "<script>alert(1)</script>";
    for (const act::Act* const one : act::acts()) {
        ledger::Object body;
        for (const act::Field& field : one->fields) body.add(std::string(field.name), script);
        body.add(script, script);
        const auto answered = browser().post("/api/v1/acts/" + std::string(one->id) + "/rehearsal",
                                             http::print_json(body));
        EXPECT_EQ(answered.status, act::labelled_view(*one) ? 403 : 422) << one->id;
        EXPECT_EQ(answered.field("Content-Type"), "application/problem+json; charset=utf-8");
        EXPECT_EQ(answered.field("X-Content-Type-Options"), "nosniff");
        EXPECT_TRUE(json::read_object(answered.body)) << answered.body;
    }
    for (const std::string& target : {"/api/v1/units/" + escape(script), "/" + escape(script),
                                      "/api/v1/units?at=" + escape(script)}) {
        const auto answered = browser().get(target);
        EXPECT_GE(answered.status, 400) << target;
        EXPECT_EQ(answered.field("Content-Type"), "application/problem+json; charset=utf-8");
        EXPECT_NE(answered.field("Content-Security-Policy").find("default-src 'self'"),
                  std::string::npos);
    }
}

/// SEC-10: NUL and control characters, which no form of ours has, are not taken into the ledger.
TEST(HostileText, WithControlCharactersIsRefused) {
    const std::int64_t head = city().head();
    for (const char* const escaped : {"\\u0000", "\\u0007", "\\u001b[2J", "\\u0008", "\\u007f"}) {
        const std::string text = "a"s + escaped + "b";
        const auto reason =
            browser().post(rename_unit, R"({"unit":"C05","name":"甲","reason":")" + text + "\"}");
        EXPECT_EQ(reason.status, 422) << escaped << reason.body;
        const auto id = browser().post(rename_unit,
                                       R"({"unit":")" + text + R"(","name":"甲","reason":"更名"})");
        EXPECT_EQ(id.status, 422) << escaped << id.body;
    }
    EXPECT_EQ(city().head(), head);
    const auto lines =
        browser().post(rename_unit, R"({"unit":"C05","name":"甲","reason":"第一行\n第二行\t表"})");
    EXPECT_EQ(lines.status, 201) << "lines and tabs are text: " << lines.body;
}

/// ASVS 12.3.1: files have the names that we give them; an address never becomes a path.
TEST(HostilePaths, LeadNowhere) {
    for (const char* const name :
         {"..", "../../etc/passwd", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "..%5c..%5cwin.ini", "%00",
          "....//", "C:%5c", "%c0%ae%c0%ae/", "aa/../../etc/passwd"}) {
        const auto answered = browser().get("/api/v1/evidence/"s + name);
        EXPECT_TRUE(answered.status == 400 || answered.status == 404) << name;
        EXPECT_EQ(answered.body.find("root:"), std::string::npos);
        const auto page = browser().get("/"s + name);
        EXPECT_TRUE(page.status == 400 || page.status == 404) << name;
    }
    const auto named =
        browser().ask("PUT", "/api/v1/evidence?declared=non_secret&name=" + escape("../../x.pdf"),
                      "%PDF-1.4 hostile", {{"Content-Type", "application/pdf"}});
    ASSERT_EQ(named.status, 201) << named.body;
    EXPECT_EQ(named.json().find("hash")->text()->size(), 64U) << "it is called by its hash";
}

/// What comes from outside never makes a header field of an answer.
TEST(HostileFields, MakeNoFieldOfAnAnswer) {
    for (const std::string& target :
         {"/api/v1/units/a%0d%0aX-Injected:%201"s, "/%0d%0aX-Injected:%201"s,
          "/api/v1/units?at=%0d%0aX-Injected:%201"s, "/api/v1/evidence/%0d%0aX-Injected:%201"s}) {
        const auto answered = browser().get(target);
        EXPECT_GE(answered.status, 400) << target;
        EXPECT_EQ(answered.head.find("X-Injected"), std::string::npos) << target;
    }
    const Fields strange{{"Acting-As", "office:%0d%0aX-Injected:%201"},
                         {"If-None-Match", "\"a\" X-Injected: 1"}};
    const auto answered = browser().get("/api/v1/units", strange);
    EXPECT_EQ(answered.head.find("X-Injected"), std::string::npos);
    EXPECT_LT(answered.status, 500);
}

/// A filter that cannot be read is refused: nobody is shown more than he asked for.
TEST(HostileFields, ThatCannotBeDecodedAreNoFilters) {
    for (const char* const query : {"at=%zz", "at=%", "limit=%ff", "%=1", "at=%e5%8d"})
        EXPECT_EQ(browser().get("/api/v1/units?"s + query).status, 400) << query;
}

/// Numbers at the end of their range stop nothing: points are exact and do not overflow.
TEST(HostileNumbers, InTrialsAreRefused) {
    Browser other = city().browser(office());
    for (const char* const value :
         {"922337203685477.5807", "-922337203685477.5808", "1e9", "NaN"}) {
        ledger::List added;
        for (int i = 0; i < 50; ++i)
            added.emplace_back(ledger::Object{{"branch", some_branch()}, {"value", value}});
        const ledger::Object body{{"added", added}, {"review", value}};
        const auto answered =
            other.post("/api/v1/years/2021/units/C02/what-if", http::print_json(body));
        EXPECT_EQ(answered.status, 422) << value << answered.body;
    }
    EXPECT_EQ(other.get("/api/v1/units").status, 200) << "the server goes on";
}

/// ASVS 7.3.1: what is noted of a request has no end of line in it, whatever was asked for.
TEST(HostileFields, ForgeNoLineOfALog) {
    browser().get("/a%0a2026-11-26%20error%20forged");
    browser().get("/api/v1/units/x%0d%0aforged");
    for (const std::string& path : city().noted()) {
        EXPECT_EQ(path.find_first_of("\r\n"), path.npos) << path;
    }
}

/// ASVS 7.4.1: an error inside shows the name of its incident and nothing of what it was.
TEST(HostileFields, GetNoDetailsOfErrors) {
    for (const Fields& fields :
         {Fields{{"Cookie", "heng_session=demo-city~" + std::string(8'000, 'x')}},
          Fields{{"Cookie", "heng_session=~~~"}}, Fields{{"Cookie", "heng_session=demo-city~"}},
          Fields{{"Authorization", "Bearer "}, {"Cookie", ""}},
          Fields{{"Authorization", "Bearer demo-city~'--"}}}) {
        const auto answered = browser().get("/api/v1/units", fields);
        EXPECT_EQ(answered.status, 401);
        for (const char* const detail : {"SELECT", "sqlite", ".cpp", "std::", "exception"})
            EXPECT_EQ(answered.body.find(detail), std::string::npos);
    }
}

/// Every refusal of the service itself has its code, so that programs need not read its words.
TEST(Refusals, HaveTheirCodes) {
    EXPECT_EQ(code_of(browser().get("/%zz")), "request_malformed");
    EXPECT_EQ(code_of(browser().get("/api/v1/nothing")), "resource_unknown");
    EXPECT_EQ(code_of(browser().ask("PATCH", rename_unit)), "method_not_allowed");
    EXPECT_EQ(code_of(browser().post(rename_unit, "{}", {{"Content-Length", "99999999"}})),
              "body_too_large");
    EXPECT_EQ(code_of(browser().post(rename_unit, "{}", {{"Content-Type", "text/plain"}})),
              "body_type_refused");
    EXPECT_EQ(code_of(browser().get("/", {{"X-Long", std::string(20'000, 'a')}})),
              "header_too_large");
    EXPECT_EQ(code_of(browser().post(rename_unit, "{}", {{"Idempotency-Key", ""}})),
              "idempotency_key_missing");
    EXPECT_EQ(code_of(browser().get("/api/v1/units?cursor=none")), "cursor_unknown");
}

/// A request that does not come to its end in time.
TEST(Refusals, TellWhoIsTooSlow) {
    http::ServerOptions options;
    options.limits.header_time = std::chrono::milliseconds(100);
    SecuredCity hasty({app::demo::usual_seed, ledger::parse_date("2021-01-04")}, options);
    RawClient client(hasty.port());
    client.send("GET /healthz HTTP/1.1\r\nHost: te");
    EXPECT_EQ(code_of(parse_answer(client.read_all())), "request_too_slow");
}

/// ASVS 14.4.3, 14.4.4, 8.2.1: every answer of the API says how it may be used.
TEST(AnswerFields, AreOnEveryAnswer) {
    for (const char* const target : {"/api/v1/units", "/api/v1/nothing", "/healthz", "/%zz"}) {
        const auto answered = browser().get(target);
        EXPECT_EQ(answered.field("X-Content-Type-Options"), "nosniff") << target;
        EXPECT_EQ(answered.field("Cache-Control"), "no-store") << target;
        EXPECT_EQ(answered.field("Referrer-Policy"), "no-referrer") << target;
        EXPECT_EQ(answered.field("Content-Security-Policy").find("unsafe"), std::string::npos);
        EXPECT_EQ(answered.field("Server"), "") << "what runs here is nobody's business";
        EXPECT_EQ(answered.field("Strict-Transport-Security"), "") << "only over TLS";
    }
}

}  // namespace
}  // namespace heng::http_test
