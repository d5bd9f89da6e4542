#include "core/base/decimal.hpp"

#include "core/base/invariant.hpp"

#include <array>
#include <charconv>
#include <cstring>

namespace heng {

namespace {

constexpr int places_max = 4;
constexpr std::int64_t power_of_ten[] = {1, 10, 100, 1'000, 10'000};

/// `numerator / denominator`, both positive, cut to a whole number by `mode`.
template <class Number>
Number cut(Number numerator, Number denominator, RoundingMode mode) {
    const Number whole = numerator / denominator;
    const Number rest = numerator % denominator;
    switch (mode) {
        case RoundingMode::half_up: return whole + (rest * 2 >= denominator ? 1 : 0);
        case RoundingMode::up: return whole + (rest != 0 ? 1 : 0);
        case RoundingMode::down: break;
    }
    return whole;
}

/// 00, 01 … 99.
constexpr std::array<char, 200> digit_pairs = [] {
    std::array<char, 200> pairs{};
    for (std::size_t i = 0; i < 100; ++i) {
        pairs[2 * i] = static_cast<char>('0' + i / 10);
        pairs[2 * i + 1] = static_cast<char>('0' + i % 10);
    }
    return pairs;
}();

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    constexpr std::size_t whole_digits_max = 12;
    std::int64_t units = 0;
    std::size_t at = 0;
    for (; at < text.size() && is_digit(text[at]); ++at) {
        if (at == whole_digits_max) return std::nullopt;
        units = units * 10 + (text[at] - '0');
    }
    if (at == 0) return std::nullopt;
    units *= one;
    if (at < text.size()) {
        if (text[at] != '.' || at + 1 == text.size()) return std::nullopt;
        text.remove_prefix(at + 1);
        std::int64_t weight = one / 10;
        for (const char c : text) {
            if (!is_digit(c)) return std::nullopt;
            if (weight == 0 && c != '0') return std::nullopt;
            units += weight * (c - '0');
            weight /= 10;
        }
    }
    return of_units(negative ? -units : units);
}

std::string Decimal::text() const {
    std::string out = text(places_max);
    while (out.back() == '0') out.pop_back();
    if (out.back() == '.') out.pop_back();
    return out;
}

std::string Decimal::text(int places) const {
    char buffer[text_bytes_max];
    return {buffer, print(buffer, places)};
}

char* Decimal::print(char* place, int places) const {
    INVARIANT(places >= 0 && places <= places_max, "a Decimal has 0 to 4 places");
    // The magnitude in unsigned arithmetic: the lowest value has no positive counterpart.
    const auto magnitude =
        units_ < 0 ? 0 - static_cast<std::uint64_t>(units_) : static_cast<std::uint64_t>(units_);
    const auto scale = static_cast<std::uint64_t>(one);
    if (units_ < 0) *place++ = '-';
    place = std::to_chars(place, place + text_bytes_max, magnitude / scale).ptr;
    if (places == 0) return place;
    // All four decimals by twos, of which the caller gets as many as it asked for.
    const auto fraction = static_cast<unsigned>(magnitude % scale);
    *place++ = '.';
    std::memcpy(place, &digit_pairs[2 * (fraction / 100)], 2);
    std::memcpy(place + 2, &digit_pairs[2 * (fraction % 100)], 2);
    return place + places;
}

Decimal operator+(Decimal a, Decimal b) {
    std::int64_t sum = 0;
    INVARIANT(!__builtin_add_overflow(a.units_, b.units_, &sum), "sum of decimals in range");
    return Decimal::of_units(sum);
}

Decimal operator-(Decimal a, Decimal b) {
    std::int64_t difference = 0;
    INVARIANT(!__builtin_sub_overflow(a.units_, b.units_, &difference),
              "difference of decimals in range");
    return Decimal::of_units(difference);
}

Decimal divide(Int128 numerator, Int128 denominator, Rounding rounding) {
    INVARIANT(denominator > 0, "division by a positive number");
    INVARIANT(rounding.places >= 0 && rounding.places <= places_max, "0 to 4 places");
    const bool negative = numerator < 0;
    const Int128 magnitude = negative ? -numerator : numerator;
    // Nearly all figures fit 64 bits, where division is several times as fast.
    const std::int64_t scale = power_of_ten[rounding.places];
    const bool is_small =
        magnitude <= INT64_MAX / power_of_ten[places_max] && denominator <= INT64_MAX / 2;
    Int128 quotient =
        is_small
            ? Int128{cut(static_cast<std::uint64_t>(magnitude) * static_cast<std::uint64_t>(scale),
                         static_cast<std::uint64_t>(denominator), rounding.mode)}
            : cut(magnitude * scale, denominator, rounding.mode);
    quotient *= power_of_ten[places_max - rounding.places];
    INVARIANT(quotient <= INT64_MAX, "quotient fits a Decimal");
    const auto units = static_cast<std::int64_t>(quotient);
    return Decimal::of_units(negative ? -units : units);
}

Decimal round(Decimal value, Rounding rounding) {
    INVARIANT(rounding.places >= 0 && rounding.places <= places_max, "0 to 4 places");
    const std::int64_t unit = power_of_ten[places_max - rounding.places];
    const bool negative = value.is_negative();
    // In unsigned arithmetic: the lowest value has no positive counterpart.
    const auto units = static_cast<std::uint64_t>(value.units());
    const std::uint64_t magnitude = negative ? 0 - units : units;
    const auto step = static_cast<std::uint64_t>(unit);
    const std::uint64_t rounded = cut(magnitude, step, rounding.mode) * step;
    INVARIANT(rounded <= static_cast<std::uint64_t>(INT64_MAX), "a rounded Decimal fits");
    const auto result = static_cast<std::int64_t>(rounded);
    return Decimal::of_units(negative ? -result : result);
}

Decimal multiply_divide(Decimal a, Decimal b, Decimal c, Rounding rounding) {
    const Int128 product = static_cast<Int128>(a.units()) * b.units();
    const Int128 divisor = static_cast<Int128>(c.units()) * Decimal::one;
    return c.is_negative() ? divide(-product, -divisor, rounding)
                           : divide(product, divisor, rounding);
}

}  // namespace heng
