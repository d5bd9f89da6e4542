#pragma once
/// @file
/// The addresses of web servers, hosts and mailboxes that settings may name, read strictly: what
/// this refuses, no other reader of addresses gets to see.
#include <optional>
#include <string>
#include <string_view>

namespace heng::app {

struct Url {
    bool is_https = false;
    std::string host;  ///< Lower case; of an IPv6 address without its brackets.
    int port = 0;      ///< As written, or that of the scheme.
    std::string path;  ///< With its query; `/` where there is none.
    bool operator==(const Url&) const = default;
};

/// http:// or https://, a host of ASCII letters, digits, dots and hyphens or an IPv6 address in
/// brackets, a port, a path. No user, no fragment, no blank, nothing outside printable ASCII.
/// Anything else gives nothing.
std::optional<Url> parse_url(std::string_view text);

/// A host as in `Url`, without port or brackets.
bool is_host(std::string_view text);

/// Whether `text` is an IPv4 or IPv6 address; names are none.
bool is_ip_address(std::string_view text);

/// Whether the address, or the name localhost, stays within the machine: 127.0.0.0/8 and ::1.
bool is_loopback(std::string_view host);

/// NAME@HOST in printable ASCII, at most 254 bytes, without a person's name, quotes or comments:
/// nothing in it can add a header or a recipient.
bool is_mailbox(std::string_view text);

}  // namespace heng::app
