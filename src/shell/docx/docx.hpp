#pragma once
/// @file
/// A paper as DOCX by GB/T 9704-2012 (DOC-1 to DOC-18, FONT-1 to FONT-3). The fonts are named, not
/// brought: whoever opens it has them.
#include "core/paper/paper.hpp"
#include "core/paper/template.hpp"

#include <string>

namespace heng::docx {

/// The bytes of the file. The same paper and template give the same bytes (DOC-19).
/// @pre the template has passed `check_template`.
std::string print_paper(const paper::Paper& paper, const paper::Template& form);

}  // namespace heng::docx
