#include "core/base/decimal.hpp"

#include "core/base/invariant.hpp"

#include <gtest/gtest.h>

#include <cstdint>

namespace heng {
namespace {

constexpr Decimal highest = Decimal::of_units(INT64_MAX);
constexpr Decimal lowest = Decimal::of_units(INT64_MIN);

std::int64_t units_of(std::string_view text) {
    const auto value = Decimal::parse(text);
    EXPECT_TRUE(value.has_value()) << text;
    return value ? value->units() : -1;
}

TEST(Decimal, ReadsPlainDecimals) {
    EXPECT_EQ(units_of("0"), 0);
    EXPECT_EQ(units_of("-0"), 0);
    EXPECT_EQ(units_of("007"), 70'000);
    EXPECT_EQ(units_of("12.5"), 125'000);
    EXPECT_EQ(units_of("-0.0001"), -1);
    EXPECT_EQ(units_of("1.23450000"), 12'345) << "further zeros say nothing";
    EXPECT_EQ(units_of("999999999999.9999"), 9'999'999'999'999'999);
}

TEST(Decimal, RefusesEverythingElse) {
    for (const char* text : {"", "-", "--1", "+1", ".5", "5.", "1.2.3", "1,5", "1e3", " 1", "1 ",
                             "0x1", "1.23456", "1234567890123", "一", "１", "nan", "1\n"}) {
        EXPECT_FALSE(Decimal::parse(text).has_value()) << text;
    }
}

TEST(Decimal, PrintsTheShortestText) {
    EXPECT_EQ(Decimal{}.text(), "0");
    EXPECT_EQ(Decimal::whole(20).text(), "20");
    EXPECT_EQ(Decimal::of_units(5'000).text(), "0.5");
    EXPECT_EQ(Decimal::of_units(-2'500).text(), "-0.25");
    EXPECT_EQ(Decimal::of_units(1).text(), "0.0001");
    EXPECT_EQ(highest.text(), "922337203685477.5807");
    EXPECT_EQ(lowest.text(), "-922337203685477.5808");
}

TEST(Decimal, PrintsFixedPlaces) {
    EXPECT_EQ(Decimal::of_units(925'000).text(2), "92.50");
    EXPECT_EQ(Decimal::whole(-3).text(0), "-3");
    EXPECT_EQ(Decimal::of_units(1).text(4), "0.0001");
    EXPECT_THROW(static_cast<void>(Decimal{}.text(5)), BrokenInvariant);
}

TEST(Decimal, AddsExactlyOrStops) {
    EXPECT_EQ(Decimal::of_units(1) + Decimal::of_units(2), Decimal::of_units(3));
    EXPECT_EQ(Decimal::whole(1) - Decimal::whole(3), Decimal::whole(-2));
    EXPECT_THROW(static_cast<void>(highest + Decimal::of_units(1)), BrokenInvariant);
    EXPECT_THROW(static_cast<void>(lowest - Decimal::of_units(1)), BrokenInvariant);
}

TEST(Decimal, KnowsItsSignAndWholeness) {
    EXPECT_TRUE(Decimal{}.is_zero());
    EXPECT_TRUE(Decimal::of_units(-1).is_negative());
    EXPECT_FALSE(Decimal{}.is_negative());
    EXPECT_TRUE(Decimal::whole(-2).is_whole());
    EXPECT_FALSE(Decimal::of_units(9'999).is_whole());
    EXPECT_LT(Decimal::of_units(-1), Decimal{});
}

struct RoundingCase {
    std::int64_t units;
    Rounding rounding;
    std::int64_t expected;
};

TEST(Decimal, RoundsByTheNamedMode) {
    using enum RoundingMode;
    for (const auto& [units, rounding, expected] : std::initializer_list<RoundingCase>{
             {12'350, {2, half_up}, 12'400},
             {12'349, {2, half_up}, 12'300},
             {-12'350, {2, half_up}, -12'400},
             {12'399, {2, down}, 12'300},
             {-12'399, {2, down}, -12'300},
             {12'301, {2, up}, 12'400},
             {-12'301, {2, up}, -12'400},
             {12'300, {2, up}, 12'300},
             {5'000, {0, half_up}, 10'000},
             {4'999, {0, half_up}, 0},
             {12'345, {4, down}, 12'345},
         }) {
        EXPECT_EQ(round(Decimal::of_units(units), rounding).units(), expected) << units;
    }
}

TEST(Decimal, MultipliesAndDividesWithOneRounding) {
    const Rounding two{2, RoundingMode::half_up};
    EXPECT_EQ(multiply_divide(Decimal::whole(80), Decimal::whole(80), Decimal::whole(100), two),
              Decimal::whole(64));
    EXPECT_EQ(multiply_divide(Decimal::whole(1), Decimal::whole(2), Decimal::whole(-3), two),
              Decimal::of_units(-6'700));
    const Decimal big = Decimal::whole(900'000'000'000);
    EXPECT_EQ(multiply_divide(big, big, big, two), big) << "the product does not overflow";
    EXPECT_THROW(static_cast<void>(multiply_divide(big, big, Decimal{}, two)), BrokenInvariant);
    EXPECT_THROW(static_cast<void>(multiply_divide(big, big, Decimal::of_units(1), two)),
                 BrokenInvariant);
}

TEST(Decimal, DividesWholeNumbers) {
    EXPECT_EQ(divide(1, 3, {4, RoundingMode::half_up}), Decimal::of_units(3'333));
    EXPECT_EQ(divide(2, 3, {4, RoundingMode::up}), Decimal::of_units(6'667));
    EXPECT_EQ(divide(-7, 2, {0, RoundingMode::half_up}), Decimal::whole(-4));
    EXPECT_THROW(static_cast<void>(divide(1, 0, {})), BrokenInvariant);
    EXPECT_THROW(static_cast<void>(divide(1, 1, {5, RoundingMode::up})), BrokenInvariant);
}

}  // namespace
}  // namespace heng
