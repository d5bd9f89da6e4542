#pragma once
/// @file
/// JSON as people and programs write it → the values that the ledger holds.
#include "core/base/result.hpp"
#include "core/ledger/canonical.hpp"

#include <string_view>

namespace heng::json {

/// An object in any spelling of JSON. Numbers must be whole: decimals are text.
/// @returns the object, or `json_malformed`.
[[nodiscard]] Result<ledger::Object> read_object(std::string_view text);

}  // namespace heng::json
