#pragma once
/// @file
/// Caps: 最多扣3分, 扣完为止, 以3分为限, 3分封顶.
#include "core/clause/amount.hpp"

#include <optional>

namespace heng::clause {

/// The cap that the token opens, or nothing.
std::optional<CapMention> read_cap(const Layout& layout, std::uint32_t token);

}  // namespace heng::clause
