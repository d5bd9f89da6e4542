#pragma once
/// @file
/// Several bytes of a row at a time: where a character stands, what a number says.
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace heng::csv {

/// Eight bytes, the first one least significant on every machine.
inline std::uint64_t load_word(const char* from) {
    std::uint64_t word = 0;
    std::memcpy(&word, from, sizeof word);
    if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
    return word;
}

/// The first `length` bytes of a word, in 0..8, the others zero. Reads eight bytes all the same.
inline std::uint64_t load_word(const char* from, std::size_t length) {
    if (length == 0) return 0;
    return load_word(from) << (64 - 8 * length) >> (64 - 8 * length);
}

/// A bit for each of the 32 bytes at `from` that equals `wanted`, the first one lowest.
inline std::uint32_t match_32(const char* from, char wanted) {
#ifdef __SSE2__
    const __m128i pattern = _mm_set1_epi8(wanted);
    const auto match_16 = [pattern](const char* place) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(place));
        return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, pattern)));
    };
    return match_16(from) | match_16(from + 16) << 16U;
#else
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t low_bits = 0x7F * ones;
    std::uint32_t mask = 0;
    for (unsigned i = 0; i < 32; i += 8) {
        const std::uint64_t differing =
            load_word(from + i) ^ (ones * static_cast<unsigned char>(wanted));
        // The highest bit of each byte that is zero, then these eight bits side by side.
        const std::uint64_t equal = ~(((differing & low_bits) + low_bits) | differing | low_bits);
        mask |= static_cast<std::uint32_t>((equal >> 7U) * 0x0102040810204080U >> 56U) << i;
    }
    return mask;
#endif
}

/// Whether the first `length` bytes of a word, in 1..8, are all digits.
inline bool are_digits(std::uint64_t word, std::size_t length) {
    word <<= 64 - 8 * length;
    const std::uint64_t zeros = 0x3030303030303030U;
    word |= length == 8 ? 0 : zeros >> (8 * length);
    return (((word + 0x4646464646464646U) | (word - zeros)) & 0x8080808080808080U) == 0;
}

/// The number that the first `length` bytes of a word, in 1..8, say. @pre are_digits
inline std::uint32_t digits_value(std::uint64_t word, std::size_t length) {
    word <<= 64 - 8 * length;
    word &= 0x0F0F0F0F0F0F0F0FU;
    word = (word * 2561) >> 8U;
    word = ((word & 0x00FF00FF00FF00FFU) * 6553601) >> 16U;
    word = ((word & 0x0000FFFF0000FFFFU) * 42949672960001) >> 32U;
    return static_cast<std::uint32_t>(word);
}

}  // namespace heng::csv
