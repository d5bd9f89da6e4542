#include "core/grade/ranking.hpp"

#include <gtest/gtest.h>

namespace heng::grade {
namespace {

std::vector<Decimal> decimals(const std::vector<std::string>& texts) {
    std::vector<Decimal> totals;
    for (const std::string& text : texts) totals.push_back(Decimal::parse(text).value());
    return totals;
}

/// The rank of each total, in the order given.
std::vector<std::uint32_t> ranks(const std::vector<Decimal>& totals) {
    const Ranking ranking(totals);
    std::vector<std::uint32_t> out;
    for (const Decimal total : totals) out.push_back(ranking.ties()[ranking.tie_of(total)].first);
    return out;
}

using Ranks = std::vector<std::uint32_t>;

TEST(Ranking, TiesShareARankAndTheNextIsLeftOut) {
    EXPECT_EQ(ranks(decimals({"90", "88", "88", "85"})), (Ranks{1, 2, 2, 4}));
    EXPECT_EQ(ranks(decimals({"85", "88", "90", "88"})), (Ranks{4, 2, 1, 2}));
    EXPECT_EQ(ranks(decimals({"88", "88", "88"})), (Ranks{1, 1, 1}));
}

TEST(Ranking, NobodyAndOneUnit) {
    EXPECT_TRUE(Ranking({}).ties().empty());
    EXPECT_EQ(ranks(decimals({"0"})), (Ranks{1}));
}

TEST(Ranking, TiesStandFromTheHighestTotalDown) {
    const Ranking ranking(decimals({"1", "3", "3", "2"}));
    ASSERT_EQ(ranking.ties().size(), 3U);
    const Tie& best = ranking.ties().front();
    EXPECT_EQ(best.total, Decimal::whole(3));
    EXPECT_EQ(best.count, 2U);
    EXPECT_EQ(best.last(), 2U);
    EXPECT_EQ(ranking.ties().back().first, 4U);
}

/// Totals a ten-thousandth apart are counted in a table, totals far apart are sorted.
TEST(Ranking, CountingAndSortingAgree) {
    for (const std::int64_t spread : {std::int64_t{1}, std::int64_t{1'000'000'000'000}}) {
        std::vector<Decimal> totals;
        for (const std::int64_t n : {7, 3, 3, 9, -2, 7, 7, 0})
            totals.push_back(Decimal::of_units(n * spread));
        EXPECT_EQ(ranks(totals), (Ranks{2, 5, 5, 1, 8, 2, 2, 7}));
    }
}

TEST(Ranking, ExtremeTotalsDoNotOverflow) {
    EXPECT_EQ(ranks({Decimal::of_units(INT64_MIN), Decimal::of_units(INT64_MAX), Decimal{}}),
              (Ranks{3, 1, 2}));
}

}  // namespace
}  // namespace heng::grade
