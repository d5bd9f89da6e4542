#pragma once
/// @file
/// Tables over as many pages as they take: the head repeats, merged cells go on (DOC-17).
#include "core/paper/paper.hpp"
#include "shell/pdf/flow.hpp"

namespace heng::pdf {

void draw_table(Flow& flow, const paper::Table& table);

}  // namespace heng::pdf
