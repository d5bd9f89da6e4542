#pragma once
/// @file
/// Tables over as many pages as they take: the head repeats, merged cells go on (DOC-17).
#include "core/paper/paper.hpp"
#include "shell/pdf/flow.hpp"

namespace heng::pdf {

void draw_table(Flow& flow, const paper::Table& table);
/// What its head takes with its first row, which stands on the same page.
double least_height(Flow& flow, const paper::Table& table);

}  // namespace heng::pdf
