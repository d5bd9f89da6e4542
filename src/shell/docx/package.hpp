#pragma once
/// @file
/// The zip file that a DOCX is. The same parts give the same bytes: in their order, deflated, dated
/// 1980-01-01.
#include <string>
#include <vector>

namespace heng::docx {

struct Part {
    std::string name;  ///< word/document.xml
    std::string content;
};

std::string pack(const std::vector<Part>& parts);

}  // namespace heng::docx
