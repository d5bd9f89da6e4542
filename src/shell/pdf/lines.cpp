#include "shell/pdf/lines.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <limits>

namespace heng::pdf {

namespace {

constexpr std::u32string_view never_first =
    U"，。、；：？！）》〉】〕」』”’％—…·℃,.;:?!)]}%‰°′″〞﹚﹞～〗｝］＞";
constexpr std::u32string_view never_last = U"（《〈【〔「『“‘([{〖｛［＜￥$";

bool is_among(std::u32string_view all, char32_t one) {
    return all.find(one) != all.npos;
}

/// Wide enough for a cell of the grid, as against letters and digits.
bool is_wide(char32_t character) {
    return character >= 0x2000;
}

bool is_word(char32_t character) {
    return !is_wide(character) && character > ' ';
}

/// What only says how others are to be shown.
bool is_invisible(char32_t character) {
    return character < 0x20 || character == 0x7F || character == 0xAD ||
           (character >= 0x200B && character <= 0x200F) ||
           (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2060 && character <= 0x206F) ||
           (character >= 0xFE00 && character <= 0xFE0F) || character == 0xFEFF ||
           (character >= 0xE0100 && character <= 0xE01EF);
}

bool can_break(char32_t before, char32_t after) {
    if (is_among(never_first, after) || is_among(never_last, before)) return false;
    return !(is_word(before) && is_word(after));
}

/// Where the line that begins at `first` and runs out at `end` breaks.
std::size_t break_before(const std::vector<Letter>& all, std::size_t first, std::size_t end) {
    constexpr std::size_t look_back_max = 40;
    for (std::size_t at = end; at > first + 1 && end - at < look_back_max; --at)
        if (can_break(all[at - 1].character, all[at].character)) return at;
    return end;
}

/// Stretches a line to `width` between Chinese characters, if no more than two are missing.
void stretch(Line& line, double width, double cell) {
    const double slack = width - line.width;
    if (slack <= 0 || slack > 2.2 * cell || line.letters.size() < 2) return;
    std::size_t gaps = 0;
    const auto is_gap = [&line](std::size_t i) {
        return !(is_word(line.letters[i - 1].character) && is_word(line.letters[i].character));
    };
    for (std::size_t i = 1; i < line.letters.size(); ++i)
        if (is_gap(i)) ++gaps;
    if (gaps == 0) return;
    const double each = slack / static_cast<double>(gaps);
    double shift = 0;
    for (std::size_t i = 1; i < line.letters.size(); ++i) {
        if (is_gap(i)) shift += each;
        line.letters[i].x += shift;
    }
    line.width = width;
}

Line make_line(const std::vector<Letter>& all, std::size_t first, std::size_t end) {
    Line out;
    for (std::size_t i = first; i < end; ++i) {
        out.letters.push_back(all[i]);
        out.letters.back().x = out.width;
        out.width += all[i].width;
    }
    while (!out.letters.empty() && out.letters.back().character == ' ') {
        out.width -= out.letters.back().width;
        out.letters.pop_back();
    }
    return out;
}

}  // namespace

std::vector<Letter> Setter::letters_of(std::string_view text, const TextStyle& style) {
    std::vector<Letter> out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        at += point.length;
        const char32_t character = point.value == '\t' ? U' ' : point.value;
        if (is_invisible(character)) continue;
        const Glyph& glyph = fonts_.glyph(style.role, character);
        if (glyph.face == nullptr) missing_.insert(character);
        const double width = is_wide(character) ? style.cell : glyph.advance * style.size;
        out.push_back({character, glyph, width, 0});
    }
    return out;
}

std::vector<Line> Setter::set(std::string_view text, const TextStyle& style, double width,
                              double first) {
    constexpr double rounding = 0.01;
    std::vector<Line> out;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end_of_line = std::min(text.find('\n', at), text.size());
        const auto all = letters_of(text.substr(at, end_of_line - at), style);
        at = end_of_line + 1;
        std::size_t start = 0;
        do {
            const double room = width - (out.empty() ? first : 0) + rounding;
            double used = 0;
            std::size_t end = start;
            while (end < all.size() && (end == start || used + all[end].width <= room))
                used += all[end++].width;
            if (end < all.size()) end = break_before(all, start, end);
            Line line = make_line(all, start, end);
            if (end < all.size() && style.is_even) stretch(line, room - rounding, style.cell);
            out.push_back(std::move(line));
            start = end;
            while (start < all.size() && all[start].character == ' ') ++start;
        } while (start < all.size());
    }
    return out;
}

Line Setter::set_line(std::string_view text, const TextStyle& style) {
    const auto all = letters_of(text, style);
    return make_line(all, 0, all.size());
}

}  // namespace heng::pdf
