#include "app/command_grid.hpp"

#include <gtest/gtest.h>

namespace heng::app {
namespace {

using act::Field;
using act::Kind;
using act::Need;

constexpr std::array<Field, 5> fields{{
    {"unit", Kind::id, Need::required, "单位", "unit"},
    {"count", Kind::whole, Need::required, "数量", "count"},
    {"since", Kind::date, Need::optional, "日期", "since"},
    {"fits", Kind::flag, Need::optional, "是否", "fits"},
    {"names", Kind::texts, Need::optional, "名单", "names"},
}};

intake::Grid grid_of(const std::vector<std::vector<std::string>>& rows) {
    intake::Grid grid;
    grid.file = "a.xlsx";
    grid.name = "Sheet1";
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (std::size_t column = 0; column < rows[row].size(); ++column)
            if (!rows[row][column].empty())
                grid.cells.push_back({row, column, 1, 1, rows[row][column],
                                      "Sheet1!" + intake::cell_name(row, column), 0});
    return grid;
}

Issues issues_of(const std::vector<std::vector<std::string>>& rows) {
    const std::vector<std::string> ignored{"备注"};
    const auto table = commands_of(grid_of(rows), fields, ignored);
    return table ? Issues{} : table.error();
}

TEST(CommandGrid, RowsBelowTheTitlesAreCommands) {
    const std::vector<std::string> ignored{"备注"};
    const auto table = commands_of(grid_of({{"单位一览表"},
                                            {"unit", "数量", "日期", "是否", "名单", "备注"},
                                            {" C01 ", "３", "2021年3月1日", "是", "甲;乙", "x"},
                                            {},
                                            {"C02", "4", "2021/12/31", "否"}}),
                                   fields, ignored);
    ASSERT_TRUE(table);
    ASSERT_EQ(2u, table->bodies.size());
    EXPECT_EQ(ledger::Value("C01"), *table->bodies[0].find("unit"));
    EXPECT_EQ(ledger::Value(std::int64_t{3}), *table->bodies[0].find("count"));
    EXPECT_EQ(ledger::Value("2021-03-01"), *table->bodies[0].find("since"));
    EXPECT_EQ(ledger::Value(true), *table->bodies[0].find("fits"));
    EXPECT_EQ(ledger::Value("2021-12-31"), *table->bodies[1].find("since"));
    EXPECT_EQ(nullptr, table->bodies[1].find("names")) << "an empty cell leaves its field out";
    EXPECT_EQ((std::vector<std::size_t>{3, 5}), table->lines);
    EXPECT_EQ(1u, table->columns.at("count"));
}

TEST(CommandGrid, EverythingWrongIsSaidWithItsCell) {
    const Issues malformed =
        issues_of({{"单位", "数量", "是否"}, {"C01", "三", "也许"}, {"C02", "1.5"}});
    ASSERT_EQ(3u, malformed.size());
    EXPECT_EQ(Code::field_malformed, malformed[0].code);
    EXPECT_EQ("Sheet1!B2", malformed[0].place.item);
    EXPECT_EQ("Sheet1!C2", malformed[1].place.item);
    EXPECT_EQ("Sheet1!B3", malformed[2].place.item);
    const Issues titles = issues_of({{"单位", "unit", "不明"}, {"C01", "C01", "x"}});
    ASSERT_EQ(2u, titles.size());
    EXPECT_EQ(Code::csv_header_duplicate, titles[0].code);
    EXPECT_EQ(Code::field_unknown, titles[1].code);
    EXPECT_EQ("Sheet1!C1", titles[1].place.item);
    EXPECT_EQ(Code::csv_empty, issues_of({}).at(0).code);
}

constexpr std::array<Field, 2> measure{{
    {"unit", Kind::id, Need::required, "考核对象", "unit"},
    {"measured", Kind::decimal, Need::required, "实测数", "measured"},
}};
constexpr std::array<Field, 3> figure{{
    {"branch", Kind::id, Need::required, "分句", "branch"},
    {"value", Kind::decimal, Need::required, "参照数", "value"},
    {"measures", Kind::rows, Need::required, "实测", "measures", {}, measure},
}};

TEST(CommandGrid, RowsOfAnActTakeRowsOfTheTable) {
    for (const std::vector<std::string>& names :
         {std::vector<std::string>{"branch", "value", "measures/unit", "measures/measured"},
          {"分句", "参照数", "考核对象", "实测数"}}) {
        const auto table = commands_of(grid_of({names,
                                                {"1.4", "50", "C1", "47.5"},
                                                {"", "", "C2", "52"},
                                                {"1.5", "3", "C1", "2"}}),
                                       figure, {});
        ASSERT_TRUE(table);
        ASSERT_EQ(2u, table->bodies.size());
        const ledger::List& rows = *table->bodies[0].find("measures")->list();
        ASSERT_EQ(2u, rows.size());
        EXPECT_EQ(ledger::Value("C2"), *rows[1].object()->find("unit"));
        EXPECT_EQ(1u, table->bodies[1].find("measures")->list()->size());
        EXPECT_EQ((std::vector<std::size_t>{2, 4}), table->lines);
        EXPECT_EQ((std::vector<std::size_t>{2, 3}), table->row_lines[0].at("measures"));
        EXPECT_EQ(3u, table->columns.at("measures/measured"));
    }
}

TEST(CommandGrid, ATemplateSaysTheNamesBelowItsTitles) {
    const auto table =
        commands_of(grid_of({{"分句", "参照数", "对象", "数"},
                             {"branch", "value", "measures/unit", "measures/measured"},
                             {"1.4", "50", "C1", "47.5"}}),
                    figure, {});
    ASSERT_TRUE(table);
    ASSERT_EQ(1u, table->bodies.size());
    EXPECT_EQ(ledger::Value("1.4"), *table->bodies[0].find("branch"));
    EXPECT_EQ(std::vector<std::size_t>{3}, table->lines);
    const auto unknown =
        commands_of(grid_of({{"分句", "参照数", "measures/nothing", "measures"}}), figure, {});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(2u, unknown.error().size());
    EXPECT_EQ("Sheet1!C1", unknown.error()[0].place.item);
}

}  // namespace
}  // namespace heng::app
