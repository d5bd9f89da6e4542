#pragma once
/// @file
/// UTF-8 text: checking, decoding, splitting. Knows nothing of assessment.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng {

/// Offset in bytes of the first place where `bytes` is not valid UTF-8 (overlong forms and
/// surrogates included), or nothing when all of it is.
std::optional<std::size_t> find_invalid_utf8(std::string_view bytes);

/// The code point that starts at `at`, and its length in bytes. Invalid bytes decode as U+FFFD, one
/// byte.
/// @pre at < bytes.size()
struct CodePoint {
    char32_t value;
    std::size_t length;
};
CodePoint decode_utf8(std::string_view bytes, std::size_t at);

void append_utf8(std::string& out, char32_t value);

/// Whether there is nothing to read in `text`: no character but blanks, 全角 ones included.
bool is_blank(std::string_view text);

/// Number of code points.
std::size_t count_code_points(std::string_view text);

/// `parts` joined by `separator`.
std::string join(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace heng
