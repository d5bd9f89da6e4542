/// @file
/// A matter from reminder to closure: every act at every place it can come to.
#include "core/act/test_monitoring.hpp"
#include "core/cycle/calendar.hpp"
#include "core/cycle/standing.hpp"

#include <gtest/gtest.h>

#include <deque>
#include <map>
#include <sstream>

namespace heng::act {
namespace {

using test::day;
using test::MonitoredWorld;
using test::Object;
using test::World;
using Codes = std::vector<Code>;

/// Where a matter stands: `told`, or `told+requested` with its supervision.
std::string place_of(const cycle::Matter& matter) {
    std::string out(cycle::name(matter.stage));
    if (matter.supervision != cycle::Supervision::none)
        out += '+' + std::string(cycle::name(matter.supervision));
    return out;
}

/// What people can try on matter `id`, each by who may.
struct Attempt {
    const char* word;
    const char* act;
    Actor by;
    Object (*body)(const cycle::Matter&);
};

const std::vector<Attempt>& attempts() {
    using M = MonitoredWorld;
    static const std::vector<Attempt> all{
        {"acknowledge", "acknowledge_matter", World::unit("C1"),
         [](const cycle::Matter& one) { return M::about(one.id.seq); }},
        {"plan", "rectify_matter", World::unit("C1"),
         [](const cycle::Matter& one) { return M::report(one.id.seq, false, "2021-05-10"); }},
        {"report", "rectify_matter", World::unit("C1"),
         [](const cycle::Matter& one) { return M::report(one.id.seq, true, "2021-04-01"); }},
        {"accept", "accept_rectification", World::lead(),
         [](const cycle::Matter& one) { return M::about(one.id.seq); }},
        {"return", "return_rectification", World::lead(),
         [](const cycle::Matter& one) { return M::because(one.id.seq); }},
        {"withdraw", "withdraw_matter", World::lead(),
         [](const cycle::Matter& one) { return M::because(one.id.seq); }},
        {"drop", "withdraw_matter", World::office(),
         [](const cycle::Matter& one) { return M::because(one.id.seq); }},
        {"request", "request_supervision", World::lead(),
         [](const cycle::Matter& one) { return M::because(one.id.seq); }},
        {"refuse", "refuse_supervision", World::office(),
         [](const cycle::Matter& one) { return M::because(one.id.seq); }},
        {"order", "order_supervision", World::office(),
         [](const cycle::Matter& one) { return M::order(one.id.seq, "2021-05-31"); }},
        {"extend", "extend_supervision", World::office(),
         [](const cycle::Matter& one) {
             Object body = M::because(one.id.seq);
             const Date deadline = one.deadline().value_or(day("2021-05-31"));
             body.add("until", ledger::print_date(cycle::plus_days(deadline, 1)));
             return body;
         }},
        {"close", "close_supervision", World::office(),
         [](const cycle::Matter& one) { return M::conclusion(one.id.seq); }},
        {"circular", "publish_supervision_circular", World::office(),
         [](const cycle::Matter& one) {
             return M::circular(
                 {Object{{"unit", "C1"}, {"text", "整改不力"}, {"matter", one.id.seq}}});
         }},
    };
    return all;
}

/// Each place, and where each act leads from there; an act that is not named is refused.
const std::map<std::string, std::string>& ways() {
    static const std::map<std::string, std::string> all{
        {"told",
         "acknowledge:acknowledged withdraw:withdrawn drop:withdrawn request:told+requested "
         "circular:told"},
        {"acknowledged",
         "plan:planned report:reported withdraw:withdrawn drop:withdrawn "
         "request:acknowledged+requested circular:told"},
        {"planned",
         "plan:planned report:reported return:returned withdraw:withdrawn "
         "drop:withdrawn request:planned+requested circular:told"},
        {"reported",
         "accept:closed return:returned withdraw:withdrawn drop:withdrawn "
         "request:reported+requested circular:told"},
        {"returned",
         "plan:planned report:reported withdraw:withdrawn drop:withdrawn "
         "request:returned+requested circular:told"},
        {"closed", ""},
        {"withdrawn", ""},
        // Asked for, supervision is ordered or refused; the unit goes on meanwhile.
        {"told+requested",
         "acknowledge:acknowledged+requested withdraw:withdrawn drop:withdrawn "
         "refuse:told+refused order:told+ordered circular:told+requested"},
        {"acknowledged+requested",
         "plan:planned+requested report:reported+requested withdraw:withdrawn drop:withdrawn "
         "refuse:acknowledged+refused order:told+ordered circular:told+requested"},
        {"planned+requested",
         "plan:planned+requested report:reported+requested return:returned+requested "
         "withdraw:withdrawn drop:withdrawn refuse:planned+refused order:told+ordered "
         "circular:told+requested"},
        {"reported+requested",
         "accept:closed return:returned+requested withdraw:withdrawn drop:withdrawn "
         "refuse:reported+refused order:told+ordered circular:told+requested"},
        {"returned+requested",
         "plan:planned+requested report:reported+requested withdraw:withdrawn drop:withdrawn "
         "refuse:returned+refused order:told+ordered circular:told+requested"},
        // Refused, it goes on as without, and may be asked for again.
        {"told+refused",
         "acknowledge:acknowledged+refused withdraw:withdrawn+refused drop:withdrawn+refused "
         "request:told+requested circular:told+refused"},
        {"acknowledged+refused",
         "plan:planned+refused report:reported+refused withdraw:withdrawn+refused "
         "drop:withdrawn+refused request:acknowledged+requested circular:told+refused"},
        {"planned+refused",
         "plan:planned+refused report:reported+refused return:returned+refused "
         "withdraw:withdrawn+refused drop:withdrawn+refused request:planned+requested "
         "circular:told+refused"},
        {"reported+refused",
         "accept:closed+refused return:returned+refused withdraw:withdrawn+refused "
         "drop:withdrawn+refused request:reported+requested circular:told+refused"},
        {"returned+refused",
         "plan:planned+refused report:reported+refused withdraw:withdrawn+refused "
         "drop:withdrawn+refused request:returned+requested circular:told+refused"},
        {"closed+refused", ""},
        {"withdrawn+refused", ""},
        // Supervised, only the office ends it.
        {"told+ordered",
         "acknowledge:acknowledged+ordered drop:withdrawn+ordered "
         "extend:told+ordered circular:told+ordered"},
        {"acknowledged+ordered",
         "plan:planned+ordered report:reported+ordered drop:withdrawn+ordered "
         "extend:acknowledged+ordered circular:told+ordered"},
        {"planned+ordered",
         "plan:planned+ordered report:reported+ordered return:returned+ordered "
         "drop:withdrawn+ordered extend:planned+ordered circular:told+ordered"},
        {"reported+ordered",
         "accept:accepted+ordered return:returned+ordered drop:withdrawn+ordered "
         "extend:reported+ordered circular:told+ordered"},
        {"returned+ordered",
         "plan:planned+ordered report:reported+ordered drop:withdrawn+ordered "
         "extend:returned+ordered circular:told+ordered"},
        {"accepted+ordered",
         "return:returned+ordered drop:withdrawn+ordered close:closed+ordered "
         "circular:told+ordered"},
        {"closed+ordered", ""},
        {"withdrawn+ordered", ""},
    };
    return all;
}

std::map<std::string, std::string> read_ways(const std::string& text) {
    std::map<std::string, std::string> out;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        const auto colon = word.find(':');
        out.emplace(word.substr(0, colon), word.substr(colon + 1));
    }
    return out;
}

// Walks from a reminder along every act to every place that can be reached. Protects the whole
// state machine: each way leads where the table says, and everything else is refused as out of
// place.
TEST(MatterWays, LeadWhereTheTableSaysAndNowhereElse) {
    MonitoredWorld start;
    const std::int64_t id = start.reminded();
    std::map<std::string, MonitoredWorld> reached{{"told", start}};
    std::deque<std::string> to_visit{"told"};
    while (!to_visit.empty()) {
        const std::string place = to_visit.front();
        to_visit.pop_front();
        ASSERT_TRUE(ways().contains(place)) << place;
        auto expected = read_ways(ways().at(place));
        for (const Attempt& attempt : attempts()) {
            MonitoredWorld world = reached.at(place);
            const Codes codes =
                world.refusal(attempt.by, attempt.act, attempt.body(world.matter(id)));
            const auto way = expected.find(attempt.word);
            if (way == expected.end()) {
                EXPECT_EQ(codes, Codes{Code::record_stage_unfit}) << place << ' ' << attempt.word;
                continue;
            }
            EXPECT_EQ(codes, Codes{}) << place << ' ' << attempt.word;
            const std::string there = place_of(world.matter(id));
            EXPECT_EQ(there, way->second) << place << ' ' << attempt.word;
            expected.erase(way);
            if (reached.emplace(there, world).second) to_visit.push_back(there);
        }
        EXPECT_TRUE(expected.empty()) << place << ": the table names an act that is not tried";
    }
    EXPECT_EQ(reached.size(), ways().size());
}

struct MatterActs : testing::Test {
    /// A matter of C1 whose unit has acknowledged it.
    std::int64_t acknowledged() {
        const auto matter = world.reminded();
        world.must(World::unit("C1"), "acknowledge_matter", MonitoredWorld::about(matter));
        return matter;
    }
    MonitoredWorld world;
};

TEST_F(MatterActs, AreAboutAMatterThatExists) {
    EXPECT_EQ(world.refusal(World::unit("C1"), "acknowledge_matter", MonitoredWorld::about(999)),
              Codes{Code::record_unknown});
}

TEST_F(MatterActs, BelongToTheUnitTheLeadAndTheOffice) {
    const auto matter = world.reminded();
    const auto refused = [&](const Actor& by, const char* act, const Object& body) {
        EXPECT_EQ(world.refusal(by, act, body), Codes{Code::act_not_permitted}) << act;
    };
    refused(World::unit("C2"), "acknowledge_matter", MonitoredWorld::about(matter));
    refused(World::unit("C2"), "rectify_matter",
            MonitoredWorld::report(matter, true, "2021-04-12"));
    refused(MonitoredWorld::departments_lead(), "accept_rectification",
            MonitoredWorld::about(matter));
    refused(World::office(), "accept_rectification", MonitoredWorld::about(matter));
    refused(World::assessor(), "return_rectification", MonitoredWorld::because(matter));
    refused(World::office(), "request_supervision", MonitoredWorld::because(matter));
    // A11.7: only the office supervises.
    refused(World::lead(), "order_supervision", MonitoredWorld::order(matter, "2021-05-31"));
    refused(World::lead(), "refuse_supervision", MonitoredWorld::because(matter));
    refused(World::lead(), "close_supervision", MonitoredWorld::conclusion(matter));
    refused(World::lead(), "publish_supervision_circular",
            MonitoredWorld::circular({Object{{"unit", "C1"}, {"text", "整改不力"}}}));
    // The coordinator stands in only for a lead that is itself the unit.
    refused(World::coordinator(), "accept_rectification", MonitoredWorld::about(matter));
}

TEST_F(MatterActs, TheCoordinatorStandsInForALeadThatIsItselfTheUnit) {
    world.state.units_and_people.bodies.at("机关工委").unit = "D2";
    world.must(MonitoredWorld::departments_lead(), "open_monitoring",
               MonitoredWorld::quarter("departments", "1"));
    EXPECT_EQ(world.refusal(MonitoredWorld::departments_lead(), "remind",
                            MonitoredWorld::reminder("D2", {"(一)"})),
              Codes{Code::recusal});
    const auto matter =
        world.must(World::publicity(), "remind", MonitoredWorld::reminder("D2", {"(一)"}));
    world.must(World::unit("D2"), "acknowledge_matter", MonitoredWorld::about(matter));
    world.must(World::unit("D2"), "rectify_matter",
               MonitoredWorld::report(matter, true, "2021-04-12"));
    EXPECT_EQ(world.refusal(MonitoredWorld::departments_lead(), "accept_rectification",
                            MonitoredWorld::about(matter)),
              Codes{Code::recusal});
    world.must(World::coordinator(), "accept_rectification", MonitoredWorld::about(matter));
}

TEST_F(MatterActs, AReportGoesToTheOfficeTheLeadAndTheDepartments) {
    const auto matter =
        world.must(World::lead(), "remind", MonitoredWorld::reminder("C1", {"(一)", "(二)"}));
    world.must(World::unit("C1"), "acknowledge_matter", MonitoredWorld::about(matter));
    world.must(World::unit("C1"), "rectify_matter",
               MonitoredWorld::report(matter, true, "2021-04-12"));
    EXPECT_EQ(world.matter(matter).reports.back().addressed_to,
              (std::vector<std::string>{"考核办", "组织部", "宣传部"}));
}

TEST_F(MatterActs, APlanHasSomethingLeftToBeDone) {
    const auto matter = acknowledged();
    EXPECT_EQ(world.refusal(World::unit("C1"), "rectify_matter",
                            MonitoredWorld::report(matter, false, "2021-04-11")),
              Codes{Code::date_before});
    world.must(World::unit("C1"), "rectify_matter",
               MonitoredWorld::report(matter, false, "2021-04-12"));
}

TEST_F(MatterActs, MeasuresAreNeverMissing) {
    const auto matter = acknowledged();
    Object body = MonitoredWorld::about(matter);
    body.add("analysis", "责任未压实");
    body.add("completed", true);
    body.add("measures", ledger::List{});
    EXPECT_EQ(world.refusal(World::unit("C1"), "rectify_matter", body),
              Codes{Code::field_malformed});
}

TEST_F(MatterActs, RectifyingTakesNoDeductionBack) {
    const auto finding = world.confirmed_finding("C1", "1.2", "2");
    Object reminder = MonitoredWorld::reminder("C1", {"(一)"});
    reminder.add("findings", ledger::List{Object{{"finding", finding}}});
    const auto matter = world.must(World::lead(), "remind", reminder);
    const auto points = [&] {
        return cycle::sheet_of(world.year(), world.rulebook(), "C1", "counties").score.indicator;
    };
    EXPECT_EQ(points(), Decimal::whole(98));
    world.must(World::unit("C1"), "acknowledge_matter", MonitoredWorld::about(matter));
    world.must(World::unit("C1"), "rectify_matter",
               MonitoredWorld::report(matter, true, "2021-04-12"));
    world.must(World::lead(), "accept_rectification", MonitoredWorld::about(matter));
    EXPECT_EQ(world.matter(matter).stage, cycle::MatterStage::closed);
    EXPECT_EQ(points(), Decimal::whole(98));
}

TEST_F(MatterActs, AnOrderLooksAheadAndAnExtensionBeyondIt) {
    const auto matter = world.reminded();
    world.must(World::lead(), "request_supervision", MonitoredWorld::because(matter));
    EXPECT_EQ(world.refusal(World::office(), "order_supervision",
                            MonitoredWorld::order(matter, "2021-04-11")),
              Codes{Code::date_before});
    world.must(World::office(), "order_supervision", MonitoredWorld::order(matter, "2021-04-30"));
    const auto extension = [&](const char* until) {
        Object body = MonitoredWorld::because(matter);
        body.add("until", until);
        return body;
    };
    EXPECT_EQ(world.refusal(World::office(), "extend_supervision", extension("2021-04-30")),
              Codes{Code::date_before});
    world.must(World::office(), "extend_supervision", extension("2021-05-10"));
    EXPECT_EQ(world.matter(matter).deadline(), day("2021-05-10"));
    world.today = day("2021-06-01");
    EXPECT_EQ(world.refusal(World::office(), "extend_supervision", extension("2021-05-20")),
              Codes{Code::date_before});
    EXPECT_EQ(world.year().documents.all.back().kind, cycle::DocumentKind::supervision_order);
}

TEST_F(MatterActs, EachStepIsDatedAndNamesWhoTookIt) {
    const auto matter = world.reminded();
    world.today = day("2021-04-14");
    world.must(World::unit("C1"), "acknowledge_matter", MonitoredWorld::about(matter));
    const auto& steps = world.matter(matter).steps;
    ASSERT_EQ(steps.size(), 2u);
    EXPECT_EQ(steps[0].event, matter);
    EXPECT_EQ(steps[0].of, "组织部");
    EXPECT_EQ(steps[0].on, day("2021-04-12"));
    EXPECT_EQ(steps[1].kind, cycle::StepKind::acknowledged);
    EXPECT_EQ(steps[1].by, "C1-1");
    EXPECT_EQ(steps[1].on, day("2021-04-14"));
}

TEST_F(MatterActs, ACircularOpensAMatterForEachUnitThatHasNone) {
    const auto running = acknowledged();
    const auto circular = world.must(
        World::office(), "publish_supervision_circular",
        MonitoredWorld::circular({Object{{"unit", "C1"}, {"text", "整改不力"}, {"matter", running}},
                                  Object{{"unit", "C2"}, {"text", "推进缓慢"}},
                                  Object{{"unit", "C3"}, {"text", "台账缺失"}}}));
    const auto& matters = world.year().monitoring.matters;
    ASSERT_EQ(matters.size(), 3u);
    EXPECT_EQ(world.matter(running).stage, cycle::MatterStage::told);
    for (const auto& [id, matter] : matters) EXPECT_EQ(matter.steps.back().event, circular);
    EXPECT_EQ(matters.rbegin()->second.unit, "C3");
    EXPECT_EQ(matters.rbegin()->second.origin, cycle::MatterOrigin::supervision_circular);
    EXPECT_EQ(world.year().monitoring.circulars.at({circular}).text, "督查情况通报");
    EXPECT_EQ(world.year().documents.all.back().kind, cycle::DocumentKind::supervision_circular);
    EXPECT_EQ(world.year().documents.all.back().event, circular);
}

TEST_F(MatterActs, ACircularNamesAllThatIsWrongWithItsRowsAndAppendsNothing) {
    const auto of_c1 = acknowledged();
    world.must(world.security_admin, "appoint",
               {{"person", "考核办-1"}, {"role", "unit"}, {"for", "C4"}});
    world.must(World::office(), "exempt_unit",
               {{"year", 2021}, {"unit", "C3"}, {"reason", "新设"}});
    const auto events = world.events.size();
    EXPECT_EQ(world.refusal(World::office(), "publish_supervision_circular",
                            MonitoredWorld::circular(
                                {Object{{"unit", "C9"}, {"text", "推进缓慢"}},
                                 Object{{"unit", "C3"}, {"text", "推进缓慢"}},
                                 Object{{"unit", "C4"}, {"text", "推进缓慢"}},
                                 Object{{"unit", "C2"}, {"text", "推进缓慢"}, {"matter", of_c1}},
                                 Object{{"unit", "C1"}, {"text", "推进缓慢"}, {"matter", of_c1}},
                                 Object{{"unit", "C1"}, {"text", "推进缓慢"}, {"matter", of_c1}}})),
              (Codes{Code::record_unknown, Code::record_stage_unfit, Code::recusal,
                     Code::record_unknown, Code::record_exists}));
    EXPECT_EQ(world.events.size(), events);
}

TEST_F(MatterActs, NobodyOpensAMatterByHand) {
    const Object body{{"year", 2021},
                      {"unit", "C1"},
                      {"origin", "supervision_circular"},
                      {"circular", 5},
                      {"text", "整改不力"}};
    for (const Actor& actor : {World::office(), World::lead(), World::coordinator(),
                               World::commission(), World::unit("C1")})
        EXPECT_EQ(world.refusal(actor, "open_matter", body), Codes{Code::act_not_permitted});
}

TEST_F(MatterActs, TheOfficeToWhichItIsAddressedSendsAReportBack) {
    const auto matter = acknowledged();
    world.must(World::unit("C1"), "rectify_matter",
               MonitoredWorld::report(matter, true, "2021-04-12"));
    world.must(World::office(), "return_rectification", MonitoredWorld::because(matter));
    EXPECT_EQ(world.matter(matter).stage, cycle::MatterStage::returned);
}

}  // namespace
}  // namespace heng::act
