#include "core/cycle/scheme_diff.hpp"

#include "core/score/test_scheme.hpp"

#include <gtest/gtest.h>

namespace heng::cycle {
namespace {

constexpr auto added = DifferenceKind::added;
constexpr auto removed = DifferenceKind::removed;
constexpr auto altered = DifferenceKind::changed;
using Part = SchemePart;
using score::test::dec;
using score::test::each;
using score::test::once;

scheme::Clause clause_of(std::string no, std::string text, std::vector<scheme::Branch> branches) {
    scheme::Clause out = score::test::clause(std::move(branches));
    out.no = std::move(no);
    out.text = std::move(text);
    return out;
}

scheme::Scheme base() {
    scheme::Task plan = score::test::task("60", {});
    plan.name = "计划";
    plan.assessors = {"组织部"};
    plan.clauses = {clause_of("1", "未制定计划,扣2分", {once("1.1", "2")}),
                    clause_of("2", "每1起扣1分", {each("1.2", "1")})};
    scheme::Task style = score::test::task("40", {});
    style.name = "作风";
    style.clauses = {clause_of("1", "每1起扣5分", {each("2.1", "5")})};
    return score::test::scheme_of({std::move(plan), std::move(style)});
}

std::vector<scheme::Task>& tasks(scheme::Scheme& scheme) {
    return scheme.tables.front().categories.front().tasks;
}

std::vector<Difference> diff_after(void (*change)(scheme::Scheme&)) {
    scheme::Scheme after = base();
    change(after);
    return scheme_diff(base(), after);
}

using Differences = std::vector<Difference>;

TEST(SchemeDiff, TheSameSchemeDiffersInNothing) {
    EXPECT_EQ(scheme_diff(base(), base()), Differences{});
}

TEST(SchemeDiff, SaysWhichPointsOfABranchAndWhichWordsChanged) {
    const auto found = diff_after([](scheme::Scheme& s) {
        scheme::Clause& clause = tasks(s)[0].clauses[1];
        clause.text = "每1起扣0.5分";
        clause.branches[0].points = dec("0.5");
    });
    EXPECT_EQ(found, (Differences{
                         {altered, Part::clause, "d", "(1)2", "text", "每1起扣1分", "每1起扣0.5分"},
                         {altered, Part::branch, "d", "1.2", "points", "1", "0.5"}}));
}

TEST(SchemeDiff, ABranchThatCountsOtherwiseSaysSo) {
    const auto found =
        diff_after([](scheme::Scheme& s) { tasks(s)[0].clauses[1].branches[0].step = dec("10"); });
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].field, "reading");
    EXPECT_EQ(found[0].item, "1.2");
}

TEST(SchemeDiff, AClausePutInBetweenRenumbersTheOthersAndChangesNone) {
    const auto found = diff_after([](scheme::Scheme& s) {
        auto& clauses = tasks(s)[0].clauses;
        clauses[1].no = "3";
        clauses.insert(clauses.begin() + 1, clause_of("2", "未公开,扣1分", {once("1.3", "1")}));
    });
    EXPECT_EQ(found, (Differences{{added, Part::clause, "d", "(1)2", {}, {}, "未公开,扣1分"},
                                  {altered, Part::clause, "d", "(1)3", "no", "2", "3"},
                                  {added, Part::branch, "d", "1.3", {}, {}, {}},
                                  {altered, Part::branch, "d", "1.2", "clause", "(1)2", "(1)3"}}));
}

TEST(SchemeDiff, ARemovedTaskTakesItsClausesAndBranchesAlong) {
    const auto found = diff_after([](scheme::Scheme& s) { tasks(s).pop_back(); });
    EXPECT_EQ(found, (Differences{{removed, Part::task, "d", "(2)", {}, "作风", {}},
                                  {removed, Part::clause, "d", "(2)1", {}, "每1起扣5分", {}},
                                  {removed, Part::branch, "d", "2.1", {}, {}, {}}}));
}

TEST(SchemeDiff, ATaskKeepsItsNameOrItsNumber) {
    const auto found = diff_after([](scheme::Scheme& s) {
        std::swap(tasks(s)[0], tasks(s)[1]);
        tasks(s)[1].points = dec("50");
        tasks(s)[1].assessors = {"组织部", "宣传部"};
    });
    EXPECT_EQ(
        found,
        (Differences{{altered, Part::task, "d", "(1)", "points", "60", "50"},
                     {altered, Part::task, "d", "(1)", "assessors", "组织部", "组织部、宣传部"}}));
}

TEST(SchemeDiff, WhatAffectsGradesOutsideTheTablesIsNotPassedOver) {
    const auto found = diff_after([](scheme::Scheme& s) {
        s.grading.quota_percent = dec("40");
        s.calendar.holidays = {"2022-01-03"};
    });
    EXPECT_EQ(found, (Differences{{altered, Part::section, {}, "grading", {}, {}, {}},
                                  {altered, Part::section, {}, "calendar", {}, {}, {}}}));
}

TEST(SchemeDiff, ADomainThatOnlyOneHasIsAddedOrRemovedWithAllInIt) {
    scheme::Scheme without = base();
    without.domains.clear();
    without.tables.clear();
    const auto added_parts = scheme_diff(without, base());
    const auto removed_parts = scheme_diff(base(), without);
    ASSERT_EQ(added_parts.size(), removed_parts.size());
    EXPECT_EQ(added_parts.front(), (Difference{added, Part::domain, "d", "d", {}, {}, "领域"}));
    EXPECT_EQ(removed_parts.front(), (Difference{removed, Part::domain, "d", "d", {}, "领域", {}}));
    EXPECT_EQ(added_parts.back().item, "2.1");
}

}  // namespace
}  // namespace heng::cycle
