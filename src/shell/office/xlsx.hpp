#pragma once
/// @file
/// Sheets of an xlsx as grids.
#include "core/intake/grid.hpp"
#include "shell/office/archive.hpp"

#include <vector>

namespace heng::office {

/// The visible sheets, in their order. Numbers are as the sheet shows them where that matters:
/// dates as 2021-03-31, per cent as 95%; merged cells once, with what they cover.
/// @returns them, or one of the refusals of `Archive` and `parse_part`.
[[nodiscard]] Result<std::vector<intake::Grid>> read_xlsx(const Archive& archive);

}  // namespace heng::office
