#include "shell/office/test_package.hpp"

#include "core/base/invariant.hpp"
#include "core/intake/grid.hpp"

#include <zip.h>

#include <algorithm>

namespace heng::office::test {

namespace {

constexpr std::string_view relations_head =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
constexpr std::string_view relation_types =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relation(std::string_view id, std::string_view type, std::string_view target) {
    std::string out = R"(<Relationship Id=")";
    out.append(id)
        .append(R"(" Type=")")
        .append(relation_types)
        .append(type)
        .append(R"(" Target=")");
    return out.append(target).append(R"("/>)");
}

}  // namespace

std::string package_of(const std::map<std::string, std::string>& parts) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    INVARIANT(target != nullptr, "memory for an archive");
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    INVARIANT(archive != nullptr, "an archive in memory");
    for (const auto& [name, text] : parts) {
        zip_source_t* part = zip_source_buffer(archive, text.data(), text.size(), 0);
        INVARIANT(zip_file_add(archive, name.c_str(), part, ZIP_FL_ENC_UTF_8) >= 0,
                  "a part of its own name");
    }
    INVARIANT(zip_close(archive) == 0, "an archive that can be written");
    zip_stat_t stat;
    zip_source_stat(target, &stat);
    std::string bytes(static_cast<std::size_t>(stat.size), '\0');
    zip_source_open(target);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else
            out += c;
    }
    return out;
}

std::map<std::string, std::string> workbook_parts(std::string_view sheet) {
    return {
        {"xl/workbook.xml",
         R"(<workbook xmlns:r="r"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         std::string(relations_head) + relation("rId1", "worksheet", "worksheets/sheet1.xml") +
             relation("rId2", "styles", "styles.xml") +
             relation("rId3", "sharedStrings", "sharedStrings.xml") + "</Relationships>"},
        {"xl/worksheets/sheet1.xml", "<worksheet>" + std::string(sheet) + "</worksheet>"},
    };
}

std::string workbook_of(const std::vector<std::vector<std::string>>& rows,
                        const std::vector<std::string>& merges) {
    std::string sheet = "<sheetData>";
    for (std::size_t row = 0; row < rows.size(); ++row) {
        sheet += "<row r=\"" + std::to_string(row + 1) + "\">";
        for (std::size_t column = 0; column < rows[row].size(); ++column) {
            if (rows[row][column].empty()) continue;
            sheet += "<c r=\"" + intake::cell_name(row, column) +
                     "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" +
                     escaped(rows[row][column]) + "</t></is></c>";
        }
        sheet += "</row>";
    }
    sheet += "</sheetData><mergeCells>";
    for (const std::string& area : merges) sheet += "<mergeCell ref=\"" + area + "\"/>";
    return package_of(workbook_parts(sheet + "</mergeCells>"));
}

std::map<std::string, std::string> document_parts(std::string_view body) {
    return {{"word/document.xml",
             "<w:document xmlns:w=\"w\"><w:body>" + std::string(body) + "</w:body></w:document>"}};
}

std::string paragraph(std::string_view text) {
    return "<w:p><w:r><w:t>" + escaped(text) + "</w:t></w:r></w:p>";
}

std::string table_cell(std::string_view text, std::string_view properties) {
    std::string out = "<w:tc><w:tcPr>" + std::string(properties) + "</w:tcPr>";
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        out += paragraph(text.substr(at, end - at));
        at = end + 1;
    }
    return out + "</w:tc>";
}

}  // namespace heng::office::test
