#pragma once
/// @file
/// Tables: the header row repeats on every page, equal cells of the first columns are merged
/// (DOC-17).
#include "shell/docx/parts.hpp"

namespace heng::docx {

/// @param width  of the text, in twips.
void write_table(Xml& xml, const paper::Table& table, int width);

}  // namespace heng::docx
