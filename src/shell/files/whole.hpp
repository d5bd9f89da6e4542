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

/// The bytes of a file that nobody but its owner may read or write.
/// @returns them, or `file_unreadable`, `vault_key_unusable` where others may.
[[nodiscard]] Result<std::string> read_secret(const std::filesystem::path& path);

/// Makes a file that only its owner may read; it must not exist yet.
/// @returns `file_unwritable`, and then leaves no file behind.
[[nodiscard]] Result<void> write_secret(const std::filesystem::path& path, std::string_view text);

/// Puts such a file in the place of the one there, whole or not at all.
/// @returns `file_unwritable`
[[nodiscard]] Result<void> replace_secret(const std::filesystem::path& path, std::string_view text);

/// Gives a file that was written its name, in the place of what has it; both are on disk on return.
/// @returns `file_unwritable`
[[nodiscard]] Result<void> keep_file(const std::filesystem::path& unfinished,
                                     const std::filesystem::path& finished);

}  // namespace heng::files
