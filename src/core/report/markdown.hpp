#pragma once
/// @file
/// Document → Markdown, for the reference pages that the program prints about itself.
#include "core/report/document.hpp"

#include <string>

namespace heng::report {

/// Blocks with an empty line between them. Cells and paragraphs may not begin markup by chance: `|`
/// and `*` are escaped, `<` too.
std::string print_markdown(const Document& document);

}  // namespace heng::report
