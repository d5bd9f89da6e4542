#pragma once
/// @file
/// Files → one indicator table. The entry of this folder.
#include "core/intake/draft.hpp"
#include "core/intake/grid.hpp"

#include <vector>

namespace heng::intake {

/// The table that `sources` hold together, one going on where the one before stops. See
/// `read_grids`, `read_text` and `finish` for the issues; with an error among them the table is not
/// to be used.
Intake read_table(const std::vector<Source>& sources, const TableName& name);

}  // namespace heng::intake
