#include "core/intake/chars.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace heng::intake {

namespace {

constexpr std::u32string_view full_width_marks = U"，；：（）！？【】〈〉．％";
constexpr std::u32string_view half_width_marks = U",;:()!?[]<>.%";
constexpr std::u32string_view numerals = U"零一二三四五六七八九";

/// Marks that take no room: byte order mark, joiners, soft hyphen, direction marks.
bool is_invisible(char32_t c) {
    return c == 0xFEFF || c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E);
}

bool is_blank_char(char32_t c) {
    return c == U' ' || c == U'\t' || c == U'\r' || c == U'\v' || c == U'\f' || c == 0xA0 ||
           c == 0x3000 || (c >= 0x2000 && c <= 0x200A);
}

bool is_ascii(char32_t c) {
    return c < 0x80;
}

}  // namespace

std::u32string chars_of(std::string_view text) {
    std::u32string out;
    out.reserve(text.size() / 2);
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        at += point.length;
        char32_t c = point.value;
        if (is_invisible(c)) continue;
        if (is_blank_char(c)) c = U' ';
        if (c >= U'０' && c <= U'９') c = c - U'０' + U'0';
        if (c == U'．') c = U'.';
        if (c == U'％') c = U'%';
        out += c;
    }
    return out;
}

std::string text_of(std::u32string_view chars) {
    std::string out;
    for (const char32_t c : chars) append_utf8(out, c);
    return out;
}

char32_t plain(char32_t c) {
    const std::size_t at = full_width_marks.find(c);
    return at == full_width_marks.npos ? c : half_width_marks[at];
}

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

bool is_han(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == U'〇';
}

bool is_latin(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

bool ends_sentence(std::u32string_view chars) {
    while (!chars.empty() &&
           std::u32string_view(U"”’）)】 ").find(chars.back()) != std::u32string_view::npos)
        chars.remove_suffix(1);
    return !chars.empty() &&
           std::u32string_view(U"。！？!?").find(chars.back()) != std::u32string_view::npos;
}

std::u32string trimmed(std::u32string_view chars) {
    const auto is_space = [](char32_t c) { return c == U' ' || c == U'\n'; };
    while (!chars.empty() && is_space(chars.front())) chars.remove_prefix(1);
    while (!chars.empty() && is_space(chars.back())) chars.remove_suffix(1);
    return std::u32string(chars);
}

std::u32string tidied(std::u32string_view chars) {
    const std::u32string line = trimmed(chars);
    std::u32string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] != U' ') {
            out += line[i];
            continue;
        }
        while (i + 1 < line.size() && line[i + 1] == U' ') ++i;
        if (!out.empty() && is_ascii(out.back()) && is_ascii(line[i + 1]) &&
            (is_latin(out.back()) || is_latin(line[i + 1])))
            out += U' ';
    }
    return out;
}

void append_line(std::u32string& head, std::u32string_view line) {
    if (!head.empty() && !line.empty() && is_latin(head.back()) && is_latin(line.front()))
        head += U' ';
    head += line;
}

std::optional<int> chinese_ordinal(std::u32string_view numeral) {
    if (numeral.empty() || numeral.size() > 3) return std::nullopt;
    const std::size_t ten = numeral.find(U'十');
    const auto digit = [](char32_t c) -> std::optional<int> {
        const std::size_t at = numerals.find(c);
        if (at == numerals.npos || at == 0) return std::nullopt;
        return static_cast<int>(at);
    };
    if (ten == numeral.npos) return numeral.size() == 1 ? digit(numeral[0]) : std::nullopt;
    if (ten > 1 || numeral.size() > ten + 2) return std::nullopt;
    const std::optional<int> tens = ten == 0 ? std::optional<int>(1) : digit(numeral[0]);
    const bool has_ones = numeral.size() == ten + 2;
    const std::optional<int> ones = has_ones ? digit(numeral[ten + 1]) : std::optional<int>(0);
    if (!tens || !ones) return std::nullopt;
    return *tens * 10 + *ones;
}

std::u32string chinese_numeral(int number) {
    std::u32string out;
    const auto tens = static_cast<std::size_t>(number / 10);
    const auto ones = static_cast<std::size_t>(number % 10);
    if (tens > 1) out += numerals[tens % 10];
    if (tens > 0) out += U'十';
    if (ones > 0 || tens == 0) out += numerals[ones];
    return out;
}

int width_of(std::u32string_view chars) {
    int width = 0;
    for (const char32_t c : chars) {
        const bool is_narrow = is_digit(c) || is_latin(c) || c == U' ' || c == U'.';
        width += is_narrow ? 1 : 2;
    }
    return width;
}

bool contains(std::u32string_view chars, std::u32string_view part) {
    return chars.find(part) != chars.npos;
}

}  // namespace heng::intake
