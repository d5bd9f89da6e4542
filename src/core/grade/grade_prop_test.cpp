#include "core/grade/grade.hpp"
#include "core/grade/ranking.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <random>

namespace heng::grade {
namespace {

using scheme::FreedPlace;
using scheme::Grade;

/// Domains are small and quick, so many are tried; RC_PARAMS from outside still counts.
const int more_domains = setenv("RC_PARAMS", "max_success=1000", 0);

int choose(int count) {
    return *rc::gen::inRange(0, count);
}

scheme::Grading random_grading() {
    scheme::Grading grading;
    grading.quota_percent = Decimal::whole(*rc::gen::element(0, 20, 30, 50, 100));
    grading.freed_place =
        *rc::gen::element(FreedPlace::decision, FreedPlace::next, FreedPlace::none);
    grading.candidate_band = Decimal::of_units(1'000 * choose(4));
    if (choose(2) == 0) grading.ordinary_band = Decimal::of_units(1'000 * choose(6));
    return grading;
}

/// Totals close together, so that ties are common.
std::vector<Standing> random_units() {
    std::vector<Standing> units(static_cast<std::size_t>(1 + choose(20)));
    for (Standing& unit : units) {
        unit.total = Decimal::of_units(900'000 + 100 * choose(12));
        if (choose(5) == 0) unit.best = *rc::gen::element(Grade::fair, Grade::ordinary);
        unit.serious = choose(6) == 0;
        unit.lowered_by = static_cast<std::uint8_t>(choose(6) == 0 ? 1 + choose(2) : 0);
    }
    return units;
}

RC_GTEST_PROP(GradeProperty, GoodNeverExceedsTheQuota, ()) {
    const scheme::Grading grading = random_grading();
    const std::vector<Standing> units = random_units();
    const std::vector<Outcome> outcomes = grade_domain(grading, units);
    const auto good = std::ranges::count(outcomes, Grade::good, &Outcome::grade);
    RC_ASSERT(good <= static_cast<std::ptrdiff_t>(quota(grading, units.size())));
    RC_ASSERT(good * Decimal::whole(100).units() <=
              static_cast<std::ptrdiff_t>(units.size()) * grading.quota_percent.units());
}

RC_GTEST_PROP(GradeProperty, RankIsOneMoreThanThoseAbove, ()) {
    const std::vector<Standing> units = random_units();
    const std::vector<Outcome> outcomes = grade_domain(random_grading(), units);
    for (std::size_t i = 0; i < units.size(); ++i) {
        const auto above = std::ranges::count_if(
            units, [&](const Standing& other) { return other.total > units[i].total; });
        RC_ASSERT(outcomes[i].rank == static_cast<std::uint32_t>(above) + 1);
    }
}

RC_GTEST_PROP(GradeProperty, NobodyPassesTheBars, ()) {
    const std::vector<Standing> units = random_units();
    const std::vector<Outcome> outcomes = grade_domain(random_grading(), units);
    for (std::size_t i = 0; i < units.size(); ++i) {
        const int best = std::min(static_cast<int>(units[i].best) + units[i].lowered_by, 3);
        RC_ASSERT(static_cast<int>(outcomes[i].grade) >= best);
    }
}

/// Only where the next unit moves up by itself can a higher total lead into a tie that people must
/// decide.
RC_GTEST_PROP(GradeProperty, AHigherTotalNeverWorsensTheGrade, ()) {
    const scheme::Grading grading = random_grading();
    std::vector<Standing> units = random_units();
    const auto unit = static_cast<std::size_t>(choose(static_cast<int>(units.size())));
    const Outcome before = grade_domain(grading, units)[unit];
    units[unit].total += Decimal::of_units(100 * (1 + choose(6)));
    const Outcome after = grade_domain(grading, units)[unit];
    RC_ASSERT(after.rank <= before.rank);
    const bool left_open = after.has(Question::tie_at_quota) || after.has(Question::freed_place);
    const bool moves_up_alone = grading.freed_place == FreedPlace::next;
    RC_ASSERT(after.grade <= before.grade || (moves_up_alone && left_open));
}

RC_GTEST_PROP(GradeProperty, TheOrderOfTheUnitsDecidesNothing, ()) {
    const scheme::Grading grading = random_grading();
    const std::vector<Standing> units = random_units();
    std::vector<std::size_t> order(units.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::mt19937 shuffle(static_cast<unsigned>(choose(10'000)));
    std::ranges::shuffle(order, shuffle);
    std::vector<Standing> shuffled;
    for (const std::size_t i : order) shuffled.push_back(units[i]);
    const std::vector<Outcome> expected = grade_domain(grading, units);
    const std::vector<Outcome> outcomes = grade_domain(grading, shuffled);
    for (std::size_t i = 0; i < order.size(); ++i) RC_ASSERT(outcomes[i] == expected[order[i]]);
}

RC_GTEST_PROP(GradeProperty, EqualUnitsFareAlike, ()) {
    std::vector<Standing> units = random_units();
    units.push_back(units.front());
    const std::vector<Outcome> outcomes = grade_domain(random_grading(), units);
    RC_ASSERT(outcomes.front() == outcomes.back());
}

RC_GTEST_PROP(RankingProperty, CountingAndSortingAgree, ()) {
    std::vector<Decimal> close(static_cast<std::size_t>(1 + choose(30)));
    for (Decimal& total : close) total = Decimal::of_units(choose(30) - 15);
    std::vector<Decimal> apart;
    for (const Decimal total : close) apart.push_back(Decimal::of_units(total.units() * 1'000'000));
    const Ranking counted(close);
    const Ranking sorted(apart);
    RC_ASSERT(counted.ties().size() == sorted.ties().size());
    for (std::size_t i = 0; i < close.size(); ++i) {
        const std::size_t tie = counted.tie_of(close[i]);
        RC_ASSERT(sorted.tie_of(apart[i]) == tie);
        RC_ASSERT(counted.ties()[tie].first == sorted.ties()[tie].first);
        RC_ASSERT(counted.ties()[tie].count == sorted.ties()[tie].count);
        RC_ASSERT(counted.ties()[tie].total == close[i]);
        RC_ASSERT(sorted.ties()[tie].total == apart[i]);
    }
}

}  // namespace
}  // namespace heng::grade
