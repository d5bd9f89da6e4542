#include "core/clause/envelope.hpp"

#include "core/clause/number.hpp"

#include <algorithm>

namespace heng::clause {

namespace {

bool is_numeral(char32_t c) {
    return is_digit(c) ||
           std::u32string_view(U"一二三四五六七八九十").find(c) != std::u32string_view::npos;
}

/// Length of 1. 2、 (3) 四、 ⑤ or 1.2 at the start of the text; 0 where there is none.
std::size_t numbering_length(std::u32string_view text) {
    const auto at = [text](std::size_t i) { return i < text.size() ? text[i] : U'\0'; };
    if (at(0) >= U'①' && at(0) <= U'⑳') return 1;
    const bool bracket = at(0) == U'(';
    std::size_t i = bracket ? 1 : 0;
    const std::size_t begin = i;
    constexpr std::size_t numeral_length_max = 3;
    while (is_numeral(at(i)) && i - begin < numeral_length_max) ++i;
    if (i == begin) return 0;
    if (bracket) return at(i) == U')' ? i + 1 : 0;
    // 1.2.3: parts of one number, the last of which may end in a word.
    std::size_t parts = 1;
    while (is_digit(at(begin)) && at(i) == U'.' && is_digit(at(i + 1)) && parts < 4) {
        ++i;
        while (is_digit(at(i))) ++i;
        ++parts;
    }
    if (parts > 2) return at(i) == U'.' || at(i) == U'、' ? i + 1 : i;
    if (parts == 2 && at(i) != U'.' && at(i) != U'、') return 0;
    const char32_t mark = at(i);
    if (mark != U'.' && mark != U'、' && mark != U')') return 0;
    return is_numeral(at(i + 1)) && mark == U'、' ? 0 : i + 1;
}

bool is_separator(char32_t c) {
    return c == U'、' || c == U',' || c == U';' || c == U'\n' || c == U'/' || c == U'。';
}

void split_assessors(const Glyphs& glyphs, std::size_t begin, std::size_t end, Envelope& out) {
    const std::u32string_view label = glyphs.view(begin, end);
    const std::size_t colon = label.find(U':');
    if (colon != std::u32string_view::npos) begin += colon + 1;
    std::size_t from = begin;
    for (std::size_t i = begin; i <= end; ++i) {
        if (i < end && !is_separator(glyphs.at(i))) continue;
        if (i > from) out.assessors.push_back(glyphs.text(from, i));
        from = i + 1;
    }
}

}  // namespace

Envelope open_envelope(const Glyphs& glyphs) {
    Envelope out;
    out.end = glyphs.size();
    const std::size_t length =
        numbering_length(glyphs.view(0, std::min<std::size_t>(glyphs.size(), 24)));
    out.number = glyphs.text(0, length);
    out.begin = length;
    std::size_t last = out.end;
    while (last > out.begin && is_separator(glyphs.at(last - 1))) --last;
    if (last == out.begin || glyphs.at(last - 1) != U'】') return out;
    const std::size_t open = std::u32string_view(glyphs.chars).rfind(U'【', last - 1);
    if (open == std::u32string_view::npos || open < out.begin) return out;
    split_assessors(glyphs, open + 1, last - 1, out);
    out.end = open;
    return out;
}

}  // namespace heng::clause
