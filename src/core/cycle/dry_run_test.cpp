#include "core/cycle/dry_run.hpp"

#include "core/score/test_scheme.hpp"

#include <gtest/gtest.h>

namespace heng::cycle {
namespace {

using score::test::dec;

/// Ten units, so that three of them may be graded 好, each with findings on two branches.
struct DryRuns : testing::Test {
    DryRuns() {
        for (int i = 0; i < 10; ++i) {
            const UnitId unit = "U" + std::to_string(i);
            state.units_and_people.units.emplace(unit, Unit{unit, {{day, unit, "d"}}, {}});
            found(unit, "1.2", std::to_string(i + 1));
        }
    }

    static scheme::Scheme scheme() {
        return score::test::scheme_of({score::test::task_of(
            "100", {score::test::each("1.1", "2"), score::test::each("1.2", "1")})});
    }
    static scheme::Branch& branch(scheme::Scheme& scheme, std::size_t clause) {
        return scheme.tables[0].categories[0].tasks[0].clauses[clause].branches[0];
    }

    FindingId found(const UnitId& unit, const std::string& branch, const std::string& value) {
        Finding finding;
        finding.id = {static_cast<std::int64_t>(cycle.findings.all.size()) + 1};
        finding.unit = unit;
        finding.fact = {branch, dec(value), day, {}, {}, "事实", {}};
        finding.stage = FindingStage::confirmed;
        cycle.findings.of_unit[unit].push_back(finding.id);
        const FindingId id = finding.id;
        cycle.findings.all.emplace(id, std::move(finding));
        return id;
    }

    DryRun run(const scheme::Scheme& after) const {
        return dry_run(state, cycle, Rulebook(scheme()), Rulebook(after), day);
    }
    static const Move* of(const DryRun& run, const UnitId& unit) {
        for (const Move& move : run.moves)
            if (move.unit == unit) return &move;
        return nullptr;
    }

    const Date day = *ledger::parse_date("2021-06-30");
    State state;
    Cycle cycle;
};

TEST_F(DryRuns, AnEditionThatSaysTheSameMovesNobody) {
    EXPECT_EQ(run(scheme()), DryRun{});
}

TEST_F(DryRuns, TellsWhoGainsWhoLosesAndWhoseGradeChanges) {
    found("U2", "1.1", "4");
    scheme::Scheme after = scheme();
    branch(after, 0).points = dec("0.1");
    branch(after, 1).points = dec("2");
    const DryRun moved = run(after);
    ASSERT_EQ(moved.moves.size(), 10u);
    const Move& second = *of(moved, "U1");
    EXPECT_EQ(second.total_before, dec("78.4"));  // (100 - 2) × 0.8
    EXPECT_EQ(second.total_after, dec("76.8"));
    EXPECT_TRUE(second.loses() && !second.gains() && !second.changes_grade());
    const Move& third = *of(moved, "U2");
    EXPECT_EQ(third.total_before, dec("71.2"));  // (100 - 8 - 3) × 0.8
    EXPECT_EQ(third.total_after, dec("74.88"));  // (100 - 0.4 - 6) × 0.8
    EXPECT_TRUE(third.gains() && third.changes_grade());
    EXPECT_EQ(third.after.grade, scheme::Grade::good);
    EXPECT_TRUE(of(moved, "U3")->changes_grade());  // its place goes to U2
    EXPECT_FALSE(moved.disturbs_findings());
}

TEST_F(DryRuns, AUnitThatOnlyChangesItsRankIsListed) {
    found("U9", "1.1", "1");
    scheme::Scheme after = scheme();
    branch(after, 0).points = dec("90");
    found("U0", "1.1", "1");
    const DryRun moved = run(after);
    const Move* const kept = of(moved, "U5");
    ASSERT_NE(kept, nullptr);
    EXPECT_EQ(kept->total_before, kept->total_after);
    EXPECT_NE(kept->before.rank, kept->after.rank);
    EXPECT_FALSE(kept->gains() || kept->loses());
}

TEST_F(DryRuns, NamesFindingsWhoseBranchIsGone) {
    const FindingId lost = found("U4", "1.1", "1");
    const FindingId unconfirmed = found("U5", "1.1", "1");
    cycle.findings.all.at(unconfirmed).stage = FindingStage::recorded;
    scheme::Scheme after = scheme();
    branch(after, 0).id = "9.9";
    const DryRun moved = run(after);
    EXPECT_EQ(moved.without_clause, std::vector{lost});
    EXPECT_TRUE(of(moved, "U4")->gains());
}

/// 扣1-3分 in place of 每1起扣2分: ten cases are no choice between 1 and 3.
TEST_F(DryRuns, NamesFindingsWhoseValueTheBranchNoLongerTakes) {
    const FindingId lost = found("U4", "1.1", "10");
    scheme::Scheme after = scheme();
    branch(after, 0) = score::test::range("1.1", "1", "3");
    EXPECT_EQ(run(after).without_clause, std::vector{lost});
}

/// The province's average comes into the scheme: what was a gap of 2 would be read as a figure
/// reached of 2.
TEST_F(DryRuns, NamesFindingsWhoseValueWouldMeanSomethingElse) {
    scheme::Scheme before = scheme();
    branch(before, 0) = score::test::shortfall("1.1", "0.5", "1");
    branch(before, 0).reference = "全省平均水平";
    const FindingId gap = found("U4", "1.1", "2");
    scheme::Scheme after = before;
    after.references = {{"1.1", dec("50"), "统计公报", {}}};
    const DryRun moved = dry_run(state, cycle, Rulebook(before), Rulebook(after), day);
    EXPECT_EQ(moved.read_otherwise, std::vector{gap});
    EXPECT_TRUE(moved.without_clause.empty());
}

TEST_F(DryRuns, ADomainThatIsGoneLeavesAllItsFindingsWithoutClause) {
    scheme::Scheme after = scheme();
    after.domains[0].id = after.tables[0].domain = "other";
    const DryRun moved = run(after);
    EXPECT_EQ(moved.without_clause.size(), 10u);
    EXPECT_TRUE(moved.moves.empty());
}

}  // namespace
}  // namespace heng::cycle
