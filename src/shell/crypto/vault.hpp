#pragma once
/// @file
/// Encryption at rest (SEC-11, CRY-1, CRY-4): SM4 in counter mode, then HMAC-SM3 over all of it.
/// The keys come from a file outside the database; a text names the key that it was sealed with.
#include "app/blob_rules.hpp"
#include "core/base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace heng::crypto {

/// A text is 1:KEY-ID: and, in hexadecimal digits, the counter's start (16 bytes, random), what was
/// encrypted, and the code (32 bytes) over all of these and the context.
///
/// The file has a line for each key, the one in use first: `ID SM4 HMAC`, the keys in 32 and 64
/// hexadecimal digits. Lines may be empty or begin with #. May be used from several threads.
class Vault {
public:
    /// @param place  of the file, for messages.
    /// @returns the vault, or `vault_key_unusable`.
    [[nodiscard]] static Result<Vault> parse(std::string_view text, const std::string& place);

    /// A file with one new key. @param before  the file so far, whose keys stay behind the new one.
    static std::string with_new_key(std::string_view before);

    /// @param context  is not in the result, and must be given again to open it.
    /// @returns the text, or `algorithm_unavailable`.
    [[nodiscard]] Result<std::string> seal(std::string_view plain, std::string_view context) const;
    /// @returns what was sealed, or `vault_key_unusable` for a key that is not in the file,
    ///   `vault_text_damaged`: text or context is not what it was.
    [[nodiscard]] Result<std::string> open(std::string_view sealed, std::string_view context) const;
    /// Whether it was sealed with another key than the one in use.
    bool is_sealed_before(std::string_view sealed) const;

    /// For files of any size, whose integrity is known by other means: SM4 in counter mode alone.
    /// The head is HENG-SEALED:1:KEY-ID: and the counter's start in hexadecimal digits, then a line
    /// end.
    app::BlobSealing blob_sealing() const;

    /// KEY-ID: and HMAC-SM3 in hexadecimal digits.
    std::string mac(std::string_view bytes) const;
    bool is_mac(std::string_view mac, std::string_view bytes) const;

private:
    struct Key {
        std::string id;
        std::string sm4;
        std::string hmac;
    };

    Vault(std::vector<Key> keys, std::string place)
        : keys_(std::move(keys)), place_(std::move(place)) {}
    const Key* find(std::string_view id) const;

    std::vector<Key> keys_;  ///< Never empty; the one in use first.
    std::string place_;
};

/// SM4 in counter mode, both ways (GB/T 32907). @returns the bytes, or `algorithm_unavailable`.
/// @pre `key` and `start` have 16 bytes.
[[nodiscard]] Result<std::string> sm4_ctr(std::string_view key, std::string_view start,
                                          std::string_view bytes);

}  // namespace heng::crypto
