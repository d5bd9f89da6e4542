#pragma once
/// @file
/// Reads CSV rows without a loop over bytes.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

    /// The header and what follows it.
    Rows read_header(Buffer& buffer) const { return read(0, row_bytes_max, buffer); }

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

[[noreturn]] inline void refuse(const char* what) {
    throw std::runtime_error(what);
}

/// The value of eight bytes, each a digit less the character 0, the first one most significant.
/// Sets `is_good` to false if one of them is none.
inline std::uint32_t digits_value(std::uint64_t word, bool& is_good) {
    is_good &= ((word | (word + 0x7676767676767676U)) & 0x8080808080808080U) == 0;
    word = (word * 2561) >> 8U;
    word = ((word & 0x00FF00FF00FF00FFU) * 6553601) >> 16U;
    word = ((word & 0x0000FFFF0000FFFFU) * 42949672960001) >> 32U;
    return static_cast<std::uint32_t>(word);
}

/// Eight bytes that end with a text of 1 to 8 bytes, each less the character 0, zeros in front.
inline std::uint64_t load_digits(std::string_view text) {
    return (load(text.data()) ^ 0x3030303030303030U) << ((64 - 8 * text.size()) % 64);
}

/// A number of 1 to 8 digits.
inline std::uint32_t parse_number(std::string_view text, bool& is_good) {
    is_good &= text.size() - 1 < 8;
    return digits_value(load_digits(text), is_good);
}

/// The same, for numbers that mostly have one digit.
inline std::uint32_t parse_count(std::string_view text, bool& is_good) {
    if (text.size() != 1) return parse_number(text, is_good);
    const auto digit = static_cast<std::uint32_t>(text.front() - '0');
    is_good &= digit < 10;
    return digit;
}

/// A number of up to 3 digits before and 2 behind the point, times 100.
inline std::uint32_t parse_hundredths(std::string_view text, bool& is_good) {
    const std::uint64_t word = load_digits(text);
    constexpr std::uint64_t decimals = 0xFFFF000000000000U;
    is_good &= text.size() - 4 < 3 && (word >> 40U & 0xFFU) == ('.' ^ '0');
    return digits_value(((word << 8U) & ~decimals) | (word & decimals), is_good);
}

/// The last 8 bytes of a word of at least one, or all of a shorter one. Reads up to 8 bytes before
/// its end.
inline std::uint64_t word_key(std::string_view word) {
    const auto length = static_cast<unsigned>(std::min<std::size_t>(word.size(), 8));
    return load(word.data() + word.size() - 8) >> ((64 - 8 * length) % 64);
}

/// A bit for each of the 32 bytes at `from` that equals `wanted`.
inline std::uint64_t matches(const char* from, char wanted) {
#ifdef __SSE2__
    const __m128i pattern = _mm_set1_epi8(wanted);
    const auto mask = [&](const char* place) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(place));
        return static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, pattern)));
    };
    return mask(from) | static_cast<std::uint64_t>(mask(from + 16)) << 16U;
#else
    std::uint64_t mask = 0;
    for (unsigned i = 0; i < 32; ++i) mask |= std::uint64_t{from[i] == wanted} << i;
    return mask;
#endif
}

/// One row cut at its commas into so many fields. Quotation marks need no look: in a field that
/// must be a number or a known word, they are refused with it.
template <std::size_t count>
class Row {
public:
    explicit Row(const char* begin) {
        std::uint64_t commas = matches(begin, ',');
        std::uint64_t newlines = matches(begin, '\n');
        if (newlines == 0) [[unlikely]] {
            commas |= matches(begin + 32, ',') << 32U;
            newlines = matches(begin + 32, '\n') << 32U;
            if (newlines == 0) refuse("a row above 64 bytes");
        }
        commas &= (newlines - 1) & ~newlines;
        std::uint64_t last_comma = 0;
        begins_[0] = begin;
        for (std::size_t i = 1; i < count; ++i) {
            last_comma = commas;
            begins_[i] = begin + std::countr_zero(commas) + 1;
            commas &= commas - 1;
        }
        begins_[count] = begin + std::countr_zero(newlines) + 1;
        if ((last_comma == 0) | (commas != 0)) [[unlikely]] {
            refuse("a row of fewer or more fields");
        }
    }

    std::string_view operator[](std::size_t field) const {
        const auto length = static_cast<std::size_t>(begins_[field + 1] - begins_[field]);
        return {begins_[field], length - 1};
    }
    [[nodiscard]] const char* next_row() const { return begins_[count]; }

private:
    std::array<const char*, count + 1> begins_;
};

/// In which field each of some columns stands, by the header.
template <std::size_t count>
std::array<std::size_t, count> find_columns(const InputFile& file, InputFile::Buffer& buffer,
                                            const std::array<std::string_view, count>& names) {
    const Row<count> header(file.read_header(buffer).begin);
    std::array<std::size_t, count> fields{};
    for (std::size_t i = 0; i < count; ++i) {
        while (fields[i] < count && header[fields[i]] != names[i]) ++fields[i];
        if (fields[i] == count) refuse("a header without a column");
    }
    return fields;
}

}  // namespace heng::bench
