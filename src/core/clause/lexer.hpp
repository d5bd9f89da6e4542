#pragma once
/// @file
/// The second stage: glyphs → words and figures.
#include "core/base/decimal.hpp"
#include "core/clause/glyphs.hpp"
#include "core/clause/lexicon.hpp"
#include "core/clause/units.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::clause {

/// A number with its unit, or a range: 2次, 0.5, 80%-90%.
struct Figure {
    std::optional<Decimal> value;  ///< Nothing where a Decimal cannot hold it.
    std::optional<Decimal> high;   ///< Upper end of a range.
    std::u32string_view unit;      ///< Empty where none follows.
    UnitKind kind = UnitKind::none;
    bool is_share = false;    ///< 三分之一, 1/2: of no value where no Decimal states it.
    bool is_ordinal = false;  ///< 第3名: a place, no count.
};

struct Token {
    Role role;
    std::uint8_t detail = 0;  ///< See Word.
    std::uint32_t begin = 0;  ///< First glyph.
    std::uint32_t end = 0;    ///< Behind the last glyph.
    std::uint32_t link =
        0;  ///< Of a number its figure, of a bracket the token of its mate, or `no_mate`.
};

constexpr std::uint32_t no_mate = std::numeric_limits<std::uint32_t>::max();

/// A clause as tokens. Glyphs between tokens are words of no meaning to the reader.
struct Words {
    const Glyphs* glyphs = nullptr;
    std::vector<Token> tokens;
    std::vector<Figure> figures;

    const Figure& figure(const Token& token) const { return figures[token.link]; }
    bool is(std::size_t token, Role role) const {
        return token < tokens.size() && tokens[token].role == role;
    }
};

/// Tokens of the glyphs in [begin, end), in order. `glyphs` must outlive the result. Titles in 《》
/// and notes in 〔〕 and 【】 give none.
Words lex(const Glyphs& glyphs, std::size_t begin, std::size_t end);

}  // namespace heng::clause
