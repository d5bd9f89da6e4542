#pragma once
/// @file
/// A table as the text that a PDF gives of it: cells broken at the width of their column, columns
/// interleaved line by line, titles and page numbers again on each page.
#include "core/scheme/scheme.hpp"

#include <array>
#include <string>

namespace heng::intake::test {

struct Tearing {
    std::array<int, 5> widths{12, 16, 42, 52, 14};  ///< Of the columns, in half characters.
    bool is_centred = true;      ///< Cells but those of clauses stand in the middle of their row.
    bool keeps_columns = false;  ///< Blanks between the columns, as `pdftotext -layout` has them.
    bool is_full_width = false;  ///< ，； instead of ,;
    bool points_on_own_line = true;
    std::string between_bodies = "、";
    std::size_t lines_of_page = 40;
};

std::string torn(const scheme::Table& table, const Tearing& tearing);

}  // namespace heng::intake::test
