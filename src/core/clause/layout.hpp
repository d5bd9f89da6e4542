#pragma once
/// @file
/// The third stage: words → phrases. A phrase runs to the next comma, full stop, colon or bracket.
#include "core/clause/lexer.hpp"

#include <cstdint>
#include <vector>

namespace heng::clause {

struct Phrase {
    std::uint32_t begin = 0;  ///< First glyph.
    std::uint32_t end = 0;
    std::uint32_t first = 0;  ///< First token.
    std::uint32_t last = 0;   ///< Behind the last token.
    std::uint32_t sentence = 0;
    bool bracketed = false;  ///< Stands in ( ).
};

/// Part of a phrase: its glyphs [begin, end) and tokens [first, last).
struct Slice {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    bool empty() const { return begin >= end; }
};

struct Layout {
    const Words* words = nullptr;
    std::vector<Phrase> phrases;
    std::vector<std::uint32_t> phrase_of;  ///< By token.

    /// The part of `phrase` between the glyphs `from` and `to`.
    Slice slice(const Phrase& phrase, std::size_t from, std::size_t to) const;
};

Layout lay_out(const Words& words, std::size_t begin, std::size_t end);

/// Whether the slice has no words but those that lead on to an amount (则, 予以, 从总分中).
bool is_bare(const Words& words, const Slice& slice);

}  // namespace heng::clause
