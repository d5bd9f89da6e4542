#pragma once
/// @file
/// Drafts of which only one can apply: their branches get the basis `level`, or, when counted, keep
/// their basis and carry the words of the tier.
#include "core/clause/draft.hpp"

#include <vector>

namespace heng::clause {

/// Sets `level` where drafts of a clause are set against each other.
void set_levels(std::vector<Draft>& drafts);

}  // namespace heng::clause
