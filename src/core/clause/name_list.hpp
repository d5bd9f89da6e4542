#pragma once
/// @file
/// Lists of named things in front of an amount: 未开展A、未开展B,每项扣0.5分;
/// 县级、市级、省级分别扣….
#include "core/clause/condition.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace heng::clause {

/// Part of the text, in glyphs.
struct Name {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// The words of the name.
Slice slice_of(const Words& words, const Name& name);

/// The names that an amount covers, in order; no more than a few dozen. One name where nothing is
/// listed.
std::vector<Name> listed_conditions(const Condition& condition);

/// The measures that one count is taken of, each for itself: 开工率、投产率 of
/// 开工率、投产率低于90%的, 每低1个百分点. Empty where none are listed.
std::vector<Name> listed_measures(const Condition& condition, std::uint32_t counting_begin);

/// The list of exactly `count` names nearest to the amount, or nothing.
std::vector<Name> names_of(const Condition& condition, std::size_t count);

/// Whether the condition names places together: 前三名.
bool speaks_of_places(const Condition& condition);

/// What 每项 or 每缺一项 counts, where the text lists it.
std::vector<std::string> counted_items(const Condition& condition, std::uint32_t counting_begin);

}  // namespace heng::clause
