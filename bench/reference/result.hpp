#pragma once
/// @file
/// Ranks, grades and the result file.
#include "units.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace heng::bench {

/// Ranks within a domain by published total, from a histogram.
class Ranking {
public:
    static constexpr std::size_t totals = 10'001;  // 0.00 to 100.00

    void count(std::size_t total) { ++units_[total]; }

    void merge(const Ranking& other) {
        for (std::size_t i = 0; i < totals; ++i) units_[i] += other.units_[i];
    }

    void finish() {
        std::uint32_t above = 0;
        for (std::size_t total = totals; total-- > 0;) {
            if (units_[total] == 0) continue;
            rank_[total] = above + 1;
            above += units_[total];
            units_[total] = above;  // From here on: units with this total or a better one.
            lowest_ = total;
        }
        quota_ = above * 30 / 100;
    }

    [[nodiscard]] std::uint32_t rank(std::size_t total) const { return rank_[total]; }

    [[nodiscard]] std::string_view grade(const Unit& unit) const {
        if (unit.total_1e2 == lowest_ && (unit.flags & serious_flag) != 0) return "差";
        if ((unit.flags & veto_flag) != 0) return "一般";
        return units_[unit.total_1e2] <= quota_ ? "好" : "较好";
    }

private:
    std::array<std::uint32_t, totals> units_{};
    std::array<std::uint32_t, totals> rank_{};
    std::size_t lowest_ = 0;
    std::uint32_t quota_ = 0;
};

/// Formats blocks of units in parallel and writes each at its place.
class ResultWriter {
public:
    ResultWriter(const char* path, const Domains& domains, const std::vector<Ranking>& rankings)
        : file_(open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)),
          domains_(domains),
          rankings_(rankings) {
        if (file_ < 0) throw std::runtime_error(path);
        constexpr std::string_view header = "unit,domain,indicator,review,total,rank,grade\n";
        write_at(header, 0);
        offset_ = header.size();
    }
    ResultWriter(const ResultWriter&) = delete;
    ResultWriter& operator=(const ResultWriter&) = delete;
    ~ResultWriter() { close(file_); }

    static constexpr std::size_t block_units = 16'384;

    /// Blocks must be taken in order, as each one waits for the length of the one before.
    void write(std::size_t block, const Unit* units, std::size_t count, std::string& buffer) {
        buffer.resize(block_units * 128);
        char* end = buffer.data();
        for (std::size_t i = 0; i < count; ++i) {
            end = format(end, block * block_units + i + 1, units[i]);
        }
        const auto size = static_cast<std::size_t>(end - buffer.data());
        while (next_block_.load(std::memory_order_acquire) != block) std::this_thread::yield();
        const std::size_t offset = offset_;
        offset_ += size;
        next_block_.store(block + 1, std::memory_order_release);
        write_at({buffer.data(), size}, offset);
    }

private:
    static char* put(char* place, std::string_view text) {
        std::memcpy(place, text.data(), text.size());
        return place + text.size();
    }

    static char* put_hundredths(char* place, std::uint32_t number) {
        place = std::to_chars(place, place + 8, number / 100).ptr;
        *place++ = '.';
        *place++ = static_cast<char>('0' + number / 10 % 10);
        *place++ = static_cast<char>('0' + number % 10);
        *place++ = ',';
        return place;
    }

    char* format(char* place, std::size_t id, const Unit& unit) const {
        const Ranking& ranking = rankings_[unit.domain];
        place = std::to_chars(place, place + 10, id).ptr;
        *place++ = ',';
        place = put(place, domains_.name(unit.domain));
        *place++ = ',';
        place = put_hundredths(place, unit.indicator_1e2);
        place = put_hundredths(place, unit.review_1e2);
        place = put_hundredths(place, unit.total_1e2);
        place = std::to_chars(place, place + 10, ranking.rank(unit.total_1e2)).ptr;
        *place++ = ',';
        place = put(place, ranking.grade(unit));
        *place++ = '\n';
        return place;
    }

    void write_at(std::string_view text, std::size_t offset) const {
        if (pwrite(file_, text.data(), text.size(), static_cast<off_t>(offset)) !=
            static_cast<ssize_t>(text.size())) {
            throw std::runtime_error("cannot write the result");
        }
    }

    int file_;
    const Domains& domains_;
    const std::vector<Ranking>& rankings_;
    std::size_t offset_ = 0;
    std::atomic<std::size_t> next_block_ = 0;
};

}  // namespace heng::bench
