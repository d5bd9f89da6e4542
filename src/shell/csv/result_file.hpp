#pragma once
/// @file
/// A file that appears whole or not at all.
#include "core/base/result.hpp"

#include <string>
#include <string_view>

namespace heng::csv {

/// Writes beside the file and renames at the end. Standard output (`-`), and whatever is no regular
/// file, is written to directly.
class ResultFile {
public:
    /// @returns `file_unwritable`
    [[nodiscard]] static Result<ResultFile> create(const std::string& path);

    ResultFile(ResultFile&& other) noexcept;
    ResultFile& operator=(ResultFile&&) = delete;
    /// Leaves nothing behind of a file that is not finished.
    ~ResultFile();

    /// False if the system does not take it all.
    [[nodiscard]] bool write(std::string_view text);
    /// Puts the file in its place. @returns `file_unwritable`
    [[nodiscard]] Result<void> finish();

private:
    explicit ResultFile(std::string path) : path_(std::move(path)) {}

    std::string path_;
    std::string temporary_;  ///< Empty where the file is written to directly.
    int file_ = -1;
};

}  // namespace heng::csv
