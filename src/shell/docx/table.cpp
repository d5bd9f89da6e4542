#include "shell/docx/table.hpp"

#include "core/base/text.hpp"
#include "core/paper/arrangement.hpp"

namespace heng::docx {

namespace {

using std::to_string;

/// A row of more than so many characters in one cell may run over to the next page.
constexpr std::size_t whole_row_characters = 120;

void borders(Xml& xml) {
    xml.open("w:tblBorders");
    for (const char* const side :
         {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"})
        xml.leaf(side,
                 {{"w:val", "single"}, {"w:sz", "4"}, {"w:space", "0"}, {"w:color", "000000"}});
    xml.close();
}

void cell_text(Xml& xml, std::string_view style, report::Align align, std::string_view text) {
    xml.open("w:p").open("w:pPr").leaf("w:pStyle", {{"w:val", std::string(style)}});
    if (align == report::Align::end) xml.leaf("w:jc", {{"w:val", "right"}});
    xml.close();
    if (!text.empty()) {
        xml.open("w:r");
        write_text(xml, text);
        xml.close();
    }
    xml.close();
}

class TableWriter {
public:
    TableWriter(Xml& xml, const paper::Table& table, int width)
        : xml_(xml),
          table_(table),
          widths_(paper::column_widths(table, width)),
          spans_(paper::spans_of(table)) {}

    void write(int width) {
        xml_.open("w:tbl").open("w:tblPr");
        xml_.leaf("w:tblW", {{"w:w", to_string(width)}, {"w:type", "dxa"}});
        borders(xml_);
        xml_.leaf("w:tblLayout", {{"w:type", "fixed"}});
        xml_.open("w:tblCellMar");
        for (const char* const side : {"w:left", "w:right"})
            xml_.leaf(side, {{"w:w", "60"}, {"w:type", "dxa"}});
        xml_.close().close().open("w:tblGrid");
        for (const int one : widths_) xml_.leaf("w:gridCol", {{"w:w", to_string(one)}});
        xml_.close();
        head();
        for (std::size_t row = 0; row < table_.content.rows.size(); ++row) body(row);
        xml_.close();
    }

private:
    void head() {
        xml_.open("w:tr").open("w:trPr").leaf("w:cantSplit").leaf("w:tblHeader").close();
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            open_cell(i);
            xml_.leaf("w:vAlign", {{"w:val", "center"}}).close();
            cell_text(xml_, "CellHead", report::Align::start, table_.content.columns[i].title);
            xml_.close();
        }
        xml_.close();
    }

    void body(std::size_t row) {
        const auto& cells = table_.content.rows[row];
        xml_.open("w:tr").open("w:trPr");
        if (is_short(cells)) xml_.leaf("w:cantSplit");
        xml_.close();
        for (std::size_t i = 0; i < widths_.size(); ++i) cell(row, i);
        xml_.close();
    }

    void cell(std::size_t row, std::size_t column) {
        const std::size_t rows = spans_[row][column].rows;
        open_cell(column);
        if (rows > 1) xml_.leaf("w:vMerge", {{"w:val", "restart"}});
        if (rows == 0) xml_.leaf("w:vMerge");
        xml_.leaf("w:vAlign", {{"w:val", "center"}}).close();
        cell_text(xml_, "Cell", table_.content.columns[column].align,
                  rows == 0 ? std::string_view() : table_.content.rows[row][column]);
        xml_.close();
    }

    void open_cell(std::size_t column) {
        xml_.open("w:tc").open("w:tcPr");
        xml_.leaf("w:tcW", {{"w:w", to_string(widths_[column])}, {"w:type", "dxa"}});
    }

    static bool is_short(const std::vector<std::string>& cells) {
        for (const std::string& one : cells)
            if (count_code_points(one) > whole_row_characters) return false;
        return true;
    }

    Xml& xml_;
    const paper::Table& table_;
    std::vector<int> widths_;
    std::vector<std::vector<paper::Span>> spans_;
};

}  // namespace

void write_table(Xml& xml, const paper::Table& table, int width) {
    TableWriter(xml, table, width).write(width);
}

}  // namespace heng::docx
