#pragma once
/// @file
/// What the task sheet of one unit still needs (A13.4).
#include "core/cycle/standing.hpp"

namespace heng::cycle {

/// Nothing where the sheet is settled, signed and still says what the findings make.
/// @param unit_sheet  of the key's unit and domain, under the same rulebook.
/// @pre the domain's table has the task
std::optional<SheetNeed> need_of(const Cycle& cycle, const Rulebook& rulebook, const SheetKey& key,
                                 const UnitSheet& unit_sheet);

}  // namespace heng::cycle
