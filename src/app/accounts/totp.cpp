#include "app/accounts/totp.hpp"

#include "app/accounts/same_text.hpp"

namespace heng::app::accounts {

namespace {

constexpr std::chrono::seconds step_length{30};
constexpr std::uint32_t code_range = 1'000'000;
constexpr std::size_t code_digits = 6;

/// Eight bytes, the highest first (RFC 4226).
std::string print_counter(std::int64_t counter) {
    std::string out(8, '\0');
    auto rest = static_cast<std::uint64_t>(counter);
    for (std::size_t i = out.size(); i-- > 0; rest >>= 8) out[i] = static_cast<char>(rest & 0xFF);
    return out;
}

/// Percent-encodes all but letters, digits and a few signs (RFC 3986).
std::string print_uri_part(std::string_view text) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    constexpr std::string_view plain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    std::string out;
    for (const char byte : text) {
        if (plain.find(byte) != plain.npos) {
            out += byte;
            continue;
        }
        const auto value = static_cast<unsigned char>(byte);
        out += '%';
        out += hex[value >> 4];
        out += hex[value & 0xF];
    }
    return out;
}

}  // namespace

std::int64_t totp_step(Instant at) {
    return std::chrono::floor<std::chrono::seconds>(at.time_since_epoch()) / step_length;
}

std::string totp_code(const Secrets& secrets, std::string_view seed, std::int64_t step) {
    const auto mac = secrets.hmac_sha1(seed, print_counter(step));
    const std::size_t at = mac.back() & 0xFU;
    const std::uint32_t value = (mac[at] & 0x7FU) << 24 |
                                static_cast<std::uint32_t>(mac[at + 1]) << 16 |
                                static_cast<std::uint32_t>(mac[at + 2]) << 8 | mac[at + 3];
    const std::string digits = std::to_string(value % code_range);
    return std::string(code_digits - digits.size(), '0') + digits;
}

std::optional<std::int64_t> matching_step(const Secrets& secrets,
                                          const Authenticator& authenticator, std::string_view code,
                                          Instant at) {
    const std::int64_t now = totp_step(at);
    std::optional<std::int64_t> found;
    for (const std::int64_t step : {now - 1, now, now + 1}) {
        if (same_text(totp_code(secrets, authenticator.seed, step), code) &&
            step > authenticator.last_step)
            found = step;
    }
    return found;
}

std::string print_base32(std::string_view bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string out;
    unsigned held = 0;
    int bits = 0;
    for (const char byte : bytes) {
        held = held << 8 | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 5; bits -= 5) out += digits[held >> (bits - 5) & 0x1F];
        held &= (1U << bits) - 1;
    }
    if (bits > 0) out += digits[held << (5 - bits) & 0x1F];
    return out;
}

std::string otpauth_uri(std::string_view issuer, std::string_view account, std::string_view seed) {
    const std::string by = print_uri_part(issuer);
    return "otpauth://totp/" + by + ':' + print_uri_part(account) +
           "?secret=" + print_base32(seed) + "&issuer=" + by + "&algorithm=SHA1&digits=6&period=30";
}

}  // namespace heng::app::accounts
