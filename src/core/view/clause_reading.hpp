#pragma once
/// @file
/// What the program reads from clause texts that are being written (A9.3).
#include "core/ledger/canonical.hpp"

#include <string_view>

namespace heng::view {

/// {"clauses"}: one row for each line of the text that is not blank: {"number", "text", "start",
/// "end", "assessors", "branches", "doubts"}. A branch is as `print_branch_terms` writes it, with
/// its "text"; a doubt has "code", "message_zh", "message_en", "start", "end".
/// Places count UTF-16 units of the whole text, as the text fields of browsers do.
ledger::Object read_clauses(std::string_view text);

}  // namespace heng::view
