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

/// A bit for each of 64 bytes, the first one lowest.
struct Marks {
    std::uint64_t separators = 0;  ///< Commas and line feeds.
    std::uint64_t quotes = 0;
};

/// Marks the 64 bytes at `from`.
inline Marks mark_64(const char* from) {
    Marks marks;
#ifdef __SSE2__
    const auto bits = [](__m128i found, unsigned at) {
        return static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(found))) << at;
    };
    __m128i any_quotes = _mm_setzero_si128();
    for (unsigned i = 0; i < 64; i += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from + i));
        const __m128i commas = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(','));
        const __m128i newlines = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n'));
        const __m128i quotes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
        marks.separators |= bits(_mm_or_si128(commas, newlines), i);
        any_quotes = _mm_or_si128(any_quotes, quotes);
    }
    if (_mm_movemask_epi8(any_quotes) != 0) [[unlikely]] {
        for (unsigned i = 0; i < 64; i += 16) {
            const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from + i));
            marks.quotes |= bits(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')), i);
        }
    }
#else
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t low_bits = 0x7F * ones;
    for (unsigned i = 0; i < 64; i += 8) {
        const std::uint64_t bytes = load_word(from + i);
        // The highest bit of each byte that is equal, then these eight bits side by side.
        const auto mask = [bytes, i](char wanted) {
            const std::uint64_t differing = bytes ^ (ones * static_cast<unsigned char>(wanted));
            const std::uint64_t equal =
                ~(((differing & low_bits) + low_bits) | differing | low_bits);
            return ((equal >> 7U) * 0x0102040810204080U >> 56U) << i;
        };
        marks.separators |= mask(',') | mask('\n');
        marks.quotes |= mask('"');
    }
#endif
    return marks;
}

/// How many bits are set. std::popcount is a call where the processor need not have it.
constexpr unsigned count_bits(std::uint64_t word) {
    word -= word >> 1U & 0x5555555555555555U;
    word = (word & 0x3333333333333333U) + (word >> 2U & 0x3333333333333333U);
    word = (word + (word >> 4U)) & 0x0F0F0F0F0F0F0F0FU;
    return static_cast<unsigned>(word * 0x0101010101010101U >> 56U);
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
