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

/// Encrypts or decrypts the next bytes of a file in place; the same both ways.
using RunningCipher = std::function<void(char* bytes, std::size_t size)>;

/// How files are kept from the eyes of whoever reads the disk (SEC-11). That they are unchanged is
/// known by their hash, which is that of what was put in.
struct BlobSealing {
    /// The line at the start of a sealed file, and the cipher for what follows.
    struct Begun {
        std::string head;
        RunningCipher cipher;
    };
    std::function<Result<Begun>()> begin;
    /// The cipher for the file with this head.
    /// @returns `vault_key_unusable` for a key that is not at hand, `vault_text_damaged`.
    std::function<Result<RunningCipher>(std::string_view head)> open;
    /// Whether the file was sealed with another key than the one in use.
    std::function<bool(std::string_view head)> is_sealed_before;
};

/// How every such head begins, and how long it may be with its line end.
inline constexpr std::string_view sealed_mark = "HENG-SEALED:";
inline constexpr std::size_t sealed_head_bytes_max = 256;

struct BlobRules {
    std::int64_t size_bytes_max = blob_bytes_max;
    std::vector<std::string> types = {"application/pdf", "application/ofd", "image/jpeg",
                                      "image/png"};
    /// A new running hash for each file, so that several can come in at once.
    std::function<Result<ledger::RunningHash>()> make_hash;
    /// Without functions, files are written as they are and sealed ones cannot be read.
    BlobSealing sealing = {};
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
