#pragma once
/// @file
/// A paper as PDF, with the fonts of the machine (FONT-5, FONT-6), by the same measures as the DOCX
/// (DOC-1 to DOC-18). Page breaking and tables are ours.
#include "core/base/result.hpp"
#include "core/paper/paper.hpp"
#include "core/paper/template.hpp"

#include <string>

namespace heng::pdf {

struct File {
    std::string bytes;
    int pages = 0;
};

/// The same paper, template and fonts give the same bytes.
/// @returns the file, or `document_glyph_missing` with every character that no font has.
/// @pre the template has passed `check_template`. Each thread has fonts of its own, kept for the
/// next time.
[[nodiscard]] Checked<File> print_paper(const paper::Paper& paper, const paper::Template& form);

}  // namespace heng::pdf
