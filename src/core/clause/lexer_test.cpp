#include "core/clause/lexer.hpp"

#include <gtest/gtest.h>

namespace heng::clause {
namespace {

struct Text {
    Glyphs glyphs;
    Words words;
    explicit Text(std::string_view text)
        : glyphs(normalise(text)), words(lex(glyphs, 0, glyphs.size())) {}
};

std::size_t count(const Text& text, Role role) {
    std::size_t out = 0;
    for (const Token& token : text.words.tokens) out += token.role == role ? 1 : 0;
    return out;
}

TEST(Lexer, GivesANumberItsUnit) {
    const Text text("每少2个百分点");
    ASSERT_EQ(text.words.figures.size(), 1U);
    EXPECT_EQ(text.words.figures[0].value->text(), "2");
    EXPECT_EQ(text.words.figures[0].unit, U"百分点");
}

TEST(Lexer, JoinsRanges) {
    const Text text("3-5分,80%-90%,1分至3分,二至三次");
    ASSERT_EQ(text.words.figures.size(), 4U);
    EXPECT_EQ(text.words.figures[1].value->text(), "80");
    EXPECT_EQ(text.words.figures[1].high->text(), "90");
    EXPECT_EQ(text.words.figures[3].high->text(), "3");
}

TEST(Lexer, ReadsPercentWords) {
    const Text text("低于百分之九十的");
    ASSERT_EQ(text.words.figures.size(), 1U);
    EXPECT_EQ(text.words.figures[0].value->text(), "90");
    EXPECT_EQ(text.words.figures[0].unit, U"%");
}

TEST(Lexer, SeesNoNumbersInFiguresOfSpeech) {
    EXPECT_EQ(count(Text("一般、统一、“一岗双责”、十四五、三会一课、一人一档"), Role::number), 0U);
}

TEST(Lexer, SkipsTitles) {
    EXPECT_EQ(count(Text("《2021年工作计划3次》〔2020〕4次【2个】"), Role::number), 1U);
    EXPECT_EQ(count(Text("《3次"), Role::number), 1U);
}

TEST(Lexer, TellsNumberingFromNumbers) {
    const Text text("扣1分;2.未报;(3)未建;④无");
    EXPECT_EQ(count(text, Role::numbering), 3U);
    EXPECT_EQ(text.words.figures.size(), 1U);
    EXPECT_EQ(count(Text("扣1、2、3分"), Role::numbering), 0U);
}

TEST(Lexer, CutsAWordBeforeAnotherOne) {
    EXPECT_EQ(count(Text("功能类项目分别加2分"), Role::respective), 1U);
}

TEST(Lexer, PairsBrackets) {
    const Text text("(a(b)c");
    ASSERT_EQ(text.words.tokens.size(), 3U);
    EXPECT_EQ(text.words.tokens[0].link, no_mate);
    EXPECT_EQ(text.words.tokens[1].link, 2U);
    EXPECT_EQ(text.words.tokens[2].link, 1U);
}

}  // namespace
}  // namespace heng::clause
