#include "shell/http/assets.hpp"

#include "shell/http/encoding.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace heng::http {

namespace {

struct TypeOfEnding {
    std::string_view ending;
    std::string_view type;
};
constexpr auto types = std::to_array<TypeOfEnding>({
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".yaml", "application/yaml"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
});

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

bool matches(std::string_view field, std::string_view quoted_tag) {
    return any_part(field, [quoted_tag](std::string_view part) {
        if (part.starts_with("W/")) part.remove_prefix(2);
        return part == "*" || part == quoted_tag;
    });
}

std::optional<std::uint64_t> read_number(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (ec != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// The bytes to send for the encodings that the client takes, and what to say of them.
struct Variant {
    SharedBytes bytes;
    std::string_view encoding;
};
Variant choose(const Asset& asset, const Request& request) {
    if (request.headers.find("range")) return {asset.plain, {}};
    if (asset.brotli && takes_encoding(request, "br")) return {asset.brotli, "br"};
    if (asset.gzip && takes_encoding(request, "gzip")) return {asset.gzip, "gzip"};
    return {asset.plain, {}};
}

Response part_of(const Asset& asset, Response response, std::string_view range) {
    ByteRange wanted;
    const std::uint64_t size = asset.plain->size();
    switch (read_range(range, size, wanted)) {
        case RangeAnswer::whole: return response;
        case RangeAnswer::unsatisfiable:
            response.status = 416;
            response.headers.add("Content-Range", "bytes */" + std::to_string(size));
            response.body = std::string();
            return response;
        case RangeAnswer::part: break;
    }
    response.status = 206;
    response.headers.add("Content-Range", "bytes " + std::to_string(wanted.first) + '-' +
                                              std::to_string(wanted.last) + '/' +
                                              std::to_string(size));
    response.body = asset.plain->substr(wanted.first, wanted.last - wanted.first + 1);
    return response;
}

}  // namespace

void Assets::add(std::string name, Asset asset) {
    files_.insert_or_assign(std::move(name), std::move(asset));
}

bool Assets::has(std::string_view name) const {
    return files_.contains(name);
}

std::vector<std::string> Assets::names() const {
    std::vector<std::string> out;
    for (const auto& [name, asset] : files_) out.push_back(name);
    return out;
}

Response Assets::answer(const Request& request, std::string_view name) const {
    const auto found = files_.find(name);
    if (found == files_.end()) return {404, {}, std::string()};
    const Asset& asset = found->second;
    const Variant variant = choose(asset, request);
    const std::string tag = '"' + asset.tag +
                            (variant.encoding.empty() ? "" : '-' + std::string(variant.encoding)) +
                            '"';
    Response response;
    response.headers.add("ETag", tag);
    response.headers.add("Vary", "Accept-Encoding");
    response.headers.add("Cache-Control",
                         asset.is_forever ? "public, max-age=31536000, immutable" : "no-cache");
    if (const auto known = request.headers.find("if-none-match"); known && matches(*known, tag)) {
        response.status = 304;
        return response;
    }
    response.headers.add("Content-Type", asset.type);
    response.headers.add("Accept-Ranges", "bytes");
    if (!variant.encoding.empty())
        response.headers.add("Content-Encoding", std::string(variant.encoding));
    response.body = variant.bytes;
    const auto range = request.headers.find("range");
    const auto only_if = request.headers.find("if-range");
    if (!range || (only_if && trimmed(*only_if) != tag)) return response;
    return part_of(asset, std::move(response), *range);
}

std::string_view media_type(std::string_view name) {
    for (const TypeOfEnding& known : types)
        if (name.ends_with(known.ending)) return known.type;
    return "application/octet-stream";
}

RangeAnswer read_range(std::string_view field, std::uint64_t size_bytes, ByteRange& out) {
    constexpr std::string_view unit = "bytes=";
    if (!field.starts_with(unit)) return RangeAnswer::whole;
    const std::string_view range = trimmed(field.substr(unit.size()));
    const std::size_t dash = range.find('-');
    if (dash == range.npos || range.find(',') != range.npos) return RangeAnswer::whole;
    const auto first = read_number(range.substr(0, dash));
    const auto last = read_number(range.substr(dash + 1));
    const bool is_suffix = dash == 0;
    const bool is_open = dash + 1 == range.size();
    if ((!first && !is_suffix) || (!last && !is_open) || (is_suffix && is_open))
        return RangeAnswer::whole;
    if (is_suffix) {
        if (*last == 0 || size_bytes == 0) return RangeAnswer::unsatisfiable;
        out = {size_bytes - std::min(*last, size_bytes), size_bytes - 1};
        return RangeAnswer::part;
    }
    if (last && *last < *first) return RangeAnswer::whole;
    if (*first >= size_bytes) return RangeAnswer::unsatisfiable;
    out = {*first, is_open ? size_bytes - 1 : std::min(*last, size_bytes - 1)};
    return RangeAnswer::part;
}

}  // namespace heng::http
