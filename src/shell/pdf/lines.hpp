#pragma once
/// @file
/// Text into lines: Chinese characters on a grid, words of letters and digits whole, no punctuation
/// where none may stand (禁则).
#include "shell/pdf/fonts.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace heng::pdf {

/// All lengths in points.
struct TextStyle {
    Role role = Role::body;
    double size = 16;
    double cell = 15.75;  ///< What a Chinese character takes of a line (DOC-3).
    bool is_even = true;  ///< Lines end together at the right edge.
};

struct Letter {
    char32_t character = 0;
    Glyph glyph;
    double width = 0;
    double x = 0;  ///< From the beginning of its line.
};

struct Line {
    std::vector<Letter> letters;
    double width = 0;  ///< Without what follows the last letter.
};

/// Sets texts with a set of fonts, and notes which characters none of them has.
class Setter {
public:
    explicit Setter(Fonts& fonts) : fonts_(fonts) {}

    /// Lines of at most `width`, the first of them shorter by `first`. A line feed begins a new
    /// line. Lines that are not a paragraph's last are stretched to `width` where little is
    /// missing.
    std::vector<Line> set(std::string_view text, const TextStyle& style, double width,
                          double first = 0);
    /// One line, however long.
    Line set_line(std::string_view text, const TextStyle& style);

    const std::set<char32_t>& missing() const { return missing_; }

private:
    std::vector<Letter> letters_of(std::string_view text, const TextStyle& style);

    Fonts& fonts_;
    std::set<char32_t> missing_;
};

}  // namespace heng::pdf
