#pragma once
/// @file
/// Any YAML as a value: mappings, lists and texts.
#include "core/base/result.hpp"
#include "core/ledger/canonical.hpp"

#include <string>
#include <string_view>

namespace heng::yaml {

/// Numbers and flags stay text, nothing is null. @returns the value, or what `parse_tree` refuses,
/// or `key_duplicate`.
[[nodiscard]] Result<ledger::Value> read_value(const std::string& file, std::string_view text);

}  // namespace heng::yaml
