/// Acts over HTTP: done once, refused with every reason, and told to those who listen.
#include "served_city.hpp"

#include "app/demo/people.hpp"

#include <gtest/gtest.h>

namespace heng::http_test {
namespace {

using app::demo::office;
using app::demo::Who;

/// The year up to the summer; acts of one test do not disturb the others.
ServedCity& city() {
    static ServedCity served({app::demo::usual_seed, ledger::parse_date("2021-07-20")});
    return served;
}

std::int64_t head() {
    return city().desk().read([](const app::Live& live) { return live.head.seq; });
}

TEST(Acts, AreListedWithTheirFields) {
    const auto answered = city().get(office(), "/api/v1/acts");
    ASSERT_EQ(answered.status, 200);
    const ledger::Object all = answered.json();
    EXPECT_EQ(all.find("items")->list()->size(), act::acts().size());
}

TEST(Acts, AreDoneAndReceipted) {
    const std::int64_t before = head();
    const auto answered =
        city().post(office(), "/api/v1/acts/rename_unit",
                    R"({"unit":"C05","name":"改名后的单位","reason":"机构改革"})");
    ASSERT_EQ(answered.status, 201) << answered.body;
    EXPECT_EQ(*answered.json().find("seq")->number(), before + 1);
    EXPECT_EQ(head(), before + 1);
    const auto shown = city().get(office(), "/api/v1/units/C05");
    EXPECT_NE(shown.body.find("改名后的单位"), std::string::npos) << "readers see it at once";
}

TEST(Acts, AreRefusedWithEveryReason) {
    const std::int64_t before = head();
    const auto answered = city().post(office(), "/api/v1/acts/rename_unit", R"({"surprise":1})");
    EXPECT_EQ(answered.status, 422);
    const ledger::Object told = answered.json();
    EXPECT_GE(told.find("errors")->list()->size(), 3U);
    const ledger::Object& first = *told.find("errors")->list()->front().object();
    EXPECT_NE(first.find("message")->object()->find("zh"), nullptr);
    EXPECT_NE(first.find("remedy")->object()->find("en"), nullptr);
    EXPECT_EQ(city().post(office(), "/api/v1/acts/no_such_act", "{}").status, 404);
    EXPECT_EQ(city().post(office(), "/api/v1/acts/rename_unit", "{").status, 400);
    EXPECT_EQ(head(), before) << "nothing was recorded";
}

TEST(Acts, AreDoneOnceForAKey) {
    const std::string body = R"({"unit":"C06","name":"同一请求","reason":"更名"})";
    const std::string fields = "Content-Type: application/json\r\nIdempotency-Key: the-same\r\n";
    const auto first = city().ask(office(), "POST", "/api/v1/acts/rename_unit", body, fields);
    ASSERT_EQ(first.status, 201) << first.body;
    const std::int64_t after = head();
    const auto again = city().ask(office(), "POST", "/api/v1/acts/rename_unit", body, fields);
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(head(), after);
    const auto other = city().ask(office(), "POST", "/api/v1/acts/rename_unit",
                                  R"({"unit":"C06","name":"另一","reason":"更名"})", fields);
    EXPECT_EQ(other.status, 422);
    EXPECT_NE(other.body.find("idempotency_key_reused"), std::string::npos);
    const auto without = city().ask(office(), "POST", "/api/v1/acts/rename_unit", body,
                                    "Content-Type: application/json\r\n");
    EXPECT_EQ(without.status, 400);
}

/// SEC, ASVS 4.2.2: a request that another site makes a browser send.
TEST(Acts, AreNotDoneForOtherSites) {
    const std::int64_t before = head();
    const std::string fields = "Content-Type: application/json\r\nIdempotency-Key: forged\r\n";
    const std::string body = R"({"unit":"C07","name":"伪造","reason":"伪造"})";
    const auto from_elsewhere = city().ask(office(), "POST", "/api/v1/acts/rename_unit", body,
                                           fields + "Origin: https://evil.example\r\n");
    EXPECT_EQ(from_elsewhere.status, 403);
    const auto cross_site = city().ask(office(), "POST", "/api/v1/acts/rename_unit", body,
                                       fields + "Sec-Fetch-Site: cross-site\r\n");
    EXPECT_EQ(cross_site.status, 403);
    std::string bytes =
        city().print_request(office(), "POST", "/api/v1/acts/rename_unit", body, fields);
    const std::size_t token = bytes.find("token-of-the-test");
    bytes.replace(token, 5, "TOKEN");
    EXPECT_EQ(parse_answer(exchange(city().port(), bytes)).status, 403);
    EXPECT_EQ(head(), before);
}

TEST(Acts, ComeInBatchesAllOrNone) {
    const std::int64_t before = head();
    const std::string good =
        R"({"act":"rename_unit","body":{"unit":"D01","name":"甲","reason":"更名"}})";
    const std::string bad =
        R"({"act":"rename_unit","body":{"unit":"C99","name":"乙","reason":"更名"}})";
    const auto refused =
        city().post(office(), "/api/v1/acts", R"({"acts":[)" + good + ',' + bad + "]}");
    EXPECT_GE(refused.status, 400);
    EXPECT_NE(refused.body.find("\"line\":2"), std::string::npos) << refused.body;
    EXPECT_EQ(head(), before);
    EXPECT_EQ(city().post(office(), "/api/v1/acts", R"({"acts":[)" + good + "]}").status, 201);
}

TEST(Acts, CanBeRehearsed) {
    const std::int64_t before = head();
    const auto answered = city().post(office(), "/api/v1/acts/rename_unit/rehearsal",
                                      R"({"unit":"D02","name":"试","reason":"试"})");
    EXPECT_EQ(answered.status, 200) << answered.body;
    EXPECT_NE(answered.body.find("rename_unit"), std::string::npos);
    EXPECT_EQ(head(), before);
}

TEST(Changes, AreToldToWhoListensAndToWhoComesBack) {
    const std::int64_t before = head();
    RawClient listener(city().port());
    listener.send(city().print_request(office(), "GET", "/api/v1/changes", {}, {}));
    ASSERT_NE(listener.read_until(": hello").find("text/event-stream"), std::string::npos);
    ASSERT_EQ(city()
                  .post(office(), "/api/v1/acts/rename_unit",
                        R"({"unit":"D03","name":"直播","reason":"更名"})")
                  .status,
              201);
    const std::string mark = "id: " + std::to_string(before + 1);
    EXPECT_NE(listener.read_until(mark).find(mark), std::string::npos);
    RawClient returning(city().port());
    returning.send(city().print_request(office(), "GET", "/api/v1/changes", {},
                                        "Last-Event-ID: " + std::to_string(before) + "\r\n"));
    EXPECT_NE(returning.read_until(mark).find(mark), std::string::npos);
}

TEST(Evidence, GoesInAndOutToWhoMaySeeIt) {
    const std::string file = "%PDF-1.4 a file of the test";
    const auto put = city().ask(office(), "PUT", "/api/v1/evidence?declared=non_secret&name=a.pdf",
                                file, "Content-Type: application/pdf\r\n");
    ASSERT_EQ(put.status, 201) << put.body;
    const std::string hash = *put.json().find("hash")->text();
    EXPECT_EQ(city().get(office(), "/api/v1/evidence/" + hash).status, 404)
        << "no record names it yet";
    const auto undeclared = city().ask(office(), "PUT", "/api/v1/evidence?name=a.pdf", file,
                                       "Content-Type: application/pdf\r\n");
    EXPECT_EQ(undeclared.status, 400);
    const auto secret = city().ask(
        office(), "PUT", "/api/v1/evidence?declared=non_secret&name=" + escape("机密文件.pdf"),
        file, "Content-Type: application/pdf\r\n");
    EXPECT_EQ(secret.status, 415) << "SEC-16";
    const auto script = city().ask(office(), "PUT", "/api/v1/evidence?declared=non_secret",
                                   "<script>", "Content-Type: text/html\r\n");
    EXPECT_EQ(script.status, 415);
}

TEST(Evidence, OfAFindingIsHandedOut) {
    const auto& findings = city().played().cycle().findings.all;
    const auto found = std::find_if(findings.begin(), findings.end(), [](const auto& one) {
        return !one.second.fact.evidence.empty();
    });
    ASSERT_NE(found, findings.end());
    const auto answered = city().get(
        office(), "/api/v1/evidence/" + ledger::print_digest(found->second.fact.evidence.front()));
    EXPECT_EQ(answered.status, 200);
    EXPECT_EQ(answered.field("Content-Disposition"), "attachment");
}

}  // namespace
}  // namespace heng::http_test
