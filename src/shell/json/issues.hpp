#pragma once
/// @file
/// Issues as JSON, for programs that call `heng check`.
#include "core/base/error.hpp"

#include <string>

namespace heng::json {

/// `{"errors": n, "warnings": n, "issues": [{severity, code, file, line, column, item, message,
/// remedy}]}`; line and column are null where there is none.
std::string print_issues(const Issues& issues, Language language);

}  // namespace heng::json
