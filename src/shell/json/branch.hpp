#pragma once
/// @file
/// A branch as JSON, the same wherever one is shown.
#include "core/scheme/branch.hpp"

#include <boost/json.hpp>

namespace heng::json {

/// `effect, basis, points, per, step, target, reference, level, cap`, in this order, null where one
/// does not apply; then those of `points_max, percent_of_task, cap_shared, items, subjects,
/// deadline, partial` that say something. Decimals are text; the cap of a whole task is the text
/// `task`.
boost::json::object branch_json(const scheme::Branch& branch);

/// Null for nothing, here and for a text.
boost::json::value decimal_json(const std::optional<Decimal>& value);
boost::json::value text_json(const std::optional<std::string>& text);
boost::json::array texts_json(const std::vector<std::string>& texts);

}  // namespace heng::json
