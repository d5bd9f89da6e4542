#pragma once
/// @file
/// The parts of a docx or xlsx, read with limits: nobody who sends a file decides how much memory
/// it takes.
#include "core/base/result.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace heng::office {

constexpr std::size_t mebibyte = 1024 * 1024;

/// Bytes, unless said otherwise. A file beyond a limit is `office_file_too_large`.
struct Limits {
    std::size_t file_max = 32 * mebibyte;
    std::size_t entries_max = 2'000;            ///< Parts in an archive.
    std::size_t entry_max = 24 * mebibyte;      ///< One part that is read, unpacked.
    std::size_t unpacked_max = 256 * mebibyte;  ///< All parts, by what the archive says of them.
    std::size_t ratio_max = 500;                ///< Unpacked by packed, for parts above a mebibyte.
    std::size_t marks_max = 4'000'000;          ///< Tags and attributes of one part.
    std::size_t cells_max = 500'000;            ///< Of all sheets or tables.
    std::size_t cell_text_max =
        64 * mebibyte;                    ///< Of all cells; a sheet may say one text many times.
    std::size_t text_max = 8 * mebibyte;  ///< Of a plain text file.
};

class Archive {
public:
    /// `bytes` must outlive the archive; `file` is its name in messages.
    /// @returns the archive, or `office_file_malformed` (no archive), `office_file_refused` (names
    /// that lead out of
    ///   the folder, encrypted parts, macros, two parts of one name), `office_file_too_large`.
    [[nodiscard]] static Result<Archive> open(std::string_view bytes, const std::string& file,
                                              const Limits& limits);

    bool has(std::string_view name) const;
    /// The part, unpacked. @returns it, or `office_file_malformed` where it is missing or damaged,
    ///   `office_file_too_large` where it holds more than the limit, whatever the archive says of
    ///   it.
    [[nodiscard]] Result<std::string> read(const std::string& name) const;

    const std::string& file() const { return file_; }
    const Limits& limits() const { return limits_; }

private:
    Archive(std::shared_ptr<zip> zip, std::string file, const Limits& limits)
        : zip_(std::move(zip)), file_(std::move(file)), limits_(limits) {}
    [[nodiscard]] Result<void> inspect();

    std::shared_ptr<zip> zip_;
    std::string file_;
    Limits limits_;
    std::vector<std::string> names_;
};

}  // namespace heng::office
