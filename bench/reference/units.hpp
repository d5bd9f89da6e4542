#pragma once
/// @file
/// The assessed units and their domains.
#include "input.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace heng::bench {

struct Unit {
    std::uint16_t review_1e2 = 0;
    std::uint16_t indicator_1e2 = 0;
    std::uint16_t total_1e2 = 0;
    std::uint8_t domain = 0;
    std::uint8_t flags = 0;
};
constexpr std::uint8_t veto_flag = 1;
constexpr std::uint8_t serious_flag = 2;

/// The domains that units can be of.
class Domains {
public:
    explicit Domains(std::string_view list) {
        while (!list.empty()) {
            const std::size_t comma = std::min(list.find(','), list.size());
            // Room in front, for `word_key` reads eight bytes up to the end.
            names_.push_back(std::string(8, ' ') + std::string(list.substr(0, comma)));
            keys_.push_back(word_key(name(names_.size() - 1)));
            list.remove_prefix(std::min(comma + 1, list.size()));
        }
        if (names_.empty() || names_.size() > 256) refuse("1 to 256 domains are needed");
    }

    [[nodiscard]] std::uint8_t find(std::string_view wanted) const {
        if (wanted.empty()) refuse("an unknown domain");
        const std::uint64_t key = word_key(wanted);
        for (std::size_t i = 0; i < keys_.size(); ++i) {
            if (keys_[i] == key && name(i) == wanted) return static_cast<std::uint8_t>(i);
        }
        refuse("an unknown domain");
    }

    [[nodiscard]] std::size_t size() const { return names_.size(); }
    [[nodiscard]] std::string_view name(std::size_t domain) const {
        return std::string_view(names_[domain]).substr(8);
    }

private:
    std::vector<std::uint64_t> keys_;
    std::vector<std::string> names_;
};

/// Unit ids are 1..N in file order, so the last row tells how many there are, and all are different
/// if each is one more than the one before it.
class UnitReader {
public:
    UnitReader(const InputFile& file, InputFile::Buffer& buffer, const Domains& domains)
        : domains_(domains),
          columns_(find_columns<5>(file, buffer, {"unit", "domain", "review", "veto", "serious"})),
          begins_(file.chunks()),
          ends_(file.chunks()) {
        count_ = parse_id(Row<5>(file.read_last_row(buffer).begin));
    }

    [[nodiscard]] std::size_t count() const { return count_; }

    void parse(std::size_t chunk, const Rows& rows, Unit* units) {
        if (rows.begin >= rows.end) return;
        std::size_t next = parse_id(Row<5>(rows.begin));
        begins_[chunk] = next;
        for (const char* place = rows.begin; place < rows.end; ++next) {
            const Row<5> row(place);
            if (parse_id(row) != next || next > count_) refuse("a unit out of order");
            bool is_good = true;
            Unit& unit = units[next - 1];
            unit.domain = domains_.find(row[columns_[1]]);
            const std::uint32_t review = parse_hundredths(row[columns_[2]], is_good);
            unit.review_1e2 = static_cast<std::uint16_t>(review);
            unit.flags =
                static_cast<std::uint8_t>(parse_flag(row[columns_[3]], is_good) * veto_flag +
                                          parse_flag(row[columns_[4]], is_good) * serious_flag);
            if (!is_good || review > 10'000) refuse("a unit");
            place = row.next_row();
        }
        ends_[chunk] = next;
    }

    /// Ends the program if the chunks do not follow one another.
    void check() const {
        std::size_t next = 1;
        for (std::size_t i = 0; i < begins_.size(); ++i) {
            if (begins_[i] == 0) continue;
            if (begins_[i] != next) refuse("a unit out of order");
            next = ends_[i];
        }
        if (next != count_ + 1) refuse("a unit out of order");
    }

private:
    [[nodiscard]] std::size_t parse_id(const Row<5>& row) const {
        const std::string_view text = row[columns_[0]];
        bool is_good = text.front() != '0';
        const std::uint32_t id = parse_number(text, is_good);
        if (!is_good) refuse("a unit's id");
        return id;
    }

    static unsigned parse_flag(std::string_view text, bool& is_good) {
        const auto flag = static_cast<unsigned>(text.front() - '0');
        is_good &= text.size() == 1 && flag <= 1;
        return flag & 1U;
    }

    const Domains& domains_;
    std::array<std::size_t, 5> columns_;
    std::vector<std::size_t> begins_;  ///< The first unit of each chunk, 0 for none,
    std::vector<std::size_t> ends_;    ///< and the one behind its last.
    std::size_t count_ = 0;
};

}  // namespace heng::bench
