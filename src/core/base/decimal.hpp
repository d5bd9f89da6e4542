#pragma once
/// @file
/// Exact decimals: points, weights, shares and measured values.
/// A Decimal counts ten-thousandths in 64 bits; it never touches binary floats.
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace heng {

/// For products before they are cut; the compilers of both presets have it.
__extension__ using Int128 = __int128;

enum class RoundingMode { half_up, down, up };

/// How a quotient is cut: `places` decimals, in 0..4, by `mode`. Half up rounds away from zero.
struct Rounding {
    int places = 2;
    RoundingMode mode = RoundingMode::half_up;
    bool operator==(const Rounding&) const = default;
};

/// An exact decimal with four places. Range: any multiple of 0.0001 that fits in 64 bits; text
/// input is held to 12 digits before the point, so that sums and products of scheme figures stay in
/// range.
class Decimal {
public:
    static constexpr std::int64_t one = 10'000;  ///< Ten-thousandths in 1.

    constexpr Decimal() = default;

    /// `n` ten-thousandths: `of_units(5'000)` is 0.5.
    static constexpr Decimal of_units(std::int64_t n) { return Decimal{n}; }
    static constexpr Decimal whole(std::int64_t n) { return Decimal{n * one}; }

    /// Reads `-12.5`, `0.25`, `100`: an optional minus, at most 12 digits, at most 4 places
    /// (further zeros are allowed). Anything else, such as a plus, an exponent or blanks, gives
    /// nothing.
    static std::optional<Decimal> parse(std::string_view text);

    constexpr std::int64_t units() const { return units_; }
    constexpr bool is_zero() const { return units_ == 0; }
    constexpr bool is_negative() const { return units_ < 0; }
    constexpr bool is_whole() const { return units_ % one == 0; }

    /// Shortest text: 0.5, 2, -0.25.
    std::string text() const;
    /// Text with exactly `places` decimals, in 0..4.
    /// @pre the value has no more than `places` decimals; see `round`.
    std::string text(int places) const;
    /// Writes the same to `place` and says where it ends. @pre `text_bytes_max` bytes are writable.
    char* print(char* place, int places) const;
    static constexpr std::size_t text_bytes_max = 22;

    /// Sums are exact; leaving the range is a bug of the caller and stops the program.
    friend Decimal operator+(Decimal a, Decimal b);
    friend Decimal operator-(Decimal a, Decimal b);
    Decimal& operator+=(Decimal other) { return *this = *this + other; }
    Decimal& operator-=(Decimal other) { return *this = *this - other; }

    constexpr auto operator<=>(const Decimal&) const = default;

private:
    explicit constexpr Decimal(std::int64_t units) : units_(units) {}
    std::int64_t units_ = 0;
};

/// `value` cut to `rounding`.
Decimal round(Decimal value, Rounding rounding);

/// `a × b / c` with one rounding at the end; the product is kept exact in 128 bits.
/// @pre c is not zero and the result fits a Decimal.
Decimal multiply_divide(Decimal a, Decimal b, Decimal c, Rounding rounding);

/// `numerator / denominator` of 128-bit whole numbers, as a Decimal cut to `rounding`.
/// @pre denominator > 0 and the result fits a Decimal.
Decimal divide(Int128 numerator, Int128 denominator, Rounding rounding);

}  // namespace heng
