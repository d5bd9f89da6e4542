#include "app/url.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

namespace heng::app {

namespace {

constexpr std::size_t host_bytes_max = 253;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

bool is_ip(int family, std::string_view text) {
    in6_addr room{};  // the larger of the two
    return inet_pton(family, std::string(text).c_str(), &room) == 1;
}

bool is_name(std::string_view text) {
    const auto fits = [](char c) {
        const char l = lower(c);
        return (l >= 'a' && l <= 'z') || (l >= '0' && l <= '9') || l == '.' || l == '-';
    };
    return !text.empty() && text.size() <= host_bytes_max && text.front() != '.' &&
           text.front() != '-' && text.find("..") == text.npos &&
           std::all_of(text.begin(), text.end(), fits);
}

/// Takes `start` off the front of `text` if it is there, whatever its case.
bool take(std::string_view& text, std::string_view start) {
    if (lowered(text.substr(0, start.size())) != start) return false;
    text.remove_prefix(start.size());
    return true;
}

/// The host off the front of `text`; nothing if there is none that fits.
std::optional<std::string> take_host(std::string_view& text) {
    if (text.starts_with('[')) {
        const std::size_t end = text.find(']');
        if (end == text.npos || !is_ip(AF_INET6, text.substr(1, end - 1))) return std::nullopt;
        std::string host = lowered(text.substr(1, end - 1));
        text.remove_prefix(end + 1);
        return host;
    }
    const std::size_t end = std::min(text.find_first_of(":/?"), text.size());
    if (!is_name(text.substr(0, end))) return std::nullopt;
    std::string host = lowered(text.substr(0, end));
    text.remove_prefix(end);
    return host;
}

/// The port off the front of `text`, or `usual`; nothing if what stands there is no port.
std::optional<int> take_port(std::string_view& text, int usual) {
    if (!text.starts_with(':')) return usual;
    text.remove_prefix(1);
    int port = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc{} || port < 1 || port > 65535) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
    return port;
}

}  // namespace

std::optional<Url> parse_url(std::string_view text) {
    const auto fits = [](char c) { return c > 0x20 && c < 0x7F && c != '#' && c != '\\'; };
    if (!std::all_of(text.begin(), text.end(), fits)) return std::nullopt;
    Url out;
    out.is_https = take(text, "https://");
    if (!out.is_https && !take(text, "http://")) return std::nullopt;
    auto host = take_host(text);
    if (!host) return std::nullopt;
    const auto port = take_port(text, out.is_https ? 443 : 80);
    if (!port) return std::nullopt;
    if (!text.empty() && text.front() != '/') return std::nullopt;
    out.host = std::move(*host);
    out.port = *port;
    out.path = text.empty() ? "/" : std::string(text);
    return out;
}

bool is_host(std::string_view text) {
    return is_ip(AF_INET6, text) || is_name(text);
}

bool is_ip_address(std::string_view text) {
    return is_ip(AF_INET, text) || is_ip(AF_INET6, text);
}

bool is_loopback(std::string_view host) {
    if (lowered(host) == "localhost" || lowered(host) == "::1") return true;
    return is_ip(AF_INET, host) && host.starts_with("127.");
}

bool is_mailbox(std::string_view text) {
    constexpr std::size_t mailbox_bytes_max = 254;
    constexpr std::string_view markup = "<>,;:\"()[]\\";
    const std::size_t at = text.find('@');
    const auto fits = [&](char c) { return c > 0x20 && c < 0x7F && markup.find(c) == markup.npos; };
    return text.size() <= mailbox_bytes_max && at != text.npos && at > 0 &&
           is_name(text.substr(at + 1)) && std::all_of(text.begin(), text.end(), fits);
}

}  // namespace heng::app
