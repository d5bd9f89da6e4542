#pragma once
/// @file
/// Plain text pasted from a page or a PDF → an indicator table.
#include "core/intake/draft.hpp"
#include "core/intake/grid.hpp"
#include "core/intake/unweave.hpp"

#include <set>
#include <string>
#include <vector>

namespace heng::intake {

/// Longer texts are refused: more lines than this, or more of them in the table.
constexpr std::size_t lines_max = 20'000;
constexpr std::size_t table_lines_max = 5'000;
/// Bodies that are known by name.
constexpr std::size_t names_max = 500;

/// A table in a text that may hold much else, the `wanted`th from 1; others are said. It begins
/// with the titles of its columns (扣分细则 among them) and ends before 附件, 注： or the end of
/// the text. Lines may hold the cells one after the other, or torn into the lines of each column.
/// Issues: `import_table_absent`, `office_file_too_large`, and doubts with their line.
Draft read_text(const PlainText& text, std::size_t wanted = 1);

/// The steps of it: the lines of the table without titles, page numbers and other furniture …
struct TableLines {
    std::u32string title;
    std::vector<Strand> strands;
    std::optional<Decimal> total;
    bool is_found = false;
    /// Of each table that is passed over.
    struct Other {
        std::size_t number = 0;
        std::size_t line = 0;
        std::u32string title;
    };
    std::vector<Other> others;
};
TableLines find_table(const std::vector<std::u32string>& lines, std::size_t wanted = 1);
/// … and what was made of them, sorted into tasks.
Draft sort_out(const TableLines& table, const Unwoven& unwoven,
               const std::set<std::u32string>& names, const std::string& file);

}  // namespace heng::intake
