#include "app/network.hpp"

#include <arpa/inet.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace heng::app {

namespace {

/// IPv4 stands in the last four, behind ::ffff.
using Address = std::array<unsigned char, 16>;
constexpr std::size_t ipv4_bits_before = 96;
constexpr std::size_t bits_in_byte = 8;

std::optional<Address> parse_address(std::string_view text) {
    Address out{};
    const std::string spelt(text);
    if (inet_pton(AF_INET6, spelt.c_str(), out.data()) == 1) return out;
    out[10] = out[11] = 0xFF;
    if (inet_pton(AF_INET, spelt.c_str(), &out[ipv4_bits_before / bits_in_byte]) == 1) return out;
    return std::nullopt;
}

bool bit(const Address& address, std::size_t number) {
    return (address[number / bits_in_byte] >> (bits_in_byte - 1 - number % bits_in_byte) & 1) != 0;
}

struct Network {
    Address address{};
    std::size_t bits = 0;
};

std::optional<Network> parse_network(std::string_view text) {
    const std::size_t slash = std::min(text.find('/'), text.size());
    const auto address = parse_address(text.substr(0, slash));
    if (!address) return std::nullopt;
    const std::size_t before = text.find(':') == text.npos ? ipv4_bits_before : 0;
    Network out{*address, address->size() * bits_in_byte};
    if (slash < text.size()) {
        const std::string_view digits = text.substr(slash + 1);
        std::size_t bits = 0;
        const auto read = std::from_chars(digits.begin(), digits.end(), bits);
        if (read.ec != std::errc() || read.ptr != digits.end() || bits > out.bits - before)
            return std::nullopt;
        out.bits = before + bits;
    }
    for (std::size_t i = out.bits; i < out.address.size() * bits_in_byte; ++i)
        if (bit(out.address, i)) return std::nullopt;
    return out;
}

bool is_within(const Network& network, const Address& address) {
    for (std::size_t i = 0; i < network.bits; ++i)
        if (bit(network.address, i) != bit(address, i)) return false;
    return true;
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
    while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
    return text;
}

}  // namespace

bool is_network(std::string_view text) {
    return parse_network(text).has_value();
}

bool is_within(std::span<const std::string> networks, std::string_view address) {
    const auto known = parse_address(address);
    if (!known) return false;
    return std::any_of(networks.begin(), networks.end(), [&](const std::string& text) {
        const auto network = parse_network(text);
        return network && is_within(*network, *known);
    });
}

std::string client_of(std::span<const std::string> proxies, std::string_view peer,
                      std::string_view forwarded) {
    std::string_view client = peer;
    while (!forwarded.empty() && is_within(proxies, client)) {
        const std::size_t comma = forwarded.rfind(',');
        const std::size_t begin = comma == forwarded.npos ? 0 : comma + 1;
        const std::string_view next = trimmed(forwarded.substr(begin));
        if (!parse_address(next)) break;
        client = next;
        forwarded = forwarded.substr(0, comma == forwarded.npos ? 0 : comma);
    }
    return std::string(client);
}

}  // namespace heng::app
