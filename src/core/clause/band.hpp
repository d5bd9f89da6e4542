#pragma once
/// @file
/// Ratings, tiers and number bands of which only one can apply: their branches get the basis
/// `level`, or, when counted, keep their basis and carry the words of the tier.
#include "core/clause/draft.hpp"
#include "core/clause/name_list.hpp"

#include <optional>
#include <string>
#include <vector>

namespace heng::clause {

/// Sets `level` where drafts of a clause are set against each other.
void set_levels(std::vector<Draft>& drafts);

struct Rank {
    std::string text;
    std::uint8_t family = 0;
};

/// The tier or rating in the name (市级 of 受市级表彰的), or nothing.
/// @param family Looks only for words of this family, where it is not 0.
std::optional<Rank> tier_in(const Words& words, Name name, std::uint8_t family);

}  // namespace heng::clause
