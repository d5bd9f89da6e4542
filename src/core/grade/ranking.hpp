#pragma once
/// @file
/// Competition ranking of published totals: units with the same total share a place.
#include "core/base/decimal.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace heng::grade {

/// Units with one total. Ranks `first` … `first + count - 1` belong to them, and all carry `first`.
struct Tie {
    Decimal total;
    std::uint32_t first = 1;
    std::uint32_t count = 0;
    std::uint32_t last() const { return first + count - 1; }
};

class Ranking {
public:
    /// Linear in the number of totals where they lie close together, as scores do; else sorts.
    explicit Ranking(const std::vector<Decimal>& totals);

    /// From the highest total to the lowest.
    const std::vector<Tie>& ties() const { return ties_; }
    /// Index into `ties()` of a total that was ranked.
    std::size_t tie_of(Decimal total) const;

private:
    void count_by_table(const std::vector<Decimal>& totals, std::int64_t low, std::int64_t high);
    void count_by_sorting(const std::vector<Decimal>& totals);
    void number_ranks();

    std::vector<Tie> ties_;
    std::vector<std::uint32_t> tie_by_offset_;  ///< From the lowest total on; empty where sorted.
    std::int64_t low_ = 0;
};

}  // namespace heng::grade
