/// @file
/// What the screens of a whole year show, on the played year.
#include "core/view/aftermath.hpp"
#include "core/view/burden.hpp"
#include "core/view/circumstances.hpp"
#include "core/view/documents.hpp"
#include "core/view/foresight.hpp"
#include "core/view/grading_desk.hpp"
#include "core/view/half_year.hpp"
#include "core/view/log.hpp"
#include "core/view/played_year.hpp"
#include "core/view/progress.hpp"
#include "core/view/results.hpp"
#include "core/view/reviews.hpp"
#include "core/view/scheme.hpp"
#include "core/view/sheet.hpp"
#include "core/view/test_looks.hpp"
#include "core/view/what_if.hpp"
#include "core/view/work_list.hpp"
#include "core/view/year_end.hpp"
#include "core/view/years.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace heng::view::test {

namespace {

using act::Actor;
using act::Capacity;
using act::test::day;
using act::test::World;

class YearViews : public testing::Test {
protected:
    static const PlayedYear& world() {
        static const PlayedYear played;
        return played;
    }
    Scope as(const Actor& actor, std::string_view name = "aftermath") {
        actors_.push_back(std::make_unique<Actor>(actor));
        for (const Moment& one : world().moments)
            if (one.name == name) return {one.state, world().rulebooks, *actors_.back(), one.day};
        broken_invariant("found", "the year has this moment");
    }

private:
    std::vector<std::unique_ptr<Actor>> actors_;
};

TEST_F(YearViews, TheSchemeIsShownDownToItsBranches) {
    const Value small = *scheme(as(World::unit("C1")), 2021, std::nullopt);
    EXPECT_EQ(at(small, "id"), Value("small/1"));
    const Value counties = row(at(small, "domains"), "counties");
    const Value task = row(at(row(at(counties, "categories"), "一"), "tasks"), "(二)");
    EXPECT_EQ(at(task, "points"), Value("40"));
    const Value clause = row(at(task, "clauses"), "2");
    EXPECT_EQ(at(clause, "assessors"), Value(List{"宣传部"}));
    const Value branch = row(at(clause, "branches"), "2.2");
    EXPECT_EQ(at(branch, "basis"), Value("shortfall"));
    EXPECT_EQ(at(branch, "points"), Value("0.5"));
    EXPECT_EQ(at(branch, "reference"), Value("全省平均水平"));
    EXPECT_EQ(at(row(at(small, "terms"), "self_check_submitted"), "month_day"), Value("07-15"));
    EXPECT_EQ(at(row(at(small, "conventions"), "quota"), "cites"), Value("A16.2"));
    EXPECT_EQ(column(at(small, "articles"), "id"), Value(List{16}));
    EXPECT_EQ(code(scheme(as(World::unit("C1")), 2021, "small/7")), Code::record_unknown);
    EXPECT_EQ(code(scheme(as(World::unit("C1"), "drafting"), 2021, std::nullopt)),
              Code::edition_absent);
}

TEST_F(YearViews, WhatLedToTheSchemeIsShownWhileItIsMade) {
    const Scope office = as(World::office(), "drafting");
    const Value draft_row = drafts(office, 2021)->list()->front();
    EXPECT_EQ(at(draft_row, "stage"), Value("consolidated"));
    EXPECT_EQ(at(draft_row, "is_current"), Value(true));
    EXPECT_EQ(at(*draft(office, 2021, {*at(draft_row, "id").number()}), "name"),
              Value("小考核办法"));
    EXPECT_EQ(column(*proposals(office, 2021), "task"), Value(List{"(一)"}));
    EXPECT_EQ(column(*comments(office, 2021), "unit"), Value(List{"C1", "C2"}));
    EXPECT_EQ(column(*comments(as(World::unit("C2"), "drafting"), 2021), "unit"),
              Value(List{"C2"}));
    EXPECT_EQ(column(*changes(as(World::assessor()), 2021), "stage"), Value(List{"requested"}));
}

/// A8.12: before the office decides, it is shown who moves.
TEST_F(YearViews, ADryRunShowsWhoMoves) {
    scheme::Scheme dearer = world().rulebook().scheme();
    dearer.tables[0].categories[0].tasks[0].clauses[0].branches[0].points = Decimal::whole(9);
    const cycle::Rulebook candidate(dearer);
    const Scope office = as(World::office(), "year-end");
    const Value run = *dry_run(office, 2021, candidate);
    EXPECT_EQ(column(at(run, "moves"), "id"), Value(List{"C3", "C4"})) << "C4 passes it";
    EXPECT_EQ(at(run, "loses"), Value(1));
    const Value differences = *scheme_diff(office, 2021, candidate);
    ASSERT_EQ(differences.list()->size(), 1U);
    EXPECT_EQ(at(differences.list()->front(), "item"), Value("1.1"));
    EXPECT_EQ(at(differences.list()->front(), "before"), Value("2"));
    EXPECT_EQ(at(differences.list()->front(), "after"), Value("9"));
}

TEST_F(YearViews, ADraftDiffersFromItselfInNothing) {
    const auto id = world().year().indicators.drafts.begin()->first;
    EXPECT_EQ(*scheme_diff(as(World::unit("C1")), id, id), Value(List{}));
    EXPECT_EQ(code(scheme_diff(as(World::unit("C1")), id, {9999})), Code::record_unknown);
}

TEST_F(YearViews, AMatterIsOneTimeline) {
    const Scope unit = as(World::unit("C3"), "monitoring");
    EXPECT_EQ(column(*matters(unit, 2021), "id"), Value(List{world().supervised}));
    const Value seen = *matter(unit, 2021, {world().supervised});
    EXPECT_EQ(at(seen, "supervision"), Value("ordered"));
    EXPECT_EQ(at(seen, "until"), Value("2021-05-31"));
    EXPECT_EQ(column(at(seen, "steps"), "kind"),
              Value(List{"reminded", "supervision_requested", "supervision_ordered"}));
    EXPECT_EQ(column(at(seen, "steps"), "of"), Value(List{"组织部", "组织部", "考核办"}));
    EXPECT_EQ(code(matter(as(World::unit("C1")), 2021, {world().supervised})),
              Code::record_unknown);
    EXPECT_EQ(code(matter(as(World::publicity()), 2021, {world().supervised})),
              Code::record_unknown);
    EXPECT_TRUE(matter(as(World::assessor()), 2021, {world().supervised}));
}

TEST_F(YearViews, ProgressIsShownByQuarterUnitAndTask) {
    const Scope lead = as(World::lead());
    EXPECT_EQ(column(*progress(lead, 2021, {}), "unit"), Value(List{"C1", "C2", "C3"}));
    ProgressFilter filter;
    filter.unit = "C2";
    EXPECT_EQ(column(*progress(lead, 2021, filter), "progress"), Value(List{"late"}));
    filter.quarter = 2;
    EXPECT_EQ(*progress(lead, 2021, filter), Value(List{}));
    EXPECT_EQ(*progress(as(World::of(Capacity::lead, "机关工委")), 2021, {}), Value(List{}));
    EXPECT_EQ(column(*quarters(lead, 2021), "id"), Value(List{"counties/1", "departments/1"}));
}

TEST_F(YearViews, ACircularIsForThoseItNames) {
    EXPECT_EQ(column(*circulars(as(World::unit("C4")), 2021), "id"),
              Value(List{world().first_circular}));
    EXPECT_EQ(*circulars(as(World::unit("C1")), 2021), Value(List{}));
    EXPECT_EQ(column(*circulars(as(World::office()), 2021), "units"), Value(List{List{"C4"}}));
}

TEST_F(YearViews, ASelfCheckHasWhatTheUnitSaidAndWhatWasMadeOfIt) {
    const Value own = *self_check(as(World::unit("C2")), 2021, "C2");
    EXPECT_EQ(at(own, "stage"), Value("reviewed"));
    EXPECT_EQ(column(at(own, "tasks"), "id"), Value(List{"(一)", "(二)"}));
    EXPECT_EQ(at(at(own, "evaluation"), "evaluation"), Value("进展较好"));
    EXPECT_EQ(at(at(own, "remarks"), "comments"), Value("存在短板"));
    const Value part = *self_check(as(World::publicity()), 2021, "C2");
    EXPECT_EQ(column(at(part, "tasks"), "id"), Value(List{"(二)"}));
    EXPECT_EQ(at(part, "is_whole"), Value(false));
    EXPECT_TRUE(at(part, "summary").is_null());
    EXPECT_EQ(self_checks(as(World::coordinator()), 2021)->list()->size(), 6U);
    EXPECT_EQ(*self_checks(as(World::coordinator(), "monitoring"), 2021), Value(List{}));
    const Value all = *half_year(as(World::office()), 2021);
    EXPECT_EQ(column(at(all, "collected"), "id"), Value(List{"counties", "departments"}));
    EXPECT_EQ(at(at(all, "circular"), "text"), Value("半年评估情况通报"));
}

TEST_F(YearViews, GroupsAreShownToThoseInThemAndNotToUnits) {
    EXPECT_EQ(column(*groups(as(World::office()), 2021), "name"), Value(List{"第一组"}));
    EXPECT_EQ(column(*groups(as(World::publicity(1)), 2021), "name"), Value(List{"第一组"}));
    EXPECT_EQ(*groups(as(World::publicity(2)), 2021), Value(List{}));
    EXPECT_EQ(*groups(as(World::unit("C1")), 2021), Value(List{}));
    EXPECT_EQ(column(*units_without_group(as(World::office()), 2021), "id"), Value(List{"D2"}));
}

TEST_F(YearViews, TaskSheetsSayWhatTheyStillNeed) {
    const Scope office = as(World::office());
    SheetFilter filter;
    filter.unit = "C3";
    const Value sheets = *task_sheets(office, 2021, filter);
    EXPECT_EQ(column(sheets, "id"), Value(List{"C3/(一)", "C3/(二)"}));
    EXPECT_EQ(column(sheets, "need"), Value(List{"resettling", Value()}))
        << "the recheck took a finding away";
    EXPECT_EQ(column(sheets, "lost"), Value(List{"9", "0"}));
    const Value one = *task_sheet(office, 2021, {*at(row(sheets, "C3/(一)"), "record").number()});
    EXPECT_EQ(at(one, "lost"), Value("11")) << "as it was signed";
    EXPECT_EQ(at(one, "stage"), Value("signed"));
    filter = {};
    filter.need = cycle::SheetNeed::resettling;
    EXPECT_EQ(column(*task_sheets(office, 2021, filter), "id"), Value(List{"C3/(一)"}));
}

TEST_F(YearViews, ReviewsShowScoresAndWhereTheyComeFrom) {
    const Value all = *reviews(as(World::office()), 2021);
    EXPECT_EQ(at(row(all, "C2"), "score"), Value("88.41"));
    EXPECT_EQ(at(row(all, "D1"), "given_by"), Value(world().ballot + 1));
    const Scope departments = as(World::of(Capacity::lead, "机关工委"));
    EXPECT_EQ(column(*reviews(departments, 2021), "id"), Value(List{"D1", "D2"}));
    const Value closed = *ballot(departments, 2021, {world().ballot});
    EXPECT_EQ(at(closed, "stage"), Value("closed"));
    EXPECT_EQ(column(at(closed, "groups"), "voters"), Value(List{3, 3}));
    EXPECT_EQ(column(at(closed, "scores"), "unit"), Value(List{"D1", "D2"}));
    EXPECT_EQ(code(ballot(as(World::lead()), 2021, {world().ballot})), Code::record_unknown);
}

TEST_F(YearViews, TheGradingDeskHasQuestionsDeliberationsAndTheQuota) {
    const Value desk = *grading_desk(as(World::commission(), "grading"), 2021);
    EXPECT_EQ(at(desk, "is_current"), Value(true));
    EXPECT_TRUE(at(desk, "approval").is_null());
    EXPECT_EQ(at(desk, "objections"), Value(List{}));
    const Value counties = row(at(desk, "domains"), "counties");
    EXPECT_EQ(at(counties, "quota"), Value(1));
    EXPECT_EQ(at(counties, "good_used"), Value(1));
    const Value last = row(at(counties, "rows"), "C4");
    EXPECT_EQ(at(last, "is_open"), Value(false));
    EXPECT_EQ(at(at(last, "settled"), "reason"), Value("经研究认定"));
    EXPECT_EQ(at(row(at(counties, "rows"), "C2"), "grade"), Value("ordinary"));
    EXPECT_EQ(at(desk, "deliberations").list()->size(),
              world().year().grading.deliberations.size());
    EXPECT_EQ(code(grading_desk(as(World::lead()), 2021)), Code::view_not_permitted);
}

TEST_F(YearViews, ResultsShowWhoMovedWithEachVersion) {
    const Scope office = as(World::office());
    const Value versions = *results(office, 2021);
    EXPECT_EQ(column(versions, "cause"), Value(List{"publication", "recheck"}));
    EXPECT_EQ(column(at(row(versions, 2), "moved"), "id"), Value(List{"C3"}));
    const Value moved = row(at(row(versions, 2), "moved"), "C3");
    EXPECT_EQ(at(at(moved, "before"), "total"), Value("88.51"));
    EXPECT_EQ(at(at(moved, "after"), "total"), Value("90.11"));
    EXPECT_EQ(column(*result(office, 2021, 1), "id"),
              Value(List{"C1", "C2", "C3", "C4", "D1", "D2"}));
}

TEST_F(YearViews, AUnitSeesItsOwnRowsAndTheVersionsInWhichItMoved) {
    const Scope mover = as(World::unit("C3"));
    EXPECT_EQ(column(*results(mover, 2021), "id"), Value(List{1, 2}));
    EXPECT_EQ(column(*result(mover, 2021, 2), "total"), Value(List{"90.11"}));
    const Scope other = as(World::unit("C1"));
    EXPECT_EQ(column(*results(other, 2021), "id"), Value(List{1}));
    EXPECT_EQ(column(*result(other, 2021, 1), "grade_name"), Value(List{"好"}));
    EXPECT_EQ(*results(as(World::unit("C1"), "grading"), 2021), Value(List{}));
}

TEST_F(YearViews, ALeadSeesTheResultsOfItsDomain) {
    const Scope departments = as(World::of(Capacity::lead, "机关工委"));
    EXPECT_EQ(column(*results(departments, 2021), "id"), Value(List{1}));
    EXPECT_EQ(column(*result(departments, 2021, 1), "id"), Value(List{"D1", "D2"}));
}

TEST_F(YearViews, CircumstancesAreShownToTheirUnitOnceConfirmed) {
    const Value own = circumstances(as(World::unit("C2")), 2021)->list()->front();
    EXPECT_EQ(at(own, "kind"), Value("criticism"));
    EXPECT_EQ(at(own, "level"), Value("provincial_committee"));
    EXPECT_EQ(*circumstances(as(World::unit("C1")), 2021), Value(List{}));
}

TEST_F(YearViews, TheAftermathShowsRulingsAppealsAndWhatIsOwed) {
    const Value own = row(*rechecks(as(World::unit("C3")), 2021), world().recheck);
    EXPECT_EQ(at(at(own, "decided"), "ruling"), Value("change"));
    EXPECT_EQ(at(at(own, "decided"), "version"), Value(2));
    EXPECT_EQ(at(at(own, "appeal"), "text"), Value("仍不属实"));
    EXPECT_TRUE(at(own, "not_to_decide").is_null());
    EXPECT_EQ(at(own, "until"), Value("2022-02-04")) << "20 working days for the appeal";
    const Scope office = as(World::office());
    EXPECT_FALSE(at(row(*rechecks(office, 2021), world().recheck), "not_to_decide").is_null());
    EXPECT_EQ(column(*explanations(office, 2021), "unit"), Value(List{"C2"}));
    EXPECT_EQ(column(*explanations_owed(office, 2021), "is_missing"), Value(List{false}));
    const Value entailed = *consequences(office, 2021);
    EXPECT_EQ(column(entailed, "id"), Value(List{"C2"}));
    EXPECT_EQ(column(entailed, "persons"), Value(List{List{"C2-1"}}));
    EXPECT_EQ(column(*hand_overs(office, 2021), "version"), Value(List{1}));
    EXPECT_EQ(column(*misconduct(office, 2021), "conduct_name"), Value(List{"形式主义"}));
    EXPECT_EQ(code(misconduct(as(World::unit("C2")), 2021)), Code::view_not_permitted);
}

TEST_F(YearViews, DocumentsAreForTheirRecipients) {
    const Value own = *documents(as(World::unit("C3")), 2021);
    EXPECT_EQ(column(own, "kind"),
              Value(List{"indicators_issued", "reminder", "supervision_order", "half_year_circular",
                         "result_notice", "result_notice", "interpretation"}));
    const Value filed = *documents(as(World::unit("C2")), 2021);
    EXPECT_EQ(at(row(filed, "C2/1"), "kind"), Value("explanation"));
    EXPECT_EQ(documents(as(World::office()), 2021)->list()->size(),
              world().year().documents.all.size());
    EXPECT_EQ(column(*interpretations(as(World::unit("C1"))), "cites"), Value(List{"A16.3"}));
}

/// SEC-15: the audit administrator sees who did what when, and nobody else sees the log.
TEST_F(YearViews, TheLogHasActsWithoutWhatTheySay) {
    const Value all = *log(as(world().audit_admin), world().events);
    ASSERT_EQ(all.list()->size(), world().events.size());
    const Value recorded = row(all, world().cheap);
    EXPECT_EQ(at(recorded, "act"), Value("record_finding"));
    EXPECT_EQ(at(recorded, "person"), Value("组织部-1"));
    EXPECT_EQ(recorded.object()->members().size(), 6U);
    EXPECT_EQ(code(log(as(World::office()), world().events)), Code::view_not_permitted);
}

TEST_F(YearViews, TheBurdenCountsWhatIsAskedOfAUnit) {
    const Value all = *burden(as(World::office()), 2021);
    const Value c3 = row(all, "C3");
    EXPECT_EQ(at(c3, "reminders"), Value(1));
    EXPECT_EQ(at(c3, "supervisions"), Value(1));
    EXPECT_EQ(at(c3, "total"), Value(3)) << "with the self-check";
    EXPECT_EQ(at(row(all, "C2"), "explanations"), Value(1));
    EXPECT_EQ(at(row(all, "C1"), "reports"), Value(1));
    EXPECT_EQ(column(*burden(as(World::unit("C4")), 2021), "circulars"), Value(List{1}));
}

TEST_F(YearViews, WhatIfShowsTheUnitAndWhoElseMoves) {
    const Scope office = as(World::office(), "year-end");
    Supposed supposed;
    supposed.added.push_back({"2.1", Decimal::whole(2), {}});
    const Value worse = *what_if(office, 2021, "C1", supposed);
    EXPECT_EQ(at(at(worse, "before"), "indicator"), Value("99"));
    EXPECT_EQ(at(at(worse, "after"), "indicator"), Value("89"));
    EXPECT_EQ(at(at(worse, "after"), "rank"), Value(2));
    EXPECT_EQ(column(at(worse, "moved"), "id"), Value(List{"C2"}));
    supposed = {};
    supposed.corrected.push_back({{world().objected}, Decimal::whole(1)});
    supposed.review = Decimal::whole(100);
    const Value better = *what_if(office, 2021, "C2", supposed);
    EXPECT_EQ(at(at(better, "after"), "indicator"), Value("99"));
    EXPECT_EQ(at(at(better, "after"), "total"), Value("99.20"));
    supposed = {};
    supposed.without = {{world().cheap}};
    EXPECT_EQ(at(at(*what_if(office, 2021, "C3", supposed), "after"), "indicator"), Value("91"));
}

/// Before a finding is recorded, its assessor sees what it will cost, and of no other task.
TEST_F(YearViews, ForesightSaysWhatAFindingWouldCost) {
    const Scope assessor = as(World::assessor(), "year-end");
    const auto ask = [](const Scope& scope, const char* branch, std::int64_t value) {
        return foresight(scope, 2021, "C1", {branch, Decimal::whole(value), {}});
    };
    const auto one = ask(assessor, "1.2", 2);
    ASSERT_TRUE(one);
    EXPECT_EQ(at(*one, "taken"), Value("2"));
    EXPECT_EQ(at(*one, "task"), Value("(一)"));
    const auto all = ask(assessor, "1.2", 900);
    ASSERT_TRUE(all);
    EXPECT_EQ(at(*all, "taken"), at(*all, "before")) << "a task has no more than its points";
    EXPECT_EQ(code(ask(assessor, "2.1", 2)), Code::record_unknown) << "another body's task";
    EXPECT_EQ(code(ask(as(World::unit("C2")), "1.2", 2)), Code::record_unknown);
    EXPECT_EQ(code(ask(assessor, "9.9", 2)), Code::branch_unknown);
}

TEST_F(YearViews, WhatIfTellsAUnitNothingOfRanks) {
    Supposed supposed;
    supposed.review = Decimal{};
    const Value own = *what_if(as(World::unit("C1"), "year-end"), 2021, "C1", supposed);
    EXPECT_EQ(at(at(own, "after"), "total"), Value("79.20"));
    for (const char* const key : {"rank", "grade"})
        EXPECT_TRUE(at(at(own, "after"), key).is_null());
    EXPECT_TRUE(at(own, "moved").is_null());
    EXPECT_TRUE(at(own, "turning_point").is_null());
}

TEST_F(YearViews, WhatIfRefusesWhatCannotBe) {
    const Scope office = as(World::office(), "year-end");
    const auto refused = [&](const Supposed& supposed) {
        return code(what_if(office, 2021, "C1", supposed));
    };
    Supposed others;
    others.without = {{world().cheap}};
    EXPECT_EQ(refused(others), Code::record_unknown);
    Supposed unknown_branch;
    unknown_branch.added = {{"9.9", Decimal::whole(1), {}}};
    EXPECT_EQ(refused(unknown_branch), Code::branch_unknown);
    Supposed other_domain;
    other_domain.added = {{"D1.1", Decimal::whole(1), {}}};
    EXPECT_EQ(refused(other_domain), Code::branch_not_in_domain);
    Supposed negative;
    negative.added = {{"1.2", Decimal::whole(-1), {}}};
    EXPECT_EQ(refused(negative), Code::value_out_of_range);
    Supposed above;
    above.review = Decimal::whole(101);
    EXPECT_EQ(refused(above), Code::value_out_of_range);
    EXPECT_EQ(code(what_if(as(World::unit("C1")), 2021, "C2", {})), Code::record_unknown);
}

TEST_F(YearViews, OpenMattersKeepTheYearFromClosing) {
    const Value open = *open_matters(as(World::office()), 2021);
    EXPECT_FALSE(row(open, "requested change " +
                               std::to_string(world().year().indicators.changes.begin()->first.seq))
                     .is_null());
    EXPECT_EQ(code(open_matters(as(World::unit("C1")), 2021)), Code::view_not_permitted);
}

TEST_F(YearViews, TheWorkListOfEachFollowsTheYear) {
    const auto duties = [&](const Actor& actor, const char* moment) {
        return column(*work_list(as(actor, moment)), "duty");
    };
    EXPECT_EQ(duties(World::commission(), "drafting"), Value(List{"consent_to_indicators"}));
    EXPECT_EQ(duties(World::unit("C3"), "monitoring"), Value(List{"answer_matter"}));
    EXPECT_EQ(duties(World::commission(), "grading"),
              Value(List{"approve_grades", "decide_misconduct"}));
    EXPECT_EQ(duties(World::unit("C2"), "publication"), Value(List{"file_explanation"}));
}

/// As-of: the same view of an earlier state is the screen of that time.
TEST_F(YearViews, AnEarlierStateGivesTheScreenOfThatTime) {
    EXPECT_EQ(at(*sheet(as(World::unit("C3"), "year-end"), 2021, "C3"), "indicator"), Value("89"));
    EXPECT_EQ(at(*sheet(as(World::unit("C3")), 2021, "C3"), "indicator"), Value("91"));
    EXPECT_EQ(at(row(*years(as(World::office(), "monitoring")), 2021), "stage"), Value("in_force"));
}

}  // namespace

}  // namespace heng::view::test
