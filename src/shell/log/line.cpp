#include "shell/log/line.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace heng::log {

namespace {

std::string_view name(app::LogLevel level) {
    switch (level) {
        case app::LogLevel::debug: return "debug";
        case app::LogLevel::info: return "info";
        case app::LogLevel::warning: return "warning";
        case app::LogLevel::error: return "error";
    }
    return {};
}

struct Range {
    char32_t first;
    char32_t last;
};

/// Code points that would not be seen as they are, or would change how their neighbours are seen.
constexpr std::array<Range, 13> unseen{{
    {0x00, 0x1F},
    {0x7F, 0x9F},
    {0xAD, 0xAD},        // soft hyphen
    {0x61C, 0x61C},      // Arabic letter mark
    {0x180E, 0x180E},    // Mongolian vowel separator
    {0x200B, 0x200F},    // zero width, direction marks
    {0x2028, 0x202E},    // separators, embeddings and overrides
    {0x2060, 0x206F},    // word joiner, isolates
    {0xD800, 0xDFFF},    // no text has them; the decoder gives none
    {0xFEFF, 0xFEFF},    // byte order mark
    {0xFFF9, 0xFFFD},    // annotations, and what stands for malformed bytes
    {0xFFFE, 0xFFFF},    // no characters
    {0xE0000, 0xE0FFF},  // tags and variation selectors
}};

bool is_unseen(char32_t c) {
    return std::any_of(unseen.begin(), unseen.end(),
                       [c](const Range& range) { return range.first <= c && c <= range.last; });
}

void append_unit(std::string& out, char32_t unit) {
    constexpr std::string_view hex = "0123456789abcdef";
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out += hex[(unit >> shift) & 0xF];
}

void append_escape(std::string& out, char32_t c) {
    if (c < 0x10000) return append_unit(out, c);
    append_unit(out, 0xD800 + ((c - 0x10000) >> 10));
    append_unit(out, 0xDC00 + ((c - 0x10000) & 0x3FF));
}

struct Printed {
    std::string operator()(const std::string& text) const { return print_quoted(text); }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
};

}  // namespace

std::string print_quoted(std::string_view text) {
    std::string out = "\"";
    bool is_cut = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint next = decode_utf8(text, at);
        is_cut = at + next.length > value_bytes_max;
        if (is_cut) break;
        if (next.value == '"' || next.value == '\\') out += '\\';
        if (is_unseen(next.value))
            append_escape(out, next.value);
        else
            append_utf8(out, next.value);
        at += next.length;
    }
    if (is_cut) out += "…";
    return out + '"';
}

std::string json_line(ledger::Instant time, app::LogLevel level, std::string_view what,
                      const app::LogFields& fields) {
    std::string out = "{\"time\":\"" + ledger::print_instant(time) + "\",\"level\":\"";
    out += name(level);
    out += "\",\"what\":" + print_quoted(what);
    for (const app::LogField& field : fields)
        out += ',' + print_quoted(field.name) + ':' + std::visit(Printed{}, field.value);
    return out + "}\n";
}

std::string text_line(ledger::Instant time, app::LogLevel level, std::string_view what,
                      const app::LogFields& fields) {
    const std::string inside = print_quoted(what);
    std::string out = ledger::print_instant(time) + ' ';
    out += name(level);
    out += ' ' + inside.substr(1, inside.size() - 2);
    for (const app::LogField& field : fields) {
        const std::string named = print_quoted(field.name);
        out += ' ' + named.substr(1, named.size() - 2) + '=' + std::visit(Printed{}, field.value);
    }
    return out + '\n';
}

}  // namespace heng::log
