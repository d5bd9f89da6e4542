#pragma once
/// @file
/// Division by one number, again and again, at the price of a multiplication.
#include <bit>
#include <cstdint>

namespace heng {

/// Exact for all numbers in [0, 2^62). With k = 62 + the bits of the divisor d, the factor is 2^k /
/// d rounded up. It is less than 1 too great, so number × factor / 2^k exceeds number / d by less
/// than 1 / d.
class Divisor {
public:
    constexpr Divisor() = default;
    /// @pre 0 < divisor < 2^62
    explicit constexpr Divisor(std::int64_t divisor)
        : shift_(static_cast<unsigned>(std::bit_width(static_cast<std::uint64_t>(divisor))) - 1),
          factor_(static_cast<std::uint64_t>(((Uint128{1} << (63 + shift_)) - 1) /
                                             static_cast<std::uint64_t>(divisor)) +
                  1) {}

    /// `number / divisor`, rounded down.
    constexpr std::int64_t quotient(std::int64_t number) const {
        const auto twice = 2 * static_cast<std::uint64_t>(number);
        const auto high = static_cast<std::uint64_t>(Uint128{twice} * factor_ >> 64);
        return static_cast<std::int64_t>(high >> shift_);
    }

private:
    __extension__ using Uint128 = unsigned __int128;

    unsigned shift_ = 0;
    std::uint64_t factor_ = std::uint64_t{1} << 63U;
};

}  // namespace heng
