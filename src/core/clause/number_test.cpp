#include "core/clause/number.hpp"

#include <gtest/gtest.h>

namespace heng::clause {
namespace {

std::string value(std::u32string_view text) {
    const auto number = read_number(text, 0);
    if (!number) return "none";
    return number->value ? number->value->text() : "too large";
}

std::size_t length(std::u32string_view text) {
    const auto number = read_number(text, 0);
    return number ? number->end : 0;
}

TEST(Number, ReadsDigits) {
    EXPECT_EQ(value(U"0.5分"), "0.5");
    EXPECT_EQ(value(U"100%"), "100");
    EXPECT_EQ(value(U"0。5分"), "0.5");
    EXPECT_EQ(length(U"1.未"), 1U);
}

TEST(Number, ReadsChineseNumerals) {
    EXPECT_EQ(value(U"五分"), "5");
    EXPECT_EQ(value(U"两次"), "2");
    EXPECT_EQ(value(U"半天"), "0.5");
    EXPECT_EQ(value(U"十"), "10");
    EXPECT_EQ(value(U"十二项"), "12");
    EXPECT_EQ(value(U"二十"), "20");
    EXPECT_EQ(value(U"一百零五"), "105");
    EXPECT_EQ(value(U"一千二百"), "1200");
    EXPECT_EQ(value(U"零点五分"), "0.5");
    EXPECT_EQ(value(U"一点二五"), "1.25");
}

TEST(Number, LeavesTheUnitItsOwnNumerals) {
    EXPECT_EQ(length(U"五万元"), 1U);
    EXPECT_EQ(length(U"一个百分点"), 1U);
    EXPECT_EQ(length(U"十百分点"), 1U);
}

TEST(Number, ReadsNoYearsAndPlans) {
    EXPECT_EQ(value(U"二〇二一年"), "none");
    EXPECT_EQ(value(U"十四五"), "none");
    EXPECT_EQ(value(U"百分点"), "none");
}

TEST(Number, HasNoValueBeyondADecimal) {
    EXPECT_EQ(value(U"1234567890123"), "too large");
    EXPECT_EQ(value(U"0.12345"), "too large");
}

std::string share(std::u32string_view text) {
    const auto found = read_share(text, 0);
    if (!found) return "none";
    return found->percent ? found->percent->text() : "endless";
}

TEST(Number, ReadsSharesInHundredths) {
    EXPECT_EQ(share(U"二分之一"), "50");
    EXPECT_EQ(share(U"八分之三"), "37.5");
    EXPECT_EQ(share(U"1/4"), "25");
    EXPECT_EQ(share(U"3/4分值"), "75");
    EXPECT_EQ(share(U"九成"), "90");
    EXPECT_EQ(share(U"八成五"), "85");
    EXPECT_EQ(share(U"三分之一"), "endless");
    EXPECT_EQ(share(U"2/3"), "endless");
}

TEST(Number, TakesNoDateNorCountForAShare) {
    EXPECT_EQ(share(U"1/2/3"), "none");
    EXPECT_EQ(share(U"3/15"), "none");
    EXPECT_EQ(share(U"24/7"), "none");
    EXPECT_EQ(share(U"1/2天"), "none");
    EXPECT_EQ(share(U"1/次"), "none");
    EXPECT_EQ(share(U"三成员"), "none");
    EXPECT_EQ(share(U"三分"), "none");
}

}  // namespace
}  // namespace heng::clause
