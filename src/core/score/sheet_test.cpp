#include "core/score/sheet.hpp"

#include "core/score/test_scheme.hpp"

#include <gtest/gtest.h>

namespace heng::score {
namespace {

using namespace test;
using scheme::Effect;
using scheme::Partial;

/// What `value` costs by `branch` alone, in a task of 10 points.
std::string cost(scheme::Branch branch, std::string_view value) {
    const scheme::Scheme scheme = scheme_of({task_of("10", {std::move(branch)})});
    const Rules rules = compile(scheme, scheme.tables.front());
    return Decimal::of_units(amount(rules.branches.front(), dec(value).units())).text();
}

TEST(Amount, OnceCostsThePointsHoweverOften) {
    EXPECT_EQ(cost(once("a", "2"), "1"), "2");
    EXPECT_EQ(cost(once("a", "2"), "3"), "2");
    EXPECT_EQ(cost(once("a", "2"), "0"), "0");
}

TEST(Amount, EachCostsPointsForEveryFinishedStep) {
    EXPECT_EQ(cost(each("a", "0.5"), "3"), "1.5");
    EXPECT_EQ(cost(each("a", "1", "10"), "9.9999"), "0");
    EXPECT_EQ(cost(each("a", "1", "10"), "10"), "1");
    EXPECT_EQ(cost(each("a", "1", "10"), "29"), "2");
    EXPECT_EQ(cost(each("a", "1", "0.5"), "1.4"), "2");
}

TEST(Amount, AnUnfinishedStepCostsAWholeStepOrItsShareWhereTheTextSaysSo) {
    const scheme::Branch each_ten = each("a", "1", "10");
    EXPECT_EQ(cost(partial(each_ten, Partial::up), "25"), "3");
    EXPECT_EQ(cost(partial(each_ten, Partial::up), "20"), "2");
    EXPECT_EQ(cost(partial(each_ten, Partial::up), "0"), "0");
    EXPECT_EQ(cost(partial(each_ten, Partial::proportional), "25"), "2.5");
    EXPECT_EQ(cost(partial(each("a", "1", "3"), Partial::proportional), "1"), "0.3333");
    EXPECT_EQ(cost(partial(each("a", "2", "3"), Partial::proportional), "1"), "0.6667");
}

TEST(Amount, ShortfallCostsWhatIsMissingToTheTarget) {
    const scheme::Branch at_least_four = shortfall("a", "0.5", "1", "4");
    EXPECT_EQ(cost(at_least_four, "1"), "1.5");
    EXPECT_EQ(cost(at_least_four, "4"), "0");
    EXPECT_EQ(cost(at_least_four, "7"), "0") << "more than demanded is no gain";
    EXPECT_EQ(cost(at_least_four, "-1"), "2.5") << "a growth rate may be negative";
}

TEST(Amount, AGapIsStatedByTheFindingWhereTheSchemeHasNoFigure) {
    EXPECT_EQ(cost(shortfall("a", "0.1", "5"), "4.9"), "0");
    EXPECT_EQ(cost(shortfall("a", "0.1", "5"), "9.9"), "0.1");
    EXPECT_EQ(cost(excess("a", "0.1", "1"), "3"), "0.3");
}

TEST(Amount, ExcessCostsWhatLiesBeyondTheTarget) {
    EXPECT_EQ(cost(excess("a", "0.1", "1", "3"), "5"), "0.2");
    EXPECT_EQ(cost(excess("a", "0.1", "1", "3"), "3"), "0");
    EXPECT_EQ(cost(excess("a", "0.1", "1", "3"), "1"), "0");
}

TEST(Amount, ALevelCostsItsPointsAndARangeWhatWasChosen) {
    EXPECT_EQ(cost(level("a", "1.5", "差"), "1"), "1.5");
    EXPECT_EQ(cost(level("a", "1.5", "差"), "0"), "0");
    EXPECT_EQ(cost(range("a", "1", "3"), "2.5"), "2.5");
}

TEST(Amount, AbsurdQuantitiesStopFarBelowOverflow) {
    const scheme::Branch huge = each("a", "999999999999", "0.0001");
    EXPECT_EQ(cost(huge, "100000000"), Decimal::of_units(all_points).text());
}

TEST(Sheet, BeginsWithTheTableAndLosesWhatIsTaken) {
    const scheme::Scheme scheme = scheme_of({task_of("3", {once("a", "1")}), task_of("5", {})});
    const Rules rules = compile(scheme, scheme.tables.front());
    Sheet sheet(rules);
    EXPECT_EQ(sheet.indicator_score(), 80'000);
    EXPECT_EQ(sheet.apply(0, Decimal::one).taken, 10'000);
    EXPECT_EQ(sheet.indicator_score(), 70'000);
}

TEST(Sheet, ClearBeginsTheNextUnitWithNothingOfTheLast) {
    scheme::Scheme scheme = scheme_of(
        {task("9", {clause({capped(each("each", "1", "2"), "3")}), clause({once("once", "2")}),
                    clause({level("good", "1", "良"), level("bad", "3", "差")}),
                    clause({without_amount("zero", Effect::zero)}),
                    clause({without_amount("veto", Effect::veto)}),
                    clause({award(capped(each("award", "1"), "1"))})})});
    const std::vector<Fact> facts{{"each", "3"}, {"each", "1"}, {"once", "1"},  {"good", "1"},
                                  {"bad", "1"},  {"zero", "1"}, {"award", "5"}, {"veto", "1"}};
    for (const scheme::Floor floor :
         {scheme::Floor::task, scheme::Floor::category, scheme::Floor::none}) {
        scheme.settings.floor = floor;
        const Rules rules = compile(scheme, scheme.tables.front());
        Sheet reused(rules);
        std::vector<std::int64_t> first;
        for (int unit = 0; unit < 3; ++unit) {
            std::vector<std::int64_t> taken;
            for (const Finding& finding : findings_of(rules, facts)) {
                taken.push_back(reused.apply(finding.branch, finding.value.units()).taken);
            }
            EXPECT_TRUE(reused.is_vetoed());
            if (unit == 0) first = taken;
            EXPECT_EQ(taken, first);
            reused.clear();
            EXPECT_FALSE(reused.is_vetoed());
            EXPECT_EQ(reused.indicator_score(), rules.points);
        }
    }
}

TEST(Sheet, CountsOfOneBranchFinishAStepTogether) {
    const scheme::Scheme scheme = scheme_of({task_of("9", {each("a", "1", "10")})});
    const Rules rules = compile(scheme, scheme.tables.front());
    Sheet sheet(rules);
    const Claim first = sheet.apply(0, dec("6").units());
    EXPECT_EQ(first.taken, 0);
    EXPECT_EQ(first.reason, Reason::below_step);
    const Claim second = sheet.apply(0, dec("6").units());
    EXPECT_EQ(second.taken, 10'000);
    EXPECT_EQ(second.reason, Reason::none);
}

}  // namespace
}  // namespace heng::score
