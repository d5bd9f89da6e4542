#include "shell/office/xlsx.hpp"

#include "shell/office/markup.hpp"
#include "shell/office/number_format.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace heng::office {

namespace {

constexpr std::size_t rows_max = 1'048'576;  // of the format itself
constexpr std::size_t columns_max = 16'384;

struct Corner {
    std::size_t row = 0;
    std::size_t column = 0;
    bool operator<(const Corner& other) const {
        return row != other.row ? row < other.row : column < other.column;
    }
};

/// C7, $C$7.
std::optional<Corner> corner_of(std::string_view name) {
    Corner corner;
    std::size_t at = 0;
    for (; at < name.size() && (name[at] == '$' || (name[at] >= 'A' && name[at] <= 'Z')); ++at)
        if (name[at] != '$')
            corner.column = std::min(
                corner.column * 26 + static_cast<std::size_t>(name[at] - 'A') + 1, columns_max + 1);
    const auto [stop, error] =
        std::from_chars(name.data() + at, name.data() + name.size(), corner.row);
    if (error != std::errc{} || stop != name.data() + name.size()) return std::nullopt;
    if (corner.row == 0 || corner.row > rows_max || corner.column == 0 ||
        corner.column > columns_max)
        return std::nullopt;
    return Corner{corner.row - 1, corner.column - 1};
}

/// The text of a string item: its runs, without the reading aids of rPh.
std::string rich_text(const pugi::xml_node& item) {
    std::string text;
    for (const pugi::xml_node& node : item.children()) {
        if (local_name(node) == "t") text += node.text().get();
        if (local_name(node) == "r") text += child(node, "t").text().get();
    }
    return text;
}

/// What all sheets together may still hold.
struct Budget {
    std::size_t cells = 0;
    std::size_t bytes = 0;
};

struct Workbook {
    std::vector<std::string> strings;
    std::vector<NumberFormat> formats;
    bool counts_from_1904 = false;
};

class SheetReader {
public:
    SheetReader(const Archive& archive, const Workbook& workbook, std::string name, Budget& left)
        : archive_(archive), workbook_(workbook), left_(left) {
        grid_.file = archive.file();
        grid_.name = std::move(name);
    }

    Result<intake::Grid> read(const std::string& part) {
        const auto document = parse_part(archive_, part);
        if (!document) return tl::unexpected(document.error());
        const pugi::xml_node sheet = (*document)->document_element();
        read_merges(child(sheet, "mergeCells"));
        std::size_t row_number = 0;
        for (const pugi::xml_node& row : child(sheet, "sheetData").children()) {
            if (local_name(row) != "row") continue;
            const auto stated = corner_of("A" + std::string(attribute(row, "r")));
            row_number = stated ? stated->row : row_number;
            if (auto done = read_row(row, row_number); !done) return tl::unexpected(done.error());
            ++row_number;
        }
        std::stable_sort(grid_.cells.begin(), grid_.cells.end(),
                         [](const intake::Cell& a, const intake::Cell& b) {
                             return Corner{a.row, a.column} < Corner{b.row, b.column};
                         });
        return std::move(grid_);
    }

private:
    void read_merges(const pugi::xml_node& list) {
        for (const pugi::xml_node& node : list.children()) {
            const std::string_view area = attribute(node, "ref");
            const std::size_t colon = area.find(':');
            if (colon == area.npos) continue;
            const auto first = corner_of(area.substr(0, colon));
            const auto last = corner_of(area.substr(colon + 1));
            if (first && last && first->row <= last->row && first->column <= last->column)
                merges_[*first] = *last;
        }
    }

    Result<void> read_row(const pugi::xml_node& row, std::size_t row_number) {
        std::size_t column = 0;
        for (const pugi::xml_node& node : row.children()) {
            if (local_name(node) != "c") continue;
            Corner corner{row_number, column};
            if (const auto stated = corner_of(attribute(node, "r"))) corner = *stated;
            column = corner.column + 1;
            std::string text = text_of(node);
            const auto merge = merges_.find(corner);
            if (text.empty() && merge == merges_.end()) continue;
            if (left_.cells == 0 || left_.bytes < text.size()) {
                const std::size_t limit = left_.cells == 0 ? archive_.limits().cells_max
                                                           : archive_.limits().cell_text_max;
                return refuse(Code::office_file_too_large, {archive_.file(), 0, 0, grid_.name},
                              {grid_.name, std::to_string(limit)});
            }
            --left_.cells;
            left_.bytes -= text.size();
            intake::Cell cell;
            cell.row = corner.row;
            cell.column = corner.column;
            if (merge != merges_.end()) {
                cell.rows = merge->second.row - corner.row + 1;
                cell.columns = merge->second.column - corner.column + 1;
            }
            cell.text = std::move(text);
            cell.address = grid_.name + '!' + intake::cell_name(corner.row, corner.column);
            grid_.cells.push_back(std::move(cell));
        }
        return {};
    }

    std::string text_of(const pugi::xml_node& node) const {
        const std::string_view type = attribute(node, "t");
        if (type == "inlineStr") return rich_text(child(node, "is"));
        const std::string_view value = child(node, "v").text().get();
        if (type == "s") {
            std::size_t index = workbook_.strings.size();
            std::from_chars(value.data(), value.data() + value.size(), index);
            return index < workbook_.strings.size() ? workbook_.strings[index] : std::string();
        }
        if (type == "b") return value == "1" ? "true" : "false";
        if (!type.empty() && type != "n") return std::string(value);
        if (value.empty()) return {};
        std::size_t style = 0;
        const std::string_view stated = attribute(node, "s");
        std::from_chars(stated.data(), stated.data() + stated.size(), style);
        const NumberFormat plain;
        return shown(value, style < workbook_.formats.size() ? workbook_.formats[style] : plain,
                     workbook_.counts_from_1904);
    }

    const Archive& archive_;
    const Workbook& workbook_;
    Budget& left_;
    std::map<Corner, Corner> merges_;  ///< First to last cell.
    intake::Grid grid_;
};

Result<void> read_common(const Archive& archive, const std::map<std::string, Relation>& relations,
                         Workbook& workbook) {
    for (const auto& [id, relation] : relations) {
        if (relation.type != "sharedStrings" && relation.type != "styles") continue;
        if (!archive.has(relation.target)) continue;
        const auto document = parse_part(archive, relation.target);
        if (!document) return tl::unexpected(document.error());
        const pugi::xml_node root = (*document)->document_element();
        if (relation.type == "styles") {
            workbook.formats = number_formats(root);
            continue;
        }
        for (const pugi::xml_node& item : root.children())
            if (local_name(item) == "si") workbook.strings.push_back(rich_text(item));
    }
    return {};
}

}  // namespace

Result<std::vector<intake::Grid>> read_xlsx(const Archive& archive) {
    const std::string main = "xl/workbook.xml";
    const auto relations = relations_of(archive, main);
    if (!relations) return tl::unexpected(relations.error());
    const auto document = parse_part(archive, main);
    if (!document) return tl::unexpected(document.error());
    const pugi::xml_node root = (*document)->document_element();
    Workbook workbook;
    const std::string_view from_1904 = attribute(child(root, "workbookPr"), "date1904");
    workbook.counts_from_1904 = from_1904 == "1" || from_1904 == "true";
    if (auto read = read_common(archive, *relations, workbook); !read)
        return tl::unexpected(read.error());
    std::vector<intake::Grid> grids;
    Budget left{archive.limits().cells_max, archive.limits().cell_text_max};
    for (const pugi::xml_node& sheet : child(root, "sheets").children()) {
        const auto relation = relations->find(std::string(attribute(sheet, "id")));
        const bool is_visible =
            attribute(sheet, "state").empty() || attribute(sheet, "state") == "visible";
        if (relation == relations->end() || relation->second.type != "worksheet" || !is_visible)
            continue;
        if (auto own = relations_of(archive, relation->second.target); !own)
            return tl::unexpected(own.error());
        auto grid = SheetReader(archive, workbook, std::string(attribute(sheet, "name")), left)
                        .read(relation->second.target);
        if (!grid) return tl::unexpected(grid.error());
        grids.push_back(std::move(*grid));
    }
    return grids;
}

}  // namespace heng::office
