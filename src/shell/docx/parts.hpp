#pragma once
/// @file
/// The parts of the package beside the document itself, and the lengths and sizes they share.
#include "core/paper/paper.hpp"
#include "core/paper/template.hpp"
#include "shell/docx/xml.hpp"

#include <string>

namespace heng::docx {

/// The namespaces of a part, on its root element.
void open_root(Xml& xml, std::string_view name);

// Sizes in half points.
inline constexpr int size_2 = 44;      ///< 2号
inline constexpr int size_3 = 32;      ///< 3号
inline constexpr int size_4 = 28;      ///< 4号
inline constexpr int size_table = 21;  ///< 五号, of tables.

// Lengths in twips.
inline constexpr int millimetre_tenths(int tenths) {
    return tenths * 567 / 100;
}
/// Of 4号, by which 版记 and page numbers are indented (DOC-14, DOC-15).
inline constexpr int character_4 = 280;
/// From the text block to the page number (DOC-15).
inline constexpr int number_gap = millimetre_tenths(70);
inline constexpr int title_line = 700;
inline constexpr int imprint_line = 420;

/// The text of a run; a line feed in it breaks the line.
void write_text(Xml& xml, std::string_view text);

/// The styles that the document uses by their ids.
std::string print_styles(const paper::Template& form);
std::string print_settings();
std::string print_font_table(const paper::Template& form);

/// A page number, on the right for odd pages or on the left for even ones (DOC-15).
enum class Side { odd, even };
std::string print_footer(Side side, int space_below);
/// Turned, at the left edge of a landscape page: where it stands on the others (DOC-17).
std::string print_turned_header(Side side, const paper::Measure& page);
/// The name of a letter's sender with the double rule below it, and the rule at the page's foot.
std::string print_letter_header(const paper::Paper& paper, const paper::Template& form);
std::string print_letter_footer(const paper::Template& form);

/// The size that lets the mark stand on one line, in half points.
int mark_size(std::string_view mark, int width);

}  // namespace heng::docx
