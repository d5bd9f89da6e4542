/// Lines by the rules of Chinese setting, the grid, rare characters, tables over pages.
#include "shell/pdf/pdf.hpp"

#include "shell/pdf/lines.hpp"

#include <gtest/gtest.h>

namespace heng::pdf {
namespace {

std::string repeat(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

std::u32string characters(const Line& line) {
    std::u32string out;
    for (const Letter& letter : line.letters) out += letter.character;
    return out;
}

class Lines : public testing::Test {
protected:
    std::vector<std::u32string> set(std::string_view text, double width, double first = 0) {
        std::vector<std::u32string> out;
        for (const Line& line : setter.set(text, {}, width, first)) out.push_back(characters(line));
        return out;
    }
    Fonts fonts{paper::Template()};
    Setter setter{fonts};
};

TEST_F(Lines, Hold28Characters) {  // DOC-2, DOC-3
    const auto lines = set(repeat("国", 57), 442.2);
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[0].size(), 28U);
    EXPECT_EQ(lines[1].size(), 28U);
    EXPECT_EQ(set(repeat("国", 27), 442.2, 31.5)[0].size(), 26U) << "the first is indented";
}

TEST_F(Lines, NeverBeginWithAStopNorEndWithABracket) {
    EXPECT_EQ(set("一二三四五。", 5 * 15.75), (std::vector<std::u32string>{U"一二三四", U"五。"}));
    EXPECT_EQ(set("一二三四（五）", 5 * 15.75),
              (std::vector<std::u32string>{U"一二三四", U"（五）"}));
    EXPECT_EQ(set("一二三四……五", 5 * 15.75)[0], U"一二三") << "an ellipsis is not divided";
}

TEST_F(Lines, KeepWordsAndNumbersWhole) {
    EXPECT_EQ(set("一二三2021年", 4 * 15.75), (std::vector<std::u32string>{U"一二三", U"2021年"}));
    const auto lines = set(repeat("x", 200), 100);
    EXPECT_GT(lines.size(), 3U) << "unless one is longer than a line";
}

TEST_F(Lines, BreakAtLineFeedsAndLeaveOutTheInvisible) {
    EXPECT_EQ(set("甲\n乙", 100), (std::vector<std::u32string>{U"甲", U"乙"}));
    EXPECT_EQ(set("甲\u200B乙\uFE0F\r", 100), (std::vector<std::u32string>{U"甲乙"}));
    EXPECT_EQ(set("", 100).size(), 1U);
}

TEST_F(Lines, AreStretchedToTheEdge) {
    const auto lines = setter.set("一二三四五六七八九。十", {}, 9 * 15.75);
    EXPECT_NEAR(lines[0].width, 9 * 15.75, 0.01) << "one character went on with its stop";
}

paper::Paper plain(std::vector<paper::Block> body) {
    paper::Paper paper;
    paper.form = paper::Form::plain;
    paper.body = std::move(body);
    return paper;
}

TEST(Pdf, DrawsRareCharactersOfNames) {  // FONT-6
    const auto file =
        print_paper(plain({report::Paragraph{"喆堃昇昉犇玥珺璟翀赟鋆镕彧垚〔〕—％①〇㐂龘𠮷"}}), {});
    ASSERT_TRUE(file);
    EXPECT_EQ(file->pages, 1);
    EXPECT_TRUE(file->bytes.starts_with("%PDF-1.5"));
}

TEST(Pdf, SaysWhichCharactersNoFontHas) {
    const auto file = print_paper(plain({report::Paragraph{"甲\U000F1234乙\U000F1235"}}), {});
    ASSERT_FALSE(file);
    ASSERT_EQ(file.error().size(), 1U);
    EXPECT_EQ(file.error()[0].code, Code::document_glyph_missing);
    EXPECT_EQ(file.error()[0].args[0], "\U000F1234\U000F1235");
}

TEST(Pdf, Holds22LinesAPage) {  // DOC-2, DOC-4
    // Two characters of the first line are its indent.
    const auto page = [](std::size_t count) {
        return print_paper(plain({report::Paragraph{repeat("国", count)}}), {})->pages;
    };
    EXPECT_EQ(page(28 * 22 - 2), 1);
    EXPECT_EQ(page(28 * 22 - 1), 2);
}

paper::Table long_table(std::size_t rows, std::size_t merged) {
    paper::Table table{{"", {{"组"}, {"名称"}}, {}}, {1, 4}, merged};
    for (std::size_t i = 0; i < rows; ++i)
        table.content.rows.push_back(
            {i < rows / 2 ? repeat("甲", 250) : "乙", "第" + std::to_string(i)});
    return table;
}

TEST(Pdf, GoesOnWithATableOverPages) {  // DOC-17
    // The first column takes seven characters a line: 250 of them are 36 lines, most of a page.
    EXPECT_EQ(print_paper(plain({long_table(4, 0)}), {})->pages, 2) << "rows are not divided";
    const auto merged = print_paper(plain({long_table(40, 1)}), {});
    EXPECT_EQ(merged->pages, 2) << "the long cell runs beside its rows and over to the next page";
    paper::Table endless{{"", {{"全文"}}, {{repeat("国", 9'000)}}}, {1}, 0};
    EXPECT_GE(print_paper(plain({endless}), {})->pages, 3) << "a row higher than a page is divided";
}

TEST(Pdf, IsTheSameEachTime) {  // DOC-19
    const paper::Paper paper = plain({report::Paragraph{"衡"}, long_table(3, 1)});
    EXPECT_EQ(print_paper(paper, {})->bytes, print_paper(paper, {})->bytes);
}

TEST(Pdf, KeepsTheSignatureWithTheText) {  // DOC-13
    for (std::size_t lines = 1; lines < 60; ++lines) {
        paper::Paper paper = plain({report::Paragraph{repeat("国", 28 * lines)}});
        paper.signature = "市考核办";
        paper.dated = paper::Date(std::chrono::year(2026), std::chrono::March, std::chrono::day(2));
        const int pages = print_paper(paper, {})->pages;
        // Text of `lines` + 1 lines, two for the seal, two of the signature.
        EXPECT_LE(pages, static_cast<int>((lines + 5 + 21 + 2) / 22)) << lines;
    }
}

}  // namespace
}  // namespace heng::pdf
