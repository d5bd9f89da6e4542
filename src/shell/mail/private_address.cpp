/// @file
/// Which addresses are private, after the registries of special-purpose addresses.
#include "shell/mail/transfer.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace heng::mail {

namespace {

struct Block {
    std::uint32_t start;
    int prefix;
};

constexpr std::uint32_t ip(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    return a << 24 | b << 16 | c << 8;
}

constexpr std::array<Block, 14> private_blocks{{
    {ip(0, 0, 0), 8},
    {ip(10, 0, 0), 8},
    {ip(100, 64, 0), 10},
    {ip(127, 0, 0), 8},
    {ip(169, 254, 0), 16},
    {ip(172, 16, 0), 12},
    {ip(192, 0, 0), 24},
    {ip(192, 0, 2), 24},
    {ip(192, 168, 0), 16},
    {ip(198, 18, 0), 15},
    {ip(198, 51, 100), 24},
    {ip(203, 0, 113), 24},
    {ip(224, 0, 0), 4},
    {ip(240, 0, 0), 4},
}};

bool is_private_v4(std::uint32_t address) {
    return std::any_of(private_blocks.begin(), private_blocks.end(), [address](const Block& one) {
        return (address ^ one.start) >> (32 - one.prefix) == 0;
    });
}

std::uint32_t v4_in(const std::uint8_t* bytes) {
    return ip(bytes[0], bytes[1], bytes[2]) | bytes[3];
}

/// Only 2000::/3 is given out to the world; what tunnels or translates IPv4 is as good as the
/// address in it.
bool is_private_v6(const std::array<std::uint8_t, 16>& a) {
    const auto is_zero = [&a](std::size_t from, std::size_t to) {
        return std::all_of(a.begin() + static_cast<std::ptrdiff_t>(from),
                           a.begin() + static_cast<std::ptrdiff_t>(to),
                           [](std::uint8_t byte) { return byte == 0; });
    };
    const bool is_mapped = is_zero(0, 10) && a[10] == 0xFF && a[11] == 0xFF;
    const bool is_translated =
        a[0] == 0x00 && a[1] == 0x64 && a[2] == 0xFF && a[3] == 0x9B && is_zero(4, 12);
    if (is_mapped || is_translated) return is_private_v4(v4_in(&a[12]));
    const bool is_6to4 = a[0] == 0x20 && a[1] == 0x02;
    if (is_6to4) return is_private_v4(v4_in(&a[2]));
    const bool is_teredo = a[0] == 0x20 && a[1] == 0x01 && a[2] == 0 && a[3] == 0;
    const bool is_example = a[0] == 0x20 && a[1] == 0x01 && a[2] == 0x0D && a[3] == 0xB8;
    return (a[0] & 0xE0) != 0x20 || is_teredo || is_example;
}

}  // namespace

bool is_private(const sockaddr& address) {
    if (address.sa_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, &address, sizeof v4);
        return is_private_v4(ntohl(v4.sin_addr.s_addr));
    }
    if (address.sa_family != AF_INET6) return true;
    sockaddr_in6 v6{};
    std::memcpy(&v6, &address, sizeof v6);
    std::array<std::uint8_t, 16> bytes{};
    std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
    return is_private_v6(bytes);
}

bool is_private(std::string_view address) {
    const std::string text(address);
    in_addr v4{};
    if (inet_pton(AF_INET, text.c_str(), &v4) == 1) return is_private_v4(ntohl(v4.s_addr));
    std::array<std::uint8_t, 16> v6{};
    return inet_pton(AF_INET6, text.c_str(), v6.data()) != 1 || is_private_v6(v6);
}

}  // namespace heng::mail
