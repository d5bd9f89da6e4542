#include "core/clause/glyphs.hpp"

#include <gtest/gtest.h>

namespace heng::clause {
namespace {

std::string normal(std::string_view text) {
    const Glyphs glyphs = normalise(text);
    return glyphs.text(0, glyphs.size());
}

TEST(Glyphs, HaveHalfWidthDigitsAndSigns) {
    EXPECT_EQ(normal("扣０．５分，（一）９０％"), "扣0.5分,(一)90%");
}

TEST(Glyphs, HaveOneFormOfEachDashAndBracket) {
    EXPECT_EQ(normal("1—3分～5分[区]"), "1-3分-5分(区)");
}

TEST(Glyphs, TakeTheBracketsOffARestoredPercentSign) {
    EXPECT_EQ(normal("达到100〔%〕目标"), "达到100%目标");
    EXPECT_EQ(normal("〔2020〕4号"), "〔2020〕4号");
}

TEST(Glyphs, LoseBlanksAndLineBreaks) {
    EXPECT_EQ(normal("扣 0.\n5　分\r\n"), "扣0.5分");
}

TEST(Glyphs, KeepALineBreakBeforeNumbering) {
    EXPECT_EQ(normal("扣1分\n2.未上报"), "扣1分\n2.未上报");
    EXPECT_EQ(normal("扣1分\n(2) 未上报"), "扣1分\n(2)未上报");
    EXPECT_EQ(normal("扣1\n分"), "扣1分");
}

TEST(Glyphs, KeepTwoNumbersApart) {
    EXPECT_EQ(normal("2021 5次"), "2021 5次");
}

TEST(Glyphs, PointIntoTheGivenText) {
    const Glyphs glyphs = normalise("未 报，扣１分");
    EXPECT_EQ(glyphs.quote(0, 2), "未 报");
    EXPECT_EQ(glyphs.quote(3, 6), "扣１分");
    EXPECT_EQ(glyphs.byte_begin(3), 10U);
    EXPECT_EQ(glyphs.byte_begin(99), glyphs.source.size());
}

TEST(Glyphs, QuoteBytesThatAreNoTextAsReplacements) {
    const Glyphs glyphs = normalise(
        "扣\xFF"
        "1分");
    EXPECT_FALSE(glyphs.is_valid);
    EXPECT_EQ(glyphs.quote(0, glyphs.size()), "扣\uFFFD1分");
}

}  // namespace
}  // namespace heng::clause
