#pragma once
/// @file
/// Which branches a cap covers.
#include "core/clause/draft.hpp"

#include <vector>

namespace heng::clause {

/// Puts the cap on the drafts before it that it covers; false where there is none. `ends_clause` is
/// true where nothing but further caps follows it.
bool put_cap(std::vector<Draft>& drafts, const CapMention& cap, bool ends_clause);

}  // namespace heng::clause
