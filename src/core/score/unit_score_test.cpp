#include "core/score/unit_score.hpp"

#include "core/score/test_scheme.hpp"

#include <gtest/gtest.h>

namespace heng::score {
namespace {

using namespace test;
using scheme::Effect;
using scheme::Floor;
using scheme::SameCase;

/// What each fact was asked and cost, and why: "2/2", "2/0 already_counted".
std::vector<std::string> explained(const scheme::Scheme& scheme, const std::vector<Fact>& facts) {
    std::vector<std::string> lines;
    for (const Deduction& deduction : score_facts(scheme, facts).deductions) {
        std::string line = deduction.asked.text() + "/" + deduction.taken.text();
        if (deduction.reason != Reason::none) line += " " + std::string(name(deduction.reason));
        lines.push_back(std::move(line));
    }
    return lines;
}

using Lines = std::vector<std::string>;

TEST(UnitScore, WithoutFindingsKeepsEveryPoint) {
    const UnitScore score = score_facts(scheme_of({task_of("3", {once("a", "1")})}), {});
    EXPECT_EQ(score.points, dec("3"));
    EXPECT_EQ(score.indicator, dec("3"));
    EXPECT_EQ(score.tasks.at(0).score(), dec("3"));
    EXPECT_TRUE(score.deductions.empty());
    EXPECT_FALSE(score.vetoed);
}

TEST(UnitScore, FlatDeductionCostsOnce) {
    const scheme::Scheme scheme = scheme_of({task_of("5", {once("a", "2")})});
    EXPECT_EQ(explained(scheme, {{"a"}, {"a"}}), (Lines{"2/2", "2/0 already_counted"}));
}

TEST(UnitScore, EqualBranchesCountEach) {
    const scheme::Scheme scheme =
        scheme_of({task("5", {clause({once("a", "1"), once("b", "1")})})});
    EXPECT_EQ(lost(scheme, {{"a"}, {"b"}}), "2");
}

TEST(UnitScore, OfSeveralMeasuresTheWorstCounts) {
    const scheme::Scheme scheme = scheme_of({task_of("5", {shortfall("a", "0.5", "1", "4")})});
    EXPECT_EQ(explained(scheme, {{"a", "2"}, {"a", "3"}, {"a", "1"}, {"a", "4"}}),
              (Lines{"1/1", "0.5/0 worse_counts", "1.5/0.5 worse_counts", "0/0 below_step"}));
}

TEST(UnitScore, OfTheLevelsOfAClauseTheCostliestApplies) {
    const scheme::Scheme scheme = scheme_of(
        {task("5", {clause({level("a", "0.5", "逐步净化"), level("b", "2", "趋于恶化")})})});
    EXPECT_EQ(explained(scheme, {{"a"}, {"b"}}), (Lines{"0.5/0.5", "2/1.5 worse_counts"}));
    EXPECT_EQ(explained(scheme, {{"b"}, {"a"}}), (Lines{"2/2", "0.5/0 worse_counts"}));
}

TEST(UnitScore, LevelsThatAddDoNotExcludeLevelsThatDeduct) {
    const scheme::Scheme scheme =
        scheme_of({task("5", {clause({award(level("a", "2", "优")), level("b", "1", "差")})})});
    EXPECT_EQ(lost(scheme, {{"a"}, {"b"}}), "-1");
    EXPECT_EQ(lost(scheme, {{"b"}, {"a"}}), "-1");
}

TEST(UnitScore, ALevelIsComparedByWhatItsCapLeaves) {
    const scheme::Scheme scheme = scheme_of(
        {task("9", {clause({capped(level("a", "5", "差"), "3"), level("b", "2", "中")})})});
    EXPECT_EQ(lost(scheme, {{"a"}, {"b"}}), "3");
    EXPECT_EQ(lost(scheme, {{"b"}, {"a"}}), "3");
    EXPECT_EQ(explained(scheme, {{"a"}}), (Lines{"3/3"}));
}

TEST(UnitScore, CapOfABranchStopsIt) {
    const scheme::Scheme scheme = scheme_of({task_of("9", {capped(each("a", "0.5"), "2")})});
    EXPECT_EQ(explained(scheme, {{"a", "3"}, {"a", "3"}, {"a", "1"}}),
              (Lines{"1.5/1.5", "1.5/0.5 cap_reached", "0.5/0 cap_reached"}));
}

TEST(UnitScore, SharedCapIsUsedUpByTheEarlierFinding) {
    const scheme::Scheme scheme =
        scheme_of({task("9", {clause({capped_together(each("a", "1"), "2"),
                                      capped_together(each("b", "1"), "2"), each("c", "1")})})});
    EXPECT_EQ(explained(scheme, {{"b", "1"}, {"a", "3"}, {"c", "1"}}),
              (Lines{"1/1", "3/1 cap_reached", "1/1"}));
}

TEST(UnitScore, SharedCapOfAwardsIsNotUsedUpByDeductions) {
    const scheme::Scheme scheme =
        scheme_of({task("9", {clause({award(capped_together(each("a", "1"), "3")),
                                      capped_together(each("b", "1"), "3")})})});
    EXPECT_EQ(lost(scheme, {{"a", "2"}, {"b", "2"}}), "0");
    EXPECT_EQ(lost(scheme, {{"b", "2"}, {"a", "2"}}), "0");
}

TEST(UnitScore, TaskLosesAtMostItsPoints) {
    const scheme::Scheme scheme =
        scheme_of({task_of("3", {each("a", "1"), once("b", "2")}), task_of("4", {})});
    const std::vector<Fact> facts{{"a", "2"}, {"b"}, {"a", "1"}};
    EXPECT_EQ(explained(scheme, facts), (Lines{"2/2", "2/1 floor_reached", "1/0 floor_reached"}));
    const UnitScore score = score_facts(scheme, facts);
    EXPECT_EQ(score.tasks.at(0).score(), dec("0"));
    EXPECT_EQ(score.indicator, dec("4"));
}

TEST(UnitScore, CategoryFloorLetsATaskLoseMoreThanItHas) {
    scheme::Scheme scheme =
        scheme_of_categories({{task_of("2", {each("a", "1")}), task_of("3", {each("b", "1")})},
                              {task_of("5", {each("c", "1")})}});
    scheme.settings.floor = Floor::category;
    const UnitScore score = score_facts(scheme, {{"a", "4"}, {"b", "2"}, {"c", "1"}});
    EXPECT_EQ(score.tasks.at(0).lost, dec("4"));
    EXPECT_EQ(score.tasks.at(1).lost, dec("1"));
    EXPECT_EQ(score.indicator, dec("4"));
}

TEST(UnitScore, WithoutFloorAScoreMayFallBelowZero) {
    scheme::Scheme scheme = scheme_of({task_of("2", {each("a", "1")})});
    scheme.settings.floor = Floor::none;
    EXPECT_EQ(score_facts(scheme, {{"a", "5"}}).indicator, dec("-3"));
}

TEST(UnitScore, ZeroTakesWhatTheTaskStillHas) {
    const scheme::Scheme scheme = scheme_of(
        {task_of("5", {once("a", "2"), without_amount("zero", Effect::zero)}), task_of("3", {})});
    EXPECT_EQ(explained(scheme, {{"zero"}}), (Lines{"5/5"}));
    EXPECT_EQ(explained(scheme, {{"a"}, {"zero"}}), (Lines{"2/2", "5/3 floor_reached"}));
    EXPECT_EQ(explained(scheme, {{"zero"}, {"a"}}), (Lines{"5/5", "2/0 floor_reached"}));
}

TEST(UnitScore, ZeroNeverCostsMoreThanTheTaskWhateverTheFloor) {
    scheme::Scheme scheme = scheme_of(
        {task_of("5", {each("a", "1"), without_amount("zero", Effect::zero)}), task_of("9", {})});
    for (const Floor floor : {Floor::category, Floor::none}) {
        scheme.settings.floor = floor;
        EXPECT_EQ(lost(scheme, {{"a", "2"}, {"zero"}}), "5");
        EXPECT_EQ(lost(scheme, {{"zero"}, {"a", "2"}}), "5");
        EXPECT_EQ(lost(scheme, {{"a", "7"}, {"zero"}}), "7") << "not fewer than without it";
        EXPECT_EQ(lost(scheme, {{"zero"}, {"a", "7"}}), "7");
    }
}

TEST(UnitScore, AwardAddsBesideWhatWasLost) {
    const scheme::Scheme scheme =
        scheme_of({task_of("3", {once("a", "1"), award(capped(each("b", "0.5"), "1"))})});
    const UnitScore score = score_facts(scheme, {{"a"}, {"b", "3"}});
    EXPECT_EQ(score.tasks.at(0).lost, dec("1"));
    EXPECT_EQ(score.tasks.at(0).gained, dec("1"));
    EXPECT_EQ(score.indicator, dec("3"));
    EXPECT_EQ(score.deductions.at(1).reason, Reason::cap_reached);
}

TEST(UnitScore, VetoCostsNothingAndIsRemembered) {
    const scheme::Scheme scheme = scheme_of({task_of("3", {without_amount("veto", Effect::veto)})});
    EXPECT_FALSE(score_facts(scheme, {{"veto", "0"}}).vetoed);
    const UnitScore score = score_facts(scheme, {{"veto", "1"}});
    EXPECT_TRUE(score.vetoed);
    EXPECT_EQ(score.indicator, dec("3"));
}

TEST(SameCase, CostsOnceAtTheCostliestClause) {
    scheme::Scheme scheme = scheme_of({task(
        "9", {clause({each("central", "0.5"), each("provincial", "0.3"), each("city", "0.1")})})});
    const std::vector<Fact> facts{
        {"city", "1", "C1"}, {"central", "1", "C1"}, {"provincial", "1", "C2"}};
    EXPECT_EQ(explained(scheme, facts), (Lines{"0.1/0 same_case", "0.5/0.5", "0.3/0.3"}));
    EXPECT_EQ(score_facts(scheme, facts).deductions.at(0).winner, 1U);
    scheme.settings.same_case = SameCase::every;
    EXPECT_EQ(explained(scheme, facts), (Lines{"0.1/0.1", "0.5/0.5", "0.3/0.3"}));
}

TEST(SameCase, SeenThreeTimesIsOneFinding) {
    const scheme::Scheme scheme = scheme_of({task_of("9", {each("a", "1")})});
    EXPECT_EQ(
        explained(scheme,
                  {{"a", "1", "C1"}, {"a", "1", "C1"}, {"a", "2", "C1"}, {"a", "1"}, {"a", "1"}}),
        (Lines{"1/0 same_case", "1/0 same_case", "2/2", "1/1", "1/1"}));
}

TEST(SameCase, ComparesWhatEachClauseCouldTakeAlone) {
    const scheme::Scheme scheme =
        scheme_of({task_of("9", {capped(each("a", "1"), "2"), once("b", "3")}),
                   task_of("1", {once("c", "4")})});
    EXPECT_EQ(lost(scheme, {{"a", "5", "C1"}, {"b", "1", "C1"}}), "3")
        << "a asks 5 but is capped at 2";
    EXPECT_EQ(lost(scheme, {{"c", "1", "C1"}, {"b", "1", "C1"}}), "3") << "the task of c holds 1";
}

TEST(SameCase, OfEqualClausesTheFirstOfTheTableCountsInAnyOrder) {
    const scheme::Scheme scheme = scheme_of(
        {task_of("2", {once("a", "2"), once("rest", "2")}), task_of("9", {once("b", "2")})});
    EXPECT_EQ(lost(scheme, {{"rest"}, {"a", "1", "C1"}, {"b", "1", "C1"}}), "2");
    EXPECT_EQ(lost(scheme, {{"rest"}, {"b", "1", "C1"}, {"a", "1", "C1"}}), "2");
}

TEST(SameCase, OfUnfinishedStepsTheLargerCountsInAnyOrder) {
    const scheme::Scheme scheme = scheme_of({task_of("9", {each("a", "1", "10")})});
    EXPECT_EQ(lost(scheme, {{"a", "3", "C1"}, {"a", "6", "C1"}, {"a", "4"}}), "1");
    EXPECT_EQ(lost(scheme, {{"a", "6", "C1"}, {"a", "3", "C1"}, {"a", "4"}}), "1");
}

TEST(SameCase, LeavesAwardsAndVetoesAlone) {
    const scheme::Scheme scheme = scheme_of({task_of(
        "9", {once("a", "2"), award(once("b", "1")), without_amount("veto", Effect::veto)})});
    const UnitScore score =
        score_facts(scheme, {{"a", "1", "C1"}, {"b", "1", "C1"}, {"veto", "1", "C1"}});
    EXPECT_EQ(score.indicator, dec("8"));
    EXPECT_TRUE(score.vetoed);
}

/// The convention is about the clause, not about what its task has left; a person may decide
/// otherwise.
TEST(SameCase, CountsAtItsHighestClauseEvenWhereThatTaskIsExhausted) {
    const scheme::Scheme scheme = scheme_of(
        {task_of("3", {once("a", "3"), once("high", "3")}), task_of("9", {once("low", "1")})});
    EXPECT_EQ(explained(scheme, {{"a"}, {"high", "1", "C1"}, {"low", "1", "C1"}}),
              (Lines{"3/3", "3/0 floor_reached", "1/0 same_case"}));
}

std::string violated(scheme::Branch branch, std::string_view value) {
    const scheme::Scheme scheme = scheme_of({task_of("9", {std::move(branch)})});
    const Rules rules = compile(scheme, scheme.tables.front());
    return range_violated(rules.branches.front(), dec(value));
}

TEST(RangeViolated, CountsGapsAndLevelsAreNotNegative) {
    EXPECT_EQ(violated(each("a", "1"), "0"), "");
    EXPECT_EQ(violated(each("a", "1"), "-1"), "≥ 0");
    EXPECT_EQ(violated(shortfall("a", "1", "1"), "-0.5"), "≥ 0");
    EXPECT_EQ(violated(shortfall("a", "1", "1", "4"), "-0.5"), "") << "a measure may be negative";
    EXPECT_EQ(violated(each("a", "1"), "100000000"), "");
    EXPECT_NE(violated(each("a", "1"), "100000000.0001"), "");
    EXPECT_NE(violated(shortfall("a", "1", "1", "4"), "-100000001"), "");
}

TEST(RangeViolated, ChosenPointsStayWithinTheRange) {
    EXPECT_EQ(violated(range("a", "1", "3"), "1"), "");
    EXPECT_EQ(violated(range("a", "1", "3"), "3"), "");
    EXPECT_EQ(violated(range("a", "1", "3"), "0.9"), "1–3");
    EXPECT_NE(violated(range("a", "1", "3"), "3.1"), "");
    EXPECT_NE(violated(range("a", "2", "2"), "2.1"), "")
        << "a range of one amount is still a range";
    scheme::Branch up_to = range("a", "1", "3");
    up_to.points = std::nullopt;
    EXPECT_EQ(violated(up_to, "0"), "") << "扣3分以内";
    EXPECT_NE(violated(up_to, "3.5"), "");
    scheme::Branch open = once("a", "1");
    open.points = std::nullopt;
    EXPECT_EQ(violated(open, "7"), "") << "酌情扣分";
}

TEST(Reasons, HaveAnIdentifierAndASentenceInBothLanguages) {
    for (int i = 1; i <= static_cast<int>(Reason::same_case); ++i) {
        const auto reason = static_cast<Reason>(i);
        EXPECT_FALSE(name(reason).empty());
        EXPECT_FALSE(sentence(reason, Language::zh).empty());
        EXPECT_FALSE(sentence(reason, Language::en).empty());
    }
    EXPECT_EQ(name(Reason::none), "");
    EXPECT_EQ(name(Reason::same_case), "same_case");
}

}  // namespace
}  // namespace heng::score
