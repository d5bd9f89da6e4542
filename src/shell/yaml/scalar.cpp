#include "shell/yaml/scalar.hpp"

#include "core/base/invariant.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace heng::yaml {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Words that some reader takes for a null or a flag.
bool is_reserved_word(std::string_view text) {
    constexpr std::array<std::string_view, 11> words{"~",  "null", "true", "false", "yes", "no",
                                                     "on", "off",  "y",    "n",     "="};
    std::string folded(text);
    std::transform(folded.begin(), folded.end(), folded.begin(), lower);
    return std::find(words.begin(), words.end(), folded) != words.end();
}

/// Whether some reader could take `text` for a number: 12, -0.5, 1e3, 1_000, 0x1F, 0o17, .inf.
bool is_number_like(std::string_view text) {
    std::string folded(text);
    std::transform(folded.begin(), folded.end(), folded.begin(), lower);
    std::string_view rest = folded;
    if (rest.starts_with('-') || rest.starts_with('+')) rest.remove_prefix(1);
    if (rest == ".inf" || rest == ".nan") return true;
    const auto consists_of = [](std::string_view part, std::string_view allowed) {
        return !part.empty() && part.find_first_not_of(allowed) == part.npos;
    };
    if (rest.starts_with("0x")) return consists_of(rest.substr(2), "0123456789abcdef_");
    if (rest.starts_with("0o") || rest.starts_with("0b")) {
        return consists_of(rest.substr(2), "01234567_");
    }
    const std::size_t exponent = rest.find('e');
    if (exponent != rest.npos) {
        std::string_view power = rest.substr(exponent + 1);
        if (power.starts_with('-') || power.starts_with('+')) power.remove_prefix(1);
        if (!consists_of(power, "0123456789")) return false;
        rest = rest.substr(0, exponent);
    }
    return consists_of(rest, "0123456789._") && std::any_of(rest.begin(), rest.end(), is_digit);
}

/// Characters that only an escape in double quotes carries safely: controls, the line breaks and
/// separators of Unicode, surrogates' neighbours and the byte order mark.
bool needs_escape(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF ||
           c == 0xFFFE || c == 0xFFFF;
}

template <class Predicate>
bool any_code_point(std::string_view text, Predicate predicate) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint next = decode_utf8(text, at);
        if (predicate(next.value)) return true;
        at += next.length;
    }
    return false;
}

bool is_plain(std::string_view text) {
    if (text.empty() || text.front() == ' ' || text.back() == ' ') return false;
    constexpr std::string_view indicators = "-?:,[]{}#&*!|>'\"%@`=<";
    if (indicators.find(text.front()) != indicators.npos) return false;
    // Colon and hash matter only beside a blank, the others only in flow: quoted all the same.
    if (text.find_first_of(":#?,[]{}") != text.npos) return false;
    if (text.starts_with("...")) return false;
    return !is_reserved_word(text) && !is_number_like(text);
}

void append_escape(std::string& out, char32_t c) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    const std::size_t digits = c < 0x100 ? 2 : 4;
    out += c < 0x100 ? "\\x" : "\\u";
    for (std::size_t i = digits; i-- > 0;) out += hex[(c >> (4 * i)) & 0xF];
}

std::string print_double_quoted(std::string_view text) {
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint next = decode_utf8(text, at);
        at += next.length;
        switch (next.value) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\t': out += "\\t"; break;
            default:
                if (needs_escape(next.value)) {
                    append_escape(out, next.value);
                } else {
                    append_utf8(out, next.value);
                }
        }
    }
    return out + '"';
}

std::string print_single_quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        out += c;
        if (c == '\'') out += c;
    }
    return out + "'";
}

}  // namespace

std::string print_scalar(std::string_view text) {
    if (any_code_point(text, needs_escape)) return print_double_quoted(text);
    return is_plain(text) ? std::string(text) : print_single_quoted(text);
}

bool fits_literal(std::string_view text) {
    const auto breaks = [](char32_t c) { return c != '\n' && needs_escape(c); };
    if (text.find('\n') == text.npos || any_code_point(text, breaks)) return false;
    if (text.ends_with('\n')) text.remove_suffix(1);
    if (text.starts_with('\n') || text.ends_with('\n')) return false;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        if (line.starts_with(' ') || line.ends_with(' ')) return false;
        at = end + 1;
    }
    return !text.empty();
}

std::string print_literal(std::string_view text, std::size_t indent) {
    INVARIANT(fits_literal(text), "a literal block scalar keeps this text");
    std::string out = "|";
    if (text.ends_with('\n')) {
        text.remove_suffix(1);
    } else {
        out += '-';
    }
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        out += '\n';
        if (end > at) out += std::string(indent, ' ');
        out += text.substr(at, end - at);
        at = end + 1;
    }
    return out;
}

}  // namespace heng::yaml
