#pragma once
/// @file
/// The file formats of offices, for the command line and for the server.
#include "app/surroundings.hpp"
#include "shell/http/api/office_parts.hpp"

namespace heng {

app::PaperFormats paper_formats();

/// @pre what is given outlives the parts.
/// @returns the parts, or what is wrong with the tenant's template of papers (YAML); without one,
///   the national standard holds.
[[nodiscard]] Checked<http::OfficeParts> make_office_parts(const app::Surroundings& world,
                                                           const app::Settings& settings,
                                                           app::EventStore& store,
                                                           app::Blobs& evidence);

}  // namespace heng
