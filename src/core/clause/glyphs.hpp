#pragma once
/// @file
/// The first stage: a clause as a row of code points in normal form, each with its place in the
/// given text.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace heng::clause {

/// Full-width forms are half-width here, punctuation has one form a kind, blanks and line breaks
/// are gone. A line break stays (as U+000A) where numbering follows it, a blank (U+0020) between
/// two digits.
struct Glyphs {
    std::string_view source;
    std::u32string chars;
    std::vector<std::uint32_t> offsets;  ///< Byte of `source` at which each of `chars` starts.
    bool is_valid = true;                ///< Whether all of `source` is UTF-8.

    std::size_t size() const { return chars.size(); }
    /// The code point at `at`, or U+0000 beyond the end.
    char32_t at(std::size_t place) const { return place < chars.size() ? chars[place] : U'\0'; }
    std::u32string_view view(std::size_t begin, std::size_t end) const {
        return std::u32string_view(chars).substr(begin, end - begin);
    }
    /// Byte at which the glyph at `place` starts; the size of `source` beyond the last.
    std::size_t byte_begin(std::size_t place) const {
        return place < offsets.size() ? offsets[place] : source.size();
    }
    /// Byte just behind the glyph before `end`; 0 for the start.
    std::size_t byte_end(std::size_t end) const;
    /// The given text of the glyphs in [begin, end), blanks included; always UTF-8.
    std::string quote(std::size_t begin, std::size_t end) const;
    /// The normal form of the glyphs in [begin, end), as UTF-8.
    std::string text(std::size_t begin, std::size_t end) const;
};

/// Never fails: a byte that is not UTF-8 becomes U+FFFD. `text` must outlive the result.
Glyphs normalise(std::string_view text);

}  // namespace heng::clause
