#include "core/score/publish.hpp"

#include "core/score/test_scheme.hpp"

#include <gtest/gtest.h>

namespace heng::score {
namespace {

using test::dec;

/// A composition that differs from 80 to 20 of 100 in what the test says.
scheme::Scheme composed(std::string_view indicators, std::string_view review,
                        std::string_view indicators_full = "100",
                        std::string_view review_full = "100") {
    scheme::Scheme scheme;
    scheme.composition.indicators_percent = dec(indicators);
    scheme.composition.review_percent = dec(review);
    scheme.composition.indicators_full = dec(indicators_full);
    scheme.composition.review_full = dec(review_full);
    return scheme;
}

Decimal total(const scheme::Scheme& scheme, std::string_view indicator, std::string_view review) {
    return Composer(scheme).publish(dec(indicator), dec(review)).total;
}

TEST(Composer, WeighsIndicatorsAndReview) {
    EXPECT_EQ(total(composed("80", "20"), "95.5", "90"), dec("94.4"));
    EXPECT_EQ(total(composed("80", "20"), "100", "100"), dec("100"));
    EXPECT_EQ(total(composed("80", "20"), "0", "0"), dec("0"));
    EXPECT_EQ(total(composed("100", "0"), "73.25", "90"), dec("73.25"));
    EXPECT_EQ(total(composed("0", "100"), "73.25", "90"), dec("90"));
}

TEST(Composer, BringsEachScaleToItsShareOfAHundred) {
    EXPECT_EQ(total(composed("80", "20", "80"), "80", "100"), dec("100"));
    EXPECT_EQ(total(composed("80", "20", "80", "10"), "40", "5"), dec("50"));
    EXPECT_EQ(total(composed("80", "20", "100", "150"), "100", "150"), dec("100"));
}

TEST(Composer, RoundsHalfUpOnceAtTheEnd) {
    // 94.0563 × 0.8 + 90 × 0.2 = 93.24504, and 93.24496 for a ten-thousandth less.
    EXPECT_EQ(total(composed("80", "20"), "94.0563", "90"), dec("93.25"));
    EXPECT_EQ(total(composed("80", "20"), "94.0562", "90"), dec("93.24"));
    // Exactly half a hundredth: 99.995 × 0.8 + 49.995 × 0.2 = 89.995.
    EXPECT_EQ(total(composed("80", "20"), "99.995", "49.995"), dec("90"));
    // 79.996 + 9.998 = 89.994; from published parts it would be 80 + 9.998 and so 90.
    EXPECT_EQ(total(composed("80", "20"), "99.995", "49.99"), dec("89.99"));
}

TEST(Composer, KeepsWhatFourPlacesCannotHoldUntilTheEnd) {
    // A third of the points: 80 / 3 + 20 = 46.666…
    EXPECT_EQ(total(composed("80", "20", "3"), "1", "100"), dec("46.67"));
}

TEST(Composer, PublishesThePartsWithTheSameRounding) {
    const Published published =
        Composer(composed("80", "20")).publish(dec("95.125"), dec("88.884"));
    EXPECT_EQ(published.indicator, dec("95.13"));
    EXPECT_EQ(published.review, dec("88.88"));
}

TEST(Composer, RoundsAsTheSchemeSays) {
    scheme::Scheme scheme = composed("80", "20");
    scheme.settings.rounding = Rounding{1, RoundingMode::down};
    EXPECT_EQ(total(scheme, "95.9", "91.2"), dec("94.9"));
    scheme.settings.rounding = Rounding{0, RoundingMode::up};
    EXPECT_EQ(total(scheme, "95.1", "90"), dec("95"));
    scheme.settings.rounding = std::nullopt;
    EXPECT_EQ(total(scheme, "94.0563", "90"), dec("93.245"));
    EXPECT_EQ(Composer(scheme).rounding().places, 4);
}

TEST(Composer, NegativeScoresOfASchemeWithoutFloorRoundAwayFromZero) {
    EXPECT_EQ(total(composed("100", "0"), "-1.005", "0"), dec("-1.01"));
}

}  // namespace
}  // namespace heng::score
