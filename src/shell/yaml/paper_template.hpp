#pragma once
/// @file
/// A tenant's paper template (DOC-6, FONT-2) as YAML; docs/reference/papers.md has an example.
#include "core/base/result.hpp"
#include "core/paper/template.hpp"

#include <string>
#include <string_view>

namespace heng::yaml {

/// @param file  names it in issues.
/// @returns the template, or everything wrong with it: what `parse_tree` and `Fields` report, then
/// `document_template_unfit`. What it leaves out is as the national standard has it.
[[nodiscard]] Checked<paper::Template> read_paper_template(const std::string& file,
                                                           std::string_view text);

}  // namespace heng::yaml
