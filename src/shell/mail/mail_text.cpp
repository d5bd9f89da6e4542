/// @file
/// A mail after RFC 5322 and RFC 2047. All that varies in its head is encoded or ours.
#include "shell/mail/smtp.hpp"

#include "core/base/text.hpp"

#include <array>

namespace heng::mail {

namespace {

/// Bytes of a line of base64, and of the text in one encoded word.
constexpr std::size_t line_bytes = 57;
constexpr std::size_t word_bytes = 42;

std::string base64(std::string_view bytes) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t group = 0;
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
        for (std::size_t i = 0; i < 3; ++i)
            group = group << 8 | (i < count ? static_cast<std::uint8_t>(bytes[at + i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i)
            out += i <= count ? digits[(group >> (18 - 6 * i)) & 0x3F] : '=';
    }
    return out;
}

/// Encoded words of whole characters, one a line.
std::string encoded_words(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size()) {
            const std::size_t next = end + decode_utf8(text, end).length;
            if (next - at > word_bytes) break;
            end = next;
        }
        if (!out.empty()) out += "\r\n ";
        out += "=?UTF-8?B?" + base64(text.substr(at, end - at)) + "?=";
        at = end;
    }
    return out;
}

/// The text with CR LF, in lines of base64.
std::string encoded_body(std::string_view text) {
    std::string lines;
    for (const char c : text) lines += c == '\n' ? "\r\n" : std::string(1, c);
    std::string out;
    for (std::size_t at = 0; at < lines.size(); at += line_bytes)
        out += base64(std::string_view(lines).substr(at, line_bytes)) + "\r\n";
    return out;
}

std::string two_digits(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// Thu, 26 Nov 2026 05:15:16 +0000
std::string print_date(ledger::Instant now) {
    constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(now);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(now - day));
    std::string out = days[std::chrono::weekday(day).c_encoding()];
    out += ", " + std::to_string(static_cast<unsigned>(date.day())) + ' ';
    out += months[static_cast<unsigned>(date.month()) - 1];
    out += ' ' + std::to_string(static_cast<int>(date.year()));
    return out + ' ' + two_digits(time.hours().count()) + ':' + two_digits(time.minutes().count()) +
           ':' + two_digits(time.seconds().count()) + " +0000";
}

std::string hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (const char c : bytes) {
        out += digits[static_cast<std::uint8_t>(c) >> 4];
        out += digits[static_cast<std::uint8_t>(c) & 0xF];
    }
    return out;
}

}  // namespace

std::string print_mail(const app::notices::Message& message, const std::string& from,
                       const std::string& to, ledger::Instant now) {
    const std::string id = hex(message.tenant) + '.' + ledger::print_date(message.day) + '.' +
                           hex(message.person) + from.substr(from.find('@'));
    return "Date: " + print_date(now) + "\r\nFrom: <" + from + ">\r\nTo: <" + to +
           ">\r\nSubject: " + encoded_words(message.subject) + "\r\nMessage-ID: <" + id +
           ">\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
           "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
           encoded_body(message.text);
}

}  // namespace heng::mail
