/// What stands in the parts of a DOCX: measures, fonts, page numbers, tables.
#include "shell/docx/docx.hpp"

#include <gtest/gtest.h>
#include <zip.h>
#include <map>
#include <pugixml.hpp>

namespace heng::docx {
namespace {

std::map<std::string, std::string> unpack(const std::string& bytes) {
    std::map<std::string, std::string> out;
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    zip_t* const archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
        zip_stat_t found;
        zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &found);
        std::string content(found.size, '\0');
        zip_file_t* const file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
        zip_fread(file, content.data(), content.size());
        zip_fclose(file);
        out[found.name] = content;
    }
    zip_discard(archive);
    return out;
}

pugi::xml_document parse(const std::string& text) {
    pugi::xml_document out;
    EXPECT_TRUE(out.load_string(text.c_str())) << text.substr(0, 200);
    return out;
}

paper::Paper sample() {
    paper::Paper paper;
    paper.type = "通知";
    paper.mark = "安考办文件";
    paper.number = "安考办〔2026〕3号";
    paper.title = {"关于印发", "指标体系的", "通知"};
    paper.to = {"各考核对象"};
    paper.body = {report::Heading{2, "一、总体要求"}, report::Heading{3, "（一）目标"},
                  report::Paragraph{"正文<&>\"第二行\x01\uFFFF\n换行"}};
    paper::Table table{
        {"", {{"名次", report::Align::end}, {"单位"}}, {{"1", "甲"}, {"1", "乙"}}}, {1, 3}, 1};
    paper.annexes = {{"排名表", true, {table}}};
    paper.signature = "安考办";
    paper.dated = paper.printed_on =
        paper::Date(std::chrono::year(2026), std::chrono::March, std::chrono::day(2));
    paper.printed_by = "安考办";
    paper.copies = {"市委办公室"};
    return paper;
}

class Docx : public testing::Test {
protected:
    void print(const paper::Paper& paper, const paper::Template& form = {}) {
        parts = unpack(print_paper(paper, form));
        document = parse(parts.at("word/document.xml"));
    }
    std::vector<pugi::xml_node> all(const char* path) const {
        std::vector<pugi::xml_node> out;
        for (const pugi::xpath_node node : document.select_nodes(path)) out.push_back(node.node());
        return out;
    }
    std::map<std::string, std::string> parts;
    pugi::xml_document document;
};

TEST_F(Docx, HasPagesOfTheStandard) {  // DOC-1, DOC-3
    print(sample());
    const auto sections = all("//w:sectPr");
    ASSERT_EQ(sections.size(), 3U) << "text, the turned annex, and the imprint upright";
    const pugi::xml_node first = sections.front();
    const auto number = [&first](const char* element, const char* name) {
        return first.child(element).attribute(name).as_int();
    };
    EXPECT_EQ(number("w:pgSz", "w:w"), 11906);
    EXPECT_EQ(number("w:pgSz", "w:h"), 16838);
    EXPECT_NEAR(number("w:pgMar", "w:top"), 2098, 30);
    EXPECT_NEAR(number("w:pgMar", "w:left"), 1587, 30);
    EXPECT_NEAR(number("w:pgMar", "w:bottom"), 1984, 30);
    EXPECT_NEAR(number("w:pgMar", "w:right"), 1474, 30);
    EXPECT_STREQ(first.child("w:docGrid").attribute("w:type").value(), "linesAndChars");
    EXPECT_EQ(number("w:docGrid", "w:linePitch"), 579);
    EXPECT_NEAR(number("w:docGrid", "w:charSpace"), -841, 10);
    EXPECT_STREQ(sections[1].child("w:pgSz").attribute("w:orient").value(), "landscape");
    EXPECT_EQ(sections[1].child("w:pgMar").attribute("w:top").as_int(), 1587)
        << "turned, the binding side is on top (DOC-17)";
}

TEST_F(Docx, FollowsTheTemplate) {  // DOC-6, FONT-2
    paper::Template form;
    form.bottom = Decimal::whole(27);
    form.family = paper::FontFamily::gbk;
    print(sample(), form);
    EXPECT_EQ(all("//w:sectPr").front().child("w:docGrid").attribute("w:linePitch").as_int(), 600);
    EXPECT_NE(parts.at("word/styles.xml").find("方正仿宋_GBK"), std::string::npos);
    EXPECT_EQ(parts.at("word/styles.xml").find("_GB2312"), std::string::npos);
}

TEST_F(Docx, NamesItsFontsAndBringsNone) {  // FONT-1, FONT-3, FONT-4
    print(sample());
    for (const auto& [name, content] : parts) {
        EXPECT_EQ(name.find("theme"), std::string::npos);
        EXPECT_EQ(name.find("font/"), std::string::npos);
        for (const char* const banned : {"Calibri", "等线", "Theme"})
            EXPECT_EQ(content.find(banned), std::string::npos) << banned << " in " << name;
    }
    const std::string& styles = parts.at("word/styles.xml");
    for (const char* const font :
         {"方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "Times New Roman"})
        EXPECT_NE(styles.find(font), std::string::npos) << font;
    const auto fonts = parse(parts.at("word/fontTable.xml"));
    const auto other = fonts.select_node("//w:font[@w:name='仿宋_GB2312']/w:altName");
    EXPECT_STREQ(other.node().attribute("w:val").value(), "仿宋");
}

TEST_F(Docx, NumbersOddAndEvenPages) {  // DOC-15
    print(sample());
    EXPECT_NE(parts.at("word/settings.xml").find("w:evenAndOddHeaders"), std::string::npos);
    const auto odd = parse(parts.at("word/footer_odd.xml"));
    const auto even = parse(parts.at("word/footer_even.xml"));
    EXPECT_STREQ(odd.select_node("//w:jc").node().attribute("w:val").value(), "right");
    EXPECT_STREQ(even.select_node("//w:jc").node().attribute("w:val").value(), "left");
    EXPECT_EQ(odd.select_node("//w:ind").node().attribute("w:right").as_int(), 280);
    EXPECT_NE(parts.at("word/footer_odd.xml").find(" PAGE "), std::string::npos);
}

TEST_F(Docx, RepeatsTheHeadOfTables) {  // DOC-17
    print(sample());
    ASSERT_EQ(all("//w:tbl[.//w:tblHeader]").size(), 1U);
    EXPECT_EQ(all("//w:tr[w:trPr/w:tblHeader]").size(), 1U);
    EXPECT_EQ(all("//w:vMerge[@w:val='restart']").size(), 1U);
    EXPECT_EQ(all("//w:vMerge[not(@w:val)]").size(), 1U);
}

TEST_F(Docx, HasARedHeadAndAnImprint) {  // DOC-7, DOC-14
    print(sample());
    EXPECT_EQ(all("//w:p[w:pPr/w:pStyle/@w:val='Mark']//w:color[@w:val='FF0000']").size(), 1U);
    EXPECT_EQ(all("//w:pBdr/w:bottom[@w:color='FF0000']").size(), 1U);
    const auto imprint = all("//w:txbxContent/w:p");
    ASSERT_EQ(imprint.size(), 5U) << "two lines and the rules above, between and below them";
    const auto top = all("//wp:positionV[@relativeFrom='page']/wp:posOffset");
    ASSERT_EQ(top.size(), 1U);
    const int height = all("//wp:extent")[0].attribute("cy").as_int();
    EXPECT_NEAR((top[0].text().as_int() + height) / 635, 16838 - 1984, 2) << "ends with the text";
    const auto rule = [&imprint](std::size_t i) {
        return imprint[i].select_node("w:pPr/w:pBdr/*").node().attribute("w:sz").as_int();
    };
    EXPECT_EQ(rule(0), 8) << "0.35 mm";
    EXPECT_EQ(rule(2), 6) << "0.25 mm";
    EXPECT_EQ(rule(4), 8);
}

TEST_F(Docx, PutsALetterInItsForm) {  // DOC-16
    paper::Paper letter = sample();
    letter.form = paper::Form::letter;
    letter.mark = "安考办";
    letter.printed_by.clear();
    letter.annexes.clear();
    print(letter);
    const pugi::xml_node section = all("//w:sectPr").front();
    EXPECT_TRUE(section.child("w:titlePg"));
    EXPECT_NEAR(section.child("w:pgMar").attribute("w:header").as_int(), 1701, 3);
    EXPECT_NEAR(section.child("w:pgMar").attribute("w:footer").as_int(), 1134, 3);
    EXPECT_NE(parts.at("word/header_letter.xml").find("thickThinSmallGap"), std::string::npos);
    EXPECT_NE(parts.at("word/footer_letter.xml").find("thinThickSmallGap"), std::string::npos);
    EXPECT_EQ(parts.at("word/footer_letter.xml").find("PAGE"), std::string::npos)
        << "the first page has no number";
    const auto rule = parse(parts.at("word/header_letter.xml"));
    const pugi::xml_node indent = rule.select_node("//w:ind").node();
    const int width = 11906 - 1587 - 1474 - indent.attribute("w:left").as_int() -
                      indent.attribute("w:right").as_int();
    EXPECT_NEAR(width, 9638, 3) << "170 mm";
    EXPECT_TRUE(all("//w:txbxContent//w:pBdr").empty()) << "no rules in the imprint";
}

TEST_F(Docx, LeavesThePlaceOfTheSigner) {  // DOC-7
    paper::Paper report = sample();
    report.signer = "";
    print(report);
    EXPECT_NE(parts.at("word/document.xml").find("签发人："), std::string::npos);
    EXPECT_EQ(all("//w:tab[@w:val='right']").size(), 2U) << "of the signer and of the imprint";
}

TEST_F(Docx, WritesAnyText) {
    print(sample());
    const auto texts = all("//w:p[w:pPr/w:pStyle/@w:val='Body']//w:t");
    ASSERT_EQ(texts.size(), 2U);
    EXPECT_STREQ(texts[0].text().get(), "正文<&>\"第二行") << "without what XML cannot hold";
    EXPECT_STREQ(texts[1].text().get(), "换行");
    EXPECT_EQ(all("//w:br").size(), 1U);
}

TEST_F(Docx, IsTheSameEachTime) {  // DOC-19
    EXPECT_EQ(print_paper(sample(), {}), print_paper(sample(), {}));
}

}  // namespace
}  // namespace heng::docx
