#include "core/clause/clause_parser.hpp"

#include <gtest/gtest.h>

namespace heng::clause {
namespace {

std::vector<std::string> texts(std::string_view clause) {
    std::vector<std::string> out;
    for (const scheme::Branch& branch : read_clause(clause).branches) out.push_back(branch.text);
    return out;
}

std::vector<std::string> doubts(std::string_view clause) {
    std::vector<std::string> out;
    for (const Doubt& doubt : read_clause(clause).doubts) {
        EXPECT_EQ(clause.substr(doubt.offset, doubt.length), doubt.quote);
        out.push_back(std::string(name(doubt.kind)) + " " + doubt.quote);
    }
    return out;
}

using Texts = std::vector<std::string>;

TEST(ClauseParser, GivesEachBranchItsWords) {
    EXPECT_EQ(texts("未报，扣1分；未建的,扣2分。"), (Texts{"未报，扣1分", "未建的,扣2分"}));
    EXPECT_EQ(texts("1.迟到扣0.2分/次,最多扣1分;缺席扣1分"),
              (Texts{"迟到扣0.2分/次,最多扣1分", "缺席扣1分"}));
    EXPECT_EQ(texts("(1)无方案扣1分\n(2)无总结扣1分"), (Texts{"无方案扣1分", "无总结扣1分"}));
    EXPECT_EQ(texts("县级、市级分别扣1分、2分"),
              (Texts{"县级、市级分别扣1分、2分", "县级、市级分别扣1分、2分"}));
}

TEST(ClauseParser, TakesNumberingOffTheFront) {
    EXPECT_EQ(read_clause("１．未报扣1分").number, "1.");
    EXPECT_EQ(read_clause("（二）未报扣1分").number, "(二)");
    EXPECT_EQ(read_clause("3、未报扣1分").number, "3、");
    EXPECT_EQ(read_clause("①未报扣1分").number, "①");
    EXPECT_EQ(read_clause("1.2.3未报扣1分").number, "1.2.3");
    EXPECT_EQ(read_clause("1.5万元以上扣1分").number, "");
    EXPECT_EQ(read_clause("2、3月份未报扣1分").number, "");
}

TEST(ClauseParser, TakesAssessorsOffTheEnd) {
    const Reading reading = read_clause("未报扣1分。【责任单位：市纪委机关、市委组织部】");
    EXPECT_EQ(reading.assessors, (Texts{"市纪委机关", "市委组织部"}));
    ASSERT_EQ(reading.branches.size(), 1U);
    EXPECT_EQ(reading.branches[0].text, "未报扣1分");
}

TEST(ClauseParser, DoubtsWhatATextLeavesOpen) {
    EXPECT_EQ(doubts("落实不力的酌情扣分"), (Texts{"amount_missing 扣分"}));
    EXPECT_EQ(doubts("未报扣该项分值的三分之一"), (Texts{"share_unclear 扣该项分值的三分之一"}));
    EXPECT_EQ(doubts("到会人数不足三分之二的扣1分"), (Texts{"share_unclear 三分之二"}));
    EXPECT_EQ(doubts("未报扣1-2分或者3分"), (Texts{"amount_unread 3分"}));
    EXPECT_EQ(doubts("测试成绩70分至80分的扣1分,低于60分的扣2分,得90分的加1分"), Texts{});
    EXPECT_EQ(doubts("在5分基础上扣减,每项扣1分"), Texts{});
    EXPECT_EQ(doubts("加分项目满分10分,扣分项目满分90分"), Texts{});
    EXPECT_EQ(doubts("未报扣0分"), (Texts{"amount_not_positive 扣0分"}));
    EXPECT_EQ(doubts("再次发生的加倍扣分"), (Texts{"base_missing 加倍扣分"}));
    EXPECT_EQ(doubts("A扣1分,B扣2分,严重的加倍扣分"), (Texts{"base_unclear 加倍扣分"}));
    EXPECT_EQ(doubts("每次扣1分,扣至60分为止"), (Texts{"cap_unclear 扣至60分为止"}));
    EXPECT_EQ(doubts("基础分80分,每次扣1分,扣至60分为止"), Texts{});
    EXPECT_EQ(doubts("每项0.5分,最多扣2分"), (Texts{"cap_unused 最多扣2分"}));
    EXPECT_EQ(doubts("最多扣3分"), (Texts{"cap_unused 最多扣3分"}));
    EXPECT_EQ(doubts("没有落实的,各扣2分"), (Texts{"list_unclear 扣2分"}));
    EXPECT_EQ(doubts("未报、未建的分别扣1分、2分、3分"),
              (Texts{"pairing_unclear 未报、未建的分别扣1分、2分、3分"}));
    EXPECT_TRUE(doubts("未报的每次扣1分,扣完为止。").empty());
}

TEST(ClauseParser, DoubtsBytesThatAreNoText) {
    const Reading reading = read_clause("未报扣1分\xC3");
    ASSERT_EQ(reading.doubts.size(), 1U);
    EXPECT_EQ(reading.doubts[0].kind, DoubtKind::not_text);
    EXPECT_EQ(reading.doubts[0].offset, 13U);
    EXPECT_EQ(reading.branches.size(), 1U);
}

TEST(ClauseParser, TakesNoStepOfNothing) {
    for (const std::string_view clause : {"扣1分/0次", "扣1/0%-3%,", "每0次扣1分", "0次扣1分"}) {
        for (const scheme::Branch& branch : read_clause(clause).branches) {
            EXPECT_FALSE(branch.step && branch.step->is_zero()) << clause;
        }
    }
}

TEST(ClauseParser, TakesNoRangeToNothing) {
    const Reading reading = read_clause("迟到扣1-0分");
    ASSERT_EQ(reading.branches.size(), 1U);
    EXPECT_EQ(reading.branches[0].points, Decimal::whole(1));
    EXPECT_FALSE(reading.branches[0].points_max);
}

// A square of the length would take minutes.
TEST(ClauseParser, CostsNoSquareOfTheLength) {
    for (const std::string unit :
         {"不扣1分以上", "满分的", "每1项", "省级扣1分", "被省级", "、1"}) {
        std::string text;
        while (text.size() + unit.size() <= 64U * 1024U) text += unit;
        EXPECT_LT(read_clause(text).branches.size(), text.size()) << unit;
    }
}

TEST(ClauseParser, ReadsNothingFromNothing) {
    EXPECT_TRUE(read_clause("").branches.empty());
    EXPECT_TRUE(read_clause("\n 。,").branches.empty());
}

TEST(Doubt, KindsHaveNamesAndSentences) {
    for (std::size_t i = 0;; ++i) {
        const auto kind = static_cast<DoubtKind>(i);
        EXPECT_EQ(doubt_kind_named(name(kind)), kind);
        EXPECT_FALSE(sentence(kind, Language::zh).empty());
        EXPECT_FALSE(sentence(kind, Language::en).empty());
        if (kind == DoubtKind::not_text) break;
    }
    EXPECT_FALSE(doubt_kind_named("other"));
}

}  // namespace
}  // namespace heng::clause
