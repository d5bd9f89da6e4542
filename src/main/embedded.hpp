#pragma once
/// @file
/// Files that were built into the program: what the server hands out to everyone.
#include <string_view>
#include <vector>

namespace heng {

struct EmbeddedFile {
    std::string_view name;  ///< api/docs.html
    std::string_view bytes;
};
const std::vector<EmbeddedFile>& embedded_files();

}  // namespace heng
