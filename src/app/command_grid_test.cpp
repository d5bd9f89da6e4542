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

}  // namespace
}  // namespace heng::app
