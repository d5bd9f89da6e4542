#include "core/grade/turning_point.hpp"

#include "core/score/test_scheme.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <bit>
#include <cstdlib>

namespace heng::grade {
namespace {

using namespace score::test;
using score::Finding;

/// Ten units, so three places for 好; ours is graded beside nine whose totals are given.
struct World {
    scheme::Scheme scheme;
    score::Rules rules;
    std::vector<Finding> findings;
    std::vector<Standing> standings;

    World(scheme::Scheme built, const std::vector<Fact>& facts,
          const std::vector<std::string>& others)
        : scheme(std::move(built)), rules(score::compile(scheme, scheme.tables.front())) {
        scheme.composition.indicators_full = scheme.tables.front().points;
        scheme.composition.review_full = Decimal::whole(100);
        findings = findings_of(rules, facts);
        for (const std::string& total : others) standings.push_back({dec(total)});
        standings.push_back({});
        standings.back() = restand(unit(), findings);
    }

    UnitInDomain unit() const {
        return {scheme,   rules, standings, standings.size() - 1, Decimal::whole(100),
                findings, false};
    }
};

/// Worlds are small and quick, so many are tried; RC_PARAMS from outside still counts.
const int more_worlds = setenv("RC_PARAMS", "max_success=1000", 0);

const std::vector<std::string> nine_others{"99", "98", "90", "85", "80", "70", "60", "50", "40"};

TEST(TurningPoint, NamesTheOneFindingThatCostThePlace) {
    // 100 points; without the 6 points our unit has 98.4 and the third place.
    const World world(scheme_of({task_of("100", {once("a", "6"), once("b", "2")})}), {{"b"}, {"a"}},
                      {"99", "98.5", "95", "85", "80", "70", "60", "50", "40"});
    const auto found = turning_point(world.unit());
    ASSERT_TRUE(found);
    EXPECT_EQ(found->findings, std::vector<std::size_t>{1});
    EXPECT_EQ(found->grade, scheme::Grade::good);
    EXPECT_EQ(found->total, dec("98.4"));
    EXPECT_TRUE(found->proven_smallest);
}

TEST(TurningPoint, GoesBelowACapThatIsOverdrawnBeforeAnythingIsGained) {
    // The task has 10 points to lose and three findings of 8 each: one or two fewer change nothing.
    const World world(scheme_of({task_of("10", {each("a", "8")}), task_of("90", {once("b", "1")})}),
                      {{"a"}, {"a"}, {"a"}},
                      {"99", "98", "97", "85", "80", "70", "60", "50", "40"});
    const auto found = turning_point(world.unit());
    ASSERT_TRUE(found);
    EXPECT_EQ(found->findings.size(), 3U);
}

TEST(TurningPoint, ACaseFallsBackToItsNextClause) {
    // Dropping the costly finding of the case leaves the cheaper one in force.
    const World world(scheme_of({task_of("100", {once("a", "9"), once("b", "8")})}),
                      {{"a", "1", "x"}, {"b", "1", "x"}},
                      {"99", "98", "97", "85", "80", "70", "60", "50", "40"});
    const auto found = turning_point(world.unit());
    ASSERT_TRUE(found);
    EXPECT_EQ(found->findings.size(), 2U);
}

TEST(TurningPoint, AVetoIsLiftedOnlyWithAllItsFindings) {
    const World world(
        scheme_of({task_of("100", {without_amount("v", scheme::Effect::veto), once("a", "1")})}),
        {{"v"}, {"a"}, {"v"}}, nine_others);
    const auto found = turning_point(world.unit());
    ASSERT_TRUE(found);
    EXPECT_EQ(found->findings, (std::vector<std::size_t>{0, 2}));
}

TEST(TurningPoint, IsAbsentWhereNothingCanImprove) {
    const World best(scheme_of({task_of("100", {once("a", "1")})}), {},
                     {"90", "80", "70", "60", "50", "40", "30", "20", "10"});
    EXPECT_FALSE(turning_point(best.unit()));
}

/// The smallest set by trying every subset.
std::optional<int> smallest_by_trial(const World& world) {
    const UnitInDomain unit = world.unit();
    const scheme::Grade now = regrade(unit, world.findings).grade;
    std::optional<int> smallest;
    for (unsigned set = 1; set < 1U << world.findings.size(); ++set) {
        std::vector<Finding> kept;
        for (std::size_t i = 0; i < world.findings.size(); ++i) {
            if ((set >> i & 1U) == 0) kept.push_back(world.findings[i]);
        }
        const int count = std::popcount(set);
        if (smallest && *smallest <= count) continue;
        if (regrade(unit, kept).grade < now) smallest = count;
    }
    return smallest;
}

scheme::Scheme random_scheme() {
    const auto points = [] { return std::to_string(*rc::gen::inRange(1, 9)); };
    return scheme_of(
        {task_of("12",
                 {each("a", points()), once("b", points()), shortfall("c", points(), "1", "3")}),
         task("10", {clause({level("d", points(), "中"), level("e", points(), "差")}),
                     clause({capped(each("f", points(), "2"), points())})}),
         task("8", {clause({capped_together(each("g", points()), "5"),
                            capped_together(once("h", points()), "5")})}),
         task_of("70", {without_amount("z", scheme::Effect::zero), each("i", points())})});
}

RC_GTEST_PROP(TurningPointProperty, IsAsSmallAsTryingEverySubsetFinds, ()) {
    const std::vector<std::string> ids{"a", "b", "c", "d", "e", "f", "g", "h", "i"};
    std::vector<Fact> facts;
    const int count = *rc::gen::inRange(0, 8);
    for (int i = 0; i < count; ++i) {
        Fact fact{*rc::gen::elementOf(ids), std::to_string(*rc::gen::inRange(0, 4))};
        if (*rc::gen::inRange(0, 3) == 0)
            fact.case_id = *rc::gen::elementOf(std::vector<std::string>{"x", "y"});
        facts.push_back(fact);
    }
    std::vector<std::string> others;
    for (int i = 0; i < 9; ++i) others.push_back(std::to_string(*rc::gen::inRange(70, 101)));
    const World world(random_scheme(), facts, others);
    const auto found = turning_point(world.unit());
    const auto smallest = smallest_by_trial(world);
    RC_ASSERT(found.has_value() == smallest.has_value());
    if (found) RC_ASSERT(static_cast<int>(found->findings.size()) == *smallest);
}

}  // namespace
}  // namespace heng::grade
