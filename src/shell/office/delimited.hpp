#pragma once
/// @file
/// Tables of text with a mark between cells: csv, tsv.
#include "core/intake/grid.hpp"

#include <string>
#include <string_view>

namespace heng::office {

/// The cells of `text`; one in quotation marks may hold marks and line breaks, a doubled quotation
/// mark is one. Rows may differ in length.
intake::Grid read_delimited(std::string_view text, char mark, const std::string& file);

}  // namespace heng::office
