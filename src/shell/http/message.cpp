#include "shell/http/message.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace heng::http {

namespace {

constexpr std::array<std::string_view, 6> method_names{"GET", "HEAD",  "POST",
                                                       "PUT", "PATCH", "DELETE"};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char folded = lower(c);
    return folded >= 'a' && folded <= 'f' ? folded - 'a' + 10 : -1;
}

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

/// Calls `use(part)` for each part of `text` between separators.
template <class Use>
void for_each_part(std::string_view text, char separator, Use use) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        use(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

}  // namespace

std::string_view name(Method method) {
    return method_names[static_cast<std::size_t>(method)];
}

std::optional<Method> method_named(std::string_view text) {
    const auto found = std::find(method_names.begin(), method_names.end(), text);
    if (found == method_names.end()) return std::nullopt;
    return static_cast<Method>(found - method_names.begin());
}

bool equal_without_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

std::optional<std::string_view> Headers::find(std::string_view name) const {
    for (const auto& [key, value] : fields_)
        if (equal_without_case(key, name)) return value;
    return std::nullopt;
}

std::string_view Request::path_value(std::string_view name) const {
    for (const auto& [key, value] : path_values)
        if (key == name) return value;
    return {};
}

std::optional<std::string> Request::query_value(std::string_view key) const {
    std::optional<std::string> out;
    for_each_part(query, '&', [&](std::string_view part) {
        const std::size_t equals = std::min(part.find('='), part.size());
        if (out || decode_percent(part.substr(0, equals), true) != std::string(key)) return;
        out = decode_percent(part.substr(std::min(equals + 1, part.size())), true);
    });
    return out;
}

std::optional<std::string_view> Request::cookie(std::string_view name) const {
    std::optional<std::string_view> out;
    const auto header = headers.find("cookie");
    if (!header) return out;
    for_each_part(*header, ';', [&](std::string_view part) {
        while (part.starts_with(' ')) part.remove_prefix(1);
        const std::size_t equals = part.find('=');
        if (!out && equals != part.npos && part.substr(0, equals) == name)
            out = part.substr(equals + 1);
    });
    return out;
}

std::uint64_t Response::size_bytes() const {
    if (const auto* const text = std::get_if<std::string>(&body)) return text->size();
    if (const auto* const shared = std::get_if<SharedBytes>(&body)) return (*shared)->size();
    if (const auto* const file = std::get_if<FilePart>(&body)) return file->size_bytes;
    return 0;
}

std::optional<std::string> decode_percent(std::string_view text, bool plus_is_blank) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        char c = text[at];
        if (c == '+' && plus_is_blank) c = ' ';
        if (text[at] == '%') {
            const int high = at + 2 < text.size() ? hex_value(text[at + 1]) : -1;
            const int low = at + 2 < text.size() ? hex_value(text[at + 2]) : -1;
            if (high < 0 || low < 0) return std::nullopt;
            c = static_cast<char>(high * 16 + low);
            at += 2;
        }
        if (is_control(c)) return std::nullopt;
        out += c;
    }
    if (find_invalid_utf8(out)) return std::nullopt;
    return out;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t out = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return out;
}

std::optional<std::string> normalise_path(std::string_view encoded) {
    if (!encoded.starts_with('/')) return std::nullopt;
    const auto decoded = decode_percent(encoded, false);
    if (!decoded || decoded->find('\\') != std::string::npos) return std::nullopt;
    bool climbs = false;
    for_each_part(*decoded, '/', [&climbs](std::string_view segment) {
        climbs = climbs || segment == "." || segment == "..";
    });
    if (climbs) return std::nullopt;
    return decoded;
}

}  // namespace heng::http
