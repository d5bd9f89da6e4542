#include "core/view/rewording.hpp"

#include <gtest/gtest.h>

namespace heng::view {
namespace {

scheme::Branch branch(std::string id) {
    scheme::Branch out;
    out.id = std::move(id);
    out.points = Decimal::parse("1");
    return out;
}

scheme::Clause clause(std::string no, std::string text, std::vector<scheme::Branch> branches) {
    scheme::Clause out;
    out.no = std::move(no);
    out.text = std::move(text);
    out.branches = std::move(branches);
    return out;
}

/// A table with task (一): clause 1 of two branches, clause 2 of one.
scheme::Scheme two_clauses() {
    scheme::Task task;
    task.no = "(一)";
    task.clauses = {
        clause("1", "未制定方案,扣1分;未报送总结,扣1分", {branch("1.1a"), branch("1.1b")}),
        clause("2", "迟报,扣1分", {branch("1.2")})};
    task.clauses[0].assessors = {"组织部"};
    task.clauses[0].reading_override = scheme::Override{"读法另定"};
    scheme::Table table;
    table.domain = "counties";
    table.categories.push_back({"一", "政治建设", {}, {task}, {}});
    scheme::Scheme out;
    out.tables.push_back(table);
    return out;
}

std::vector<std::string> ids_of(const scheme::Clause& clause) {
    std::vector<std::string> out;
    for (const scheme::Branch& one : clause.branches) out.push_back(one.id);
    return out;
}

class Rewordings : public testing::Test {
protected:
    Issues reword(std::string number, std::string text, std::string task = "(一)") {
        const Rewording wanted{"counties", std::move(task), std::move(number), std::move(text)};
        return view::reword(scheme, {&wanted, 1});
    }
    const std::vector<scheme::Clause>& clauses() const {
        return scheme.tables[0].categories[0].tasks[0].clauses;
    }
    scheme::Scheme scheme = two_clauses();
};

using Ids = std::vector<std::string>;

TEST_F(Rewordings, AsManyBranchesAsBeforeKeepTheirIds) {
    EXPECT_TRUE(reword("1", "1.无方案,扣2分;无总结,扣0.5分。【宣传部】").empty());
    const scheme::Clause& one = clauses()[0];
    EXPECT_EQ(one.text, "无方案,扣2分;无总结,扣0.5分。");
    EXPECT_EQ(one.assessors, Ids{"宣传部"});
    EXPECT_EQ(ids_of(one), (Ids{"1.1a", "1.1b"}));
    EXPECT_EQ(one.branches[1].points, Decimal::parse("0.5"));
    EXPECT_FALSE(one.reading_override) << "it was for other words";
    EXPECT_EQ(clauses()[1], two_clauses().tables[0].categories[0].tasks[0].clauses[1]);
}

TEST_F(Rewordings, AnotherNumberOfBranchesIsNamedAfterItsClause) {
    EXPECT_TRUE(reword("2", "迟报,扣1分;漏报,扣2分").empty());
    EXPECT_EQ(ids_of(clauses()[1]), (Ids{"1.2a", "1.2b"}));
    EXPECT_TRUE(reword("1", "未制定方案,扣1分").empty());
    EXPECT_EQ(ids_of(clauses()[0]), Ids{"1.1"});
    EXPECT_EQ(clauses()[0].branches[0].text, clauses()[0].text);
    EXPECT_EQ(clauses()[0].assessors, Ids{"组织部"});
}

TEST_F(Rewordings, AClauseIsAddedOrLeftOut) {
    EXPECT_TRUE(reword("3", "每少1次扣0.1分").empty());
    ASSERT_EQ(clauses().size(), 3U);
    EXPECT_EQ(ids_of(clauses()[2]), Ids{"1.3"});
    EXPECT_TRUE(reword("1", " ").empty());
    ASSERT_EQ(clauses().size(), 2U);
    EXPECT_EQ(clauses()[0].no, "2");
}

TEST_F(Rewordings, ATaskThatIsNotThereIsNamed) {
    const Issues issues = reword("1", "扣1分", "(九)");
    ASSERT_EQ(issues.size(), 1U);
    EXPECT_EQ(issues[0].code, Code::record_unknown);
    EXPECT_EQ(scheme, two_clauses());
}

}  // namespace
}  // namespace heng::view
