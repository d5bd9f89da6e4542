#include "shell/http/api/office_parts.hpp"

namespace heng::http {

namespace {

/// As RFC 8187 has it: all but letters, digits and a few marks as %E5.
std::string encode(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
        if (is_plain) {
            out += c;
        } else {
            out += {'%', digits[byte >> 4U], digits[byte & 15U]};
        }
    }
    return out;
}

}  // namespace

Response as_file(std::string bytes, std::string_view type, const std::string& name) {
    Response response{200, {}, std::move(bytes)};
    response.headers.add("Content-Type", std::string(type));
    response.headers.add("Content-Disposition", "attachment; filename*=UTF-8''" + encode(name));
    return response;
}

}  // namespace heng::http
