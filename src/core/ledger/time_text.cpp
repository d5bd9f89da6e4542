/// @file
/// Frozen. Fixed-width dates and instants.
#include "core/ledger/time_text.hpp"

#include "core/base/invariant.hpp"

namespace heng::ledger {

namespace {

using std::chrono::days;

/// `count` decimal digits at `at`, or nothing.
std::optional<unsigned> digits(std::string_view text, std::size_t at, std::size_t count) {
    unsigned value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + static_cast<unsigned>(text[i] - '0');
    }
    return value;
}

void put(std::string& out, unsigned value, std::size_t count) {
    out.resize(out.size() + count);
    for (std::size_t i = 1; i <= count; ++i, value /= 10)
        out[out.size() - i] = static_cast<char>('0' + value % 10);
}

/// The separators of `pattern` stand where it has anything but a 0.
bool has_shape(std::string_view text, std::string_view pattern) {
    if (text.size() != pattern.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (pattern[i] != '0' && pattern[i] != text[i]) return false;
    return true;
}

Date date_of(Instant instant) {
    return Date(std::chrono::floor<days>(instant));
}

}  // namespace

bool is_printable(Date date) {
    return date.ok() && date.year() >= std::chrono::year(1900) &&
           date.year() <= std::chrono::year(9999);
}

bool is_printable(Instant instant) {
    return is_printable(date_of(instant));
}

std::optional<Date> parse_date(std::string_view text) {
    if (!has_shape(text, "0000-00-00")) return std::nullopt;
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    if (!year || !month || !day) return std::nullopt;
    const Date date(std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                    std::chrono::day(*day));
    return is_printable(date) ? std::optional(date) : std::nullopt;
}

std::string print_date(Date date) {
    INVARIANT(is_printable(date), "a date of the ledger exists");
    std::string out;
    out.reserve(10);
    put(out, static_cast<unsigned>(static_cast<int>(date.year())), 4);
    out += '-';
    put(out, static_cast<unsigned>(date.month()), 2);
    out += '-';
    put(out, static_cast<unsigned>(date.day()), 2);
    return out;
}

std::optional<Instant> parse_instant(std::string_view text) {
    if (!has_shape(text, "0000-00-00T00:00:00.000000Z")) return std::nullopt;
    const auto date = parse_date(text.substr(0, 10));
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    const auto second = digits(text, 17, 2);
    const auto micro = digits(text, 20, 6);
    if (!date || !hour || !minute || !second || !micro) return std::nullopt;
    if (*hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
    return Instant(std::chrono::sys_days(*date)) + std::chrono::hours(*hour) +
           std::chrono::minutes(*minute) + std::chrono::seconds(*second) +
           std::chrono::microseconds(*micro);
}

std::string print_instant(Instant instant) {
    const Date date = date_of(instant);
    const auto rest = std::chrono::hh_mm_ss(instant - std::chrono::sys_days(date));
    std::string out = print_date(date);
    out.reserve(27);
    out += 'T';
    put(out, static_cast<unsigned>(rest.hours().count()), 2);
    out += ':';
    put(out, static_cast<unsigned>(rest.minutes().count()), 2);
    out += ':';
    put(out, static_cast<unsigned>(rest.seconds().count()), 2);
    out += '.';
    put(out, static_cast<unsigned>(rest.subseconds().count()), 6);
    out += 'Z';
    return out;
}

}  // namespace heng::ledger
