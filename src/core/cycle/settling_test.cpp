#include "core/cycle/settling.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace heng::cycle {
namespace {

using scheme::Grade;
constexpr std::array all_grades{Grade::good, Grade::fair, Grade::ordinary, Grade::poor};

struct Sample {
    int total = 0;
    Bearing bearing;
};

scheme::Grading thirty_per_cent() {
    scheme::Grading out;
    out.quota_percent = Decimal::whole(30);
    out.candidate_band = *Decimal::parse("0.25");
    return out;
}

/// A domain of these units, named A, B, …, graded by the rules.
DomainStanding graded(const scheme::Grading& grading, const std::vector<Sample>& samples) {
    DomainStanding out;
    out.domain = "counties";
    std::vector<grade::Standing> standings;
    for (const Sample& sample : samples) {
        UnitStanding unit;
        unit.unit = std::string(1, static_cast<char>('A' + out.units.size()));
        unit.bearing = sample.bearing;
        unit.standing = {Decimal::whole(sample.total), sample.bearing.best, sample.bearing.serious,
                         sample.bearing.lowered_by};
        standings.push_back(unit.standing);
        out.units.push_back(std::move(unit));
    }
    const auto outcomes = grade::grade_domain(grading, standings);
    for (std::size_t i = 0; i < outcomes.size(); ++i) out.units[i].proposed = outcomes[i];
    out.quota = grade::quota(grading, samples.size());
    return out;
}

std::vector<Code> codes(const Checked<std::vector<grade::Outcome>>& settled) {
    std::vector<Code> out;
    if (!settled)
        for (const Error& error : settled.error()) out.push_back(error.code);
    return out;
}

struct Settling : testing::Test {
    std::vector<Code> settle(const std::vector<Sample>& all, const char* unit, Grade grade) {
        const Settlement one{unit, grade, "经研究", "A16.3"};
        return codes(
            cycle::settle(grading, graded(grading, all), std::span<const Settlement>(&one, 1)));
    }
    scheme::Grading grading = thirty_per_cent();
    std::vector<Sample> samples{{90, {}}, {80, {}}, {70, {}}, {60, {}}};
};

using Codes = std::vector<Code>;

TEST_F(Settling, A16_3ALowRankWithoutProgressMayBeOrdinary) {
    EXPECT_EQ(settle(samples, "D", Grade::ordinary), Codes{Code::decision_without_ground});
    samples[3].bearing.no_progress = true;
    EXPECT_EQ(settle(samples, "D", Grade::ordinary), Codes{});
    EXPECT_EQ(settle(samples, "D", Grade::poor), Codes{Code::decision_without_ground});
}

TEST_F(Settling, A16_3WithoutProgressButNotLowStaysFair) {
    samples[1].bearing.no_progress = true;
    EXPECT_EQ(settle(samples, "B", Grade::ordinary), Codes{Code::decision_without_ground});
}

TEST_F(Settling, A16_4TheLastWithAMajorProblemIsPoorWhateverPeopleWant) {
    samples[3].bearing.serious = true;
    EXPECT_EQ(settle(samples, "D", Grade::poor), Codes{});
    EXPECT_EQ(settle(samples, "D", Grade::ordinary), Codes{Code::decision_above_bar});
}

TEST_F(Settling, A16_4AMajorProblemOfOneWhoIsNotLastDoesNotMakeItPoor) {
    samples[2].bearing.serious = true;
    EXPECT_EQ(settle(samples, "C", Grade::poor), Codes{Code::decision_without_ground});
    EXPECT_EQ(settle(samples, "C", Grade::fair), Codes{});
}

TEST_F(Settling, A16_5ABarredUnitIsNoBetterThanItsBar) {
    samples[0].bearing.best = Grade::ordinary;
    EXPECT_EQ(settle(samples, "A", Grade::fair), Codes{Code::decision_above_bar});
    EXPECT_EQ(settle(samples, "A", Grade::ordinary), Codes{});
}

TEST_F(Settling, A18_4WhatFraudLoweredIsNotRaised) {
    samples[1].bearing.lowered_by = 1;
    EXPECT_EQ(settle(samples, "B", Grade::fair), Codes{Code::decision_above_bar});
    samples[3].bearing = {Grade::good, false, true, 1};
    EXPECT_EQ(settle(samples, "D", Grade::poor), Codes{})
        << "一般 for want of progress, and one lower";
}

/// Every small domain and every pair of settlements against the words of article 16 and 18.
class SmallWorlds : public testing::Test {
protected:
    /// Four totals of three values, with every tie there is; in what order makes no difference.
    static std::vector<std::array<int, 4>> all_totals() {
        std::vector<std::array<int, 4>> out;
        for (int a = 80; a <= 82; ++a)
            for (int b = 80; b <= a; ++b)
                for (int c = 80; c <= b; ++c)
                    for (int d = 80; d <= c; ++d) out.push_back({a, b, c, d});
        return out;
    }

    /// Whether the regulation lets the unit stand so, whoever decides it.
    static bool is_within_bars(const Sample& sample, Grade grade) {
        if (sample.bearing.best == Grade::ordinary && grade < Grade::ordinary) return false;
        return sample.bearing.lowered_by == 0 || grade > Grade::good;
    }

    /// Below 较好 is only who is barred, lowered, or low and without progress; 差 only the last
    /// with a major problem, or one of these lowered.
    static bool is_grounded(const std::vector<Sample>& all, const Sample& sample, Grade grade) {
        const Bearing& bearing = sample.bearing;
        const auto below = std::count_if(all.begin(), all.end(), [&](const Sample& other) {
            return other.total < sample.total;
        });
        const bool is_low = below == 0;
        const bool is_ordinary = bearing.best == Grade::ordinary || (is_low && bearing.no_progress);
        if (grade == Grade::poor)
            return (is_low && bearing.serious) || (is_ordinary && bearing.lowered_by > 0);
        return grade < Grade::ordinary || is_ordinary || bearing.lowered_by > 0;
    }

    void check(const std::vector<Sample>& all) {
        const DomainStanding domain = graded(grading, all);
        for (std::size_t a = 0; a < all.size(); ++a)
            for (const Grade first : all_grades) {
                check_settled(all, domain, {{a, first}});
                for (std::size_t b = 0; b < a; ++b)
                    for (const Grade second : all_grades)
                        check_settled(all, domain, {{a, first}, {b, second}});
            }
    }

    void check_settled(const std::vector<Sample>& all, const DomainStanding& domain,
                       const std::vector<std::pair<std::size_t, Grade>>& grades) {
        std::vector<Settlement> settled;
        for (const auto& [unit, grade] : grades)
            settled.push_back({domain.units[unit].unit, grade, "经研究", "A16.3"});
        const auto outcomes = settle(grading, domain, settled);
        if (!outcomes) return;
        ++accepted;
        std::uint32_t good = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Grade grade = (*outcomes)[i].grade;
            if (grade == Grade::good) ++good;
            ASSERT_TRUE(is_within_bars(all[i], grade)) << domain.units[i].unit;
            ASSERT_TRUE(is_grounded(all, all[i], grade)) << domain.units[i].unit;
        }
        ASSERT_LE(good, domain.quota);
        for (const auto& [unit, grade] : grades) ASSERT_EQ((*outcomes)[unit].grade, grade);
    }

    scheme::Grading grading = thirty_per_cent();
    std::uint64_t accepted = 0;
};

TEST_F(SmallWorlds, NoDeliberationPassesTheQuotaABarOrTheFacts) {
    const std::array<Bearing, 6> bearings{
        Bearing{},
        Bearing{Grade::ordinary, false, false, 0},
        Bearing{Grade::good, true, false, 0},
        Bearing{Grade::good, false, true, 0},
        Bearing{Grade::good, false, false, 1},
        Bearing{Grade::ordinary, true, true, 1},
    };
    for (const std::array<int, 4>& totals : all_totals())
        for (std::size_t kinds = 0; kinds < 1'296; ++kinds) {
            std::vector<Sample> all;
            std::size_t kind = kinds;
            for (const int total : totals) {
                all.push_back({total, bearings[kind % bearings.size()]});
                kind /= bearings.size();
            }
            check(all);
            if (HasFatalFailure()) return;
        }
    EXPECT_GT(accepted, 100'000u) << "much of what is asked is possible";
}

TEST(ResultVersions, WhoMovedIsWhoseTotalRankOrGradeDiffers) {
    ResultVersion before;
    before.rows = {{"d", "A", "a", {{}, {}, Decimal::whole(90)}, 1, Grade::good, {}},
                   {"d", "B", "b", {{}, {}, Decimal::whole(80)}, 2, Grade::fair, {}},
                   {"d", "C", "c", {{}, {}, Decimal::whole(70)}, 3, Grade::fair, {}}};
    ResultVersion after = before;
    after.rows[0].reasons = {{"A16.2", {}}};
    EXPECT_TRUE(moved_between(before, after).empty());
    after.rows[1].rank = 3;
    after.rows[2].grade = Grade::ordinary;
    const auto moved = moved_between(before, after);
    ASSERT_EQ(moved.size(), 2u);
    EXPECT_EQ(moved[0].after.unit, "B");
    EXPECT_EQ(moved[1].before.grade, Grade::fair);
}

TEST(AssessedOn, IsNoLaterThanTheLastDayOfTheYear) {
    Cycle cycle;
    cycle.year = 2021;
    EXPECT_EQ(assessed_on(cycle, *ledger::parse_date("2021-06-01")),
              *ledger::parse_date("2021-06-01"));
    EXPECT_EQ(assessed_on(cycle, *ledger::parse_date("2022-02-01")),
              *ledger::parse_date("2021-12-31"));
}

}  // namespace
}  // namespace heng::cycle
