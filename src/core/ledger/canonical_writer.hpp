#pragma once
/// @file
/// Frozen. Writes the tokens of the canonical encoding; `encode` and the event's envelope are built
/// from it.
#include "core/ledger/canonical.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace heng::ledger {

void write_number(std::string& out, std::int64_t number);
/// In quotation marks, escaped. The text must be UTF-8; this is not checked here.
void write_text(std::string& out, std::string_view text);

/// `encode` for an object inside `depth` others, which count towards the bound.
[[nodiscard]] Result<std::string> encode_inside(const Object& object, std::size_t depth);

}  // namespace heng::ledger
