#include "core/act/grading_world.hpp"
#include "core/view/evidence.hpp"
#include "core/view/findings.hpp"
#include "core/view/heat_map.hpp"
#include "core/view/me.hpp"
#include "core/view/sheet.hpp"
#include "core/view/standings.hpp"
#include "core/view/test_looks.hpp"
#include "core/view/units.hpp"
#include "core/view/work_list.hpp"
#include "core/view/years.hpp"

#include <gtest/gtest.h>

namespace heng::view::test {

namespace {

using act::Actor;
using act::test::GradingWorld;
using act::test::World;

/// C1 … C4 have lost 1, 4, 8 and 12 of task (一), D2 3; every review score is 90.
class Views : public testing::Test {
protected:
    Scope as(const Actor& actor) {
        actors_.push_back(std::make_unique<Actor>(actor));
        return look(world, *actors_.back());
    }
    GradingWorld world;

private:
    std::vector<std::unique_ptr<Actor>> actors_;
};

TEST_F(Views, MeListsTheActsOfTheCapacityThatTheYearLeavesPossible) {
    const Value office = *me(as(World::office()));
    EXPECT_EQ(at(row(at(office, "acts"), "propose_grades"), "years"), Value(List{2021}));
    EXPECT_TRUE(row(at(office, "acts"), "open_half_year").is_null());  // only while in force
    EXPECT_TRUE(row(at(office, "acts"), "deliberate").is_null());      // the commission's
    EXPECT_EQ(at(row(at(office, "acts"), "enrol_unit"), "years"), Value(List{}));
    const Value unit = *me(as(World::unit("C1")));
    EXPECT_EQ(at(unit, "of_name"), Value("C1单位"));
    EXPECT_EQ(column(at(unit, "appointments"), "post"), Value(List{"secretary"}));
    EXPECT_TRUE(row(at(unit, "views"), "grading").is_null());
    EXPECT_FALSE(row(at(unit, "views"), "sheets").is_null());
}

/// C1 to C4 have lost 1, 4, 8 and 12; of an even number the lower middle one is taken.
TEST_F(Views, ASheetComparesWithTheDomainForWhoSeesAllOfIt) {
    const Value whole = *sheet(as(World::office()), 2021, "C3");
    const Value category = at(whole, "categories").list()->front();
    EXPECT_EQ(at(category, "lost"), Value("8"));
    EXPECT_EQ(at(category, "median_lost"), Value("4"));
    const Value own = *sheet(as(World::unit("C3")), 2021, "C3");
    EXPECT_EQ(at(at(own, "categories").list()->front(), "lost"), Value("8"));
    EXPECT_TRUE(at(at(own, "categories").list()->front(), "median_lost").is_null());
}

TEST_F(Views, AStrangerIsNobody) {
    EXPECT_EQ(code(me(as({"nobody", act::Capacity::office, "考核办"}))), Code::record_unknown);
}

TEST_F(Views, YearsNameStageAndEdition) {
    const Value year = row(*years(as(World::unit("C1"))), 2021);
    EXPECT_EQ(at(year, "stage"), Value("year_end"));
    EXPECT_EQ(at(year, "edition"), Value("small/1"));
    EXPECT_EQ(at(year, "scheme"), Value("小考核办法"));
}

TEST_F(Views, AnAbsentYearIsUnknownToEverybody) {
    EXPECT_EQ(code(sheet(as(World::unit("C1")), 1999, "C1")), Code::cycle_unknown);
}

TEST_F(Views, ASheetLeadsFromTheTotalToTheFinding) {
    const Value c2 = *sheet(as(World::unit("C2")), 2021, "C2");
    EXPECT_EQ(at(c2, "indicator"), Value("96"));
    EXPECT_EQ(at(c2, "review"), Value("90"));
    EXPECT_EQ(at(c2, "total"), Value("94.80"));
    const Value task = row(at(row(at(c2, "categories"), "一"), "tasks"), "(一)");
    EXPECT_EQ(at(task, "lost"), Value("4"));
    EXPECT_EQ(at(task, "score"), Value("56"));
    EXPECT_EQ(at(at(task, "sheet"), "stage"), Value("signed"));
    const Value deduction = row(at(task, "deductions"), world.c2);
    EXPECT_EQ(at(deduction, "branch"), Value("1.2"));
    EXPECT_EQ(at(deduction, "clause"), Value("2"));
    EXPECT_EQ(at(deduction, "cites"), Value("A9.4"));
    EXPECT_EQ(at(deduction, "taken"), Value("4"));
}

TEST_F(Views, ASheetSaysWhatACappedFindingCostsAndWhatItStillNeeds) {
    world.must(World::office(), "reopen_sheet",
               GradingWorld::with(
                   {{"sheet", world.year().year_end.standing.at({"C1", "counties", "(二)"}).seq},
                    {"reason", "补录"}}));
    const auto finding = world.confirmed_finding("C1", "2.1", "10");  // 50 points of 40
    const Value c1 = *sheet(as(World::office()), 2021, "C1");
    const Value task = row(at(row(at(c1, "categories"), "一"), "tasks"), "(二)");
    EXPECT_EQ(at(task, "lost"), Value("40"));
    EXPECT_EQ(at(task, "need"), Value("settling"));
    const Value deduction = row(at(task, "deductions"), finding);
    EXPECT_EQ(at(deduction, "asked"), Value("50"));
    EXPECT_EQ(at(deduction, "taken"), Value("40"));
    EXPECT_EQ(at(deduction, "is_capped"), Value(true));
    EXPECT_EQ(at(deduction, "reason"), Value("floor_reached"));
}

TEST_F(Views, AnAssessorSeesOfASheetTheTasksThatNameIt) {
    const Value c1 = *sheet(as(World::publicity()), 2021, "C1");
    EXPECT_EQ(at(c1, "is_whole"), Value(false));
    EXPECT_EQ(column(at(row(at(c1, "categories"), "一"), "tasks"), "id"), Value(List{"(二)"}));
    for (const char* const key : {"indicator", "review", "total"})
        EXPECT_TRUE(at(c1, key).is_null()) << key;
}

TEST_F(Views, ALeadSeesTheSheetsOfItsDomain) {
    const auto departments = World::of(act::Capacity::lead, "机关工委");
    EXPECT_EQ(at(*sheet(as(departments), 2021, "D2"), "total"), Value("95.60"));
    EXPECT_EQ(code(sheet(as(departments), 2021, "C2")), Code::record_unknown);
}

/// IDOR: what is another's is answered like what is not there, word for word.
TEST_F(Views, WhatMayNotBeSeenIsAsIfItWereNotThere) {
    const Scope c1 = as(World::unit("C1"));
    const auto message_of = [](const auto& answer) { return answer.error(); };
    const auto nameless = [](Issues issues) {
        for (Error& one : issues) one.args.pop_back();
        return issues;
    };
    EXPECT_EQ(nameless(message_of(sheet(c1, 2021, "C2"))),
              nameless(message_of(sheet(c1, 2021, "C9"))));
    EXPECT_EQ(nameless(message_of(unit(c1, "C2"))), nameless(message_of(unit(c1, "C9"))));
    EXPECT_EQ(nameless(message_of(finding(c1, 2021, {world.c2}))),
              nameless(message_of(finding(c1, 2021, {9999}))));
    EXPECT_TRUE(finding(c1, 2021, {world.c1}));
}

TEST_F(Views, StandingsRankTheDomain) {
    const Value counties = *standings(as(World::office()), 2021, "counties");
    EXPECT_EQ(at(counties, "quota"), Value(1));
    EXPECT_EQ(at(counties, "is_complete"), Value(true));
    EXPECT_EQ(column(at(counties, "rows"), "id"), Value(List{"C1", "C2", "C3", "C4"}));
    const Value first = row(at(counties, "rows"), "C1");
    EXPECT_EQ(at(first, "total"), Value("97.20"));
    EXPECT_EQ(at(first, "proposed"), Value("good"));
    const Value last = row(at(counties, "rows"), "C4");
    EXPECT_EQ(at(last, "rank"), Value(4));
    EXPECT_EQ(column(at(last, "questions"), "id"), Value(List{"last_rank", "low_rank"}));
}

/// A9.2: whoever led the domain in which a unit was assessed sees that year of it, and the next
/// lead does not.
TEST_F(Views, AUnitThatMovesIsSeenWhereItWasAssessed) {
    world.must(World::office(), "move_unit",
               {{"unit", "D2"}, {"domain", "counties"}, {"reason", "机构改革"}});
    EXPECT_TRUE(sheet(as(World::of(act::Capacity::lead, "机关工委")), 2021, "D2"));
    EXPECT_EQ(code(sheet(as(World::lead()), 2021, "D2")), Code::record_unknown);
}

TEST_F(Views, StandingsCarryTheBars) {
    world.circumstance("C1", "criticism",
                       {{"level", "provincial_committee"}, {"source_document", "通报第1号"}});
    const Value counties = *standings(as(World::commission()), 2021, "counties");
    const Value bearing = at(row(at(counties, "rows"), "C1"), "bearing");
    EXPECT_EQ(at(bearing, "best"), Value("ordinary"));
    EXPECT_EQ(at(bearing, "barred_by"), Value(List{"A16.5"}));
}

TEST_F(Views, OnlyThoseWhoGradeSeeStandings) {
    for (const Actor& actor : {World::unit("C1"), World::lead(), World::coordinator(),
                               World::publicity(), world.system_admin})
        EXPECT_EQ(code(standings(as(actor), 2021, "counties")), Code::view_not_permitted);
    EXPECT_EQ(code(standings(as(World::office()), 2021, "villages")), Code::record_unknown);
}

TEST_F(Views, FindingsAreNarrowedByUnitTaskStageAndQuarter) {
    const Scope office = as(World::office());
    const auto ids = [&](const FindingFilter& filter) {
        return column(*findings(office, 2021, filter), "id");
    };
    FindingFilter filter;
    EXPECT_EQ(ids(filter), Value(List{world.c1, world.c2, world.c3, world.c4, world.d2}));
    filter.domain = "departments";
    EXPECT_EQ(ids(filter), Value(List{world.d2}));
    filter = {};
    filter.unit = "C3";
    EXPECT_EQ(ids(filter), Value(List{world.c3}));
    filter.task = "(二)";
    EXPECT_EQ(ids(filter), Value(List{}));
    filter = {};
    filter.stage = cycle::FindingStage::recorded;
    EXPECT_EQ(ids(filter), Value(List{}));
    filter = {};
    filter.quarter = 4;
    EXPECT_EQ(ids(filter).list()->size(), 5U);
    filter.quarter = 3;
    EXPECT_EQ(ids(filter), Value(List{}));
}

TEST_F(Views, AUnitSeesItsFindingsOnceTheyAreConfirmedAndNobodysName) {
    world.today = act::test::day("2021-12-20");
    world.must(World::office(), "reopen_sheet",
               GradingWorld::with(
                   {{"sheet", world.year().year_end.standing.at({"C1", "counties", "(一)"}).seq},
                    {"reason", "补录"}}));
    const auto recorded = world.must(World::assessor(), "record_finding",
                                     GradingWorld::with({{"unit", "C1"},
                                                         {"branch", "1.1"},
                                                         {"value", "1"},
                                                         {"occurred_on", "2021-12-01"},
                                                         {"note", "无计划"}}));
    EXPECT_EQ(column(*findings(as(World::unit("C1")), 2021, {}), "id"), Value(List{world.c1}));
    EXPECT_EQ(code(finding(as(World::unit("C1")), 2021, {recorded})), Code::record_unknown);
    EXPECT_TRUE(finding(as(World::assessor()), 2021, {recorded}));
    const Value seen = *finding(as(World::unit("C1")), 2021, {world.c1});
    EXPECT_EQ(text(seen).find("组织部-"), std::string::npos);
    EXPECT_EQ(at(seen, "taken"), Value("1"));
    world.must(World::assessor(2), "confirm_finding", GradingWorld::with({{"finding", recorded}}));
    EXPECT_TRUE(finding(as(World::unit("C1")), 2021, {recorded}));
}

TEST_F(Views, APossibleDuplicateIsShownBeforeItIsRecorded) {
    const cycle::Fact& recorded = world.year().findings.all.at({world.c2}).fact;
    const auto shown_to = [&](const Actor& actor, const char* unit) {
        return column(*possible_duplicates(as(actor), 2021, unit, recorded), "id");
    };
    EXPECT_EQ(shown_to(World::assessor(), "C2"), Value(List{world.c2}));
    EXPECT_EQ(shown_to(World::assessor(), "C1"), Value(List{world.c1}))
        << "the same day and branch";
    EXPECT_EQ(shown_to(World::publicity(), "C2"), Value(List{})) << "not its clause";
}

TEST_F(Views, ReferencesAreWantingUntilTheyAreSupplied) {
    const auto reference = [&] { return row(*references(as(World::publicity()), 2021), "2.2"); };
    EXPECT_EQ(at(reference(), "reference"), Value("全省平均水平"));
    EXPECT_TRUE(at(reference(), "value").is_null());
    world.state.cycles.at(2021).findings.references["2.2"] = {Decimal::whole(81), "省统计公报"};
    EXPECT_EQ(at(reference(), "value"), Value("81"));
}

TEST_F(Views, TheHeatMapHasACellForEachUnitAndTaskThatIsSeen) {
    const Value all = *heat_map(as(World::office()), 2021, "counties");
    EXPECT_EQ(column(at(all, "rows"), "id"), Value(List{"C1", "C2", "C3", "C4"}));
    EXPECT_EQ(column(at(row(at(all, "rows"), "C3"), "cells"), "lost"), Value(List{"8", "0"}));
    const Value own = *heat_map(as(World::unit("C3")), 2021, "counties");
    EXPECT_EQ(column(at(own, "rows"), "id"), Value(List{"C3"}));
    const Value task = *heat_map(as(World::publicity()), 2021, "counties");
    EXPECT_EQ(column(at(row(at(task, "rows"), "C3"), "cells"), "task"), Value(List{"(二)"}));
}

TEST_F(Views, TheHeatMapsOfTheQuartersAddUpToTheYears) {
    const auto lost = [&](std::optional<int> quarter) {
        return at(row(at(*heat_map(as(World::office()), 2021, "counties", quarter), "rows"), "C3"),
                  "lost");
    };
    world.state.cycles.at(2021).findings.all.at({world.c3}).fact.occurred_on =
        act::test::day("2021-05-10");
    EXPECT_EQ(lost(2), Value("8"));
    for (const int quarter : {1, 3, 4}) EXPECT_EQ(lost(quarter), Value("0")) << quarter;
    EXPECT_EQ(lost(std::nullopt), Value("8"));
}

TEST_F(Views, EvidenceIsFoundByWhatItIsAbout) {
    const ledger::Digest shared{1};
    const ledger::Digest own{2};
    auto& findings = world.state.cycles.at(2021).findings.all;
    findings.at({world.c1}).fact.evidence = {shared};
    findings.at({world.c2}).fact.evidence = {own, shared};
    const auto found = [&](const act::Actor& actor, const std::string& text) {
        return column(*evidence(as(actor), 2021, text), "id");
    };
    const std::string shared_id = ledger::print_digest(shared);
    const std::string own_id = ledger::print_digest(own);
    EXPECT_EQ(found(World::office(), ""), Value(List{shared_id, own_id}));
    EXPECT_EQ(found(World::office(), "C1"), Value(List{shared_id}));
    EXPECT_EQ(found(World::office(), own_id), Value(List{own_id}));
    EXPECT_EQ(found(World::office(), "nothing like it"), Value(List{}));
    EXPECT_EQ(found(World::publicity(), ""), Value(List{})) << "not its clauses";
    const Value uses = at(row(*evidence(as(World::unit("C1")), 2021, ""), shared_id), "uses");
    EXPECT_EQ(column(uses, "unit"), Value(List{"C1"})) << "a unit is not told of others";
}

TEST_F(Views, AUnitSeesOnlyItselfInTheRegister) {
    EXPECT_EQ(column(*units(as(World::unit("C2"))), "id"), Value(List{"C2"}));
    EXPECT_EQ(units(as(World::office()))->list()->size(), 6U);
    EXPECT_EQ(code(people(as(World::unit("C2")))), Code::view_not_permitted);
    EXPECT_EQ(at(row(*bodies(as(world.security_admin)), "组织部"), "unit"), Value("D1"));
}

TEST_F(Views, TheWorkListHasTheDuesOfTheCapacityWithTheirActs) {
    world.today = act::test::day("2021-12-23");
    const Value list = *work_list(as(World::unit("C1")));
    ASSERT_EQ(list.list()->size(), 1U);
    const Value due = list.list()->front();
    EXPECT_EQ(at(due, "duty"), Value("object_to_finding"));
    EXPECT_EQ(at(due, "record"), Value(world.c1));
    EXPECT_EQ(at(due, "acts"), Value(List{"object_to_finding"}));
    EXPECT_EQ(at(due, "until"), Value("2021-12-24"));
    EXPECT_EQ(at(due, "urgency"), Value("near"));
    EXPECT_EQ(at(due, "is_right"), Value(true));
}

TEST_F(Views, TheWorkListHasWhatWaitsForASecondPerson) {
    const auto recorded = world.recorded_circumstance("C1", "no_progress");
    const auto ids = [&](const Actor& actor) { return column(*work_list(as(actor)), "record"); };
    EXPECT_EQ(ids(World::office(1)), Value(List{}));  // who recorded it
    EXPECT_EQ(ids(World::office(2)), Value(List{recorded}));
    world.must(World::office(2), "confirm_circumstance",
               GradingWorld::with({{"circumstance", recorded}}));
    EXPECT_EQ(ids(World::office(2)), Value(List{}));
}

TEST_F(Views, TheWorkListOfTheCommissionHasTheOpenQuestions) {
    world.must(World::office(), "propose_grades", GradingWorld::with({}));
    const Value list = *work_list(as(World::commission()));
    EXPECT_EQ(column(list, "unit"), Value(List{"C4", "D2"}));
    EXPECT_EQ(column(list, "duty"), Value(List{"deliberate", "deliberate"}));
}

}  // namespace

}  // namespace heng::view::test
