#include "core/act/test_world.hpp"
#include "core/cycle/calendar.hpp"
#include "core/cycle/standing.hpp"

#include <gtest/gtest.h>

namespace heng::act {
namespace {

using test::day;
using test::Object;
using test::small_scheme;
using test::World;
using Codes = std::vector<Code>;

struct IndicatorActs : testing::Test {
    IndicatorActs() {
        world.today = day("2021-02-01");
        world.offer(small_scheme());
    }

    static Object files() {
        return {{"year", 2021}, {"files", Object{{"scheme.yaml", Object{{"id", "small"}}}}}};
    }
    static Object about(std::int64_t draft) { return {{"year", 2021}, {"draft", draft}}; }
    static Object issue(std::int64_t draft, const char* from = "2021-01-01") {
        return {{"year", 2021}, {"draft", draft}, {"from", from}};
    }
    static Object place(const char* domain, const char* task, const char* clause = "") {
        Object out{
            {"year", 2021}, {"domain", domain}, {"text", "每1起扣2分"}, {"reason", "问题突出"}};
        if (*task != 0) out.add("task", task);
        if (*clause != 0) out.add("clause", clause);
        return out;
    }
    std::int64_t consolidated() {
        return world.must(World::office(), "consolidate_indicators", files());
    }
    std::int64_t consented() {
        const auto draft = consolidated();
        world.must(World::commission(), "consent_to_indicators", about(draft));
        return draft;
    }
    void put_in_force() { world.must(World::office(), "issue_indicators", issue(consented())); }

    World world;
};

TEST_F(IndicatorActs, AConsentedDraftBecomesTheFirstEdition) {
    const auto draft = consented();
    world.must(World::office(), "issue_indicators", issue(draft));
    EXPECT_EQ(world.year().stage, cycle::Stage::in_force);
    ASSERT_EQ(world.year().indicators.editions.size(), 1u);
    EXPECT_EQ(world.year().indicators.editions[0],
              (cycle::Edition{"small/1", {draft}, day("2021-01-01")}));
    ASSERT_EQ(world.year().documents.all.size(), 1u);
    EXPECT_EQ(world.year().documents.all[0].kind, cycle::DocumentKind::indicators_issued);
    EXPECT_EQ(world.year().documents.all[0].issuer, "考核办");
    world.confirmed_finding("C1", "1.2", "1");
    EXPECT_EQ(world.events.back().what.edition, "small/1");
}

TEST_F(IndicatorActs, OnlyASchemeThatPassesItsCheckBecomesADraft) {
    world.offer(Issues{{Code::table_sum_differs, {}, {}}, {Code::body_unknown, {}, {}}});
    EXPECT_EQ(world.refusal(World::office(), "consolidate_indicators", files()),
              (Codes{Code::table_sum_differs, Code::body_unknown}));
    EXPECT_TRUE(world.year().indicators.drafts.empty());
}

TEST_F(IndicatorActs, TheSchemeIsOfTheYearAndHasADomainForEveryUnit) {
    scheme::Scheme scheme = small_scheme();
    scheme.year = 2020;
    scheme.domains.pop_back();
    scheme.tables.pop_back();
    world.offer(std::move(scheme));
    EXPECT_EQ(world.refusal(World::office(), "consolidate_indicators", files()),
              (Codes{Code::domain_unknown, Code::domain_unknown, Code::scheme_of_other_year}));
}

/// Enrolling does not wait for the indicators, so their domains are looked at again at issue.
TEST_F(IndicatorActs, AUnitEnrolledInAnUnknownDomainHoldsUpTheIssue) {
    const auto draft = consented();
    world.must(World::office(), "enrol_unit",
               {{"unit", "S1"}, {"name", "一中"}, {"domain", "schools"}});
    EXPECT_EQ(world.refusal(World::office(), "issue_indicators", issue(draft)),
              Codes{Code::domain_unknown});
}

TEST_F(IndicatorActs, A8_8NothingIsIssuedWithoutTheCommissionsConsent) {
    const auto draft = consolidated();
    EXPECT_EQ(world.refusal(World::office(), "issue_indicators", issue(draft)),
              Codes{Code::record_stage_unfit});
    EXPECT_EQ(world.refusal(World::office(), "consent_to_indicators", about(draft)),
              Codes{Code::act_not_permitted});
    Object reason = about(draft);
    reason.add("reason", "分值过高");
    world.must(World::commission(), "return_indicators", reason);
    EXPECT_EQ(world.year().indicators.find_draft({draft})->note, "分值过高");
    EXPECT_EQ(world.refusal(World::commission(), "consent_to_indicators", about(draft)),
              Codes{Code::record_stage_unfit});
    EXPECT_EQ(world.refusal(World::commission(), "return_indicators", reason),
              Codes{Code::record_stage_unfit});
    EXPECT_EQ(world.refusal(World::office(), "issue_indicators", issue(draft)),
              Codes{Code::record_stage_unfit});
    EXPECT_EQ(world.refusal(World::office(), "issue_indicators", issue(draft + 100)),
              Codes{Code::record_unknown});
}

/// Consent is to one table; another one made after it needs its own.
TEST_F(IndicatorActs, OnlyTheNewestDraftGoesOn) {
    const auto first = consented();
    const auto second = consolidated();
    EXPECT_EQ(world.refusal(World::office(), "issue_indicators", issue(first)),
              Codes{Code::draft_superseded});
    EXPECT_EQ(world.refusal(World::office(), "issue_indicators", issue(second)),
              Codes{Code::record_stage_unfit});
}

TEST_F(IndicatorActs, TheFirstEditionHoldsFromADayOfTheYearThatHasCome) {
    const auto draft = consented();
    EXPECT_EQ(world.refusal(World::office(), "issue_indicators", issue(draft, "2020-12-31")),
              Codes{Code::value_out_of_range});
    EXPECT_EQ(world.refusal(World::office(), "issue_indicators", issue(draft, "2021-02-02")),
              Codes{Code::value_out_of_range});
    world.must(World::office(), "issue_indicators", issue(draft, "2021-02-01"));
}

TEST_F(IndicatorActs, NothingIsIssuedBeforeTheYearBegins) {
    world.must(World::office(), "open_year", {{"year", 2022}});
    scheme::Scheme next = small_scheme();
    next.year = 2022;
    world.offer(std::move(next));
    Object body{{"year", 2022}, {"files", Object{{"scheme.yaml", Object{{"id", "next"}}}}}};
    const auto draft = world.must(World::office(), "consolidate_indicators", body);
    world.must(World::commission(), "consent_to_indicators", {{"year", 2022}, {"draft", draft}});
    EXPECT_EQ(world.refusal(World::office(), "issue_indicators",
                            {{"year", 2022}, {"draft", draft}, {"from", "2022-01-01"}}),
              Codes{Code::too_early});
}

TEST_F(IndicatorActs, A8_3AfterTheFirstQuarterTheIssueIsLateButValid) {
    const auto draft = consented();
    const auto last = cycle::issue_due(small_scheme(), 2021);
    ASSERT_EQ(last, day("2021-03-31"));
    world.today = day("2021-04-01");
    EXPECT_EQ(cycle::urgency(*last, world.today), cycle::Urgency::overdue);
    world.must(World::office(), "issue_indicators", issue(draft));
}

TEST_F(IndicatorActs, A8_11AfterIssueNothingOfAnEditionChanges) {
    const auto draft = consented();
    world.must(World::office(), "issue_indicators", issue(draft));
    const Object comment{{"year", 2021}, {"unit", "C1"}, {"text", "建议降低分值"}};
    const Codes locked{Code::cycle_stage_unfit};
    EXPECT_EQ(world.refusal(World::office(), "consolidate_indicators", files()), locked);
    EXPECT_EQ(world.refusal(World::commission(), "consent_to_indicators", about(draft)), locked);
    EXPECT_EQ(world.refusal(World::office(), "issue_indicators", issue(draft)), locked);
    EXPECT_EQ(world.refusal(World::assessor(), "propose_indicator", place("counties", "")), locked);
    EXPECT_EQ(world.refusal(World::unit("C1"), "comment_on_indicators", comment), locked);
}

TEST_F(IndicatorActs, A8_4AssessorsProposeAtTheirOwnPlaceOrSomethingNew) {
    EXPECT_EQ(world.refusal(World::assessor(), "propose_indicator", place("counties", "(一)")),
              Codes{Code::record_unknown});  // there is no table yet
    consolidated();
    world.must(World::assessor(), "propose_indicator", place("counties", "(一)", "1"));
    world.must(World::assessor(), "propose_indicator", place("counties", ""));
    EXPECT_EQ(world.year().indicators.proposals.size(), 2u);
    EXPECT_EQ(world.refusal(World::assessor(), "propose_indicator", place("counties", "(二)")),
              Codes{Code::act_not_permitted});
    EXPECT_EQ(world.refusal(World::assessor(), "propose_indicator", place("counties", "(九)")),
              Codes{Code::record_unknown});
    EXPECT_EQ(world.refusal(World::assessor(), "propose_indicator", place("counties", "(一)", "9")),
              Codes{Code::record_unknown});
    EXPECT_EQ(world.refusal(World::assessor(), "propose_indicator", place("counties", "", "1")),
              Codes{Code::field_missing});
    EXPECT_EQ(world.refusal(World::assessor(), "propose_indicator", place("schools", "")),
              Codes{Code::domain_unknown});
}

/// 【市委老干局】 in a clause: the clause is its own, the task is not.
TEST_F(IndicatorActs, AClauseThatNamesItsAssessorIsThatAssessors) {
    scheme::Scheme scheme = small_scheme();
    scheme.tables[0].categories[0].tasks[0].clauses[1].assessors = {"宣传部"};
    world.offer(std::move(scheme));
    consolidated();
    world.must(World::publicity(), "propose_indicator", place("counties", "(一)", "2"));
    EXPECT_EQ(world.refusal(World::publicity(), "propose_indicator", place("counties", "(一)")),
              Codes{Code::act_not_permitted});
    EXPECT_EQ(world.refusal(World::assessor(), "propose_indicator", place("counties", "(一)", "2")),
              Codes{Code::act_not_permitted});
}

TEST_F(IndicatorActs, A8_5UnitsCommentForThemselves) {
    const Object comment{{"year", 2021}, {"unit", "C1"}, {"text", "建议降低分值"}};
    world.must(World::unit("C1"), "comment_on_indicators", comment);
    EXPECT_EQ(world.year().indicators.comments.begin()->second.unit, "C1");
    EXPECT_EQ(world.refusal(World::unit("C2"), "comment_on_indicators", comment),
              Codes{Code::act_not_permitted});
}

TEST_F(IndicatorActs, ReplayingGivesTheLiveState) {
    World again;
    world.must(World::assessor(), "propose_indicator", place("counties", ""));
    world.must(World::unit("C1"), "comment_on_indicators",
               {{"year", 2021}, {"unit", "C1"}, {"text", "建议降低分值"}});
    Object reason = about(consolidated());
    reason.add("reason", "分值过高");
    world.must(World::commission(), "return_indicators", reason);
    put_in_force();
    for (std::size_t i = again.events.size(); i < world.events.size(); ++i)
        replay(again.state, world.events[i]);
    EXPECT_TRUE(again.state == world.state);
}

/// A8.12 on a year in force with one finding against each of two branches of C1.
struct ChangeOfIndicators : IndicatorActs {
    ChangeOfIndicators() {
        put_in_force();
        world.today = day("2021-06-01");
        counted = world.confirmed_finding("C1", "1.2", "4");
        flat = world.confirmed_finding("C2", "1.1", "1");
        change = world.must(World::assessor(), "request_change", place("counties", "(一)", "2"));
        cheaper = small_scheme();
        clause(cheaper, 1).branches[0].points = *Decimal::parse("0.5");
        world.offer(cheaper);
    }

    static scheme::Clause& clause(scheme::Scheme& scheme, std::size_t index) {
        return scheme.tables[0].categories[0].tasks[0].clauses[index];
    }
    Object refuse() const {
        return {{"year", 2021}, {"change", change}, {"answer", "refuse"}, {"reason", "无必要"}};
    }
    Object grant(const char* from = "2021-07-01") const {
        return {{"year", 2021},
                {"change", change},
                {"answer", "grant"},
                {"reason", "省委有新部署"},
                {"files", Object{{"scheme.yaml", Object{{"id", "small"}}}}},
                {"from", from}};
    }
    const ledger::Object& recorded_run() const {
        return *world.events.back().what.body.find("dry_run")->object();
    }

    std::int64_t counted = 0;
    std::int64_t flat = 0;
    std::int64_t change = 0;
    scheme::Scheme cheaper;
};

TEST_F(ChangeOfIndicators, IsRequestedByTheAssessorOfThePlaceOnceInForce) {
    EXPECT_EQ(world.refusal(World::publicity(), "request_change", place("counties", "(一)")),
              Codes{Code::act_not_permitted});
    world.must(World::office(), "open_year", {{"year", 2022}});
    Object early = place("counties", "(一)");
    Object next;
    for (const ledger::Member& member : early.members())
        next.add(member.key, member.key == "year" ? ledger::Value(2022) : member.value);
    EXPECT_EQ(world.refusal(World::assessor(), "request_change", next),
              Codes{Code::cycle_stage_unfit});
}

TEST_F(ChangeOfIndicators, RefusedItLeavesTheEditionAlone) {
    Object with_files = refuse();
    with_files.add("files", Object{{"scheme.yaml", Object{{"id", "small"}}}});
    EXPECT_EQ(world.refusal(World::office(), "decide_change", with_files),
              Codes{Code::field_unknown});
    world.must(World::office(), "decide_change", refuse());
    EXPECT_EQ(world.year().indicators.editions.size(), 1u);
    EXPECT_EQ(world.year().indicators.changes.at({change}).answer, "无必要");
    EXPECT_EQ(world.refusal(World::office(), "decide_change", grant()),
              Codes{Code::record_stage_unfit});
}

TEST_F(ChangeOfIndicators, GrantedItIsANewEditionFromItsDayOn) {
    const auto granted = world.must(World::office(), "decide_change", grant());
    ASSERT_EQ(world.year().indicators.editions.size(), 2u);
    EXPECT_EQ(world.year().indicators.editions[1],
              (cycle::Edition{"small/2", {granted}, day("2021-07-01")}));
    EXPECT_EQ(world.year().indicators.editions[0].id, "small/1");
    EXPECT_EQ(world.year().documents.all.size(), 2u);
    world.today = day("2021-06-30");
    world.confirmed_finding("C3", "1.2", "1");
    EXPECT_EQ(world.events.back().what.edition, "small/1");
    world.today = day("2021-07-01");
    world.confirmed_finding("C3", "1.2", "1");
    EXPECT_EQ(world.events.back().what.edition, "small/2");
}

/// Until its day the new edition may not decide what can be recorded.
TEST_F(ChangeOfIndicators, BeforeItsDayTheOldEditionIsAskedAboutFindings) {
    scheme::Scheme more = small_scheme();
    scheme::Branch added = clause(more, 0).branches[0];
    added.id = "1.9";
    clause(more, 0).branches.push_back(added);
    world.offer(std::move(more));
    world.must(World::office(), "decide_change", grant());
    const Object fact{{"year", 2021},
                      {"unit", "C1"},
                      {"branch", "1.9"},
                      {"value", "1"},
                      {"occurred_on", "2021-05-01"},
                      {"note", "未按要求落实"}};
    EXPECT_EQ(world.refusal(World::assessor(), "record_finding", fact),
              Codes{Code::branch_unknown});
    world.today = day("2021-07-01");
    world.must(World::assessor(), "record_finding", fact);
}

TEST_F(ChangeOfIndicators, TheDryRunIsRecordedWithTheDecision) {
    world.must(World::office(), "decide_change", grant());
    const ledger::List& moves = *recorded_run().find("moves")->list();
    const Object expected{
        {"unit", "C1"},    {"total_before", "76.8"}, {"total_after", "78.4"}, {"rank_before", 4},
        {"rank_after", 3}, {"grade_before", "fair"}, {"grade_after", "fair"}};
    ASSERT_FALSE(moves.empty());
    EXPECT_TRUE(moves[0] == ledger::Value(expected));
}

TEST_F(ChangeOfIndicators, FindingsMayLoseTheirClauseOnlyWithAReason) {
    scheme::Scheme without = small_scheme();
    auto& clauses = without.tables[0].categories[0].tasks[0].clauses;
    clauses.erase(clauses.begin());
    world.offer(std::move(without));
    EXPECT_EQ(world.refusal(World::office(), "decide_change", grant()),
              Codes{Code::findings_disturbed});
    Object explained = grant();
    explained.add("reason_for_findings", "该项任务已取消，不再扣分");
    world.must(World::office(), "decide_change", explained);
    EXPECT_TRUE(*recorded_run().find("without_clause") == ledger::Value(ledger::List{flat}));
}

TEST_F(ChangeOfIndicators, NeedsASchemeADayAndADifference) {
    EXPECT_EQ(
        world.refusal(
            World::office(), "decide_change",
            {{"year", 2021}, {"change", change}, {"answer", "grant"}, {"reason", "省委有新部署"}}),
        (Codes{Code::field_missing, Code::field_missing}));
    world.offer(small_scheme());
    EXPECT_EQ(world.refusal(World::office(), "decide_change", grant()),
              Codes{Code::scheme_unchanged});
    world.offer(Issues{{Code::table_sum_differs, {}, {}}});
    EXPECT_EQ(world.refusal(World::office(), "decide_change", grant()),
              Codes{Code::table_sum_differs});
    Object unknown{
        {"year", 2021}, {"change", change + 100}, {"answer", "refuse"}, {"reason", "无"}};
    EXPECT_EQ(world.refusal(World::office(), "decide_change", unknown),
              Codes{Code::record_unknown});
}

TEST_F(ChangeOfIndicators, NeverHoldsForDaysThatArePast) {
    EXPECT_EQ(world.refusal(World::office(), "decide_change", grant("2021-05-31")),
              Codes{Code::value_out_of_range});
    EXPECT_EQ(world.refusal(World::office(), "decide_change", grant("2022-01-01")),
              Codes{Code::value_out_of_range});
    world.today = day("2022-01-04");
    EXPECT_EQ(world.refusal(World::office(), "decide_change", grant("2022-01-04")),
              Codes{Code::window_closed});
}

/// Sheets are then being settled; what was asked before can still be refused, so that nothing stays
/// open.
TEST_F(ChangeOfIndicators, AtTheYearsEndItCanOnlyBeRefused) {
    world.state.cycles.at(2021).stage = cycle::Stage::year_end;
    EXPECT_EQ(world.refusal(World::office(), "decide_change", grant()),
              Codes{Code::cycle_stage_unfit});
    world.must(World::office(), "decide_change", refuse());
}

TEST_F(ChangeOfIndicators, ReplayingGivesTheLiveState) {
    world.must(World::office(), "decide_change", grant());
    World again;
    for (std::size_t i = again.events.size(); i < world.events.size(); ++i)
        replay(again.state, world.events[i]);
    EXPECT_TRUE(again.state == world.state);
}

}  // namespace
}  // namespace heng::act
