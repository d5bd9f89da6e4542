#pragma once
/// @file
/// The document part: head, text, annexes and imprint of a paper, section by section.
#include "shell/docx/parts.hpp"

namespace heng::docx {

/// Which headers and footers a section refers to, by the ids of their relationships.
namespace relation {
inline constexpr std::string_view footer_odd = "rIdFooterOdd";
inline constexpr std::string_view footer_even = "rIdFooterEven";
inline constexpr std::string_view footer_none = "rIdFooterNone";
inline constexpr std::string_view header_none = "rIdHeaderNone";
inline constexpr std::string_view turned_odd = "rIdTurnedOdd";
inline constexpr std::string_view turned_even = "rIdTurnedEven";
inline constexpr std::string_view letter_header = "rIdLetterHeader";
inline constexpr std::string_view letter_footer = "rIdLetterFooter";
}  // namespace relation

std::string print_document(const paper::Paper& paper, const paper::Template& form);

}  // namespace heng::docx
