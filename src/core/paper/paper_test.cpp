/// Numbers, dates, titles and places of the elements of a paper.
#include "core/paper/arrangement.hpp"
#include "core/paper/compose.hpp"

#include <gtest/gtest.h>

namespace heng::paper {
namespace {

TEST(DocumentNumber, IsCodeYearAndNumber) {  // DOC-8
    EXPECT_TRUE(is_document_number("安考办〔2021〕3号"));
    EXPECT_TRUE(is_document_number("市考核办〔2021〕120号"));
    for (const char* const wrong :
         {"安考办〔2021〕03号", "安考办〔2021〕第3号", "安考办[2021]3号", "安考办（2021）3号",
          "安考办〔21〕3号", "安考办〔2021〕号", "〔2021〕3号", "安 考办〔2021〕3号",
          "安　考办〔2021〕3号", "安考办〔2021〕3", "安考办〔2021〕3号文", "安考办〔2021〕-3号",
          "安考办〔2021〕0号", ""})
        EXPECT_FALSE(is_document_number(wrong)) << wrong;
}

TEST(DocumentNumber, FollowsTheTemplate) {
    Template form;
    form.issuers["市考核办"] = {"安考办", "安考办", "市考核办", "市考核办", {}};
    EXPECT_EQ(document_number(form, "市考核办", 2021, 12), "安考办〔2021〕12号");
    EXPECT_EQ(document_number(form, "市委宣传部", 2021, 1), "市委宣传部〔2021〕1号");
}

std::vector<Code> codes(const Paper& paper) {
    std::vector<Code> out;
    for (const Error& error : check_paper(paper)) out.push_back(error.code);
    return out;
}

TEST(CheckPaper, WantsAFitNumber) {
    Paper paper;
    paper.type = "通知";
    paper.number = "安考办〔2021〕03号";
    EXPECT_EQ(codes(paper), std::vector{Code::document_number_unfit});
    paper.number.clear();  // a table has none
    EXPECT_TRUE(codes(paper).empty());
}

TEST(CheckPaper, LetsNobodyReportToAPerson) {  // DOC-20
    Paper paper;
    paper.type = "报告";
    paper.to = {"市委"};
    EXPECT_TRUE(codes(paper).empty());
    paper.to = {"王某同志"};
    EXPECT_EQ(codes(paper), std::vector{Code::document_recipient_unfit});
    paper.to = {};
    EXPECT_EQ(codes(paper), std::vector{Code::document_recipient_unfit});
    paper.type = "通知";
    EXPECT_TRUE(codes(paper).empty()) << "only what goes up must have an addressee";
}

TEST(CheckPaper, LetsARequestGoToOneOnly) {  // DOC-20
    Paper paper;
    paper.type = "请示";
    paper.to = {"市委", "市委组织部"};
    EXPECT_EQ(codes(paper), std::vector{Code::document_recipient_unfit});
}

TEST(Words, AreThoseOfOfficialDocuments) {
    EXPECT_EQ(print_day(Date(std::chrono::year(2026), std::chrono::March, std::chrono::day(2))),
              "2026年3月2日");  // DOC-13
    EXPECT_EQ(print_article("A16.2"), "第十六条");
    EXPECT_EQ(print_article("A8"), "第八条");
    EXPECT_EQ(print_article("A20.3"), "第二十条");
    EXPECT_EQ(print_article("convention"), "convention");
    EXPECT_EQ(print_article("A"), "A");
    EXPECT_EQ(chinese_number(10), "十");
    EXPECT_EQ(chinese_number(21), "二十一");
    EXPECT_EQ(chinese_number(99), "九十九");
}

TEST(Typeset, WidensMarksBesideChinese) {
    EXPECT_EQ(typeset("(一)政治建设,扣2分;县(区)党委:"), "（一）政治建设，扣2分；县（区）党委：");
    EXPECT_EQ(typeset("3,000 (net); a:b"), "3,000 (net); a:b");
    EXPECT_EQ(typeset("中办发(2020)4号"), "中办发（2020）4号");
    EXPECT_EQ(typeset(")("), ")(");
}

std::vector<std::size_t> widths(const std::vector<std::string>& lines) {
    std::vector<std::size_t> out;
    for (const std::string& line : lines) out.push_back(half_widths(line) / 2);
    return out;
}

TEST(TitleLines, KeepPiecesWholeInATrapezoid) {  // DOC-9
    const std::vector<std::string> pieces{"关于印发", "《2021年度党建工作成效", "考核指标体系》的",
                                          "通知"};
    const auto lines = title_lines(pieces, 19);
    ASSERT_EQ(lines.size(), 2U);
    std::string all;
    for (const std::string& line : lines) all += line;
    EXPECT_EQ(all, "关于印发《2021年度党建工作成效考核指标体系》的通知");
    for (const std::size_t width : widths(lines)) {
        EXPECT_LE(width, 19U);
        EXPECT_GE(width, 4U) << "no line of a word or two";
    }
}

TEST(TitleLines, AreOneWhereItFits) {
    EXPECT_EQ(title_lines({"2021年度", "排名表"}, 19), std::vector<std::string>{"2021年度排名表"});
    EXPECT_TRUE(title_lines({}, 19).empty());
}

TEST(TitleLines, DivideAPieceThatIsTooLong) {
    std::string name;
    for (int i = 0; i < 45; ++i) name += "国";
    const auto lines = title_lines({"关于", name, "的通知"}, 19);
    ASSERT_EQ(lines.size(), 3U);
    for (const std::size_t width : widths(lines)) EXPECT_LE(width, 19U);
}

/// Twice the middle of a text that ends `right` half widths from the edge.
int middle(std::string_view text, int right) {
    return 2 * right + static_cast<int>(half_widths(text));
}

TEST(Signature, IsCentredAboveTheDate) {  // DOC-13
    const SignaturePlace place = place_signature("市考核办", "2026年3月2日");
    EXPECT_EQ(place.date, 8) << "four characters from the edge";
    EXPECT_NEAR(middle("市考核办", place.signature), middle("2026年3月2日", place.date), 1);
}

TEST(Signature, EndsAtTheEdgeWhereItIsLong) {
    const std::string name = "全市医院党建工作指导委员会办公室综合协调组";
    const SignaturePlace place = place_signature(name, "2026年3月2日");
    EXPECT_EQ(place.signature, 0);
    EXPECT_NEAR(middle(name, 0), middle("2026年3月2日", place.date), 1);
}

TEST(AnnexNote, NumbersOnlySeveral) {  // DOC-12
    Paper paper;
    paper.annexes = {{"指标体系", false, {}}};
    auto lines = annex_lines(paper);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].lead, "附件：");
    EXPECT_EQ(annex_mark(paper, 0), "附件");
    paper.annexes.push_back({"时限一览表", false, {}});
    lines = annex_lines(paper);
    EXPECT_EQ(lines[0].lead, "附件：1.");
    EXPECT_EQ(lines[1].lead, "2.");
    EXPECT_EQ(lines[1].indent, 10) << "below the first one's number";
    EXPECT_EQ(annex_mark(paper, 1), "附件2");
}

TEST(Spans, MergeEqualCellsWithinThoseBefore) {
    Table table;
    table.content.columns = {{"a"}, {"b"}, {"c"}};
    table.content.rows = {{"x", "1", "p"}, {"x", "1", "q"}, {"y", "1", "q"}};
    table.widths = {1, 1, 1};
    table.merged = 2;
    const auto spans = spans_of(table);
    EXPECT_EQ(spans[0][0].rows, 2U);
    EXPECT_EQ(spans[1][0].rows, 0U);
    EXPECT_EQ(spans[0][1].rows, 2U);
    EXPECT_EQ(spans[2][1].rows, 1U) << "equal, but of another x";
    EXPECT_EQ(spans[2][2].rows, 1U) << "not to be merged";
}

TEST(Spans, MergeLastColumnsWithinTheFirst) {
    Table table;
    table.content.columns = {{"a"}, {"b"}, {"c"}};
    table.content.rows = {{"x", "1", "p"}, {"x", "2", "p"}, {"y", "2", "p"}};
    table.widths = {1, 1, 1};
    table.merged = 1;
    table.merged_last = 1;
    const auto spans = spans_of(table);
    EXPECT_EQ(spans[0][2].rows, 2U) << "whatever stands in the column before it";
    EXPECT_EQ(spans[2][2].rows, 1U) << "equal, but of another x";
    EXPECT_EQ(spans[2][1].rows, 1U) << "not to be merged";
}

TEST(ColumnWidths, SumToTheWhole) {
    Table table;
    table.content.columns = {{"a"}, {"b"}, {"c"}};
    table.widths = {3, 5, 7};
    const auto widths = column_widths(table, 1000);
    EXPECT_EQ(widths[0] + widths[1] + widths[2], 1000);
    EXPECT_NEAR(widths[0], 200, 1);
}

TEST(Template, IsTheNationalStandard) {  // DOC-1, DOC-3
    const Measure page = measure({});
    EXPECT_EQ(page.page_width, 11906);
    EXPECT_EQ(page.page_height, 16838);
    EXPECT_EQ(page.top, 2098);
    EXPECT_EQ(page.left, 1587);
    EXPECT_NEAR(page.bottom, 1984, 1);
    EXPECT_NEAR(page.right, 1474, 1);
    EXPECT_EQ(page.line_pitch, 579) << "29 pt would run over the text block";
    EXPECT_TRUE(check_template({}).empty());
}

TEST(Template, TakesTheDeviationsOfRealOffices) {  // DOC-6
    Template form;
    form.bottom = Decimal::whole(27);
    EXPECT_EQ(measure(form).line_pitch, 600) << "30 pt";
    EXPECT_TRUE(check_template(form).empty());
}

TEST(Template, IsRefusedWithEverythingWrong) {
    Template form;
    form.version.clear();
    form.top = Decimal::whole(2);
    form.right = Decimal::whole(120);
    form.issuers["市考核办"] = {"", "安考〔办〕", "", "", {}};
    std::vector<std::string> places;
    for (const Error& error : check_template(form)) {
        EXPECT_EQ(error.code, Code::document_template_unfit);
        places.push_back(error.place.item);
    }
    EXPECT_EQ(places, (std::vector<std::string>{
                          "margins.top", "margins.right", "version", "issuers.市考核办.mark",
                          "issuers.市考核办.signature", "issuers.市考核办.code"}));
    Template narrow;
    narrow.characters = 40;
    narrow.lines = 60;
    EXPECT_EQ(check_template(narrow).size(), 2U);
}

}  // namespace
}  // namespace heng::paper
