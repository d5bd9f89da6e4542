#include "core/report/markdown.hpp"

#include <gtest/gtest.h>

namespace heng::report {
namespace {

TEST(Markdown, EveryBlockHasItsForm) {
    const Document document{{Heading{1, "标题"}, Paragraph{"正文"}, Note{"注"},
                             Table{"表", {{"名称"}, {"分值", Align::end}}, {{"学习", "2"}}}}};
    EXPECT_EQ(print_markdown(document),
              "# 标题\n\n正文\n\n> 注\n\n表\n\n| 名称 | 分值 |\n| --- | ---: |\n| 学习 | 2 |\n");
}

/// A cell with a bar in it would shift all cells behind it.
TEST(Markdown, WhatSomeoneWroteIsNoMarkup) {
    const Document document{{Table{"", {{"a|b"}}, {{"<b>*|"}}}}};
    EXPECT_EQ(print_markdown(document), "| a\\|b |\n| --- |\n| \\<b>\\*\\| |\n");
}

}  // namespace
}  // namespace heng::report
