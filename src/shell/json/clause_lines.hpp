#pragma once
/// @file
/// The lines of `heng clauses`: clause texts in, readings out.
#include "app/formats.hpp"

#include <string>
#include <string_view>

namespace heng::json {

/// Reads `{"id": …, "text": "…"}`, or takes any line that does not begin with `{` as the text
/// itself, with its line number as id.
/// @returns the clause, or `json_malformed` with what is wrong.
[[nodiscard]] Result<app::ClauseLine> read_clause_line(std::string_view line, std::size_t number);

/// `{"id": …, "branches": […], "doubts": [{"offset", "length", "kind", "quote", "zh", "en"}]}` on
/// one line. Offsets count bytes of the text.
std::string print_reading(const app::ClauseLine& clause, const clause::Reading& reading);

}  // namespace heng::json
