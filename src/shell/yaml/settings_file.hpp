#pragma once
/// @file
/// heng.yaml → the settings that stand in it, with their lines.
#include "app/settings.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace heng::yaml {

/// Every text and list of texts in `text` under its keys joined by dots; which settings there are
/// is not its business. An empty file has none. `file` only names it in places.
///
/// @returns them in the order of the file, or
///   - what `parse_tree` refuses;
///   - `value_not_mapping`  the file is a list or a text;
///   - `value_not_text`     a list has other items than texts.
[[nodiscard]] Checked<std::vector<app::GivenSetting>> read_settings_file(const std::string& file,
                                                                         std::string_view text);

}  // namespace heng::yaml
