#include "core/clause/layout.hpp"

#include <gtest/gtest.h>

namespace heng::clause {
namespace {

std::vector<std::string> phrases(std::string_view text) {
    const Glyphs glyphs = normalise(text);
    const Words words = lex(glyphs, 0, glyphs.size());
    std::vector<std::string> out;
    for (const Phrase& phrase : lay_out(words, 0, glyphs.size()).phrases) {
        out.push_back(glyphs.text(phrase.begin, phrase.end));
    }
    return out;
}

using Texts = std::vector<std::string>;

TEST(Layout, PartsPhrasesAtSigns) {
    EXPECT_EQ(phrases("未报,扣1分;未建:扣2分"), (Texts{"未报", "扣1分", "未建", "扣2分"}));
}

TEST(Layout, KeepsAShortAsideInItsPhrase) {
    EXPECT_EQ(phrases("县(区)党委,每项(次)扣1分"), (Texts{"县(区)党委", "每项(次)扣1分"}));
}

TEST(Layout, PartsAnAsideWithAnAmount) {
    EXPECT_EQ(phrases("未上报(扣5分)"), (Texts{"未上报", "扣5分", ""}));
}

TEST(Layout, CountsSentences) {
    const Glyphs glyphs = normalise("一。二,三;四");
    const Words words = lex(glyphs, 0, glyphs.size());
    const Layout layout = lay_out(words, 0, glyphs.size());
    ASSERT_EQ(layout.phrases.size(), 4U);
    EXPECT_EQ(layout.phrases[2].sentence, 1U);
    EXPECT_EQ(layout.phrases[3].sentence, 2U);
}

}  // namespace
}  // namespace heng::clause
