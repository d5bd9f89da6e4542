#include "app/accounts/lockout.hpp"

#include <gtest/gtest.h>

namespace heng::app::accounts {
namespace {

using namespace std::chrono_literals;

const LockRule rule{3, 30min};
const Instant start{std::chrono::sys_days(std::chrono::year(2021) / 6 / 30)};

/// SEC-3
TEST(Lockout, LocksWithTheLastFailureAllowed) {
    Attempts attempts;
    for (int i = 1; i <= 2; ++i) {
        attempts = with_failure(attempts, rule, start);
        EXPECT_EQ(attempts.failures, i);
        EXPECT_FALSE(locked_at(attempts, start));
    }
    attempts = with_failure(attempts, rule, start);
    EXPECT_EQ(locked_at(attempts, start), start + 30min);
    EXPECT_TRUE(locked_at(attempts, start + 30min - 1us));
    EXPECT_FALSE(locked_at(attempts, start + 30min));
}

/// Failures that come while it is locked neither prolong the lock nor end it.
TEST(Lockout, StaysAsItIsWhileLocked) {
    Attempts attempts;
    for (int i = 0; i < 3; ++i) attempts = with_failure(attempts, rule, start);
    EXPECT_EQ(with_failure(attempts, rule, start + 10min), attempts);
}

TEST(Lockout, StartsAnewBehindALock) {
    Attempts attempts;
    for (int i = 0; i < 3; ++i) attempts = with_failure(attempts, rule, start);
    attempts = with_failure(attempts, rule, start + 31min);
    EXPECT_EQ(attempts.failures, 1);
    EXPECT_FALSE(locked_at(attempts, start + 31min));
}

TEST(Lockout, ForgetsFailuresThatLieFarBack) {
    Attempts attempts = with_failure(with_failure({}, rule, start), rule, start);
    EXPECT_FALSE(is_over(attempts, rule, start + 30min - 1us));
    EXPECT_TRUE(is_over(attempts, rule, start + 30min));
    EXPECT_EQ(with_failure(attempts, rule, start + 30min).failures, 1);
    EXPECT_EQ(with_failure(attempts, rule, start + 29min).failures, 3);
}

}  // namespace
}  // namespace heng::app::accounts
