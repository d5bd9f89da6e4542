#include "shell/docx/parts.hpp"

#include "shell/docx/box.hpp"

#include <algorithm>
#include <array>

namespace heng::docx {

namespace {

using paper::Fonts;
using std::to_string;

void fonts(Xml& xml, const std::string& chinese, const std::string& latin) {
    xml.leaf("w:rFonts", {{"w:ascii", latin},
                          {"w:hAnsi", latin},
                          {"w:eastAsia", chinese},
                          {"w:cs", latin},
                          {"w:hint", "eastAsia"}});
}

void size(Xml& xml, int half_points) {
    xml.leaf("w:sz", {{"w:val", to_string(half_points)}});
    xml.leaf("w:szCs", {{"w:val", to_string(half_points)}});
}

/// `spacing` between the characters, in twips.
void size(Xml& xml, int half_points, int spacing) {
    xml.leaf("w:spacing", {{"w:val", to_string(spacing)}});
    size(xml, half_points);
}

/// How much closer than their size characters of 3号 stand so that a line holds as many as the
/// template says, as in our PDF. The styles leave the grid of the section, by which Word would do
/// the same: LibreOffice gives two cells of it to a character that is wider than one (DOC-3).
int spacing_of(const paper::Template& form) {
    constexpr int size_3_twips = size_3 * 10;
    // One twip more, for programs that count in hundredths of a millimetre.
    return paper::measure(form).width() / form.characters - size_3_twips - 1;
}

struct Style {
    std::string_view id;
    std::string_view name;
    std::string chinese;
    int half_points = size_3;
    std::string_view align = "both";
    int line = 0;  ///< Exactly, in twips; 0: as high as its text.
    int first_characters = 0;
    int outline = -1;  ///< Its level in the navigation pane, if any.
    bool keeps_next = false;
};

void print_style(Xml& xml, const Style& style, const std::string& latin, int spacing) {
    xml.open(
        "w:style",
        {{"w:type", "paragraph"}, {"w:customStyle", "1"}, {"w:styleId", std::string(style.id)}});
    xml.leaf("w:name", {{"w:val", std::string(style.name)}});
    xml.leaf("w:basedOn", {{"w:val", "Normal"}});
    xml.leaf("w:qFormat");
    xml.open("w:pPr");
    if (style.keeps_next) xml.leaf("w:keepNext");
    // As in our PDF, nothing is put between digits and Chinese characters.
    xml.leaf("w:autoSpaceDE", {{"w:val", "0"}}).leaf("w:autoSpaceDN", {{"w:val", "0"}});
    xml.leaf("w:snapToGrid", {{"w:val", "0"}});
    if (style.line > 0)
        xml.leaf("w:spacing", {{"w:line", to_string(style.line)}, {"w:lineRule", "exact"}});
    else
        xml.leaf("w:spacing", {{"w:line", "240"}, {"w:lineRule", "auto"}});
    if (style.first_characters > 0)
        xml.leaf("w:ind", {{"w:firstLineChars", to_string(style.first_characters * 100)},
                           {"w:firstLine", to_string(style.first_characters * 316)}});
    xml.leaf("w:jc", {{"w:val", std::string(style.align)}});
    if (style.outline >= 0) xml.leaf("w:outlineLvl", {{"w:val", to_string(style.outline)}});
    xml.close();
    xml.open("w:rPr");
    fonts(xml, style.chinese, latin);
    xml.leaf("w:snapToGrid", {{"w:val", "0"}});
    size(xml, style.half_points, style.half_points == size_3 ? spacing : 0);
    xml.close();
    xml.close();
}

void print_defaults(Xml& xml, const Fonts& named, const std::string& latin) {
    xml.open("w:docDefaults").open("w:rPrDefault").open("w:rPr");
    fonts(xml, named.body, latin);
    xml.leaf("w:color", {{"w:val", "000000"}});
    size(xml, size_3);
    xml.leaf("w:lang", {{"w:val", "en-US"}, {"w:eastAsia", "zh-CN"}, {"w:bidi", "ar-SA"}});
    xml.close().close();
    xml.open("w:pPrDefault").leaf("w:pPr").close().close();
    xml.open("w:style", {{"w:type", "paragraph"}, {"w:default", "1"}, {"w:styleId", "Normal"}});
    xml.leaf("w:name", {{"w:val", "Normal"}}).leaf("w:qFormat");
    xml.open("w:pPr").leaf("w:widowControl", {{"w:val", "0"}}).close();
    // The grid counts from the size of this style (DOC-3).
    xml.open("w:rPr");
    fonts(xml, named.body, latin);
    size(xml, size_3);
    xml.close().close();
    xml.open("w:style", {{"w:type", "table"}, {"w:default", "1"}, {"w:styleId", "TableNormal"}});
    xml.leaf("w:name", {{"w:val", "Normal Table"}});
    xml.open("w:tblPr").leaf("w:tblInd", {{"w:w", "0"}, {"w:type", "dxa"}});
    xml.open("w:tblCellMar");
    for (const char* const side : {"w:top", "w:left", "w:bottom", "w:right"})
        xml.leaf(side, {{"w:w", "0"}, {"w:type", "dxa"}});
    xml.close().close().close();
}

void page_field(Xml& xml, const Fonts& named) {
    const auto run = [&](const auto& content) {
        xml.open("w:r").open("w:rPr");
        fonts(xml, named.page_number, named.page_number);
        size(xml, size_4);
        xml.close();
        content();
        xml.close();
    };
    const auto text = [&](const char* words) {
        run([&] { xml.open("w:t", {{"xml:space", "preserve"}}).text(words).close(); });
    };
    text("— ");
    run([&] { xml.leaf("w:fldChar", {{"w:fldCharType", "begin"}}); });
    run([&] { xml.open("w:instrText", {{"xml:space", "preserve"}}).text(" PAGE ").close(); });
    run([&] { xml.leaf("w:fldChar", {{"w:fldCharType", "separate"}}); });
    text("1");
    run([&] { xml.leaf("w:fldChar", {{"w:fldCharType", "end"}}); });
    text(" —");
}

void number_paragraph(Xml& xml, Side side) {
    const bool is_odd = side == Side::odd;
    xml.open("w:p").open("w:pPr").leaf("w:snapToGrid", {{"w:val", "0"}});
    xml.leaf("w:spacing", {{"w:line", to_string(character_4)}, {"w:lineRule", "exact"}});
    xml.leaf("w:ind", {{is_odd ? "w:right" : "w:left", to_string(character_4)}});
    xml.leaf("w:jc", {{"w:val", is_odd ? "right" : "left"}});
    xml.close();
    page_field(xml, paper::fonts_of(paper::FontFamily::gb2312));
    xml.close();
}

/// The rules of a letter are 170 mm wide and centred on the page, wider than the text.
void letter_indent(Xml& xml, const paper::Measure& page) {
    const int beside = (page.page_width - millimetre_tenths(1700)) / 2;
    xml.leaf("w:ind", {{"w:left", to_string(beside - page.left)},
                       {"w:right", to_string(beside - page.right)}});
}

}  // namespace

void open_root(Xml& xml, std::string_view name) {
    const std::string office = "http://schemas.openxmlformats.org/";
    xml.open(name,
             {{"xmlns:a", office + "drawingml/2006/main"},
              {"xmlns:mc", office + "markup-compatibility/2006"},
              {"xmlns:r", office + "officeDocument/2006/relationships"},
              {"xmlns:w", office + "wordprocessingml/2006/main"},
              {"xmlns:wp", office + "drawingml/2006/wordprocessingDrawing"},
              {"xmlns:wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"}});
}

void write_text(Xml& xml, std::string_view text) {
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (at > 0) xml.leaf("w:br");
        xml.open("w:t", {{"xml:space", "preserve"}}).text(text.substr(at, end - at)).close();
        at = end + 1;
    }
}

std::string print_styles(const paper::Template& form) {
    const Fonts named = paper::fonts_of(form.family);
    const int line = paper::measure(form).line_pitch;
    const std::string latin = form.latin_as_body ? named.body : named.latin;
    const std::array styles{
        Style{"Body", "正文段落", named.body, size_3, "both", line, 2},
        Style{"Flush", "顶格段落", named.body, size_3, "left", line},
        Style{"Level1", "一级标题", named.level1, size_3, "both", line, 2, 0, true},
        Style{"Level2", "二级标题", named.level2, size_3, "both", line, 2, 1, true},
        Style{"Level3", "三级标题", named.body, size_3, "both", line, 2, 2, true},
        Style{"PaperTitle", "公文标题", named.title, size_2, "center", title_line, 0, -1, true},
        Style{"AnnexMark", "附件标识", named.level1, size_3, "left", line, 0, -1, true},
        Style{"Mark", "发文机关标志", named.title, size_2, "center", 0, 0, -1, true},
        Style{"Number", "发文字号", named.body, size_3, "center", line, 0, -1, true},
        Style{"Signature", "署名", named.body, size_3, "right", line, 0, -1},
        Style{"Imprint", "版记", named.body, size_4, "left", imprint_line, 0, -1, false},
        Style{"Caption", "表题", named.level1, size_3, "center", line, 0, -1, true},
        Style{"Cell", "表文", named.body, size_table, "left", 0, 0, -1, false},
        Style{"CellHead", "表头", named.level1, size_table, "center", 0, 0, -1, true}};
    Xml xml;
    open_root(xml, "w:styles");
    print_defaults(xml, named, latin);
    for (const Style& style : styles) print_style(xml, style, latin, spacing_of(form));
    xml.close();
    return std::move(xml).finish();
}

std::string print_settings() {
    Xml xml;
    open_root(xml, "w:settings");
    xml.leaf("w:zoom", {{"w:percent", "100"}});
    xml.leaf("w:evenAndOddHeaders");
    xml.leaf("w:drawingGridVerticalSpacing", {{"w:val", "579"}});
    xml.leaf("w:characterSpacingControl", {{"w:val", "doNotCompress"}});
    xml.open("w:compat").leaf("w:useFELayout");
    xml.leaf("w:compatSetting", {{"w:name", "compatibilityMode"},
                                 {"w:uri", "http://schemas.microsoft.com/office/word"},
                                 {"w:val", "15"}});
    xml.close().close();
    return std::move(xml).finish();
}

std::string print_font_table(const paper::Template& form) {
    const Fonts named = paper::fonts_of(form.family);
    // What stands in where a machine lacks the font (FONT-3).
    const std::array<std::pair<std::string, std::string_view>, 6> all{
        std::pair{named.title, "小标宋"}, {named.body, "仿宋"},          {named.level1, "SimHei"},
        {named.level2, "楷体"},           {named.page_number, "SimSun"}, {named.latin, "Times"}};
    Xml xml;
    open_root(xml, "w:fonts");
    for (const auto& [font, other] : all) {
        xml.open("w:font", {{"w:name", font}});
        xml.leaf("w:altName", {{"w:val", std::string(other)}});
        const bool is_latin = font == named.latin;
        xml.leaf("w:charset", {{"w:val", is_latin ? "00" : "86"}});
        xml.leaf("w:family", {{"w:val", is_latin ? "roman" : "auto"}});
        xml.close();
    }
    xml.close();
    return std::move(xml).finish();
}

std::string print_footer(Side side, int space_below) {
    Xml xml;
    open_root(xml, "w:ftr");
    number_paragraph(xml, side);
    if (space_below > 0) {
        xml.open("w:p").open("w:pPr").leaf("w:snapToGrid", {{"w:val", "0"}});
        xml.leaf("w:spacing", {{"w:line", to_string(space_below)}, {"w:lineRule", "exact"}});
        xml.close().close();
    }
    xml.close();
    return std::move(xml).finish();
}

std::string print_turned_header(Side side, const paper::Measure& page) {
    // The paper's foot is the left edge of the turned page; its left edge is the top.
    constexpr int room = 2 * character_4;
    const Box box{page.bottom - number_gap - room, page.left, room, page.width(), true};
    Xml xml;
    open_root(xml, "w:hdr");
    xml.open("w:p").open("w:pPr").leaf("w:snapToGrid", {{"w:val", "0"}});
    xml.leaf("w:spacing", {{"w:line", "20"}, {"w:lineRule", "exact"}}).close();
    open_box(xml, box);
    number_paragraph(xml, side);
    close_box(xml, box);
    xml.close().close();
    return std::move(xml).finish();
}

std::string print_letter_header(const paper::Paper& letter, const paper::Template& form) {
    const Fonts named = paper::fonts_of(form.family);
    const paper::Measure page = paper::measure(form);
    const int half_points = mark_size(letter.mark, page.width());
    Xml xml;
    open_root(xml, "w:hdr");
    xml.open("w:p").open("w:pPr").leaf("w:pStyle", {{"w:val", "Mark"}});
    xml.open("w:pBdr").leaf(
        "w:bottom",
        {{"w:val", "thickThinSmallGap"}, {"w:sz", "24"}, {"w:space", "11"}, {"w:color", "FF0000"}});
    xml.close().leaf("w:snapToGrid", {{"w:val", "0"}});
    xml.leaf("w:spacing", {{"w:line", to_string(half_points * 10)}, {"w:lineRule", "exact"}});
    letter_indent(xml, page);
    xml.close().open("w:r").open("w:rPr");
    fonts(xml, named.title, named.title);
    xml.leaf("w:color", {{"w:val", "FF0000"}});
    size(xml, half_points);
    xml.close().open("w:t").text(letter.mark).close().close().close().close();
    return std::move(xml).finish();
}

std::string print_letter_footer(const paper::Template& form) {
    Xml xml;
    open_root(xml, "w:ftr");
    xml.open("w:p").open("w:pPr");
    xml.open("w:pBdr").leaf(
        "w:top",
        {{"w:val", "thinThickSmallGap"}, {"w:sz", "24"}, {"w:space", "0"}, {"w:color", "FF0000"}});
    xml.close().leaf("w:snapToGrid", {{"w:val", "0"}});
    xml.leaf("w:spacing", {{"w:line", "20"}, {"w:lineRule", "exact"}});
    letter_indent(xml, paper::measure(form));
    xml.close().close().close();
    return std::move(xml).finish();
}

int mark_size(std::string_view mark, int width) {
    constexpr int largest = 104;  // half points: 52 pt
    constexpr int smallest = 44;
    const auto half_characters =
        static_cast<int>(std::max<std::size_t>(paper::half_widths(mark), 1));
    // A character of n half points is 10 n twips wide; a little air stays on both sides.
    return std::clamp(width * 9 / 10 / (5 * half_characters), smallest, largest);
}

}  // namespace heng::docx
