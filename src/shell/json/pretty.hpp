#pragma once
/// @file
/// JSON for people to read: one entry a line.
#include <boost/json.hpp>
#include <string>

namespace heng::json {

/// `value` with two blanks a level, keys in their order, everything but controls, quotes and
/// backslashes unescaped. No line break at the end.
std::string print_pretty(const boost::json::value& value);

}  // namespace heng::json
