#pragma once
/// @file
/// Several bytes of a row at a time: where a character stands, what a number says.
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

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

/// For each length in 0..8, the bits of so many first bytes.
constexpr std::array<std::uint64_t, 9> byte_masks = [] {
    std::array<std::uint64_t, 9> masks{};
    for (std::size_t i = 1; i < masks.size(); ++i) masks[i] = masks[i - 1] << 8U | 0xFFU;
    return masks;
}();

/// The first `length` bytes of a word, in 0..8, the others zero. Reads eight bytes all the same.
inline std::uint64_t load_word(const char* from, std::size_t length) {
    return load_word(from) & byte_masks[length];
}

/// The first eight bytes of a text, zeros behind its end. Reads nothing beyond it.
inline std::uint64_t load_text(std::string_view text) {
    const std::size_t size = text.size();
    if (size >= 8) return load_word(text.data());
    const auto byte = [&](std::size_t at) {
        return std::uint64_t{static_cast<unsigned char>(text[at])} << (8 * at);
    };
    if (size == 0) return 0;
    if (size < 4) return byte(0) | byte(size / 2) | byte(size - 1);
    std::uint32_t first = 0;
    std::uint32_t last = 0;  // May overlap the first: the bytes are the same.
    std::memcpy(&first, text.data(), sizeof first);
    std::memcpy(&last, text.data() + size - sizeof last, sizeof last);
    if constexpr (std::endian::native == std::endian::big) {
        first = __builtin_bswap32(first);
        last = __builtin_bswap32(last);
    }
    return first | std::uint64_t{last} << (8 * (size - sizeof last));
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

/// What the first `length` bytes of a word, in 1..8, say as a number.
class Digits {
public:
    /// Each byte less the character 0, with zeros in front.
    Digits(std::uint64_t word, std::size_t length)
        : digits_((word ^ 0x3030303030303030U) << (64 - 8 * length)) {}

    bool are_all() const {
        return ((digits_ | (digits_ + 0x7676767676767676U)) & 0x8080808080808080U) == 0;
    }
    /// @pre are_all()
    std::uint32_t value() const {
        std::uint64_t word = (digits_ * 2561) >> 8U;
        word = ((word & 0x00FF00FF00FF00FFU) * 6553601) >> 16U;
        word = ((word & 0x0000FFFF0000FFFFU) * 42949672960001) >> 32U;
        return static_cast<std::uint32_t>(word);
    }

private:
    std::uint64_t digits_;
};

}  // namespace heng::csv
