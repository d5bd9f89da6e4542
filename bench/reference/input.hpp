#pragma once
/// @file
/// Reads CSV rows without a loop over bytes.
#include <emmintrin.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <stdexcept>

namespace heng::bench {

constexpr std::size_t chunk_bytes = 256 * 1024;  // Stays in the L2 cache from read() to the loop.
constexpr std::size_t row_bytes_max = 64;

/// Whole rows in memory; 64 bytes before and behind them may be read.
struct Rows {
    const char* begin;
    const char* end;
};

/// A file read in chunks, by any number of threads at once.
class InputFile {
public:
    /// Holds the chunk that one thread works on.
    using Buffer = std::array<char, chunk_bytes + 4 * row_bytes_max>;

    explicit InputFile(const char* path) : file_(open(path, O_RDONLY | O_CLOEXEC)) {
        struct stat status {};
        if (file_ < 0 || fstat(file_, &status) != 0) throw std::runtime_error(path);
        size_ = static_cast<std::size_t>(status.st_size);
    }
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;
    ~InputFile() { close(file_); }

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::size_t chunks() const { return (size_ + chunk_bytes - 1) / chunk_bytes; }

    /// The rows that start in a chunk; the first chunk starts behind the header.
    Rows read_chunk(std::size_t chunk, Buffer& buffer) const {
        const std::size_t offset = chunk * chunk_bytes;
        const std::size_t before =
            chunk == 0 ? 0 : 1;  // A newline there makes the first byte a row.
        const Rows bytes = read(offset - before, before + chunk_bytes + row_bytes_max, buffer);
        const char* const end =
            std::min<const char*>(bytes.end, bytes.begin + before + chunk_bytes);
        const auto* newline = static_cast<const char*>(
            std::memchr(bytes.begin, '\n', static_cast<std::size_t>(end - bytes.begin)));
        return {newline == nullptr ? end : newline + 1, end};
    }

    /// The last row, which must end with a newline.
    Rows read_last_row(Buffer& buffer) const {
        const std::size_t length = std::min(size_, row_bytes_max);
        Rows row = read(size_ - length, length, buffer);
        const char* const whole = row.begin;
        for (row.begin = row.end - 1; row.begin > whole && row.begin[-1] != '\n';) --row.begin;
        return row;
    }

private:
    Rows read(std::size_t offset, std::size_t length, Buffer& buffer) const {
        char* const begin = buffer.data() + row_bytes_max;
        const ssize_t got = pread(file_, begin, length, static_cast<off_t>(offset));
        if (got < 0) throw std::runtime_error("cannot read");
        std::memset(begin + got, 0, row_bytes_max);
        return {begin, begin + got};
    }

    int file_;
    std::size_t size_ = 0;
};

inline std::uint64_t load(const char* from) {
    std::uint64_t word = 0;
    std::memcpy(&word, from, sizeof word);
    return word;
}

/// The value of eight bytes, each a digit or zero, the first byte most significant.
inline std::uint32_t digits_value(std::uint64_t word) {
    word &= 0x0F0F0F0F0F0F0F0FU;
    word = (word * 2561) >> 8U;
    word = ((word & 0x00FF00FF00FF00FFU) * 6553601) >> 16U;
    word = ((word & 0x0000FFFF0000FFFFU) * 42949672960001) >> 32U;
    return static_cast<std::uint32_t>(word);
}

/// A number of 1 to 8 digits.
inline std::uint32_t parse_number(const char* begin, const char* end) {
    return digits_value(load(begin) << (64 - 8 * static_cast<unsigned>(end - begin)));
}

/// A number of up to 5 digits before and 2 behind the point, times 100.
inline std::uint32_t parse_hundredths(const char* begin, const char* end) {
    const std::uint64_t word = load(begin) << (64 - 8 * static_cast<unsigned>(end - begin));
    constexpr std::uint64_t decimals = 0xFFFF000000000000U;
    return digits_value(((word << 8U) & ~decimals) | (word & decimals));
}

/// The last 8 bytes of a word, or all of a shorter one. Reads up to 8 bytes before its end.
inline std::uint64_t word_key(const char* begin, const char* end) {
    const auto length = static_cast<unsigned>(std::min<std::ptrdiff_t>(end - begin, 8));
    return load(end - 8) >> (64 - 8 * length);
}

/// A bit for each of the 32 bytes at `from` that equals `wanted`.
inline std::uint64_t matches(const char* from, char wanted) {
    const __m128i pattern = _mm_set1_epi8(wanted);
    const auto mask = [&](const char* place) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(place));
        return static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, pattern)));
    };
    return mask(from) | static_cast<std::uint64_t>(mask(from + 16)) << 16U;
}

/// The fields of one row, found by its commas.
class Row {
public:
    explicit Row(const char* begin) : next_field_(begin), commas_(matches(begin, ',')) {
        std::uint64_t newlines = matches(begin, '\n');
        if (newlines == 0) [[unlikely]] {
            commas_ |= matches(begin + 32, ',') << 32U;
            newlines = matches(begin + 32, '\n') << 32U;
            if (newlines == 0) throw std::runtime_error("a row above 64 bytes");
        }
        begin_ = begin;
        end_ = begin + std::countr_zero(newlines);
    }

    struct Field {
        const char* begin;
        const char* end;
    };

    /// The next field that ends with a comma.
    Field field() {
        const Field field{next_field_, begin_ + std::countr_zero(commas_)};
        commas_ &= commas_ - 1;
        next_field_ = field.end + 1;
        return field;
    }

    [[nodiscard]] const char* last_field() const { return next_field_; }
    [[nodiscard]] const char* next_row() const { return end_ + 1; }

private:
    const char* begin_;
    const char* end_;
    const char* next_field_;
    std::uint64_t commas_;
};

}  // namespace heng::bench
