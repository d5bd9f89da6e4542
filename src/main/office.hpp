#pragma once
/// @file
/// The file formats of offices, for the command line and for the server.
#include "app/surroundings.hpp"
#include "shell/http/api/office_parts.hpp"

namespace heng {

app::PaperFormats paper_formats();

/// @param form_file  the tenant's template of papers (YAML); empty: the national standard.
/// @returns the parts, or what is wrong with the template.
[[nodiscard]] Checked<http::OfficeParts> make_office_parts(const app::Surroundings& world,
                                                           const std::string& form_file);

}  // namespace heng
