#include "core/view/rewording.hpp"
#include "core/act/grading_world.hpp"
#include "core/view/scheme.hpp"
#include "core/view/test_looks.hpp"

#include <gtest/gtest.h>

namespace heng::view::test {

namespace {

using act::test::GradingWorld;
using act::test::World;

Object branch(const std::string& id) {
    return Object{{"id", id}, {"basis", "once"}, {"points", "1"}};
}

/// A table with task (一): clause 1 of two branches, clause 2 of one.
Object files() {
    const Object two{{"no", "1"},
                     {"text", "未制定方案,扣1分;未报送总结,扣1分"},
                     {"assessors", List{"组织部"}},
                     {"branches", List{branch("1.1a"), branch("1.1b")}}};
    const Object one{{"no", "2"}, {"text", "迟报,扣1分"}, {"branches", List{branch("1.2")}}};
    const Object task{{"no", "(一)"}, {"clauses", List{two, one}}};
    const Object category{{"no", "一"}, {"tasks", List{task}}};
    const Object table{{"domain", "counties"}, {"categories", List{category}}};
    return Object{{"scheme.yaml", Object{{"scheme", "made up"}}},
                  {"tables/counties.yaml", Object{{"table", table}}}};
}

class Rewordings : public testing::Test {
protected:
    Rewordings() {
        auto& drafts = world.state.cycles.at(2021).indicators.drafts;
        id = drafts.begin()->first;
        drafts.begin()->second.files = std::make_shared<const Object>(files());
    }

    Checked<Value> reword(std::string clause, std::string text, std::string task = "(一)") {
        const auto office = World::office();
        return reworded(look(world, office), 2021, id,
                        {{"counties", std::move(task), std::move(clause), std::move(text)}});
    }

    static List clauses_in(const Value& answer) {
        const Value table = at(at(at(answer, "files"), "tables/counties.yaml"), "table");
        const Value category = at(table, "categories").list()->front();
        return *at(at(category, "tasks").list()->front(), "clauses").list();
    }

    GradingWorld world;
    cycle::DraftId id;
};

TEST_F(Rewordings, AsManyBranchesAsBeforeKeepTheirIds) {
    const List clauses = clauses_in(*reword("1", "1.无方案,扣2分;无总结,扣0.5分。【宣传部】"));
    EXPECT_EQ(at(clauses[0], "text"), Value("无方案,扣2分;无总结,扣0.5分。"));
    EXPECT_EQ(at(clauses[0], "assessors"), Value(List{"宣传部"}));
    const Value branches = at(clauses[0], "branches");
    EXPECT_EQ(column(branches, "id"), Value(List{"1.1a", "1.1b"}));
    EXPECT_EQ(column(branches, "points"), Value(List{"2", "0.5"}));
    EXPECT_EQ(at(clauses[1], "text"), Value("迟报,扣1分"));
}

TEST_F(Rewordings, AnotherNumberOfBranchesIsNamedAfterItsClause) {
    const List more = clauses_in(*reword("2", "迟报,扣1分;漏报,扣2分"));
    EXPECT_EQ(column(at(more[1], "branches"), "id"), Value(List{"1.2a", "1.2b"}));
    const List fewer = clauses_in(*reword("1", "未制定方案,扣1分"));
    EXPECT_EQ(column(at(fewer[0], "branches"), "id"), Value(List{"1.1"}));
    EXPECT_EQ(at(fewer[0], "assessors"), Value(List{"组织部"}));
}

TEST_F(Rewordings, AClauseIsAddedOrLeftOut) {
    const List added = clauses_in(*reword("3", "每少1次扣0.1分"));
    ASSERT_EQ(added.size(), 3U);
    EXPECT_EQ(column(at(added[2], "branches"), "id"), Value(List{"1.3"}));
    const List left = clauses_in(*reword("1", " "));
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(at(left[0], "no"), Value("2"));
}

TEST_F(Rewordings, ATaskThatIsNotThereIsRefusedAndADraftUnseenToo) {
    EXPECT_EQ(code(reword("1", "扣1分", "(九)")), Code::record_unknown);
    const auto stranger = act::Actor{"nobody", act::Capacity::unit, "C9"};
    const Scope scope = look(world, stranger);
    EXPECT_EQ(code(reworded(scope, 2021, {id.seq + 1000}, {})), Code::record_unknown);
}

}  // namespace

}  // namespace heng::view::test
