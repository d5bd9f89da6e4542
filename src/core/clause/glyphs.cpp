#include "core/clause/glyphs.hpp"

#include "core/base/text.hpp"

namespace heng::clause {

namespace {

constexpr char32_t line_break = U'\n';

bool is_blank(char32_t c) {
    return c == U' ' || c == U'\t' || c == U'\r' || c == U'\n' || c == 0x3000 || c == 0xA0 ||
           (c >= 0x2000 && c <= 0x200D) || c == 0xFEFF;
}

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

struct Mapping {
    char32_t from;
    char32_t to;
};

/// Other forms of a sign that the reader knows. Full-width ASCII is mapped by arithmetic.
constexpr Mapping other_forms[] = {
    {U'—', U'-'},  {U'–', U'-'},  {U'―', U'-'},  {U'−', U'-'},   {U'‐', U'-'},   {U'‑', U'-'},
    {U'~', U'-'},  {U'∼', U'-'},  {U'〜', U'-'}, {U'﹣', U'-'},  {U'!', U'。'},  {U'﹪', U'%'},
    {U'﹐', U','}, {U'﹔', U';'}, {U'﹕', U':'}, {U'〈', U'《'}, {U'〉', U'》'}, {U'﹤', U'<'},
    {U'﹥', U'>'}, {U'≧', U'≥'},  {U'≦', U'≤'},  {U'⩾', U'≥'},   {U'⩽', U'≤'},   {U'﹑', U'、'},
    {U'․', U'.'},  {U'﹒', U'.'}, {U'[', U'('},  {U']', U')'},   {U'{', U'('},   {U'}', U')'},
    {U'﹙', U'('}, {U'﹚', U')'}, {U'｡', U'。'}, {U'､', U'、'},  {U'∕', U'/'},   {U'⁄', U'/'},
    {U'「', U'“'}, {U'『', U'“'}, {U'」', U'”'}, {U'』', U'”'},
};

char32_t normal_form(char32_t c) {
    if (c >= 0x4E00 && c <= 0x9FFF) return c;
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (c < 0x80 && c != U'~' && c != U'!' && c != U'[' && c != U']' && c != U'{' && c != U'}') {
        return c;
    }
    for (const Mapping& mapping : other_forms) {
        if (mapping.from == c) return mapping.to;
    }
    return c;
}

bool is_numeral(char32_t c) {
    return is_digit(c) ||
           std::u32string_view(U"一二三四五六七八九十").find(c) != std::u32string_view::npos;
}

/// Whether the line whose first sign stands at `at` opens with numbering: 2. 2、 (2) （二） ②.
bool opens_with_numbering(std::string_view text, std::size_t at) {
    std::size_t length = 0;
    const auto next = [&] {
        while (at < text.size()) {
            const CodePoint point = decode_utf8(text, at);
            at += point.length;
            if (!is_blank(point.value)) return normal_form(point.value);
        }
        return U'\0';
    };
    char32_t c = next();
    if (c >= U'①' && c <= U'⑳') return true;
    const bool bracketed = c == U'(';
    if (bracketed) c = next();
    constexpr std::size_t numeral_length_max = 3;
    for (; is_numeral(c) && length < numeral_length_max; ++length) c = next();
    if (length == 0) return false;
    if (bracketed || c == U')') return c == U')';
    return (c == U'.' || c == U'、') && !is_numeral(next());
}

void append(Glyphs& out, char32_t value, std::size_t offset) {
    out.chars.push_back(value);
    out.offsets.push_back(static_cast<std::uint32_t>(offset));
}

/// Takes the brackets of 〔%〕 away: lost percent signs are restored so in transcriptions.
void unwrap_percent(Glyphs& out) {
    const std::size_t size = out.size();
    if (size < 3 || out.chars[size - 1] != U'〕' || out.chars[size - 2] != U'%' ||
        out.chars[size - 3] != U'〔') {
        return;
    }
    out.chars[size - 3] = U'%';
    out.chars.resize(size - 2);
    out.offsets.resize(size - 2);
}

}  // namespace

std::size_t Glyphs::byte_end(std::size_t end) const {
    if (end == 0) return 0;
    const std::size_t at = offsets[end - 1];
    return at + decode_utf8(source, at).length;
}

std::string Glyphs::quote(std::size_t begin, std::size_t end) const {
    if (begin >= end) return {};
    const std::size_t from = offsets[begin];
    const std::string_view words = source.substr(from, byte_end(end) - from);
    if (is_valid) return std::string(words);
    std::string out;
    for (std::size_t at = 0; at < words.size();) {
        const CodePoint point = decode_utf8(words, at);
        append_utf8(out, point.value);
        at += point.length;
    }
    return out;
}

std::string Glyphs::text(std::size_t begin, std::size_t end) const {
    std::string out;
    for (std::size_t i = begin; i < end; ++i) append_utf8(out, chars[i]);
    return out;
}

Glyphs normalise(std::string_view text) {
    Glyphs out;
    out.source = text;
    out.chars.reserve(text.size() / 2 + 8);
    out.offsets.reserve(text.size() / 2 + 8);
    bool blank_before = false;
    bool break_before = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        const char32_t c = normal_form(point.value);
        const std::size_t offset = at;
        at += point.length;
        if (point.value == 0xFFFD && point.length == 1) out.is_valid = false;
        if (is_blank(c)) {
            blank_before = true;
            break_before = break_before || c == line_break;
            continue;
        }
        if (break_before && out.size() > 0 && opens_with_numbering(text, offset)) {
            append(out, line_break, offset - 1);
            blank_before = false;
        }
        break_before = false;
        if (blank_before && is_digit(c) && out.size() > 0 && is_digit(out.chars.back())) {
            append(out, U' ', offset - 1);
        }
        blank_before = false;
        append(out, c, offset);
        if (c == U'〕') unwrap_percent(out);
    }
    return out;
}

}  // namespace heng::clause
