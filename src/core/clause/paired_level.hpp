#pragma once
/// @file
/// The levels of a list whose names are paired with a row of amounts: 县级、市级分别扣1分、2分.
#include "core/clause/name_list.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace heng::clause {

struct PairedLevel {
    std::string text;
    bool ranked = false;  ///< A tier, a rating or a kind; no mere condition.
};

/// The level of each name: its tier or rating, or the name itself.
std::vector<PairedLevel> levels_of(const Words& words, const std::vector<Name>& names);

/// 前三名的,分别加5分、3分、1分; from the end for 后三名.
/// @pre speaks_of_places(condition)
std::vector<PairedLevel> named_places(const Condition& condition, std::size_t count);

}  // namespace heng::clause
