#include "shell/system/machine.hpp"

#include <gtest/gtest.h>
#include <set>

namespace heng::store_test {
namespace {

TEST(Machine, TheClockIsPrintable) {
    system::Clock clock;
    const auto now = clock.now();
    EXPECT_TRUE(ledger::is_printable(now));
    EXPECT_EQ(ledger::parse_instant(ledger::print_instant(now)), now);
}

TEST(Machine, IdsAreUnlikeEachOther) {
    system::Ids ids;
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const std::string id = ids.next();
        EXPECT_EQ(id.size(), 26U);
        EXPECT_EQ(id.find_first_not_of("0123456789abcdefghjkmnpqrstvwxyz"), std::string::npos);
        EXPECT_TRUE(seen.insert(id).second);
    }
}

}  // namespace
}  // namespace heng::store_test
