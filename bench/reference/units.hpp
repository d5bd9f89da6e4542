#pragma once
/// @file
/// The assessed units and their domains.
#include "input.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace heng::bench {

constexpr std::size_t domains_max = 64;

struct Unit {
    std::uint16_t review_1e2 = 0;
    std::uint16_t indicator_1e2 = 0;
    std::uint16_t total_1e2 = 0;
    std::uint8_t domain = 0;
    std::uint8_t flags = 0;
};
constexpr std::uint8_t veto_flag = 1;
constexpr std::uint8_t serious_flag = 2;

/// The domains in the order in which they were first seen, by any thread.
class Domains {
public:
    std::uint8_t find(const char* begin, const char* end) {
        const std::uint64_t key = word_key(begin, end);
        const std::size_t known = known_.load(std::memory_order_acquire);
        for (std::size_t i = 0; i < known; ++i) {
            if (keys_[i] == key) return static_cast<std::uint8_t>(i);
        }
        return add({begin, end}, key);
    }

    [[nodiscard]] std::size_t size() const { return known_; }
    [[nodiscard]] std::string_view name(std::size_t domain) const { return names_[domain]; }

private:
    std::uint8_t add(std::string_view name, std::uint64_t key) {
        while (adding_.test_and_set(std::memory_order_acquire)) {
        }
        const std::size_t known = known_;
        const auto place = static_cast<std::size_t>(
            std::find(keys_.begin(), keys_.begin() + known, key) - keys_.begin());
        if (place == domains_max) throw std::runtime_error("too many domains");
        if (place == known) {
            keys_[place] = key;
            names_[place] = name;
            known_.store(known + 1, std::memory_order_release);
        }
        adding_.clear(std::memory_order_release);
        return static_cast<std::uint8_t>(place);
    }

    std::array<std::uint64_t, domains_max> keys_{};
    std::array<std::string, domains_max> names_;
    std::atomic<std::size_t> known_ = 0;
    std::atomic_flag adding_;
};

/// Unit ids are 1..N in file order, so the last row tells how many there are.
inline std::size_t count_units(const InputFile& file, InputFile::Buffer& buffer) {
    const auto id = Row(file.read_last_row(buffer).begin).field();
    return parse_number(id.begin, id.end);
}

inline void parse_units(const Rows& rows, Domains& domains, Unit* units) {
    for (const char* place = rows.begin; place < rows.end;) {
        Row row(place);
        const auto id = row.field();
        const auto domain = row.field();
        const auto review = row.field();
        const auto veto = row.field();
        Unit& unit = units[parse_number(id.begin, id.end) - 1];
        unit.domain = domains.find(domain.begin, domain.end);
        unit.review_1e2 = static_cast<std::uint16_t>(parse_hundredths(review.begin, review.end));
        unit.flags = static_cast<std::uint8_t>((*veto.begin & 1) * veto_flag +
                                               (*row.last_field() & 1) * serious_flag);
        place = row.next_row();
    }
}

}  // namespace heng::bench
