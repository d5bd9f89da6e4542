#include "core/intake/adjacency.hpp"

#include <gtest/gtest.h>

namespace heng::intake {
namespace {

TEST(Adjacency, WordsThatStandWholeElsewhereAreFoundAgain) {
    Adjacency words;
    words.learn(U"坚持理论武装,加强思想建设,每1起扣1分。");
    words.learn(U"深化思想教育");
    EXPECT_LT(words.cost(U"推进思", U"想建设"), words.cost(U"推进思", U"分。"))
        << "思想 was seen, 思分 never";
    EXPECT_LT(words.cost(U"理论", U"武装"), words.cost(U"深化", U"武装"));
    EXPECT_LT(words.cost(U"扣", U"2分。"), 0) << "one digit is as good as another";
}

TEST(Adjacency, NothingIsKnownOfNothing) {
    const Adjacency words;
    EXPECT_EQ(0, words.cost(U"", U"甲"));
    EXPECT_EQ(0, words.cost(U"甲", U""));
    EXPECT_GT(words.cost(U"甲", U"乙"), 0);
}

}  // namespace
}  // namespace heng::intake
