#include "core/clause/compare.hpp"

#include <gtest/gtest.h>

namespace heng::clause {
namespace {

TEST(Compare, FindsNothingInWhatTheTextSays) {
    const Reading reading = read_clause("少于2次,每缺少1次扣0.5分;未报扣1分,扣完为止");
    EXPECT_TRUE(differences(reading.branches, reading).empty());
}

TEST(Compare, LeavesOutIdAndText) {
    const Reading reading = read_clause("未报扣1分");
    auto written = reading.branches;
    written[0].id = "1.1a";
    written[0].text = "别的";
    EXPECT_TRUE(differences(written, reading).empty());
}

TEST(Compare, NamesTheFieldAndBothValues) {
    const Reading reading = read_clause("少于2次的扣1分,最多扣3分");
    auto written = reading.branches;
    written[0].id = "1.1a";
    written[0].points = Decimal::whole(2);
    written[0].target.reset();
    written[0].cap->whole_task = true;
    EXPECT_EQ(differences(written, reading),
              (std::vector<Difference>{{"1.1a", "points", "2", "1"},
                                       {"1.1a", "target", "—", ">=2次"},
                                       {"1.1a", "cap", "task", "3"}}));
}

TEST(Compare, NamesBranchesThatAreMissing) {
    const Reading reading = read_clause("未报扣1分;未建扣2分");
    auto written = reading.branches;
    written.pop_back();
    EXPECT_EQ(differences(written, reading),
              (std::vector<Difference>{{"2", "branch", "—", "未建扣2分"}}));
    EXPECT_EQ(differences(reading.branches, read_clause("未报扣1分")),
              (std::vector<Difference>{{"2", "branch", "未建扣2分", "—"}}));
}

}  // namespace
}  // namespace heng::clause
