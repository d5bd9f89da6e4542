#pragma once
/// @file
/// Competition ranking of published totals: units with the same total share a place.
#include "core/base/decimal.hpp"
#include "core/base/divisor.hpp"

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
    void count_by_table(const std::vector<Decimal>& totals, std::int64_t rows, std::int64_t step);
    void count_by_sorting(const std::vector<Decimal>& totals);
    void number_ranks();

    std::vector<Tie> ties_;
    /// From the lowest total on, one for each `step_`; empty where sorted.
    std::vector<std::uint32_t> tie_by_offset_;
    std::int64_t low_ = 0;
    Divisor step_{1};

    std::size_t offset(Decimal total) const {
        return static_cast<std::size_t>(step_.quotient(total.units() - low_));
    }
};

}  // namespace heng::grade
