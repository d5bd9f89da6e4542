#include "core/intake/headings.hpp"

#include "core/intake/chars.hpp"
#include "core/intake/draft.hpp"

#include <gtest/gtest.h>

namespace heng::intake {
namespace {

TEST(Chars, OnlyFormIsLevelled) {
    EXPECT_EQ(U"扣1.5分，95%", chars_of("扣１．５分，９５％"));
    EXPECT_EQ(U"政治建设", tidied(chars_of(" 政 治　建设 ")))
        << "blanks that typesetting put there";
    EXPECT_EQ(U"A B类", tidied(U"A  B 类"));
    EXPECT_EQ(17, chinese_ordinal(U"十七"));
    EXPECT_EQ(20, chinese_ordinal(U"二十"));
    EXPECT_EQ(99, chinese_ordinal(U"九十九"));
    EXPECT_FALSE(chinese_ordinal(U"百"));
    EXPECT_FALSE(chinese_ordinal(U"十十"));
    for (int number = 1; number <= 99; ++number)
        EXPECT_EQ(number, chinese_ordinal(chinese_numeral(number)));
}

TEST(Titles, UsualVariantsHeadTheSameColumn) {
    EXPECT_EQ(Column::clause, column_titled(U"扣分细则"));
    EXPECT_EQ(Column::clause, column_titled(U"评 分 标 准"));
    EXPECT_EQ(Column::assessor, column_titled(U"考核责\n任单位"));
    EXPECT_EQ(Column::points, column_titled(U"分值（分）"));
    EXPECT_FALSE(column_titled(U"未制定计划,扣1分"));
    EXPECT_TRUE(is_part_of_title(U"任单位"));
    EXPECT_FALSE(is_part_of_title(U"未制定"));
}

TEST(Headings, NumberNameAndPoints) {
    const auto category = category_heading(U"二、思想建设（15分）");
    ASSERT_TRUE(category);
    EXPECT_EQ(2, category->ordinal);
    EXPECT_EQ(U"思想建设", category->name);
    EXPECT_EQ(Decimal::whole(15), category->points);
    const auto task = task_heading(U"（十二）加强(区)建设(2.5分)");
    ASSERT_TRUE(task);
    EXPECT_EQ(U"(十二)", task->no);
    EXPECT_EQ(U"加强(区)建设", task->name);
    EXPECT_EQ(Decimal::parse("2.5"), task->points);
    EXPECT_EQ(Decimal::whole(10), loose_heading(U"政治建设10分").points);
    EXPECT_FALSE(category_heading(U"市、县党委"));
    EXPECT_FALSE(task_heading(U"(区)党委"));
}

TEST(Headings, PointsAlone) {
    EXPECT_EQ(Decimal::whole(10), points_alone(U"（10分）"));
    EXPECT_EQ(Decimal::whole(10), points_alone(U"分值：10分"));
    EXPECT_EQ(Decimal::parse("0.5"), points_alone(U"0.5"));
    EXPECT_FALSE(points_alone(U"(10)"));
    EXPECT_FALSE(points_alone(U"扣10分"));
}

TEST(Numbering, AmountsAreNoNumbers) {
    EXPECT_EQ(3, clause_number(U"3.未制定")->value);
    EXPECT_EQ(12, clause_number(U"12、未制定")->value);
    EXPECT_EQ(2, clause_number(U"（2）未制定")->value);
    EXPECT_EQ(4, clause_number(U"④未制定")->value);
    EXPECT_FALSE(clause_number(U"0.5分;未制定"));
    EXPECT_FALSE(clause_number(U"1.5分"));
    EXPECT_FALSE(clause_number(U"2021年"));
    const auto inside = clause_starts_inside(U"1.未甲,扣1分。2.未乙,扣1.5分。【市委办】3.未丙");
    ASSERT_EQ(2u, inside.size());
}

TEST(Bodies, NamesWithoutAnythingBetweenThem) {
    using Names = std::vector<std::string>;
    EXPECT_EQ((Names{"市委办公室", "市纪委机关", "市委组织部"}),
              body_names(U"市委办公室市纪委机关市委组织部", {}));
    EXPECT_EQ((Names{"市人大常委会机关党组"}), body_names(U"市人大常委会机\n关党组", {}));
    EXPECT_EQ((Names{"市委宣传部", "市直机关工委"}), body_names(U"市委宣传部\n市直机关工委", {}));
    EXPECT_EQ((Names{"团市委", "市妇联"}), body_names(U"团市委、市妇联", {}));
    EXPECT_EQ((Names{"党工委", "管委会"}), body_names(U"党工委管委会", {U"党工委"}))
        << "a name known from elsewhere";
}

TEST(Furniture, WhatPagesHaveAroundTables) {
    for (const auto* const line :
         {U"— 3 —", U"第3页", U"第 3 页 共 12 页", U"3/12", U"续表", U"展开阅读全文"})
        EXPECT_TRUE(is_page_furniture(line)) << text_of(line);
    EXPECT_FALSE(is_page_furniture(U"1分。"));
    EXPECT_TRUE(is_total(U"合计：100分"));
    EXPECT_FALSE(is_total(U"合计扣分不超过本项分值的,按本项分值计算"));
    EXPECT_TRUE(is_signature(U"审核人（签字）："));
    EXPECT_TRUE(ends_table(U"注：本表由市考核办解释"));
}

DraftTask task_of(std::vector<DraftClause> clauses) {
    DraftTask task;
    task.no = U"(一)";
    task.name = U"任务";
    task.points = Decimal::whole(5);
    task.assessors = U"市委办公室";
    task.clauses = std::move(clauses);
    return task;
}

Intake finished(DraftTask task, std::optional<Decimal> category_points = Decimal::whole(5)) {
    Draft draft;
    draft.categories.push_back({U"一", U"类别", category_points, {std::move(task)}, {}});
    return finish(draft, {"departments", usual_prefix("departments")});
}

std::vector<Code> codes_of(const Intake& intake) {
    std::vector<Code> codes;
    for (const Error& issue : intake.issues) codes.push_back(issue.code);
    return codes;
}

TEST(Finishing, ClausesAreReadIntoBranchesWithIds) {
    const Intake intake =
        finished(task_of({{1, U"未甲,每1起扣0.5分。【市委宣传部、市委组织部】", {}, {}},
                          {2, U"未乙,扣1分;未丙,扣2分。", {}, {}}}));
    EXPECT_TRUE(intake.issues.empty());
    const auto& clauses = intake.table.categories.at(0).tasks.at(0).clauses;
    EXPECT_EQ("未甲,每1起扣0.5分。", clauses.at(0).text);
    EXPECT_EQ((std::vector<std::string>{"市委宣传部", "市委组织部"}), clauses[0].assessors);
    EXPECT_EQ("D1.1", clauses[0].branches.at(0).id);
    EXPECT_FALSE(clauses.at(1).assessors);
    EXPECT_EQ("D1.2a", clauses[1].branches.at(0).id);
    EXPECT_EQ("D1.2b", clauses[1].branches.at(1).id);
    EXPECT_EQ("1.1", usual_prefix("counties") + "1.1") << "as the published annex has them";
}

TEST(Finishing, EachDoubtIsSaid) {
    using Codes = std::vector<Code>;
    EXPECT_EQ(
        (Codes{Code::import_number_missing}),
        codes_of(finished(task_of({{1, U"未甲,扣1分。", {}, {}}, {3, U"未乙,扣1分。", {}, {}}}))));
    EXPECT_EQ((Codes{Code::import_clause_unread}),
              codes_of(finished(task_of({{1, U"积极配合。", {}, {}}}))));
    EXPECT_EQ((Codes{Code::import_points_differ}),
              codes_of(finished(task_of({{1, U"未甲,扣1分。", {}, {}}}), Decimal::whole(6))));
    DraftTask nobody = task_of({{1, U"未甲,扣1分。", {}, {}}});
    nobody.assessors.clear();
    EXPECT_EQ((Codes{Code::import_assessor_missing}), codes_of(finished(nobody)));
    DraftTask worthless = task_of({{1, U"未甲,扣1分。", {}, {}}});
    worthless.points.reset();
    EXPECT_EQ((Codes{Code::import_points_unread}), codes_of(finished(worthless)));
    EXPECT_EQ((Codes{Code::import_order_doubtful}),
              codes_of(finished(task_of({{1, U"未甲,扣1分,并", {}, {}}}))));
    EXPECT_EQ((Codes{Code::import_table_absent}), codes_of(finish({}, {"d", ""})));
}

}  // namespace
}  // namespace heng::intake
