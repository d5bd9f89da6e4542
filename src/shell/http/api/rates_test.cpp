#include "shell/http/api/rates.hpp"

#include <gtest/gtest.h>

namespace heng::http {
namespace {

using namespace std::chrono_literals;

/// ASVS 11.1.4
TEST(Rates, LeaveRoomAgainWhenTheOldestIsLongAgo) {
    Rates rates(2, 60s);
    const Rates::Clock::time_point start{};
    EXPECT_TRUE(rates.take("zhang.san", start));
    EXPECT_TRUE(rates.take("zhang.san", start + 10s));
    const auto refused = rates.take("zhang.san", start + 20s);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), (Error{Code::rate_exceeded, {}, {"40"}}));
    EXPECT_TRUE(rates.take("li.si", start + 20s)) << "each for himself";
    EXPECT_FALSE(rates.take("zhang.san", start + 60s - 1ms));
    EXPECT_TRUE(rates.take("zhang.san", start + 60s));
    EXPECT_FALSE(rates.take("zhang.san", start + 60s));
}

}  // namespace
}  // namespace heng::http
