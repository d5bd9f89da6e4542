#include "core/clause/units.hpp"

#include <gtest/gtest.h>

namespace heng::clause {
namespace {

std::u32string unit(std::u32string_view text) {
    const Unit found = find_unit(text, 0);
    return std::u32string(text.substr(found.begin, found.end - found.begin));
}

TEST(Units, AreAsLongAsTheyCanBe) {
    EXPECT_EQ(unit(U"人次扣"), U"人次");
    EXPECT_EQ(unit(U"项目"), U"项目");
    EXPECT_EQ(unit(U"件次"), U"件次");
    EXPECT_EQ(unit(U"文次"), U"文次");
    EXPECT_EQ(unit(U"微克/立方米"), U"微克/立方米");
}

TEST(Units, LoseThe个BeforeAMeasure) {
    EXPECT_EQ(unit(U"个百分点"), U"百分点");
    EXPECT_EQ(unit(U"个工作日"), U"工作日");
    EXPECT_EQ(unit(U"个点位"), U"个");
    EXPECT_EQ(unit(U"个村"), U"个");
}

TEST(Units, TellAScoreFromItsHomographs) {
    EXPECT_EQ(find_unit(U"分", 0).kind, UnitKind::score);
    EXPECT_EQ(find_unit(U"分钟", 0).kind, UnitKind::time);
    EXPECT_EQ(find_unit(U"分管", 0).kind, UnitKind::none);
    EXPECT_EQ(find_unit(U"周岁", 0).kind, UnitKind::age);
}

TEST(Units, CompareWithinTheirKind) {
    EXPECT_TRUE(comparable(U"名", U"人"));
    EXPECT_TRUE(comparable(U"%", U"百分点"));
    EXPECT_TRUE(comparable(U"次", U"场"));
    EXPECT_FALSE(comparable(U"次", U"篇"));
    EXPECT_FALSE(comparable(U"%", U"件"));
    EXPECT_FALSE(comparable(U"", U"次"));
}

}  // namespace
}  // namespace heng::clause
