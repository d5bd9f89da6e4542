#pragma once
/// @file
/// A document as JSON: its blocks in order, each with its kind.
#include "core/report/document.hpp"

#include <string>

namespace heng::json {

/// `{"blocks": [{"kind": "heading", "level", "text"} | {"kind": "paragraph" | "note", "text"} |
/// {"kind": "table", "caption", "columns": [{"title", "align"}], "rows": [[…]]}]}`.
std::string print_document(const report::Document& document);

}  // namespace heng::json
