#pragma once
/// @file
/// What a person reads in a terminal: issues line by line, documents with tables aligned by display
/// width.
#include "core/base/error.hpp"
#include "core/report/document.hpp"

#include <string>
#include <string_view>

namespace heng::cli {

/// Columns that `text` takes in a terminal: two for a wide (Chinese) character, none for a
/// combining one.
std::size_t display_width(std::string_view text);

/// The document as text, tables wrapped to `width_max` columns.
std::string print_document(const report::Document& document, std::size_t width_max = 120);

/// `place: error code: message` and the remedy below it.
std::string print_issue(const Error& issue, Language language);

}  // namespace heng::cli
