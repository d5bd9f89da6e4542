#include "core/base/divisor.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace heng {
namespace {

constexpr std::int64_t limit = std::int64_t{1} << 62U;

TEST(Divisor, DividesAsDivisionDoesAtEveryMultipleAndNextToIt) {
    for (const std::int64_t divisor :
         std::to_array<std::int64_t>({1, 2, 3, 7, 9'999, 10'000, 10'001, 5'000'000, 65'536,
                                      999'999'999'999, limit - 1, limit / 2, limit / 2 + 1})) {
        const Divisor by(divisor);
        for (const std::int64_t times : std::to_array<std::int64_t>({0, 1, 2, 3, 1'000, 123'456})) {
            if (times > (limit - 1) / divisor) continue;
            const std::int64_t product = times * divisor;
            for (const std::int64_t number : {product - 1, product, product + 1}) {
                if (number < 0 || number >= limit) continue;
                EXPECT_EQ(by.quotient(number), number / divisor) << number << " by " << divisor;
            }
        }
        EXPECT_EQ(by.quotient(limit - 1), (limit - 1) / divisor) << divisor;
    }
}

TEST(Divisor, DividesAsDivisionDoesForNumbersOfEverySize) {
    std::mt19937_64 random(2021);
    for (int i = 0; i < 200'000; ++i) {
        const auto divisor = static_cast<std::int64_t>(random() >> (2 + random() % 61)) + 1;
        const auto number = static_cast<std::int64_t>(random() >> (2 + random() % 62));
        if (divisor >= limit) continue;
        ASSERT_EQ(Divisor(divisor).quotient(number), number / divisor) << number << " " << divisor;
    }
}

}  // namespace
}  // namespace heng
