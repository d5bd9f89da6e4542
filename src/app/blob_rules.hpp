#pragma once
/// @file
/// Which files are taken as evidence. The same for every place that keeps them.
#include "core/base/result.hpp"
#include "core/ledger/hash.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::app {

/// Of one file, unless a setting says otherwise.
inline constexpr std::int64_t blob_bytes_max = 100 << 20;

struct BlobRules {
    std::int64_t size_bytes_max = blob_bytes_max;
    std::vector<std::string> types = {"application/pdf", "application/ofd", "image/jpeg",
                                      "image/png"};
    /// A new running hash for each file, so that several can come in at once.
    std::function<Result<ledger::RunningHash>()> make_hash;
};

/// Bytes at the start of a file that tell its type.
inline constexpr std::size_t leading_bytes_max = 512;

/// `blob_type_refused` unless the rules list `type`.
[[nodiscard]] Result<void> check_type(const BlobRules& rules, std::string_view type);

/// `blob_type_refused` unless a file that begins with `leading` can be of `type`. Types whose
/// beginning tells nothing must at least hold no zero byte there.
[[nodiscard]] Result<void> check_content(std::string_view type, std::string_view leading);

/// The type of a file that begins with `leading`, of those that can be told from it;
/// application/octet-stream for any other.
std::string_view type_of(std::string_view leading);

}  // namespace heng::app
