#include "core/view/clause_reading.hpp"
#include "core/view/test_looks.hpp"

#include <gtest/gtest.h>

namespace heng::view::test {

namespace {

TEST(ClauseReading, EachLineIsAClauseWithItsBranchesAndAssessors) {
    const Value seen =
        read_clauses("1.未制定方案,扣1分;每少1次扣0.5分。【市委办公室】\n\n每1起扣2分");
    const Value list = at(seen, "clauses");
    const List& clauses = *list.list();
    ASSERT_EQ(clauses.size(), 2U);
    EXPECT_EQ(at(clauses[0], "number"), Value("1."));
    EXPECT_EQ(at(clauses[0], "assessors"), Value(List{"市委办公室"}));
    ASSERT_EQ(at(clauses[0], "branches").list()->size(), 2U);
    EXPECT_EQ(at(at(clauses[0], "branches").list()->at(1), "points"), Value("0.5"));
    EXPECT_EQ(at(at(clauses[1], "branches").list()->at(0), "per"), Value("起"));
}

/// The editor marks the doubt in a text field, which counts UTF-16 units of the whole text.
TEST(ClauseReading, ADoubtIsPlacedInTheWholeTextAsBrowsersCount) {
    const Value seen = read_clauses("𠮷未开展,扣1分\n情节较重的酌情扣分");
    const Value list = at(seen, "clauses");
    const List& clauses = *list.list();
    ASSERT_EQ(clauses.size(), 2U);
    EXPECT_EQ(at(clauses[0], "end"), Value(9));
    EXPECT_EQ(at(clauses[1], "start"), Value(10));
    const Value doubted = at(clauses[1], "doubts");
    const List& doubts = *doubted.list();
    ASSERT_EQ(doubts.size(), 1U);
    EXPECT_EQ(at(doubts[0], "code"), Value("amount_missing"));
    EXPECT_EQ(at(doubts[0], "start"), Value(17));
    EXPECT_EQ(at(doubts[0], "end"), Value(19));
}

}  // namespace

}  // namespace heng::view::test
