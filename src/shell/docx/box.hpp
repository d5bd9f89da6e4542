#pragma once
/// @file
/// Boxes of text that stand at a place of the page, on the page of the paragraph that they hang on.
#include "shell/docx/xml.hpp"

namespace heng::docx {

/// Lengths in twips. The box grows with its text where a program sets it otherwise.
struct Box {
    int x = 0;  ///< From the page's upper left corner, as is `y`.
    int y = 0;
    int width = 0;
    int height = 0;
    bool is_turned = false;  ///< Its text runs down, and nothing gives way to it.
};

/// Opens a run of the present paragraph; paragraphs written now stand in the box.
void open_box(Xml& xml, const Box& box);
void close_box(Xml& xml, const Box& box);

}  // namespace heng::docx
