#include "shell/office/docx.hpp"

#include "core/base/text.hpp"
#include "shell/office/auto_numbers.hpp"
#include "shell/office/markup.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>

namespace heng::office {

namespace {

/// Elements inside one another beyond this are not looked into.
constexpr int depth_max = 64;

/// Elements around content that are themselves nothing: content controls, insertions, hyperlinks.
bool is_wrapper(std::string_view name) {
    return name == "sdt" || name == "sdtContent" || name == "ins" || name == "moveTo" ||
           name == "smartTag" || name == "customXml" || name == "hyperlink" ||
           name == "fldSimple" || name == "AlternateContent" || name == "Choice";
}

std::size_t whole(std::string_view text, std::size_t otherwise) {
    std::size_t value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// Calls `take` for each child that is no wrapper, and for those inside wrappers.
void each_content(const pugi::xml_node& node,
                  const std::function<void(const pugi::xml_node&)>& take, int depth = 0) {
    if (depth > depth_max) return;
    for (const pugi::xml_node& inner : node.children()) {
        if (is_wrapper(local_name(inner)))
            each_content(inner, take, depth + 1);
        else
            take(inner);
    }
}

class DocumentReader {
public:
    DocumentReader(const Archive& archive, AutoNumbers numbers)
        : archive_(archive),
          numbers_(std::move(numbers)),
          cells_left_(archive.limits().cells_max) {}

    Result<std::vector<intake::Grid>> read(const pugi::xml_node& body) {
        each_content(body, [this](const pugi::xml_node& node) {
            if (local_name(node) == "p") {
                take_title(node, paragraph(node));
            } else if (local_name(node) == "tbl") {
                table(node);
            }
        });
        if (is_too_large_)
            return refuse(Code::office_file_too_large, {archive_.file(), 0, 0, ""},
                          {"w:tc", std::to_string(archive_.limits().cells_max)});
        return std::move(grids_);
    }

private:
    /// What stands before a table; a title may take several paragraphs of one look.
    void take_title(const pugi::xml_node& node, std::string text) {
        constexpr std::size_t title_bytes_max = 240;
        const pugi::xml_node properties = child(node, "pPr");
        std::string look(attribute(child(properties, "pStyle"), "val"));
        look += ' ';
        look += attribute(child(properties, "jc"), "val");
        if (is_blank(text)) {
            title_look_.clear();
            return;
        }
        const bool goes_on = look.size() > 1 && look == title_look_ && !title_.empty() &&
                             !title_.ends_with("。") && !title_.ends_with("：") &&
                             title_.size() + text.size() <= title_bytes_max;
        title_ = goes_on ? title_ + text : std::move(text);
        title_look_ = std::move(look);
    }

    std::string paragraph(const pugi::xml_node& node) {
        std::string text = numbers_.next(child(node, "pPr"));
        each_content(node, [&](const pugi::xml_node& run) {
            if (local_name(run) != "r") return;
            each_content(run, [&](const pugi::xml_node& part) {
                const std::string_view name = local_name(part);
                if (name == "t") text += part.text().get();
                if (name == "tab") text += ' ';
                if (name == "br" || name == "cr") text += '\n';
                if (name == "noBreakHyphen") text += '-';
            });
        });
        return text;
    }

    /// The paragraphs of a cell, tables inside it as well, a line each.
    std::string cell_text(const pugi::xml_node& node, int depth = 0) {
        std::string text;
        const auto add = [&](const std::string& line) {
            if (!text.empty()) text += '\n';
            text += line;
        };
        if (depth > depth_max) return text;
        each_content(node, [&](const pugi::xml_node& inner) {
            const std::string_view name = local_name(inner);
            if (name == "p") add(paragraph(inner));
            if (name == "tbl" || name == "tr" || name == "tc") add(cell_text(inner, depth + 1));
        });
        return text;
    }

    void table(const pugi::xml_node& node) {
        intake::Grid grid;
        grid.file = archive_.file();
        grid.name = "表" + std::to_string(grids_.size() + 1);
        grid.title = std::move(title_);
        title_.clear();
        std::map<std::size_t, std::size_t> merged;  // column → index of the cell that goes on below
        std::size_t row = 0;
        each_content(node, [&](const pugi::xml_node& inner) {
            if (local_name(inner) != "tr" || is_too_large_) return;
            read_row(inner, row++, grid, merged);
        });
        grids_.push_back(std::move(grid));
    }

    void read_row(const pugi::xml_node& node, std::size_t row, intake::Grid& grid,
                  std::map<std::size_t, std::size_t>& merged) {
        const pugi::xml_node properties = child(node, "trPr");
        std::size_t column = std::min<std::size_t>(
            whole(attribute(child(properties, "gridBefore"), "val"), 0), 1'000);
        each_content(node, [&](const pugi::xml_node& cell_node) {
            if (local_name(cell_node) != "tc" || is_too_large_) return;
            const pugi::xml_node cell_properties = child(cell_node, "tcPr");
            const std::size_t span = std::clamp<std::size_t>(
                whole(attribute(child(cell_properties, "gridSpan"), "val"), 1), 1, 1'000);
            const pugi::xml_node merge = child(cell_properties, "vMerge");
            const auto above = merged.find(column);
            if (merge && attribute(merge, "val") != "restart" && above != merged.end()) {
                grid.cells[above->second].rows = row - grid.cells[above->second].row + 1;
            } else {
                if (cells_left_-- == 0) {
                    is_too_large_ = true;
                    return;
                }
                merged.erase(column);
                if (merge) merged[column] = grid.cells.size();
                grid.cells.push_back({row, column, 1, span, cell_text(cell_node),
                                      grid.name + '!' + intake::cell_name(row, column), 0});
            }
            column += span;
        });
    }

    const Archive& archive_;
    AutoNumbers numbers_;
    std::size_t cells_left_;
    bool is_too_large_ = false;
    std::string title_;
    std::string title_look_;  ///< Style and alignment of its paragraphs.
    std::vector<intake::Grid> grids_;
};

}  // namespace

Result<std::vector<intake::Grid>> read_docx(const Archive& archive) {
    const std::string main = "word/document.xml";
    const auto relations = relations_of(archive, main);
    if (!relations) return tl::unexpected(relations.error());
    AutoNumbers numbers;
    for (const auto& [id, relation] : *relations) {
        if (relation.type != "numbering" || !archive.has(relation.target)) continue;
        const auto numbering = parse_part(archive, relation.target);
        if (!numbering) return tl::unexpected(numbering.error());
        numbers = AutoNumbers((*numbering)->document_element());
    }
    const auto document = parse_part(archive, main);
    if (!document) return tl::unexpected(document.error());
    return DocumentReader(archive, std::move(numbers))
        .read(child((*document)->document_element(), "body"));
}

}  // namespace heng::office
