#pragma once
/// @file
/// Tables of a docx as grids.
#include "core/intake/grid.hpp"
#include "shell/office/archive.hpp"

#include <vector>

namespace heng::office {

/// The tables of the document itself, in their order, each with the paragraph before it as its
/// title. Text that changes took out is not there, numbers that the word processor counts are.
/// @returns them, or one of the refusals of `Archive` and `parse_part`.
[[nodiscard]] Result<std::vector<intake::Grid>> read_docx(const Archive& archive);

}  // namespace heng::office
