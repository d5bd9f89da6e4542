#pragma once
/// @file
/// Any table file as grids or plain text: docx, xlsx, csv, tsv, txt. What it is, its first bytes
/// and its name tell.
#include "core/base/result.hpp"
#include "core/intake/grid.hpp"
#include "shell/office/archive.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace heng::office {

/// Whether a file is called a workbook.
bool is_workbook(const std::string& path);

/// @returns the tables or the text, or `file_unreadable`, `import_kind_unknown`, `text_not_utf8`
/// and the refusals of
///   `Archive`. At most `limits.file_max` bytes are taken in.
[[nodiscard]] Result<intake::Source> read_office(const std::string& path);
/// The same of bytes that stand in memory; `name` tells the type where the bytes do not.
[[nodiscard]] Result<intake::Source> read_office_bytes(std::string_view bytes,
                                                       const std::string& name,
                                                       const Limits& limits = {});

}  // namespace heng::office
