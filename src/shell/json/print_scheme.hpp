#pragma once
/// @file
/// The whole resolved scheme as JSON, for other programs.
#include "core/scheme/scheme.hpp"

#include <string>

namespace heng::json {

/// Every key is always there, in a fixed order, null where it does not apply; decimals are text.
/// Each domain carries its indicator table; `points` and `title` are null where it has none. Each
/// branch says by `value_meaning` what the value of a finding on it is. docs/reference/scheme.md
/// lists the keys.
std::string print_scheme(const scheme::Scheme& scheme);

}  // namespace heng::json
