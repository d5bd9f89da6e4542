#include "core/intake/read_grid.hpp"

#include "core/base/text.hpp"
#include "core/intake/read_table.hpp"

#include <gtest/gtest.h>

namespace heng::intake {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Grid grid_of(const Rows& rows, std::string title = "") {
    Grid grid;
    grid.file = "a.xlsx";
    grid.name = "Sheet1";
    grid.title = std::move(title);
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (std::size_t column = 0; column < rows[row].size(); ++column)
            if (!rows[row][column].empty())
                grid.cells.push_back(
                    {row, column, 1, 1, rows[row][column], "Sheet1!" + cell_name(row, column), 0});
    return grid;
}

const std::vector<std::string> titles{"考核指标", "基本任务", "任务要求", "扣分细则",
                                      "考核责任单位"};

/// The table as lines: categories, tasks and clauses.
std::string told(const Intake& intake) {
    std::string out;
    for (const auto& category : intake.table.categories) {
        out += category.no + " " + category.name + " " + category.points.text() + "\n";
        for (const auto& task : category.tasks) {
            out += task.no + " " + task.name + " " + task.points.text() + " " + task.requirement +
                   " [" + join(task.assessors, ",") + "]\n";
            for (const auto& clause : task.clauses)
                out += clause.no + " " + clause.text +
                       (clause.assessors ? " [" + join(*clause.assessors, ",") + "]" : "") + "\n";
        }
    }
    return out;
}

Intake read(std::vector<Grid> grids) {
    return read_table({std::move(grids)}, {"counties", ""});
}

TEST(ReadGrid, AClauseOnEachRowAndBlankCellsBelowTheirHeading) {
    const Intake intake = read({grid_of(
        {{"指标体系表"},
         titles,
         {"一、政治建设\n（8分）", "(一)甲(5分)", "坚持甲。", "1.未甲,扣1分。", "市委办公室"},
         {"", "", "", "２．未乙，每１起扣０．５分。", ""},
         {"", "(二)乙(3分)", "坚持乙。", "1.未丙,扣1分。【市纪委机关】", "市委组织部"}})});
    EXPECT_TRUE(intake.issues.empty());
    EXPECT_EQ("指标体系表", intake.table.title);
    EXPECT_EQ(
        "一 政治建设 8\n(一) 甲 5 坚持甲。 [市委办公室]\n1 未甲,扣1分。\n2 未乙，每1起扣0.5分。\n"
        "(二) 乙 3 坚持乙。 [市委组织部]\n1 未丙,扣1分。 [市纪委机关]\n",
        told(intake));
}

TEST(ReadGrid, AllClausesOfATaskInOneCell) {
    const Intake intake = read(
        {grid_of({titles,
                  {"一、政治建设(5分)", "(一)甲(5分)", "坚持\n甲。",
                   "1.未甲,扣\n1分。【市委办公室】2.未乙,扣1分;\n未丙,扣2分。\n3.未丁,扣0.5分。",
                   "市委办公室\n市纪委机关"}})});
    EXPECT_EQ(
        "一 政治建设 5\n(一) 甲 5 坚持甲。 [市委办公室,市纪委机关]\n1 未甲,扣1分。 [市委办公室]\n"
        "2 未乙,扣1分;未丙,扣2分。\n3 未丁,扣0.5分。\n",
        told(intake));
}

TEST(ReadGrid, NewPagesSectionsTotalsAndSignaturesAreNotPartOfIt) {
    Grid second =
        grid_of({titles,
                 {"一、政治建设(8分)", "(一)甲(5分)", "健全乙。", "重要内容,扣1分。", "市委办公室"},
                 {"", "(二)乙(3分)", "坚持乙。", "1.未丙,扣1分。", "市委办公室"},
                 {"续表"},
                 titles,
                 {"二、思想建设(2分)"},
                 {"", "(三)丙(2分)", "坚持丙。", "1.未丁,扣1分。", "市委宣传部"},
                 {"合计", "", "", "10分"},
                 {"审核人：", "", "填报日期："},
                 {"注：本表自印发之日起施行。"},
                 {"", "(四)丁(2分)", "", "1.未戊,扣1分。", "市委宣传部"}});
    const Intake intake = read(
        {grid_of({titles,
                  {"一、政治建设(8分)", "(一)甲(5分)", "坚持甲,", "1.未将甲纳入", "市委办公室"}},
                 "指标体系表"),
         second});
    EXPECT_TRUE(intake.issues.empty())
        << (intake.issues.empty() ? "" : message(intake.issues[0], Language::en));
    EXPECT_EQ(
        "一 政治建设 8\n(一) 甲 5 坚持甲,健全乙。 [市委办公室]\n1 未将甲纳入重要内容,扣1分。\n"
        "(二) 乙 3 坚持乙。 [市委办公室]\n1 未丙,扣1分。\n"
        "二 思想建设 2\n(三) 丙 2 坚持丙。 [市委宣传部]\n1 未丁,扣1分。\n",
        told(intake));
}

TEST(ReadGrid, PointsAndNumbersInColumnsOfTheirOwn) {
    const Intake intake = read(
        {grid_of({{"一级指标", "分值", "二级指标", "分值", "序号", "评分标准", "责任单位", "备注"},
                  {"政治建设", "8", "甲", "5分", "1", "未甲,扣1分。", "市委办公室", "x"},
                  {"", "", "", "", "2", "未乙,扣1分。", "市纪委机关", ""},
                  {"", "", "乙", "3", "3", "未丙,扣1分。", "市委办公室", ""}})});
    EXPECT_TRUE(intake.issues.empty());
    EXPECT_EQ(
        "一 政治建设 8\n(一) 甲 5  [市委办公室,市纪委机关]\n1 未甲,扣1分。 [市委办公室]\n2 "
        "未乙,扣1分。 [市纪委机关]\n"
        "(二) 乙 3  [市委办公室]\n1 未丙,扣1分。\n",
        told(intake));
}

TEST(ReadGrid, MergedCellsCountForAllTheirRows) {
    Grid grid =
        grid_of({titles,
                 {"一、政治建设(5分)", "(一)甲(5分)", "坚持甲。", "1.未甲,扣1分。", "市委办公室"},
                 {"", "", "", "2.未乙,扣1分。", ""}});
    for (Cell& cell : grid.cells)
        if (cell.row == 1 && cell.column != 3) cell.rows = 2;
    EXPECT_EQ("一 政治建设 5\n(一) 甲 5 坚持甲。 [市委办公室]\n1 未甲,扣1分。\n2 未乙,扣1分。\n",
              told(read({grid})));
}

TEST(ReadGrid, WhatIsWrongIsSaidWithItsCell) {
    const auto first = [](const Intake& intake) {
        return intake.issues.empty() ? Error{} : intake.issues[0];
    };
    const Error absent = first(read({grid_of({{"姓名", "职务"}, {"张三", "书记"}})}));
    EXPECT_EQ(Code::import_table_absent, absent.code);
    const Error lacking =
        first(read({grid_of({{"考核指标", "基本任务", "任务要求", "责任单位"}, {"一、甲(1分)"}})}));
    EXPECT_EQ(Code::import_column_missing, lacking.code);
    EXPECT_EQ("Sheet1!A1", lacking.place.item);
    const Error unusable = first(read({grid_of({{"考核指标", "基本任务", "分值", "扣分细则"},
                                                {"一、甲", "(一)乙", "很多", "1.未丙,扣1分。"}})}));
    EXPECT_EQ(Code::import_cell_unusable, unusable.code);
    EXPECT_EQ("Sheet1!C2", unusable.place.item);
    const Intake unplaced = read({grid_of(
        {titles,
         {"", "", "", "1.未甲,扣1分。"},
         {"一、政治建设(5分)", "(一)甲(5分)", "坚持甲。", "1.未甲,扣1分。", "市委办公室"}})});
    EXPECT_EQ(Code::import_text_unplaced, first(unplaced).code);
    EXPECT_EQ("Sheet1!D2", first(unplaced).place.item);
}

TEST(ReadGrid, ASecondTableIsAnother) {
    const Rows rows{
        titles, {"一、政治建设(5分)", "(一)甲(5分)", "坚持甲。", "1.未甲,扣1分。", "市委办公室"}};
    const Intake intake =
        read({grid_of(rows, "县(区)考核指标体系"), grid_of(rows, "市直单位考核指标体系")});
    EXPECT_EQ(1u, intake.table.categories.size());
}

}  // namespace
}  // namespace heng::intake
