#include "core/act/test_monitoring.hpp"

#include <gtest/gtest.h>

#include <map>

namespace heng::act {
namespace {

using cycle::SelfCheckStage;
using test::day;
using test::MonitoredWorld;
using test::Object;
using test::World;
using Codes = std::vector<Code>;

struct HalfYearActs : testing::Test {
    HalfYearActs() {
        world.today = day("2021-06-28");
        world.must(World::office(), "open_half_year", {{"year", 2021}});
    }

    static Actor lead_of(const std::string& unit) {
        return unit.front() == 'C' ? World::lead() : MonitoredWorld::departments_lead();
    }
    void submit(const std::string& unit) {
        world.must(World::unit(unit), "submit_self_check", MonitoredWorld::self_check(unit));
    }
    void review(const std::string& unit) {
        world.must(lead_of(unit), "review_self_check", MonitoredWorld::evaluation(unit));
    }
    static Object domain(const char* id) { return {{"year", 2021}, {"domain", id}}; }
    /// Brings all domains to the office.
    void collect_all() {
        for (const char* const unit : {"C1", "C2", "C3", "C4", "D1", "D2"}) {
            submit(unit);
            review(unit);
        }
        for (const char* const id : {"counties", "departments"})
            world.must(World::coordinator(), "collect_half_year", domain(id));
    }
    static Object circular(ledger::List units) {
        return {{"year", 2021}, {"text", "半年评估情况通报"}, {"units", std::move(units)}};
    }
    static Object remarks(const char* unit, const char* suggestions) {
        Object row{{"unit", unit}, {"comments", "存在短板"}};
        if (suggestions != nullptr) row.add("suggestions", suggestions);
        return row;
    }

    MonitoredWorld world;
};

TEST_F(HalfYearActs, ItIsOpenedOnceByTheOffice) {
    EXPECT_EQ(world.refusal(World::office(), "open_half_year", {{"year", 2021}}),
              Codes{Code::record_exists});
    EXPECT_EQ(world.refusal(World::coordinator(), "open_half_year", {{"year", 2021}}),
              Codes{Code::act_not_permitted});
}

TEST_F(HalfYearActs, NothingIsDoneBeforeItIsOpened) {
    MonitoredWorld early;
    EXPECT_EQ(
        early.refusal(World::unit("C1"), "submit_self_check", MonitoredWorld::self_check("C1")),
        Codes{Code::record_unknown});
    EXPECT_EQ(early.refusal(World::lead(), "review_self_check", MonitoredWorld::evaluation("C1")),
              Codes{Code::record_unknown});
    EXPECT_EQ(early.refusal(World::coordinator(), "collect_half_year", domain("counties")),
              Codes{Code::record_unknown});
    EXPECT_EQ(early.refusal(World::office(), "publish_half_year_circular",
                            circular({remarks("C1", nullptr)})),
              Codes{Code::record_unknown});
}

// Every act at every stage of a self-check, before and after the unit's time has passed.
TEST_F(HalfYearActs, ASelfCheckGoesOnlyTheWayOfTheTable) {
    const auto submit_it = [&](MonitoredWorld& city) {
        return city.refusal(World::unit("C1"), "submit_self_check",
                            MonitoredWorld::self_check("C1"));
    };
    const auto return_it = [&](MonitoredWorld& city) {
        return city.refusal(World::lead(), "return_self_check", MonitoredWorld::with_reason("C1"));
    };
    const auto review_it = [&](MonitoredWorld& city) {
        return city.refusal(World::lead(), "review_self_check", MonitoredWorld::evaluation("C1"));
    };
    std::map<SelfCheckStage, MonitoredWorld> at;
    MonitoredWorld city = world;
    at.emplace(SelfCheckStage::absent, city);
    ASSERT_EQ(submit_it(city), Codes{});
    at.emplace(SelfCheckStage::submitted, city);
    ASSERT_EQ(return_it(city), Codes{});
    at.emplace(SelfCheckStage::returned, city);
    ASSERT_EQ(submit_it(city), Codes{});
    ASSERT_EQ(review_it(city), Codes{});
    at.emplace(SelfCheckStage::reviewed, city);

    const Codes unfit{Code::record_stage_unfit};
    const Codes early{Code::too_early};
    struct Row {
        SelfCheckStage stage;
        const char* today;
        Codes submit, send_back, review;
    };
    const std::vector<Row> rows{
        {SelfCheckStage::absent, "2021-07-15", {}, unfit, early},
        {SelfCheckStage::absent, "2021-07-16", {}, unfit, {}},
        {SelfCheckStage::submitted, "2021-07-15", unfit, {}, {}},
        // Returned on Monday 06-28: five working days end on Friday 07-02.
        {SelfCheckStage::returned, "2021-07-02", {}, unfit, early},
        {SelfCheckStage::returned, "2021-07-03", {}, unfit, {}},
        {SelfCheckStage::reviewed, "2021-07-16", unfit, unfit, unfit},
    };
    for (const Row& row : rows) {
        const auto then = [&] {
            MonitoredWorld copy = at.at(row.stage);
            copy.today = day(row.today);
            return copy;
        };
        MonitoredWorld first = then();
        MonitoredWorld second = then();
        MonitoredWorld third = then();
        const std::string place = std::string(cycle::name(row.stage)) + ' ' + row.today;
        EXPECT_EQ(submit_it(first), row.submit) << place;
        EXPECT_EQ(return_it(second), row.send_back) << place;
        EXPECT_EQ(review_it(third), row.review) << place;
    }
}

TEST_F(HalfYearActs, ASelfCheckCoversEveryTaskOnce) {
    EXPECT_EQ(world.refusal(World::unit("C1"), "submit_self_check",
                            MonitoredWorld::self_check("C1", {"(一)"})),
              Codes{Code::task_not_covered});
    EXPECT_EQ(world.refusal(World::unit("C1"), "submit_self_check",
                            MonitoredWorld::self_check("C1", {"(九)", "(一)", "(一)"})),
              (Codes{Code::record_unknown, Code::record_exists, Code::task_not_covered}));
    submit("C1");
    EXPECT_EQ(world.year().half_year.find_self_check("C1")->submission->tasks.size(), 2u);
}

TEST_F(HalfYearActs, ExemptUnitsHaveNoSelfCheck) {
    world.must(World::office(), "exempt_unit",
               {{"year", 2021}, {"unit", "C1"}, {"reason", "新设"}});
    EXPECT_EQ(
        world.refusal(World::unit("C1"), "submit_self_check", MonitoredWorld::self_check("C1")),
        Codes{Code::record_stage_unfit});
    world.today = day("2021-07-16");
    EXPECT_EQ(world.refusal(World::lead(), "review_self_check", MonitoredWorld::evaluation("C1")),
              Codes{Code::record_stage_unfit});
}

TEST_F(HalfYearActs, EachDoesHisOwnPart) {
    submit("C1");
    submit("D1");
    EXPECT_EQ(
        world.refusal(World::unit("C2"), "submit_self_check", MonitoredWorld::self_check("C3")),
        Codes{Code::act_not_permitted});
    EXPECT_EQ(world.refusal(MonitoredWorld::departments_lead(), "review_self_check",
                            MonitoredWorld::evaluation("C1")),
              Codes{Code::act_not_permitted});
    EXPECT_EQ(
        world.refusal(World::coordinator(), "review_self_check", MonitoredWorld::evaluation("D1")),
        Codes{Code::act_not_permitted});
    EXPECT_EQ(world.refusal(World::lead(), "collect_half_year", domain("counties")),
              Codes{Code::act_not_permitted});
    EXPECT_EQ(world.refusal(World::coordinator(), "publish_half_year_circular",
                            circular({remarks("C1", nullptr)})),
              Codes{Code::act_not_permitted});
}

TEST_F(HalfYearActs, TheCoordinatorStandsInForALeadThatIsItselfTheUnit) {
    world.state.units_and_people.bodies.at("机关工委").unit = "D2";
    submit("D2");
    EXPECT_EQ(world.refusal(MonitoredWorld::departments_lead(), "review_self_check",
                            MonitoredWorld::evaluation("D2")),
              Codes{Code::recusal});
    world.must(World::coordinator(), "return_self_check", MonitoredWorld::with_reason("D2"));
    submit("D2");
    world.must(World::coordinator(), "review_self_check", MonitoredWorld::evaluation("D2"));
}

TEST_F(HalfYearActs, ADomainIsCollectedOnceItsLeadHasReviewedAll) {
    for (const char* const unit : {"C1", "C2", "C3"}) submit(unit);
    for (const char* const unit : {"C1", "C2"}) review(unit);
    EXPECT_EQ(world.refusal(World::coordinator(), "collect_half_year", domain("counties")),
              (Codes{Code::record_stage_unfit, Code::record_stage_unfit}));
    EXPECT_EQ(world.refusal(World::coordinator(), "collect_half_year", domain("hospitals")),
              Codes{Code::record_unknown});
    review("C3");
    world.today = day("2021-07-16");
    review("C4");  // let its time pass
    EXPECT_EQ(world.year().half_year.find_self_check("C4")->submission, std::nullopt);
    world.must(World::coordinator(), "collect_half_year", domain("counties"));
    EXPECT_EQ(world.refusal(World::coordinator(), "collect_half_year", domain("counties")),
              Codes{Code::record_exists});
}

TEST_F(HalfYearActs, TheCircularWaitsForEveryDomain) {
    for (const char* const unit : {"D1", "D2"}) {
        submit(unit);
        review(unit);
    }
    world.must(World::coordinator(), "collect_half_year", domain("departments"));
    EXPECT_EQ(world.refusal(World::office(), "publish_half_year_circular",
                            circular({remarks("D2", nullptr)})),
              Codes{Code::record_stage_unfit});
}

TEST_F(HalfYearActs, TheCircularNamesAllThatIsWrongWithItsRows) {
    collect_all();
    world.must(world.security_admin, "appoint",
               {{"person", "考核办-1"}, {"role", "unit"}, {"for", "C4"}});
    EXPECT_EQ(world.refusal(World::office(), "publish_half_year_circular",
                            circular({remarks("C1", nullptr), remarks("C1", nullptr),
                                      remarks("C9", nullptr), remarks("C4", nullptr)})),
              (Codes{Code::record_exists, Code::record_unknown, Code::recusal}));
}

TEST_F(HalfYearActs, SuggestionsInTheCircularAreMattersToRectify) {
    collect_all();
    const Object body = circular({remarks("C1", "补齐短板"), remarks("C2", nullptr)});
    const auto circular_event = world.must(World::office(), "publish_half_year_circular", body);
    EXPECT_EQ(world.year().half_year.circular->remarks.size(), 2u);
    EXPECT_EQ(world.year().documents.all.back().kind, cycle::DocumentKind::half_year_circular);
    const auto& matters = world.year().monitoring.matters;
    ASSERT_EQ(matters.size(), 1u);
    const cycle::Matter& matter = matters.begin()->second;
    EXPECT_EQ(matter.unit, "C1");
    EXPECT_EQ(matter.text, "补齐短板");
    EXPECT_EQ(matter.origin, cycle::MatterOrigin::half_year_circular);
    EXPECT_EQ(matter.steps.back().event, circular_event);
    world.must(World::unit("C1"), "acknowledge_matter", MonitoredWorld::about(matter.id.seq));
    EXPECT_EQ(world.refusal(World::office(), "publish_half_year_circular", body),
              Codes{Code::record_exists});
}

TEST_F(HalfYearActs, ReplayingGivesTheLiveState) {
    const MonitoredWorld start;
    submit("C1");
    world.must(World::lead(), "return_self_check", MonitoredWorld::with_reason("C1"));
    collect_all();
    world.must(World::office(), "publish_half_year_circular",
               circular({remarks("C1", "补齐短板")}));
    cycle::State again = start.state;
    for (std::size_t i = start.events.size(); i < world.events.size(); ++i)
        replay(again, world.events[i]);
    EXPECT_TRUE(again == world.state);
}

}  // namespace
}  // namespace heng::act
