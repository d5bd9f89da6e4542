#pragma once
/// @file
/// Files taken and made as a whole.
#include "core/base/result.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace heng::files {

/// @returns the bytes, or `file_unreadable`.
[[nodiscard]] Result<std::string> read_whole(const std::filesystem::path& path);

/// Makes a file that only its owner may read; it must not exist yet.
/// @returns `file_unwritable`, and then leaves no file behind.
[[nodiscard]] Result<void> write_secret(const std::filesystem::path& path, std::string_view text);

}  // namespace heng::files
