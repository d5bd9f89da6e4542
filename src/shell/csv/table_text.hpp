#pragma once
/// @file
/// The text of a table, in memory or mapped from its file.
#include "core/base/result.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace heng::csv {

class TableText {
public:
    /// Maps a regular file, which must not shrink while it is read; anything else, such as a pipe,
    /// is read to its end. @returns the text, or `file_unreadable`.
    [[nodiscard]] static Result<TableText> open(const std::string& path);

    /// A text that stands in memory and outlives this. `name` stands for the file in messages.
    TableText(std::string name, std::string_view bytes);

    const std::string& name() const { return name_; }
    std::string_view bytes() const { return bytes_; }

    /// Hints for a mapped file: this part is needed next, and no longer. Reading is right without
    /// them too.
    void fetch(std::size_t begin, std::size_t end) const;
    void release(std::size_t begin, std::size_t end) const;

private:
    void advise(std::size_t begin, std::size_t end, int advice) const;

    std::string name_;
    std::string_view bytes_;
    std::shared_ptr<const void> owner_;  ///< Keeps the bytes, unless the caller does.
    bool is_mapped_ = false;
};

}  // namespace heng::csv
