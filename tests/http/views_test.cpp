/// Views over HTTP: what is answered, as of when, by the page, and what is not answered to whom.
#include "served_city.hpp"

#include "app/demo/people.hpp"

#include <gtest/gtest.h>

namespace heng::http_test {
namespace {

using app::demo::office;

/// The whole year, played once.
ServedCity& city() {
    static ServedCity served;
    return served;
}

cycle::Actor of_unit(const std::string& unit) {
    const auto& register_ = city().played().account.state.units_and_people;
    for (const auto& [id, person] : register_.people)
        for (const cycle::Appointment& one : person.appointments)
            if (one.as == cycle::Capacity::unit && one.of == unit && one.holds_on(city().today()))
                return {id, one.as, one.of};
    throw std::runtime_error("nobody acts for " + unit);
}

TEST(Views, AnswerOnlyWhoIsSignedIn) {
    cycle::Actor nobody = office();
    nobody.person = "nobody";
    const auto answered = city().get(nobody, "/api/v1/units");
    EXPECT_EQ(answered.status, 401);
    EXPECT_NE(answered.body.find("\"code\":\"sign_in_needed\""), std::string::npos);
    EXPECT_EQ(answered.field("Content-Type"), "application/problem+json; charset=utf-8");
}

TEST(Views, ActOnlyInACapacityThatIsHeld) {
    cycle::Actor pretender = office();
    pretender.as = cycle::Capacity::commission;
    EXPECT_EQ(city().get(pretender, "/api/v1/units").status, 403);
}

TEST(Views, ComeByThePage) {
    std::set<std::string> seen;
    std::string cursor;
    int pages = 0;
    do {
        const auto answered =
            city().get(office(), "/api/v1/units?limit=30" +
                                     (cursor.empty() ? "" : "&cursor=" + escape(cursor)));
        ASSERT_EQ(answered.status, 200) << answered.body;
        const ledger::Object page = answered.json();
        for (const ledger::Value& item : *page.find("items")->list())
            EXPECT_TRUE(seen.insert(*item.object()->find("id")->text()).second) << "no repeats";
        const std::string* const next = page.find("next")->text();
        cursor = next == nullptr ? "" : *next;
        ++pages;
    } while (!cursor.empty());
    EXPECT_EQ(seen.size(), city().played().account.state.units_and_people.units.size());
    EXPECT_EQ(pages, 4);
    EXPECT_EQ(city().get(office(), "/api/v1/units?cursor=none").status, 400);
    EXPECT_EQ(city().get(office(), "/api/v1/units?limit=0").status, 400);
}

TEST(Views, AreNotSentAgainToWhoHasThem) {
    const std::string target = "/api/v1/years/2021/units/C02/sheet";
    const auto first = city().get(office(), target);
    ASSERT_EQ(first.status, 200) << first.body;
    const std::string tag = first.field("ETag");
    ASSERT_FALSE(tag.empty());
    const auto again = city().ask(office(), "GET", target, {}, "If-None-Match: " + tag + "\r\n");
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.body, "");
    const auto other = city().ask(office(), "GET", target, {}, "If-None-Match: \"x\"\r\n");
    EXPECT_EQ(other.status, 200);
    EXPECT_EQ(other.body, first.body);
}

TEST(Views, ShowAUnitNothingOfOthers) {
    const auto own = city().get(of_unit("C02"), "/api/v1/years/2021/units/C02/sheet");
    EXPECT_EQ(own.status, 200) << own.body;
    const auto others = city().get(of_unit("C02"), "/api/v1/years/2021/units/C03/sheet");
    const auto absent = city().get(of_unit("C02"), "/api/v1/years/2021/units/C99/sheet");
    EXPECT_EQ(others.status, absent.status);
    EXPECT_GE(others.status, 403);
    EXPECT_EQ(others.body.find("C03\":"), std::string::npos);
    EXPECT_EQ(city().get(of_unit("C02"), "/api/v1/years/2021/domains/county/standings").status,
              403);
}

TEST(Views, StandAsTheyStood) {
    const std::string target = "/api/v1/years/2021/findings?limit=1000";
    const auto then = city().get(office(), target + "&at=2021-06-30");
    const auto now = city().get(office(), target);
    ASSERT_EQ(then.status, 200) << then.body;
    EXPECT_LT(then.json().find("items")->list()->size(), now.json().find("items")->list()->size());
    EXPECT_EQ(city().get(office(), target + "&at=then").status, 400);
}

TEST(Views, NameWhatIsWrongWithAFilter) {
    EXPECT_EQ(city().get(office(), "/api/v1/years/2021/findings?stage=lost").status, 400);
}

TEST(Views, TellThatTheAddressNamesNothing) {
    EXPECT_EQ(city().get(office(), "/api/v1/years/1999/findings").status, 404);
    EXPECT_EQ(city().get(office(), "/api/v1/years/2021/findings/999999").status, 404);
    EXPECT_EQ(city().get(office(), "/api/v1/units/C99").status, 404);
    EXPECT_EQ(city().get(office(), "/api/v1/years/2021/findings?at=2021-01-02").status, 404)
        << "no edition holds yet";
}

TEST(Views, FindWhatMayBeTheSameFact) {
    const auto& finding = city().played().cycle().findings.all.begin()->second;
    const std::string of_fact = "?unit=" + escape(finding.unit) +
                                "&branch=" + escape(finding.fact.branch) + "&occurred_on=";
    const std::string target = "/api/v1/years/2021/possible-duplicates";
    const auto found =
        city().get(office(), target + of_fact + ledger::print_date(finding.fact.occurred_on));
    ASSERT_EQ(found.status, 200) << found.body;
    EXPECT_FALSE(found.json().find("items")->list()->empty());
    EXPECT_EQ(city().get(office(), target + of_fact + "then").status, 400);
}

TEST(Views, ListTheFiguresOfTheYear) {
    const auto found = city().get(office(), "/api/v1/years/2021/references");
    ASSERT_EQ(found.status, 200) << found.body;
    EXPECT_FALSE(found.json().find("items")->list()->empty());
}

TEST(Views, SayNothingBeyondOurPages) {
    const auto answered = city().get(office(), "/api/v1/units");
    EXPECT_EQ(answered.field("Cache-Control"), "no-store");
    EXPECT_EQ(answered.field("X-Content-Type-Options"), "nosniff");
    EXPECT_NE(answered.field("Content-Security-Policy").find("frame-ancestors 'none'"),
              std::string::npos);
    EXPECT_EQ(answered.field("Content-Security-Policy").find("unsafe"), std::string::npos);
}

TEST(Pages, TellThatTheServerLives) {
    EXPECT_EQ(city().get(office(), "/healthz").status, 200);
    EXPECT_EQ(city().get(office(), "/readyz").status, 200);
    EXPECT_EQ(city().get(office(), "/metrics").body, "# nothing\n");
    EXPECT_EQ(city().get(office(), "/api/v1/nothing").status, 404);
    EXPECT_EQ(city().post(office(), "/api/v1/units", "{}").status, 405);
}

}  // namespace
}  // namespace heng::http_test
