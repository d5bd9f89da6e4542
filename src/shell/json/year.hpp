#pragma once
/// @file
/// The results of a year as JSON, for other programs.
#include "app/year.hpp"

#include <string>

namespace heng::json {

/// `{"scheme", "units": [{"unit", "name", "domain", "indicator", "review", "total", "rank",
/// "grade", "needs_decision": [{"id", "zh", "en", "cites"}]}]}`; decimals as text at the
/// publication places, one unit a line.
std::string print_year(const app::Year& year);

}  // namespace heng::json
