#include "shell/cli/terminal.hpp"

#include <gtest/gtest.h>
#include <sstream>

namespace heng::cli {
namespace {

TEST(DisplayWidth, CountsTwoColumnsForAChineseCharacter) {
    EXPECT_EQ(display_width("abc"), 3U);
    EXPECT_EQ(display_width("扣1分"), 5U);
    EXPECT_EQ(display_width("（一）"), 6U);
}

report::Document one_cell(std::string text) {
    report::Document document;
    document.blocks.emplace_back(report::Table{"", {{"条文"}}, {{std::move(text)}}});
    return document;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

TEST(PrintDocument, KeepsNumbersWholeWhenItWraps) {
    for (const std::string& line :
         lines_of(print_document(one_cell("每低于平均水平扣0.25分每次"), 16))) {
        EXPECT_FALSE(line.starts_with(".") || line.starts_with("25"));
    }
}

TEST(PrintDocument, OpensNoLineWithClosingPunctuation) {
    for (std::size_t width = 8; width < 20; ++width) {
        const auto text = print_document(one_cell("未制定计划,扣一分;未落实,扣两分。"), width);
        for (const std::string& line : lines_of(text)) {
            EXPECT_FALSE(line.starts_with(",") || line.starts_with(";") || line.starts_with("。"));
        }
    }
}

TEST(PrintDocument, LosesNoCharacter) {
    const std::string text = "未按要求落实(含数字档案),每1起扣0.5分。";
    std::string joined;
    const auto lines = lines_of(print_document(one_cell(text), 10));
    for (std::size_t i = 2; i < lines.size(); ++i) joined += lines[i];
    EXPECT_EQ(joined, text);
}

TEST(PrintDocument, AlignsNumbersAtTheEnd) {
    report::Document document;
    document.blocks.emplace_back(report::Table{
        "", {{"单位"}, {"总分", report::Align::end}}, {{"甲县", "91.30"}, {"乙", "5"}}});
    EXPECT_EQ(print_document(document), "单位   总分\n----  -----\n甲县  91.30\n乙        5\n\n");
}

TEST(PrintIssue, SaysPlaceKindMessageAndRemedy) {
    const Error issue{Code::body_unknown, {"tables/counties.yaml", 12, 0, "(一)3"}, {"市委某部"}};
    EXPECT_EQ(
        print_issue(issue, Language::zh),
        "tables/counties.yaml:12 (一)3: 错误 [body_unknown] 责任单位“市委某部”不在机构名单中\n"
        "    请更正名称，或在机构名单中增列。");
    EXPECT_EQ(
        print_issue(issue, Language::en),
        "tables/counties.yaml:12 (一)3: error [body_unknown] the body 市委某部 is not listed\n"
        "    Correct the name or add it to the bodies.");
}

}  // namespace
}  // namespace heng::cli
