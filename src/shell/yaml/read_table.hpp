#pragma once
/// @file
/// Indicator tables: categories, tasks, clauses and their branches.
#include "core/scheme/scheme.hpp"
#include "shell/yaml/fields.hpp"

namespace heng::yaml {

scheme::Table read_table(const Node& node, Reading& reading);

/// A branch without a text of its own has none here; its clause lends it one.
scheme::Branch read_branch(const Node& node, Reading& reading);

}  // namespace heng::yaml
