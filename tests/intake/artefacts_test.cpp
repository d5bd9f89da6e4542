/// @file
/// The same tables in each kind of file that offices have: Word, Excel, cells with tabs or commas,
/// plain text. What is right comes out the same from all of them, what is wrong is said of all.
#include "core/base/text.hpp"
#include "core/intake/read_table.hpp"
#include "shell/office/read_office.hpp"
#include "shell/office/test_package.hpp"

#include <gtest/gtest.h>

#include <iconv.h>
#include <algorithm>

namespace heng::intake {
namespace {

/// A row of one cell stands over the whole width.
using Rows = std::vector<std::vector<std::string>>;

std::size_t width_of(const Rows& rows) {
    std::size_t width = 1;
    for (const auto& row : rows) width = std::max(width, row.size());
    return width;
}

std::string as_docx(const Rows& rows) {
    const std::string across = "<w:gridSpan w:val=\"" + std::to_string(width_of(rows)) + "\"/>";
    std::string table = "<w:tbl>";
    for (const auto& row : rows) {
        table += "<w:tr>";
        for (const std::string& cell : row)
            table += office::test::table_cell(cell, row.size() == 1 ? across : "");
        table += "</w:tr>";
    }
    return office::test::package_of(office::test::document_parts(table + "</w:tbl>"));
}

std::string as_xlsx(const Rows& rows) {
    std::vector<std::string> merges;
    for (std::size_t row = 0; row < rows.size(); ++row)
        if (rows[row].size() == 1 && width_of(rows) > 1)
            merges.push_back(cell_name(row, 0) + ":" + cell_name(row, width_of(rows) - 1));
    return office::test::workbook_of(rows, merges);
}

std::string delimited(const Rows& rows, char mark) {
    std::string text;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            text += (i == 0 ? "\"" : mark + std::string("\"")) + row[i] + "\"";
        text += "\r\n";
    }
    return text;
}

/// Each cell on lines of its own, as a page is pasted.
std::string as_lines(const Rows& rows) {
    std::string text;
    for (const auto& row : rows)
        for (const std::string& cell : row)
            if (!cell.empty()) text += cell + "\n";
    return text;
}

/// As Chinese editions of Windows save text.
std::string as_gbk(const std::string& text) {
    const iconv_t handle = iconv_open("GBK", "UTF-8");
    std::string in = text;
    std::string out(text.size(), '\0');
    char* from = in.data();
    char* to = out.data();
    std::size_t from_left = in.size();
    std::size_t to_left = out.size();
    EXPECT_EQ(0U, iconv(handle, &from, &from_left, &to, &to_left));
    iconv_close(handle);
    out.resize(out.size() - to_left);
    return out;
}

struct File {
    std::string name;
    std::string bytes;
};

std::vector<File> files_of(const Rows& rows, bool as_text) {
    std::vector<File> files{{"a.docx", as_docx(rows)},
                            {"a.xlsx", as_xlsx(rows)},
                            {"a.tsv", delimited(rows, '\t')},
                            {"a.csv", delimited(rows, ',')},
                            {"gbk.csv", as_gbk(delimited(rows, ','))}};
    if (as_text) {
        files.push_back({"a.txt", as_lines(rows)});
        files.push_back({"gbk.txt", as_gbk(as_lines(rows))});
    }
    return files;
}

Intake read(const File& file, std::size_t number = 1) {
    const auto source = office::read_office_bytes(file.bytes, file.name);
    EXPECT_TRUE(source) << file.name << message(source.error(), Language::en);
    if (!source) return {};
    return read_table({*source}, {"counties", "", number});
}

/// Tasks with their clauses, a line each.
std::string told(const scheme::Table& table) {
    std::string out;
    for (const auto& category : table.categories) {
        out += category.no + category.name + category.points.text() + "\n";
        for (const auto& task : category.tasks) {
            out +=
                task.no + task.name + task.points.text() + "[" + join(task.assessors, ",") + "]\n";
            for (const auto& clause : task.clauses)
                out += clause.no + " " + clause.text +
                       (clause.assessors ? "[" + join(*clause.assessors, ",") + "]" : "") + "\n";
        }
    }
    return out;
}

/// What is said, but for the encoding, which its own test looks at.
std::vector<Code> codes_of(const Intake& intake) {
    std::vector<Code> codes;
    for (const Error& issue : intake.issues)
        if (issue.args.empty() || !issue.args[0].ends_with("GB18030）"))
            codes.push_back(issue.code);
    return codes;
}

const std::vector<std::string> titles{"考核指标", "基本任务", "任务要求", "扣分细则",
                                      "考核责任单位"};

struct Case {
    const char* name;
    Rows rows;
    std::string told;
    std::vector<Code> codes;  ///< With an error among them nothing is told.
    bool as_text = true;      ///< Whether lines alone say the same.
    std::size_t number = 1;
};

std::ostream& operator<<(std::ostream& out, const Case& one) {
    return out << one.name;
}

const std::vector<Case>& cases() {
    static const std::vector<Case> all{
        {"usual",
         {{"2021年度指标体系表"},
          titles,
          {"一、政治建设(8分)", "(一)加强领导(5分)", "坚持和加强领导。", "1.未制定计划,扣1分。",
           "市委办公室"},
          {"", "", "", "2.未落实计划,每1起扣0.5分。【市委组织部】", ""},
          {"", "(二)落实责任(3分)", "落实责任。", "1.未报告,扣1分。", "市纪委机关"}},
         "一政治建设8\n(一)加强领导5[市委办公室]\n1 未制定计划,扣1分。\n"
         "2 未落实计划,每1起扣0.5分。[市委组织部]\n(二)落实责任3[市纪委机关]\n"
         "1 未报告,扣1分。\n",
         {}},
        {"full-width digits and broken lines",
         {titles,
          {"一、政治建设（５分）", "（一）加强\n领导（５分）", "坚持和\n加强领导。",
           "１．完成率低于９５％,扣\n０．５分。\n２．未报告,扣１分。", "市委办公室"}},
         "一政治建设5\n(一)加强领导5[市委办公室]\n1 完成率低于95%,扣0.5分。\n2 未报告,扣1分。\n",
         {}},
        {"clauses without numbers",
         {titles,
          {"一、政治建设(5分)", "(一)加强领导(5分)", "坚持和加强领导。", "未制定计划,扣1分。",
           "市委办公室"},
          {"", "", "", "未落实计划,每1起扣0.5分。", ""},
          {"", "", "", "未报告,扣1分。", ""}},
         "一政治建设5\n(一)加强领导5[市委办公室]\n1 未制定计划,扣1分。\n"
         "2 未落实计划,每1起扣0.5分。\n3 未报告,扣1分。\n",
         {}},
        {"clauses without numbers in one cell",
         {titles,
          {"一、政治建设(5分)", "(一)加强领导(5分)", "坚持和加强领导。",
           "未制定计划,扣1分。\n未落实计划,每1起\n扣0.5分。\n未报告,扣1分。", "市委办公室"}},
         "一政治建设5\n(一)加强领导5[市委办公室]\n1 未制定计划,扣1分。\n"
         "2 未落实计划,每1起扣0.5分。\n3 未报告,扣1分。\n",
         {}},
        {"a page that goes on in the middle of a clause",
         {titles,
          {"一、政治建设(5分)", "(一)加强领导(5分)", "坚持和加强领导。", "1.未将政治建设工作纳入",
           "市委办公室"},
          {"— 3 —"},
          {"续表"},
          titles,
          {"", "", "", "重要议事日程,扣1分。", ""},
          {"", "", "", "2.未报告,扣1分。", ""}},
         "一政治建设5\n(一)加强领导5[市委办公室]\n"
         "1 未将政治建设工作纳入重要议事日程,扣1分。\n2 未报告,扣1分。\n",
         {}},
        {"sections, sums and signatures",
         {titles,
          {"一、政治建设(5分)"},
          {"", "(一)加强领导(5分)", "坚持和加强领导。", "1.未制定计划,扣1分。", "市委办公室"},
          {"二、思想建设(3分)"},
          {"", "(二)理论武装(3分)", "坚持理论武装。", "1.未学习,扣1分。", "市委宣传部"},
          {"合计8分"},
          {"审核人：", "", "", "", "填表日期："},
          {"注：本表由市考核办解释。"}},
         "一政治建设5\n(一)加强领导5[市委办公室]\n1 未制定计划,扣1分。\n"
         "二思想建设3\n(二)理论武装3[市委宣传部]\n1 未学习,扣1分。\n",
         {}},
        {"another table behind an annex mark",
         {titles,
          {"一、政治建设(5分)", "(一)加强领导(5分)", "坚持和加强领导。", "1.未制定计划,扣1分。",
           "市委办公室"},
          {"附件2"},
          {"市直单位考核指标体系"},
          titles,
          {"一、思想建设(3分)", "(一)理论武装(3分)", "坚持理论武装。", "1.未学习,扣1分。",
           "市委宣传部"}},
         "一政治建设5\n(一)加强领导5[市委办公室]\n1 未制定计划,扣1分。\n",
         {Code::import_text_unplaced}},
        {"the second of two tables",
         {titles,
          {"一、政治建设(5分)", "(一)加强领导(5分)", "坚持和加强领导。", "1.未制定计划,扣1分。",
           "市委办公室"},
          {"附件2"},
          {"市直单位考核指标体系"},
          titles,
          {"一、思想建设(3分)", "(一)理论武装(3分)", "坚持理论武装。", "1.未学习,扣1分。",
           "市委宣传部"}},
         "一思想建设3\n(一)理论武装3[市委宣传部]\n1 未学习,扣1分。\n",
         {Code::import_text_unplaced},
         true,
         2},
        {"another table under another title",
         {{"县(区)考核指标体系"},
          titles,
          {"一、政治建设(5分)", "(一)加强领导(5分)", "坚持和加强领导。", "1.未制定计划,扣1分。",
           "市委办公室"},
          {"市直单位考核指标体系"},
          titles,
          {"一、政治建设(3分)", "(一)理论武装(3分)", "坚持理论武装。", "1.未学习,扣1分。",
           "市委宣传部"}},
         "一政治建设5\n(一)加强领导5[市委办公室]\n1 未制定计划,扣1分。\n",
         {Code::import_text_unplaced},
         false},
        {"a table that begins again without a title",
         {titles,
          {"一、政治建设(5分)", "(一)加强领导(5分)", "坚持和加强领导。", "1.未制定计划,扣1分。",
           "市委办公室"},
          titles,
          {"一、思想建设(3分)", "(一)理论武装(3分)", "坚持理论武装。", "1.未学习,扣1分。",
           "市委宣传部"}},
         "一政治建设5\n(一)加强领导5[市委办公室]\n1 未制定计划,扣1分。\n",
         {Code::import_text_unplaced},
         false},
        {"points and numbers in columns",
         {{"一级指标", "分值", "二级指标", "分值", "序号", "评分标准", "责任单位", "备注"},
          {"政治建设", "8", "加强领导", "5分", "1", "未制定计划,扣1分。", "市委办公室", "—"},
          {"", "", "", "", "2", "未落实计划,扣1分。", "市纪委机关", ""},
          {"", "", "落实责任", "3", "3", "未报告,扣1分。", "—", ""}},
         "一政治建设8\n(一)加强领导5[市委办公室,市纪委机关]\n1 未制定计划,扣1分。[市委办公室]\n"
         "2 未落实计划,扣1分。[市纪委机关]\n(二)落实责任3[]\n1 未报告,扣1分。\n",
         {Code::import_assessor_missing},
         false},
        {"a clause without an amount",
         {titles,
          {"一、政治建设(5分)", "(一)加强领导(5分)", "坚持和加强领导。", "1.未制定计划,扣1分。",
           "市委办公室"},
          {"", "", "", "2.积极配合考核工作。", ""}},
         "一政治建设5\n(一)加强领导5[市委办公室]\n1 未制定计划,扣1分。\n2 积极配合考核工作。\n",
         {Code::import_clause_unread}},
        {"a number that is not there",
         {titles,
          {"一、政治建设(5分)", "(一)加强领导(5分)", "坚持和加强领导。", "1.未制定计划,扣1分。",
           "市委办公室"},
          {"", "", "", "3.未报告,扣1分。", ""}},
         "一政治建设5\n(一)加强领导5[市委办公室]\n1 未制定计划,扣1分。\n3 未报告,扣1分。\n",
         {Code::import_number_missing}},
        {"points that do not sum",
         {titles,
          {"一、政治建设(9分)", "(一)加强领导(5分)", "坚持和加强领导。", "1.未制定计划,扣1分。",
           "市委办公室"}},
         "一政治建设9\n(一)加强领导5[市委办公室]\n1 未制定计划,扣1分。\n",
         {Code::import_points_differ}},
        {"no table", {{"姓名", "职务"}, {"张三", "书记"}}, "", {Code::import_table_absent}},
        {"no column of clauses",
         {{"考核指标", "基本任务", "任务要求", "考核责任单位"},
          {"一、政治建设(5分)", "(一)加强领导(5分)", "坚持和加强领导。", "市委办公室"}},
         "",
         {Code::import_column_missing},
         false},
        {"a task without points",
         {titles,
          {"一、政治建设", "(一)加强领导", "坚持和加强领导。", "1.未制定计划,扣1分。",
           "市委办公室"}},
         "",
         {Code::import_points_unread}},
        {"points that are no number",
         {{"考核指标", "基本任务", "分值", "扣分细则", "责任单位"},
          {"一、政治建设", "(一)加强领导", "很多", "1.未制定计划,扣1分。", "市委办公室"}},
         "",
         {Code::import_cell_unusable},
         false},
        {"a third table of one",
         {titles,
          {"一、政治建设(5分)", "(一)加强领导(5分)", "坚持和加强领导。", "1.未制定计划,扣1分。",
           "市委办公室"}},
         "",
         {Code::import_table_absent},
         true,
         3},
    };
    return all;
}

class Artefacts : public testing::TestWithParam<Case> {};

TEST_P(Artefacts, SayTheSameInEveryKindOfFile) {
    const Case& wanted = GetParam();
    for (const File& file : files_of(wanted.rows, wanted.as_text)) {
        const Intake intake = read(file, wanted.number);
        EXPECT_EQ(wanted.codes, codes_of(intake))
            << file.name
            << (intake.issues.empty() ? "" : message(intake.issues.back(), Language::en));
        if (!has_errors(intake.issues)) {
            EXPECT_EQ(wanted.told, told(intake.table)) << file.name;
        }
        for (const Error& issue : intake.issues) {
            const bool is_of_file = issue.code == Code::import_table_absent ||
                                    issue.code == Code::import_order_doubtful;
            EXPECT_TRUE(is_of_file || issue.place.line > 0 || !issue.place.item.empty())
                << file.name << ": where?";
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Cases, Artefacts, testing::ValuesIn(cases()));

TEST(Encodings, ThatAreGuessedAreSaid) {
    const std::string text = as_lines(cases().front().rows);
    const auto first = [](const Intake& intake) {
        return intake.issues.empty() ? Error{} : intake.issues.front();
    };
    const Error said = first(read({"gbk.txt", as_gbk(text)}));
    EXPECT_EQ(Code::import_order_doubtful, said.code);
    EXPECT_EQ("gbk.txt", said.place.file);
    EXPECT_NE(said.args.at(0).find("GB18030"), std::string::npos);
    EXPECT_TRUE(read({"a.txt", "\xEF\xBB\xBF" + text}).issues.empty()) << "UTF-8 says so itself";
    std::string utf16 = "\xFF\xFE";
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        utf16 += static_cast<char>(point.value & 0xFF);
        utf16 += static_cast<char>(point.value >> 8);
        at += point.length;
    }
    const Intake unicode = read({"a.txt", utf16});  // what Excel calls Unicode text
    EXPECT_TRUE(unicode.issues.empty());
    EXPECT_EQ(cases().front().told, told(unicode.table));
}

TEST(Encodings, ThatAreNoneAreRefusedWithTheirLine) {
    struct Refused {
        std::string bytes;
        std::size_t line;
    };
    for (const auto& [bytes, line] :
         {Refused{"\xC0\xAF\xFF\n", 1}, Refused{"\xFF\xFE\x41", 1}, Refused{"a\nb\n\x81", 3}}) {
        const auto source = office::read_office_bytes(bytes, "a.txt");
        ASSERT_FALSE(source) << bytes;
        EXPECT_EQ(Code::text_not_utf8, source.error().code);
        EXPECT_EQ(line, source.error().place.line);
    }
}

}  // namespace
}  // namespace heng::intake
