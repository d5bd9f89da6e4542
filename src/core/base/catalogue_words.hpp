#pragma once
/// @file
/// Identifiers that messages name, in the words of docs/glossary.md.
#include <string>
#include <string_view>

namespace heng {

/// `text` with every identifier that the table has, such as in_force, in Chinese; the rest stays.
std::string in_chinese(std::string_view text);

}  // namespace heng
