/// @file
/// What is due, in a city that acts have made.
#include "core/cycle/dues.hpp"

#include "core/act/test_monitoring.hpp"

#include <gtest/gtest.h>

namespace heng::act {
namespace {

using cycle::Due;
using cycle::Duty;
using test::day;
using test::MonitoredWorld;
using test::Object;
using test::World;

struct Dues : testing::Test {
    std::vector<Due> of(Duty what) {
        std::vector<Due> out;
        for (Due& one : cycle::dues(world.state, world.rulebooks, world.today))
            if (one.what == what) out.push_back(std::move(one));
        return out;
    }
    /// The only due of this kind: who owes it by when.
    void expect(Duty what, Capacity as, const char* by, const char* until) {
        const auto found = of(what);
        ASSERT_EQ(found.size(), 1u) << cycle::entry(what).id;
        EXPECT_EQ(found.front().by, (cycle::Debtor{as, by})) << cycle::entry(what).id;
        EXPECT_EQ(found.front().until, day(until))
            << cycle::entry(what).id << ' ' << ledger::print_date(found.front().until);
    }
    void expect_none(Duty what) { EXPECT_TRUE(of(what).empty()) << cycle::entry(what).id; }
    void acknowledge(std::int64_t matter) {
        world.must(World::unit("C1"), "acknowledge_matter", MonitoredWorld::about(matter));
    }
    void report(std::int64_t matter, bool completed, const char* date) {
        world.must(World::unit("C1"), "rectify_matter",
                   MonitoredWorld::report(matter, completed, date));
    }

    MonitoredWorld world;  // 2021-04-12
};

TEST_F(Dues, TheUnitAnswersAReminderWithinTheTerm) {
    const auto matter = world.reminded();
    expect(Duty::answer_matter, Capacity::unit, "C1", "2021-04-23");
    const Due due = of(Duty::answer_matter).front();
    EXPECT_EQ(due.record, matter);
    EXPECT_EQ(due.about, "C1");
    EXPECT_EQ(due.year, 2021);
    EXPECT_EQ(due.cites(), "A11.8 A11.9 A11.10");
    world.today = day("2021-04-14");
    acknowledge(matter);
    expect(Duty::answer_matter, Capacity::unit, "C1", "2021-04-23");
}

TEST_F(Dues, UrgencyIsThatOfTheDay) {
    world.reminded();
    EXPECT_EQ(of(Duty::answer_matter).front().urgency, cycle::Urgency::later);
    world.today = day("2021-04-23");
    EXPECT_EQ(of(Duty::answer_matter).front().urgency, cycle::Urgency::near);
    world.today = day("2021-04-24");
    EXPECT_EQ(of(Duty::answer_matter).front().urgency, cycle::Urgency::overdue);
}

TEST_F(Dues, APlanIsCarriedOutByItsLastMeasureAndThenReviewed) {
    const auto matter = world.reminded();
    acknowledge(matter);
    report(matter, false, "2021-05-20");
    expect_none(Duty::answer_matter);
    expect(Duty::carry_out_measures, Capacity::unit, "C1", "2021-05-20");
    world.today = day("2021-05-17");
    report(matter, true, "2021-05-17");
    expect(Duty::review_rectification, Capacity::lead, "组织部", "2021-05-21");
    world.must(World::lead(), "return_rectification", MonitoredWorld::because(matter));
    expect_none(Duty::review_rectification);
    expect(Duty::answer_matter, Capacity::unit, "C1", "2021-05-28");
    report(matter, true, "2021-05-17");
    world.must(World::lead(), "accept_rectification", MonitoredWorld::about(matter));
    expect_none(Duty::answer_matter);
    expect_none(Duty::review_rectification);
    expect_none(Duty::close_supervision);
}

TEST_F(Dues, SupervisionIsDecidedAndItsOwnDateHolds) {
    const auto matter = world.reminded();
    world.must(World::lead(), "request_supervision", MonitoredWorld::because(matter));
    expect(Duty::decide_supervision, Capacity::office, "考核办", "2021-04-16");
    world.must(World::office(), "order_supervision", MonitoredWorld::order(matter, "2021-04-30"));
    expect_none(Duty::decide_supervision);
    expect(Duty::answer_matter, Capacity::unit, "C1", "2021-04-30");
    acknowledge(matter);
    report(matter, false, "2021-05-20");
    expect(Duty::carry_out_measures, Capacity::unit, "C1", "2021-04-30");
    report(matter, true, "2021-04-12");
    world.must(World::lead(), "accept_rectification", MonitoredWorld::about(matter));
    expect(Duty::close_supervision, Capacity::office, "考核办", "2021-04-16");
    world.must(World::office(), "close_supervision", MonitoredWorld::conclusion(matter));
    expect_none(Duty::close_supervision);
}

TEST_F(Dues, ACircularTellsTheUnitAnew) {
    const auto matter = world.reminded();
    acknowledge(matter);
    world.today = day("2021-04-20");
    world.must(World::office(), "publish_supervision_circular",
               MonitoredWorld::circular(
                   {Object{{"unit", "C1"}, {"text", "整改不力"}, {"matter", matter}}}));
    expect(Duty::answer_matter, Capacity::unit, "C1", "2021-05-03");
}

TEST_F(Dues, NothingIsDueOnAMatterThatWasWithdrawn) {
    const auto matter = world.reminded();
    world.must(World::lead(), "withdraw_matter", MonitoredWorld::because(matter));
    expect_none(Duty::answer_matter);
}

TEST_F(Dues, TheCoordinatorOwesWhatALeadThatIsTheUnitCannotDo) {
    world.state.units_and_people.bodies.at("机关工委").unit = "D2";
    world.must(MonitoredWorld::departments_lead(), "open_monitoring",
               MonitoredWorld::quarter("departments", "1"));
    const auto matter =
        world.must(World::publicity(), "remind", MonitoredWorld::reminder("D2", {"(一)"}));
    world.must(World::unit("D2"), "acknowledge_matter", MonitoredWorld::about(matter));
    world.must(World::unit("D2"), "rectify_matter",
               MonitoredWorld::report(matter, true, "2021-04-12"));
    expect(Duty::review_rectification, Capacity::coordinator, "组织部", "2021-04-16");
}

TEST_F(Dues, LeadsOpenTheQuartersThatHaveBegun) {
    const auto open = of(Duty::open_monitoring);
    // Departments for the first and second quarter, counties for the second.
    ASSERT_EQ(open.size(), 3u);
    EXPECT_EQ(open[0].domain, "departments");
    EXPECT_EQ(open[0].quarter, 1);
    EXPECT_EQ(open[0].by, (cycle::Debtor{Capacity::lead, "机关工委"}));
    EXPECT_EQ(open[0].until, day("2021-04-14"));
    EXPECT_EQ(open[1].until, day("2021-07-14"));
}

TEST_F(Dues, NoQuarterIsMonitoredThatEndedBeforeTheEdition) {
    world.state.cycles.at(2021).indicators.editions.front().from = day("2021-04-01");
    for (const Due& one : of(Duty::open_monitoring)) EXPECT_EQ(one.quarter, 2);
}

TEST_F(Dues, AssessorsOweMarksUntilEveryUnitHasOne) {
    ASSERT_EQ(of(Duty::mark_progress).size(), 2u);
    for (const char* const unit : {"C1", "C2", "C3", "C4"})
        world.must(World::assessor(), "mark_progress",
                   MonitoredWorld::mark(unit, "(一)", "on_time"));
    expect(Duty::mark_progress, Capacity::assessor, "宣传部", "2021-04-14");
}

TEST_F(Dues, AMarkThatAnAssessorCannotMakeOfItselfIsOwedByTheLead) {
    world.must(world.office(), "enrol_unit",
               {{"unit", "C0"}, {"name", "宣传部"}, {"domain", "counties"}});
    world.state.units_and_people.bodies.at("宣传部").unit = "C0";
    for (const char* const unit : {"C1", "C2", "C3", "C4"})
        world.must(World::publicity(), "mark_progress",
                   MonitoredWorld::mark(unit, "(二)", "on_time"));
    world.must(World::assessor(), "mark_progress", MonitoredWorld::mark("C0", "(一)", "on_time"));
    const auto owed = of(Duty::mark_progress);
    ASSERT_EQ(owed.size(), 2u);
    EXPECT_EQ(owed[0].by, (cycle::Debtor{Capacity::assessor, "组织部"}));
    EXPECT_EQ(owed[1].by, (cycle::Debtor{Capacity::lead, "组织部"}));
    world.must(World::lead(), "mark_progress", MonitoredWorld::mark("C0", "(二)", "on_time"));
    expect(Duty::mark_progress, Capacity::assessor, "组织部", "2021-04-14");
}

TEST_F(Dues, TheWindowForAnObjectionIsARightThatLapses) {
    const auto finding = world.confirmed_finding("C1", "1.2", "2");
    expect(Duty::object_to_finding, Capacity::unit, "C1", "2021-04-16");
    world.today = day("2021-04-17");
    expect_none(Duty::object_to_finding);
    world.today = day("2021-04-16");
    world.must(World::unit("C1"), "object_to_finding",
               {{"year", 2021}, {"finding", finding}, {"text", "不属实"}});
    expect_none(Duty::object_to_finding);
    expect(Duty::answer_objection, Capacity::assessor, "组织部", "2021-04-29");
    world.today = day("2021-06-01");  // a duty stays
    expect(Duty::answer_objection, Capacity::assessor, "组织部", "2021-04-29");
    world.must(World::assessor(2), "answer_objection",
               {{"year", 2021}, {"finding", finding}, {"answer", "dismissed"}, {"reason", "属实"}});
    expect_none(Duty::answer_objection);
}

TEST_F(Dues, TheHalfYearGoesFromUnitToLeadToCoordinatorToOffice) {
    expect_none(Duty::submit_self_check);
    world.today = day("2021-07-20");  // after the date: it stays that of this year
    world.must(World::office(), "open_half_year", {{"year", 2021}});
    const auto submissions = of(Duty::submit_self_check);
    ASSERT_EQ(submissions.size(), 6u);
    EXPECT_EQ(submissions[0].by, (cycle::Debtor{Capacity::unit, "C1"}));
    EXPECT_EQ(submissions[0].until, day("2021-07-15"));
    EXPECT_EQ(of(Duty::collect_half_year).size(), 2u);
    expect(Duty::publish_half_year_circular, Capacity::office, "考核办", "2021-08-15");

    world.must(World::unit("C1"), "submit_self_check", MonitoredWorld::self_check("C1"));
    EXPECT_EQ(of(Duty::submit_self_check).size(), 5u);
    expect(Duty::review_self_check, Capacity::lead, "组织部", "2021-08-02");
    world.must(World::lead(), "return_self_check", MonitoredWorld::with_reason("C1"));
    expect_none(Duty::review_self_check);
    EXPECT_EQ(of(Duty::submit_self_check).back().until, day("2021-07-26"));
    for (const char* const unit : {"C1", "C2", "C3", "C4"}) {
        world.today = day("2021-07-27");
        world.must(World::lead(), "review_self_check", MonitoredWorld::evaluation(unit));
    }
    world.must(World::coordinator(), "collect_half_year", {{"year", 2021}, {"domain", "counties"}});
    expect(Duty::collect_half_year, Capacity::coordinator, "组织部", "2021-08-05");
    EXPECT_EQ(of(Duty::submit_self_check).size(), 2u);
}

TEST_F(Dues, StandInTheOrderOfTheirDays) {
    world.reminded();
    world.confirmed_finding("C1", "1.2", "2");
    const auto all = cycle::dues(world.state, world.rulebooks, world.today);
    ASSERT_GT(all.size(), 3u);
    EXPECT_TRUE(std::is_sorted(all.begin(), all.end(),
                               [](const Due& a, const Due& b) { return a.until < b.until; }));
}

TEST_F(Dues, ClosedYearsOweNothing) {
    world.reminded();
    world.state.cycles.at(2021).stage = cycle::Stage::published;
    expect(Duty::answer_matter, Capacity::unit, "C1", "2021-04-23");
    world.state.cycles.at(2021).stage = cycle::Stage::closed;
    EXPECT_TRUE(cycle::dues(world.state, world.rulebooks, world.today).empty());
}

TEST_F(Dues, ASchemeWithoutTheTermSetsNoLimit) {
    world.reminded();
    scheme::Scheme without = test::small_scheme();
    without.calendar.terms.clear();
    world.rulebooks[cycle::DraftId{1}] =
        std::make_shared<const cycle::Rulebook>(std::move(without));
    EXPECT_TRUE(cycle::dues(world.state, world.rulebooks, world.today).empty());
}

TEST(DutyEntries, StandInTheOrderOfTheDuties) {
    for (int i = 0; i <= static_cast<int>(Duty::publish_half_year_circular); ++i)
        EXPECT_FALSE(cycle::entry(static_cast<Duty>(i)).id.empty());
}

}  // namespace
}  // namespace heng::act
