#include "core/intake/read_text.hpp"

#include "core/intake/read_table.hpp"

#include <gtest/gtest.h>

namespace heng::intake {
namespace {

Intake read(const std::string& text) {
    return read_table({PlainText{"a.txt", text}}, {"counties", ""});
}

constexpr const char* titles = "考核指标\n基本任务\n任务要求\n扣分细则\n考核责任单位\n";

TEST(ReadText, TheTableIsFoundInsideADocument) {
    const Intake intake = read(
        std::string("第一条 考核指标由市考核办汇总。\n附件1\n2021年度指标体系\n") + titles +
        "一、政治建设\n(5分)\n(一)加强领导\n(5分)\n坚持和加强领导。\n1.未制定计划,扣\n1分。\n"
        "2.未落实计划,每1起扣0.5分。【市委办公室】\n市委组织部\n附件2\n1.不属于本表,扣1分。\n");
    EXPECT_FALSE(has_errors(intake.issues));
    EXPECT_EQ("2021年度指标体系", intake.table.title);
    const auto& task = intake.table.categories.at(0).tasks.at(0);
    EXPECT_EQ("加强领导", task.name);
    EXPECT_EQ("坚持和加强领导。", task.requirement);
    ASSERT_EQ(2u, task.clauses.size());
    EXPECT_EQ("未制定计划,扣1分。", task.clauses[0].text);
    EXPECT_EQ(std::vector<std::string>{"市委组织部"}, task.assessors);
}

TEST(ReadText, TextWithoutATableIsRefused) {
    const Intake intake = read("第一条 本办法自印发之日起施行。\n");
    ASSERT_TRUE(has_errors(intake.issues));
    EXPECT_EQ(Code::import_table_absent, intake.issues[0].code);
}

TEST(ReadText, MoreLinesThanATableHasAreRefused) {
    const Intake intake = read(std::string(lines_max + 10, '\n'));
    ASSERT_TRUE(has_errors(intake.issues));
    EXPECT_EQ(Code::office_file_too_large, intake.issues[0].code);
    std::string long_table = titles;
    for (std::size_t i = 0; i <= table_lines_max; ++i) long_table += "甲\n";
    const Intake longer = read(long_table);
    ASSERT_TRUE(has_errors(longer.issues));
    EXPECT_EQ(Code::office_file_too_large, longer.issues[0].code);
}

TEST(ReadText, WhatFitsNowhereIsSaidWithItsLine) {
    const Intake intake =
        read(std::string(titles) +
             "一、政治建设(5分)\n(一)加强领导(5分)\n坚持和加强领导。\n1.未制定计划,扣1分。\n"
             "3.未落实计划,扣1分。\n市委组织部\n");
    ASSERT_FALSE(intake.issues.empty());
    const auto missing =
        std::find_if(intake.issues.begin(), intake.issues.end(),
                     [](const Error& issue) { return issue.code == Code::import_number_missing; });
    ASSERT_NE(intake.issues.end(), missing) << "number 2 is not there";
    EXPECT_EQ(10u, missing->place.line);
}

}  // namespace
}  // namespace heng::intake
