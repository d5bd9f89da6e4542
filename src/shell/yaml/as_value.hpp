#pragma once
/// @file
/// Any YAML as a value, as JSON has values.
#include "core/base/result.hpp"
#include "core/ledger/canonical.hpp"

#include <string>
#include <string_view>

namespace heng::yaml {

/// Without quotes, `true` and `false` are flags, `12` is a whole number and nothing is null; every
/// other scalar is text, `3.1` too.
/// @returns the value, or what `parse_tree` refuses, or `key_duplicate`.
[[nodiscard]] Result<ledger::Value> read_value(const std::string& file, std::string_view text);

}  // namespace heng::yaml
