#include "core/base/text.hpp"

namespace heng {

namespace {

constexpr char32_t replacement = 0xFFFD;

/// Bytes in the sequence that `lead` opens, or 0 for a byte that opens none.
std::size_t sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return 2;
    if (lead >= 0xE0 && lead < 0xF0) return 3;
    if (lead >= 0xF0 && lead < 0xF5) return 4;
    return 0;
}

bool is_encodable(char32_t value, std::size_t length) {
    constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = value >= 0xD800 && value < 0xE000;
    return value >= smallest[length] && value <= 0x10FFFF && !surrogate;
}

}  // namespace

CodePoint decode_utf8(std::string_view bytes, std::size_t at) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const std::size_t length = sequence_length(lead);
    if (length == 1) return {lead, 1};
    if (length == 0 || at + length > bytes.size()) return {replacement, 1};
    char32_t value = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(bytes[at + i]);
        if ((next & 0xC0) != 0x80) return {replacement, 1};
        value = (value << 6) | (next & 0x3FU);
    }
    if (!is_encodable(value, length)) return {replacement, 1};
    return {value, length};
}

std::optional<std::size_t> find_invalid_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) {
            ++at;
            continue;
        }
        const CodePoint next = decode_utf8(bytes, at);
        if (next.value == replacement && next.length == 1) return at;
        at += next.length;
    }
    return std::nullopt;
}

void append_utf8(std::string& out, char32_t value) {
    const auto push = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (value < 0x80) {
        push(value);
    } else if (value < 0x800) {
        push(0xC0 | (value >> 6));
        push(0x80 | (value & 0x3F));
    } else if (value < 0x10000) {
        push(0xE0 | (value >> 12));
        push(0x80 | ((value >> 6) & 0x3F));
        push(0x80 | (value & 0x3F));
    } else {
        push(0xF0 | (value >> 18));
        push(0x80 | ((value >> 12) & 0x3F));
        push(0x80 | ((value >> 6) & 0x3F));
        push(0x80 | (value & 0x3F));
    }
}

bool is_blank(std::string_view text) {
    constexpr std::u32string_view blanks = U" \t\r\n\u00A0\u3000";
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint next = decode_utf8(text, at);
        if (blanks.find(next.value) == std::u32string_view::npos) return false;
        at += next.length;
    }
    return true;
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) at += decode_utf8(text, at).length;
    return count;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) out += separator;
        out += parts[i];
    }
    return out;
}

}  // namespace heng
