/// @file
/// Office files as grids: what they mean, and what is refused of them.
#include "core/base/error.hpp"
#include "shell/office/archive.hpp"
#include "shell/office/read_office.hpp"
#include "shell/office/test_package.hpp"

#include <gtest/gtest.h>

namespace heng::office {
namespace {

using intake::Cell;
using intake::Grid;

std::vector<Grid> grids_of(const std::string& bytes, const std::string& name,
                           const Limits& limits = {}) {
    auto source = read_office_bytes(bytes, name, limits);
    EXPECT_TRUE(source) << message(source.error(), Language::en);
    if (!source) return {};
    return std::get<std::vector<Grid>>(*source);
}

const Cell* cell_at(const Grid& grid, std::string_view address) {
    for (const Cell& cell : grid.cells)
        if (cell.address == address) return &cell;
    return nullptr;
}

std::string text_at(const Grid& grid, std::string_view address) {
    const Cell* const cell = cell_at(grid, address);
    return cell == nullptr ? "(none)" : cell->text;
}

std::optional<Code> refusal(const std::string& bytes, const std::string& name,
                            const Limits& limits = {}) {
    const auto source = read_office_bytes(bytes, name, limits);
    if (source) return std::nullopt;
    return source.error().code;
}

// --- what a workbook means

TEST(Xlsx, CellsHaveAddressTextAndWhatTheyCover) {
    const auto grids = grids_of(
        test::workbook_of({{"甲", "", "丙"}, {"", "乙 & <b>"}}, {"A1:B1", "C1:C3"}), "a.xlsx");
    ASSERT_EQ(1u, grids.size());
    EXPECT_EQ("Sheet1", grids[0].name);
    EXPECT_EQ("甲", text_at(grids[0], "Sheet1!A1"));
    EXPECT_EQ(2u, cell_at(grids[0], "Sheet1!A1")->columns);
    EXPECT_EQ(3u, cell_at(grids[0], "Sheet1!C1")->rows);
    EXPECT_EQ("乙 & <b>", text_at(grids[0], "Sheet1!B2"));
}

TEST(Xlsx, SharedStringsJoinTheirRunsWithoutReadingAids) {
    auto parts = test::workbook_parts(
        R"(<sheetData><row r="2"><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>9</v></c></row></sheetData>)");
    parts["xl/sharedStrings.xml"] =
        "<sst><si><t>零</t></si><si><r><t>扣</t></r><r><t>1分</t></r><rPh><t>kou</t></rPh></si></"
        "sst>";
    const auto grids = grids_of(test::package_of(parts), "a.xlsx");
    EXPECT_EQ("扣1分", text_at(grids.at(0), "Sheet1!B2"));
    EXPECT_EQ("(none)", text_at(grids.at(0), "Sheet1!C2")) << "a string that is not there";
}

TEST(Xlsx, NumbersAreAsTheSheetShowsThem) {
    auto parts = test::workbook_parts(
        R"(<sheetData><row><c s="0"><v>0.30000000000000004</v></c><c s="1"><v>44286</v></c><c s="2"><v>0.95</v></c>)"
        R"(<c s="3"><v>10</v></c><c t="b"><v>1</v></c><c s="1"><v>59</v></c><c s="4"><v>44286.354166666664</v></c><c s="9"><v>3</v></c></row></sheetData>)");
    parts["xl/styles.xml"] =
        R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0&quot;分&quot;"/><numFmt numFmtId="165" formatCode="yyyy/m/d h:mm"/></numFmts>)"
        R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>)";
    const Grid grid = grids_of(test::package_of(parts), "a.xlsx").at(0);
    EXPECT_EQ("0.3", text_at(grid, "Sheet1!A1"));
    EXPECT_EQ("2021-03-31", text_at(grid, "Sheet1!B1"));
    EXPECT_EQ("95%", text_at(grid, "Sheet1!C1"));
    EXPECT_EQ("10分", text_at(grid, "Sheet1!D1"));
    EXPECT_EQ("true", text_at(grid, "Sheet1!E1"));
    EXPECT_EQ("1900-02-28", text_at(grid, "Sheet1!F1"));
    EXPECT_EQ("2021-03-31 08:30", text_at(grid, "Sheet1!G1"));
    EXPECT_EQ("3", text_at(grid, "Sheet1!H1")) << "a style that is not there";
}

TEST(Xlsx, HiddenSheetsAreLeftOut) {
    auto parts = test::workbook_parts("<sheetData/>");
    parts["xl/workbook.xml"] =
        R"(<workbook xmlns:r="r"><sheets><sheet name="暗" sheetId="1" state="hidden" r:id="rId1"/></sheets></workbook>)";
    EXPECT_TRUE(grids_of(test::package_of(parts), "a.xlsx").empty());
}

// --- what a document means

TEST(Docx, TablesWithMergedCellsLinesAndTheirTitle) {
    const std::string body = test::paragraph("指标表") + "<w:tbl><w:tr>" +
                             test::table_cell("甲\n乙", R"(<w:vMerge w:val="restart"/>)") +
                             test::table_cell("丙", R"(<w:gridSpan w:val="2"/>)") +
                             "</w:tr><w:tr>" + test::table_cell("", "<w:vMerge/>") +
                             test::table_cell("丁") + test::table_cell("戊") + "</w:tr></w:tbl>";
    const Grid grid = grids_of(test::package_of(test::document_parts(body)), "a.docx").at(0);
    EXPECT_EQ("指标表", grid.title);
    EXPECT_EQ("甲\n乙", text_at(grid, "表1!A1"));
    EXPECT_EQ(2u, cell_at(grid, "表1!A1")->rows);
    EXPECT_EQ(2u, cell_at(grid, "表1!B1")->columns);
    EXPECT_EQ("戊", text_at(grid, "表1!C2"));
}

TEST(Docx, ChangesNumberingAndLineBreaksAreAsSeenOnPaper) {
    auto parts = test::document_parts(
        "<w:tbl><w:tr><w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId "
        "w:val=\"5\"/></w:numPr></w:pPr>"
        "<w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></"
        "w:del><w:r><w:br/><w:t>行</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId "
        "w:val=\"5\"/></w:numPr></w:pPr><w:r><w:t>二</w:t></w:r></w:p>"
        "</w:tc></w:tr></w:tbl>");
    parts["word/numbering.xml"] =
        R"(<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>)"
        R"(<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num></w:numbering>)";
    parts["word/_rels/document.xml.rels"] =
        R"(<Relationships><Relationship Id="r" Type="x/numbering" Target="numbering.xml"/></Relationships>)";
    const Grid grid = grids_of(test::package_of(parts), "a.docx").at(0);
    EXPECT_EQ("1.新\n行\n2.二", text_at(grid, "表1!A1"));
}

// --- text

TEST(PlainTables, QuotedCellsMayHoldMarksAndLineBreaks) {
    const Grid grid = grids_of("甲\t\"乙\t\"\"二\"\"\n三\"\t丙\n丁\n", "a.tsv").at(0);
    EXPECT_EQ("乙\t\"二\"\n三", text_at(grid, "B1"));
    EXPECT_EQ("丙", text_at(grid, "C1"));
    ASSERT_NE(nullptr, cell_at(grid, "A2"));
    EXPECT_EQ(3u, cell_at(grid, "A2")->line) << "lines are those of the file";
}

TEST(PlainTables, TextIsText) {
    const auto source = read_office_bytes("一、政治建设\n", "a.txt");
    ASSERT_TRUE(source);
    EXPECT_EQ("一、政治建设\n", std::get<intake::PlainText>(*source).text);
    EXPECT_EQ(Code::text_not_utf8, refusal("\xFF", "a.txt"));
    EXPECT_EQ(Code::import_kind_unknown, refusal("%PDF-1.7", "a.pdf"));
    EXPECT_EQ(Code::file_unreadable, read_office("/nonexistent/a.docx").error().code);
}

// --- what is refused

TEST(Hostile, DoctypesAndEntitiesAreRefused) {
    auto parts = test::workbook_parts("<sheetData/>");
    parts["xl/worksheets/sheet1.xml"] =
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet>&a;</worksheet>";
    EXPECT_EQ(Code::office_file_refused, refusal(test::package_of(parts), "a.xlsx"));
    auto document = test::document_parts("");
    document["word/document.xml"] =
        "<?xml version=\"1.0\"?><!DOCTYPE w:document><w:document xmlns:w=\"w\"/>";
    EXPECT_EQ(Code::office_file_refused, refusal(test::package_of(document), "a.docx"));
}

TEST(Hostile, NamesThatLeadOutOfTheFolderAreRefused) {
    for (const char* const name : {"../evil", "xl/../../evil", "/etc/passwd", "c:\\evil", "a\\b"}) {
        auto parts = test::workbook_parts("<sheetData/>");
        parts[name] = "x";
        EXPECT_EQ(Code::office_file_refused, refusal(test::package_of(parts), "a.xlsx")) << name;
    }
}

TEST(Hostile, TargetsOutsideTheFileAreRefusedButHyperlinksAreNot) {
    const auto with = [](const std::string& relation) {
        auto parts = test::document_parts(test::paragraph("x"));
        parts["word/_rels/document.xml.rels"] = "<Relationships>" + relation + "</Relationships>";
        return test::package_of(parts);
    };
    EXPECT_EQ(
        Code::office_file_refused,
        refusal(
            with(
                R"(<Relationship Id="a" Type="x/attachedTemplate" Target="http://evil/" TargetMode="External"/>)"),
            "a.docx"));
    EXPECT_EQ(Code::office_file_refused,
              refusal(with(R"(<Relationship Id="a" Type="x/image" Target="../../etc/passwd"/>)"),
                      "a.docx"));
    EXPECT_EQ(
        std::nullopt,
        refusal(
            with(
                R"(<Relationship Id="a" Type="x/hyperlink" Target="http://gov.cn/" TargetMode="External"/>)"),
            "a.docx"));
}

TEST(Hostile, MacrosAreRefused) {
    auto parts = test::workbook_parts("<sheetData/>");
    parts["xl/vbaProject.bin"] = "x";
    EXPECT_EQ(Code::office_file_refused, refusal(test::package_of(parts), "a.xlsm"));
}

TEST(Hostile, PasswordsAreRefused) {
    EXPECT_EQ(Code::office_file_refused, refusal("\xD0\xCF\x11\xE0 encrypted", "a.docx"));
}

TEST(Hostile, BombsAreRefusedBeforeTheyAreUnpacked) {
    auto parts = test::workbook_parts("<sheetData/>");
    parts["xl/bomb.xml"] = std::string(4 * mebibyte, ' ');  // packs to a thousandth
    EXPECT_EQ(Code::office_file_too_large, refusal(test::package_of(parts), "a.xlsx"));
    Limits small;
    small.unpacked_max = 100;
    EXPECT_EQ(Code::office_file_too_large, refusal(test::workbook_of({{"甲"}}), "a.xlsx", small));
}

TEST(Hostile, EachLimitHolds) {
    const std::string two_cells = test::workbook_of({{"甲", "乙"}});
    const auto with = [&](auto set) {
        Limits limits;
        set(limits);
        return refusal(two_cells, "a.xlsx", limits);
    };
    EXPECT_EQ(std::nullopt, refusal(two_cells, "a.xlsx"));
    EXPECT_EQ(Code::office_file_too_large, with([](Limits& limits) { limits.file_max = 10; }));
    EXPECT_EQ(Code::office_file_too_large, with([](Limits& limits) { limits.entries_max = 2; }));
    EXPECT_EQ(Code::office_file_too_large, with([](Limits& limits) { limits.entry_max = 20; }));
    EXPECT_EQ(Code::office_file_too_large, with([](Limits& limits) { limits.marks_max = 5; }));
    EXPECT_EQ(Code::office_file_too_large, with([](Limits& limits) { limits.cells_max = 1; }));
    EXPECT_EQ(Code::office_file_too_large, with([](Limits& limits) { limits.cell_text_max = 3; }));
    Limits short_text;
    short_text.text_max = 3;
    EXPECT_EQ(Code::office_file_too_large, refusal("1234", "a.txt", short_text));
    Limits one_cell;
    one_cell.cells_max = 1;
    const std::string table =
        "<w:tbl><w:tr>" + test::table_cell("甲") + test::table_cell("乙") + "</w:tr></w:tbl>";
    EXPECT_EQ(Code::office_file_too_large,
              refusal(test::package_of(test::document_parts(table)), "a.docx", one_cell));
}

TEST(Hostile, SizesThatAreLiedAboutDoNotHelp) {
    // The directory at the end says that the sheet holds 10 bytes.
    std::string bytes = test::workbook_of({{std::string(100'000, 'a')}});
    const std::string name = "xl/worksheets/sheet1.xml";
    const std::size_t entry = bytes.rfind(name) - 46;
    ASSERT_EQ("PK\x01\x02", bytes.substr(entry, 4));
    bytes.replace(entry + 24, 4, std::string("\x0A\0\0\0", 4));
    Limits limits;
    limits.entry_max = 50'000;
    const auto code = refusal(bytes, "a.xlsx", limits);
    EXPECT_TRUE(code == Code::office_file_malformed || code == Code::office_file_too_large);
}

TEST(Hostile, DamagedFilesAreRefused) {
    const std::string whole = test::workbook_of({{"甲", "乙"}});
    EXPECT_EQ(Code::office_file_malformed, refusal(whole.substr(0, whole.size() / 2), "a.xlsx"));
    EXPECT_EQ(Code::office_file_malformed, refusal("not a zip", "a.docx"));
    EXPECT_EQ(Code::import_kind_unknown,
              refusal(test::package_of({{"content.xml", "x"}}), "a.docx"));
    auto parts = test::workbook_parts("<sheetData><row>");
    EXPECT_EQ(Code::office_file_malformed, refusal(test::package_of(parts), "a.xlsx"));
    parts.erase("xl/worksheets/sheet1.xml");
    EXPECT_EQ(Code::office_file_malformed, refusal(test::package_of(parts), "a.xlsx"));
}

}  // namespace
}  // namespace heng::office
