#include "shell/docx/docx.hpp"

#include "shell/docx/body.hpp"
#include "shell/docx/package.hpp"

#include <array>

namespace heng::docx {

namespace {

constexpr std::string_view office = "application/vnd.openxmlformats-officedocument.";
constexpr std::string_view relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

struct Named {
    std::string_view relation;
    std::string_view kind;  ///< Last part of the relationship's type, and of the content type.
    std::string_view file;
};
constexpr std::array named_parts{Named{"rIdStyles", "styles", "styles.xml"},
                                 Named{"rIdSettings", "settings", "settings.xml"},
                                 Named{"rIdFonts", "fontTable", "fontTable.xml"},
                                 Named{relation::footer_odd, "footer", "footer_odd.xml"},
                                 Named{relation::footer_even, "footer", "footer_even.xml"},
                                 Named{relation::footer_none, "footer", "footer_none.xml"},
                                 Named{relation::header_none, "header", "header_none.xml"},
                                 Named{relation::turned_odd, "header", "header_turned_odd.xml"},
                                 Named{relation::turned_even, "header", "header_turned_even.xml"},
                                 Named{relation::letter_header, "header", "header_letter.xml"},
                                 Named{relation::letter_footer, "footer", "footer_letter.xml"}};

std::string print_types() {
    Xml xml;
    xml.open("Types", {{"xmlns", "http://schemas.openxmlformats.org/package/2006/content-types"}});
    xml.leaf("Default",
             {{"Extension", "rels"},
              {"ContentType", "application/vnd.openxmlformats-package.relationships+xml"}});
    xml.leaf("Default", {{"Extension", "xml"}, {"ContentType", "application/xml"}});
    const auto type = [&xml](const std::string& name, const std::string& content) {
        xml.leaf("Override", {{"PartName", name}, {"ContentType", content}});
    };
    type("/word/document.xml", std::string(office) + "wordprocessingml.document.main+xml");
    for (const Named& part : named_parts)
        type("/word/" + std::string(part.file),
             std::string(office) + "wordprocessingml." + std::string(part.kind) + "+xml");
    type("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    xml.close();
    return std::move(xml).finish();
}

void open_relations(Xml& xml) {
    xml.open("Relationships",
             {{"xmlns", "http://schemas.openxmlformats.org/package/2006/relationships"}});
}

std::string print_roots() {
    Xml xml;
    open_relations(xml);
    xml.leaf("Relationship", {{"Id", "rId1"},
                              {"Type", std::string(relations) + "officeDocument"},
                              {"Target", "word/document.xml"}});
    xml.leaf("Relationship",
             {{"Id", "rId2"},
              {"Type",
               "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
               "core-properties"},
              {"Target", "docProps/core.xml"}});
    xml.close();
    return std::move(xml).finish();
}

std::string print_relations() {
    Xml xml;
    open_relations(xml);
    for (const Named& part : named_parts)
        xml.leaf("Relationship", {{"Id", std::string(part.relation)},
                                  {"Type", std::string(relations) + std::string(part.kind)},
                                  {"Target", std::string(part.file)}});
    xml.close();
    return std::move(xml).finish();
}

std::string print_properties(const paper::Paper& paper) {
    Xml xml;
    xml.open(
        "cp:coreProperties",
        {{"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"},
         {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
         {"xmlns:dcterms", "http://purl.org/dc/terms/"},
         {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}});
    xml.open("dc:title").text(paper::title_of(paper)).close();
    xml.open("dc:creator").text(paper.signature).close();
    xml.open("dc:identifier").text(paper.number).close();
    if (paper.dated)
        xml.open("dcterms:created", {{"xsi:type", "dcterms:W3CDTF"}})
            .text(ledger::print_date(*paper.dated) + "T00:00:00Z")
            .close();
    xml.close();
    return std::move(xml).finish();
}

std::string print_empty(std::string_view root) {
    Xml xml;
    open_root(xml, root);
    xml.open("w:p").open("w:pPr").leaf("w:snapToGrid", {{"w:val", "0"}});
    xml.leaf("w:spacing", {{"w:line", "20"}, {"w:lineRule", "exact"}});
    xml.close().close().close();
    return std::move(xml).finish();
}

}  // namespace

std::string print_paper(const paper::Paper& paper, const paper::Template& form) {
    const paper::Measure page = paper::measure(form);
    // The foot of a letter's first page lies deeper than that of the others.
    const bool is_letter = paper.form == paper::Form::letter;
    const int below =
        is_letter ? page.bottom - number_gap - character_4 - millimetre_tenths(200) : 0;
    return pack({{"[Content_Types].xml", print_types()},
                 {"_rels/.rels", print_roots()},
                 {"word/document.xml", print_document(paper, form)},
                 {"word/_rels/document.xml.rels", print_relations()},
                 {"word/styles.xml", print_styles(form)},
                 {"word/settings.xml", print_settings()},
                 {"word/fontTable.xml", print_font_table(form)},
                 {"word/footer_odd.xml", print_footer(Side::odd, below)},
                 {"word/footer_even.xml", print_footer(Side::even, below)},
                 {"word/footer_none.xml", print_empty("w:ftr")},
                 {"word/header_none.xml", print_empty("w:hdr")},
                 {"word/header_turned_odd.xml", print_turned_header(Side::odd, page)},
                 {"word/header_turned_even.xml", print_turned_header(Side::even, page)},
                 {"word/header_letter.xml", print_letter_header(paper, form)},
                 {"word/footer_letter.xml", print_letter_footer(form)},
                 {"docProps/core.xml", print_properties(paper)}});
}

}  // namespace heng::docx
