#include "core/act/test_monitoring.hpp"
#include "core/cycle/standing.hpp"

#include <gtest/gtest.h>

namespace heng::act {
namespace {

using cycle::Progress;
using test::day;
using test::MonitoredWorld;
using test::Object;
using test::World;
using Codes = std::vector<Code>;

struct MonitoringActs : testing::Test {
    MonitoredWorld world;
};

TEST_F(MonitoringActs, AQuarterIsOpenedOnceByTheLeadOfTheDomain) {
    const Object second = MonitoredWorld::quarter("counties", "2");
    EXPECT_EQ(world.refusal(MonitoredWorld::departments_lead(), "open_monitoring", second),
              Codes{Code::act_not_permitted});
    EXPECT_EQ(
        world.refusal(World::lead(), "open_monitoring", MonitoredWorld::quarter("hospitals", "2")),
        Codes{Code::record_unknown});
    EXPECT_EQ(
        world.refusal(World::lead(), "open_monitoring", MonitoredWorld::quarter("counties", "5")),
        Codes{Code::field_choice_unknown});
    world.must(World::lead(), "open_monitoring", second);
    EXPECT_EQ(world.refusal(World::lead(), "open_monitoring", second), Codes{Code::record_exists});
}

TEST_F(MonitoringActs, AQuarterIsNotOpenedBeforeItBegins) {
    const Object third = MonitoredWorld::quarter("counties", "3");
    world.today = day("2021-06-30");
    EXPECT_EQ(world.refusal(World::lead(), "open_monitoring", third), Codes{Code::too_early});
    world.today = day("2021-07-01");
    world.must(World::lead(), "open_monitoring", third);
}

TEST_F(MonitoringActs, OnlyAnAssessorOfTheTaskMarksIt) {
    EXPECT_EQ(world.refusal(World::publicity(), "mark_progress",
                            MonitoredWorld::mark("C1", "(一)", "on_time")),
              Codes{Code::act_not_permitted});
    EXPECT_EQ(world.refusal(World::publicity(), "mark_progress",
                            MonitoredWorld::mark("C1", "(九)", "on_time")),
              Codes{Code::record_unknown});
    world.must(World::publicity(), "mark_progress", MonitoredWorld::mark("C1", "(二)", "on_time"));
}

TEST_F(MonitoringActs, MarksNeedAQuarterThatIsOpen) {
    EXPECT_EQ(world.refusal(World::publicity(), "mark_progress",
                            MonitoredWorld::mark("D2", "(一)", "on_time")),
              Codes{Code::record_unknown});
}

TEST_F(MonitoringActs, WhatIsBehindIsSaidInWords) {
    Object mark{{"year", 2021}, {"quarter", "1"}, {"unit", "C1"}, {"task", "(一)"}};
    Object late = mark;
    late.add("progress", "late");
    EXPECT_EQ(world.refusal(World::assessor(), "mark_progress", late), Codes{Code::field_missing});
    mark.add("progress", "on_time");
    world.must(World::assessor(), "mark_progress", mark);
}

TEST_F(MonitoringActs, ALaterMarkReplacesItsOwnButNotAnotherAssessors) {
    world.must(MonitoredWorld::departments_lead(), "open_monitoring",
               MonitoredWorld::quarter("departments", "1"));
    const auto& monitoring = world.year().monitoring;
    EXPECT_EQ(monitoring.progress_of(1, "D2", "(一)"), std::nullopt);
    world.must(World::publicity(), "mark_progress", MonitoredWorld::mark("D2", "(一)", "problem"));
    world.must(World::assessor(), "mark_progress", MonitoredWorld::mark("D2", "(一)", "on_time"));
    EXPECT_EQ(monitoring.progress_of(1, "D2", "(一)"), Progress::problem);
    world.must(World::publicity(), "mark_progress", MonitoredWorld::mark("D2", "(一)", "late"));
    EXPECT_EQ(monitoring.progress_of(1, "D2", "(一)"), Progress::late);
    EXPECT_EQ(monitoring.progress_of(2, "D2", "(一)"), std::nullopt);
}

TEST_F(MonitoringActs, NobodyMarksHisOwnUnit) {
    world.must(MonitoredWorld::departments_lead(), "open_monitoring",
               MonitoredWorld::quarter("departments", "1"));
    EXPECT_EQ(world.refusal(World::assessor(), "mark_progress",
                            MonitoredWorld::mark("D1", "(一)", "on_time")),
              Codes{Code::recusal});
}

TEST_F(MonitoringActs, UnitsThatDoNotTakePartAreNeitherMarkedNorReminded) {
    world.must(World::office(), "exempt_unit",
               {{"year", 2021}, {"unit", "C1"}, {"reason", "新设"}});
    EXPECT_EQ(world.refusal(World::assessor(), "mark_progress",
                            MonitoredWorld::mark("C1", "(一)", "on_time")),
              Codes{Code::record_stage_unfit});
    EXPECT_EQ(world.refusal(World::lead(), "remind", MonitoredWorld::reminder("C1", {"(一)"})),
              Codes{Code::record_stage_unfit});
}

TEST(AssessorsOfATask, AreThoseOfItsClausesToo) {
    scheme::Task task;
    task.assessors = {"市委组织部"};
    task.clauses.resize(3);
    task.clauses[1].assessors = {"市委老干局", "市委组织部"};
    EXPECT_EQ(cycle::assessors_of(task), (std::vector<std::string>{"市委组织部", "市委老干局"}));
}

TEST_F(MonitoringActs, TheLeadRemindsOfAnyTaskAnAssessorOfItsOwn) {
    EXPECT_EQ(world.refusal(World::publicity(), "remind",
                            MonitoredWorld::reminder("C1", {"(二)", "(一)"})),
              Codes{Code::act_not_permitted});
    world.must(World::publicity(), "remind", MonitoredWorld::reminder("C1", {"(二)"}));
    const auto matter =
        world.must(World::lead(), "remind", MonitoredWorld::reminder("C1", {"(一)", "(二)"}));
    EXPECT_EQ(world.matter(matter).stage, cycle::MatterStage::told);
    EXPECT_EQ(world.refusal(World::unit("C2"), "remind", MonitoredWorld::reminder("C1", {"(一)"})),
              Codes{Code::act_not_permitted});
}

TEST_F(MonitoringActs, EachReminderIsANumberedDocumentOfItsIssuer) {
    world.reminded("C1");
    const auto second = world.reminded("C2");
    ASSERT_EQ(world.year().documents.all.size(), 2u);
    const cycle::Document& document = world.year().documents.all[1];
    EXPECT_EQ(document.kind, cycle::DocumentKind::reminder);
    EXPECT_EQ(document.issuer, "组织部");
    EXPECT_EQ(document.no, 2);
    EXPECT_EQ(document.event, second);
}

TEST_F(MonitoringActs, AReminderNamesTasksOfTheUnitInAnOpenQuarter) {
    EXPECT_EQ(world.refusal(World::lead(), "remind", MonitoredWorld::reminder("C1", {})),
              Codes{Code::field_missing});
    EXPECT_EQ(world.refusal(World::lead(), "remind", MonitoredWorld::reminder("C1", {"(九)"})),
              Codes{Code::record_unknown});
    Object second{{"year", 2021},
                  {"quarter", "2"},
                  {"unit", "C1"},
                  {"tasks", ledger::List{"(一)"}},
                  {"text", "请抓紧推进"}};
    EXPECT_EQ(world.refusal(World::lead(), "remind", second), Codes{Code::record_unknown});
}

TEST_F(MonitoringActs, AReminderRefersToFindingsOfTheUnitThatStand) {
    const auto with_finding = [](const char* unit, std::int64_t finding) {
        Object body = MonitoredWorld::reminder(unit, {"(一)"});
        body.add("findings", ledger::List{Object{{"finding", finding}}});
        return body;
    };
    const auto finding = world.confirmed_finding("C1", "1.2", "2");
    EXPECT_EQ(world.refusal(World::lead(), "remind", with_finding("C2", finding)),
              Codes{Code::record_unknown});
    const auto matter = world.must(World::lead(), "remind", with_finding("C1", finding));
    EXPECT_EQ(world.matter(matter).findings, std::vector{cycle::FindingId{finding}});
    world.must(World::assessor(), "withdraw_finding",
               {{"year", 2021}, {"finding", finding}, {"reason", "重复记录"}});
    EXPECT_EQ(world.refusal(World::lead(), "remind", with_finding("C1", finding)),
              Codes{Code::record_stage_unfit});
}

TEST_F(MonitoringActs, MonitoringEndsWithTheYearsAssessmentButMattersAreStillFollowedUp) {
    const auto matter = world.reminded();
    world.state.cycles.at(2021).stage = cycle::Stage::published;
    EXPECT_EQ(world.refusal(World::lead(), "remind", MonitoredWorld::reminder("C1", {"(一)"})),
              Codes{Code::cycle_stage_unfit});
    world.must(World::unit("C1"), "acknowledge_matter", MonitoredWorld::about(matter));
    world.state.cycles.at(2021).stage = cycle::Stage::closed;
    EXPECT_EQ(world.refusal(World::unit("C1"), "rectify_matter",
                            MonitoredWorld::report(matter, true, "2021-04-12")),
              Codes{Code::cycle_stage_unfit});
}

TEST_F(MonitoringActs, ReplayingGivesTheLiveState) {
    const MonitoredWorld start;
    world.must(World::assessor(), "mark_progress", MonitoredWorld::mark("C1", "(一)", "late"));
    const auto matter = world.reminded();
    world.must(World::lead(), "request_supervision", MonitoredWorld::because(matter));
    world.must(World::office(), "order_supervision", MonitoredWorld::order(matter, "2021-05-31"));
    world.must(World::unit("C1"), "acknowledge_matter", MonitoredWorld::about(matter));
    world.must(World::unit("C1"), "rectify_matter",
               MonitoredWorld::report(matter, true, "2021-04-12"));
    world.must(World::lead(), "accept_rectification", MonitoredWorld::about(matter));
    world.must(World::office(), "close_supervision", MonitoredWorld::conclusion(matter));
    world.must(World::office(), "publish_supervision_circular",
               MonitoredWorld::circular({Object{{"unit", "C2"}, {"text", "推进缓慢"}}}));
    cycle::State again = start.state;
    for (std::size_t i = start.events.size(); i < world.events.size(); ++i)
        replay(again, world.events[i]);
    EXPECT_TRUE(again == world.state);
}

}  // namespace
}  // namespace heng::act
