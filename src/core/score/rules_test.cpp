#include "core/score/rules.hpp"

#include "core/score/test_scheme.hpp"

#include <gtest/gtest.h>

namespace heng::score {
namespace {

using namespace test;
using scheme::Effect;
using scheme::Floor;
using scheme::Partial;
using scheme::ValueMeaning;

Rules rules_of(const scheme::Scheme& scheme) {
    return compile(scheme, scheme.tables.front());
}

const Rule& rule(const Rules& rules, std::string_view id) {
    return rules.branches[rules.find(id).value()];
}

TEST(Rules, FindBranchesByIdAndLeadBackToTheirPlace) {
    const scheme::Scheme scheme = scheme_of_categories(
        {{task_of("3", {once("a", "1")})}, {task_of("5", {once("b", "2"), once("c", "1")})}});
    const Rules rules = rules_of(scheme);
    EXPECT_EQ(rules.find("a"), 0U);
    EXPECT_EQ(rules.find("c"), 2U);
    EXPECT_EQ(rules.find("d"), std::nullopt);
    const Rules::Origin& origin = rules.origins[rules.find("c").value()];
    EXPECT_EQ(origin.category->no, "2");
    EXPECT_EQ(origin.task->no, "(1)");
    EXPECT_EQ(origin.clause->no, "2");
    EXPECT_EQ(origin.branch->id, "c");
}

TEST(Rules, HoldThePointsOfTheTableAndOfEveryTask) {
    const scheme::Scheme scheme = scheme_of({task_of("3.5", {}), task_of("5", {once("a", "1")})});
    const Rules rules = rules_of(scheme);
    EXPECT_EQ(rules.points, 85'000);
    EXPECT_EQ(rules.tasks, (std::vector<std::int64_t>{35'000, 50'000}));
    EXPECT_EQ(rule(rules, "a").task, 1U);
}

TEST(Rules, FloorFollowsTheSetting) {
    scheme::Scheme scheme =
        scheme_of_categories({{task_of("3", {once("a", "1")}), task_of("2", {once("b", "1")})},
                              {task_of("5", {once("c", "1"), award(once("d", "1"))})}});
    const auto floor_points = [&](std::string_view id) -> std::int64_t {
        const Rules rules = rules_of(scheme);
        const std::uint32_t floor = rule(rules, id).floor;
        return floor == no_index ? -1 : rules.floors[floor];
    };
    scheme.settings.floor = Floor::task;
    EXPECT_EQ(floor_points("a"), 30'000);
    EXPECT_EQ(floor_points("b"), 20'000);
    scheme.settings.floor = Floor::category;
    EXPECT_EQ(floor_points("a"), 50'000);
    EXPECT_EQ(floor_points("b"), 50'000);
    EXPECT_EQ(floor_points("c"), 50'000);
    EXPECT_EQ(floor_points("d"), -1) << "an award has nothing to lose";
    scheme.settings.floor = Floor::none;
    EXPECT_EQ(floor_points("a"), -1);
}

TEST(Rules, AmountIsPointsOrAShareOfTheTaskOrTheWholeTask) {
    const scheme::Scheme scheme = scheme_of({task_of(
        "3", {once("points", "0.5"), percent("share", "50"), without_amount("zero", Effect::zero),
              without_amount("veto", Effect::veto)})});
    const Rules rules = rules_of(scheme);
    EXPECT_EQ(rule(rules, "points").points, 5'000);
    EXPECT_EQ(rule(rules, "share").points, 15'000);
    EXPECT_EQ(rule(rules, "zero").points, 30'000);
    EXPECT_EQ(rule(rules, "veto").points, 0);
}

TEST(Rules, ReferenceFigureTurnsAGapIntoAMeasure) {
    scheme::Scheme scheme = scheme_of({task_of("3", {shortfall("a", "0.1", "5")})});
    EXPECT_EQ(rule(rules_of(scheme), "a").meaning, ValueMeaning::gap);
    scheme.references.push_back({.branch = "a", .value = dec("86.5"), .source = {}, .at = {}});
    const Rules rules = rules_of(scheme);
    EXPECT_EQ(rule(rules, "a").meaning, ValueMeaning::measured);
    EXPECT_EQ(rule(rules, "a").target, 865'000);
}

TEST(Rules, PartialOfTheSchemeHoldsWhereTheBranchIsSilent) {
    scheme::Scheme scheme =
        scheme_of({task_of("3", {each("a", "1"), partial(each("b", "1"), Partial::proportional)})});
    EXPECT_EQ(rule(rules_of(scheme), "a").partial, Partial::down);
    scheme.settings.partial = Partial::up;
    EXPECT_EQ(rule(rules_of(scheme), "a").partial, Partial::up);
    EXPECT_EQ(rule(rules_of(scheme), "b").partial, Partial::proportional);
}

TEST(Rules, SharedCapStandsOnceAndOwnCapsStandAlone) {
    const scheme::Scheme scheme = scheme_of({task(
        "9", {clause({capped_together(each("a", "1"), "2"), capped_together(each("b", "1"), "2"),
                      capped(each("c", "1"), "2"), each("d", "1")}),
              clause({capped_together(each("e", "1"), "2"), capped(each("f", "1"), "task")})})});
    const Rules rules = rules_of(scheme);
    EXPECT_EQ(rule(rules, "a").limit, rule(rules, "b").limit);
    EXPECT_NE(rule(rules, "a").limit, rule(rules, "c").limit);
    EXPECT_EQ(rule(rules, "d").limit, no_index);
    EXPECT_NE(rule(rules, "a").limit, rule(rules, "e").limit) << "each clause has its own";
    EXPECT_EQ(rules.limits[rule(rules, "f").limit], 90'000) << "扣完为止 is the task";
}

TEST(Rules, TwoSharedCapsOfOneClauseAreTwoLimits) {
    const scheme::Scheme scheme = scheme_of({task(
        "9",
        {clause({capped_together(each("a", "1"), "2"), capped_together(each("b", "1"), "2"),
                 capped_together(each("c", "1"), "3"), capped_together(each("d", "1"), "3")})})});
    const Rules rules = rules_of(scheme);
    EXPECT_EQ(rule(rules, "a").limit, rule(rules, "b").limit);
    EXPECT_EQ(rule(rules, "c").limit, rule(rules, "d").limit);
    EXPECT_EQ(rules.limits, (std::vector<std::int64_t>{20'000, 30'000}));
}

TEST(Rules, LevelsExcludeOneAnotherWithinTheirClauseOnly) {
    const scheme::Scheme scheme = scheme_of(
        {task("9", {clause({level("a", "1", "良"), level("b", "2", "差"), once("c", "1")}),
                    clause({level("d", "1", "良"), level("e", "2", "差")})})});
    const Rules rules = rules_of(scheme);
    EXPECT_EQ(rule(rules, "a").group, rule(rules, "b").group);
    EXPECT_EQ(rule(rules, "c").group, no_index);
    EXPECT_EQ(rule(rules, "d").group, rule(rules, "e").group);
    EXPECT_NE(rule(rules, "a").group, rule(rules, "d").group);
    EXPECT_EQ(rules.groups, 2U);
}

TEST(Rules, WhereAPersonChoosesTheMostIsKept) {
    const scheme::Scheme scheme = scheme_of({task_of("9", {range("a", "1", "3"), once("b", "2")})});
    const Rules rules = rules_of(scheme);
    EXPECT_EQ(rule(rules, "a").meaning, ValueMeaning::points);
    EXPECT_EQ(rule(rules, "a").points, 10'000);
    EXPECT_EQ(rule(rules, "a").points_max, 30'000);
    EXPECT_EQ(rule(rules, "b").points_max, 20'000);
}

}  // namespace
}  // namespace heng::score
