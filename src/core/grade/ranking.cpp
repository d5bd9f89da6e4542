#include "core/grade/ranking.hpp"

#include <algorithm>
#include <functional>

namespace heng::grade {

namespace {

/// The ten-thousandths between one published total and the next: the places that none of them uses.
std::int64_t step_between(const std::vector<Decimal>& totals, std::int64_t low) {
    for (std::int64_t step = Decimal::one; step > 1; step /= 10) {
        const Divisor steps(step);
        const bool is_step = std::all_of(totals.begin(), totals.end(), [&](Decimal total) {
            const std::int64_t distance = total.units() - low;
            return steps.quotient(distance) * step == distance;
        });
        if (is_step) return step;
    }
    return 1;
}

}  // namespace

Ranking::Ranking(const std::vector<Decimal>& totals) {
    if (totals.empty()) return;
    const auto [low, high] = std::minmax_element(totals.begin(), totals.end());
    const Int128 range = Int128{high->units()} - low->units();
    constexpr std::int64_t range_max = std::int64_t{1} << 61U;
    // A table of counts pays while it is not much longer than the list it replaces sorting.
    low_ = low->units();
    const std::int64_t step = range < range_max ? step_between(totals, low_) : 1;
    if (range / step < Int128{4} * static_cast<std::int64_t>(totals.size())) {
        step_ = Divisor(step);
        count_by_table(totals, static_cast<std::int64_t>(range / step) + 1, step);
    } else {
        count_by_sorting(totals);
    }
    number_ranks();
}

void Ranking::count_by_table(const std::vector<Decimal>& totals, std::int64_t rows,
                             std::int64_t step) {
    std::vector<std::uint32_t> counts(static_cast<std::size_t>(rows));
    for (const Decimal total : totals) ++counts[offset(total)];
    tie_by_offset_.resize(counts.size());
    for (std::size_t row = counts.size(); row-- > 0;) {
        if (counts[row] == 0) continue;
        tie_by_offset_[row] = static_cast<std::uint32_t>(ties_.size());
        const Decimal total = Decimal::of_units(low_ + static_cast<std::int64_t>(row) * step);
        ties_.push_back({total, 1, counts[row]});
    }
}

void Ranking::count_by_sorting(const std::vector<Decimal>& totals) {
    std::vector<Decimal> sorted = totals;
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    for (const Decimal total : sorted) {
        if (ties_.empty() || ties_.back().total != total) ties_.push_back({total, 1, 0});
        ++ties_.back().count;
    }
}

void Ranking::number_ranks() {
    std::uint32_t next = 1;
    for (Tie& tie : ties_) {
        tie.first = next;
        next += tie.count;
    }
}

std::size_t Ranking::tie_of(Decimal total) const {
    if (!tie_by_offset_.empty()) {
        return tie_by_offset_[offset(total)];
    }
    const auto found =
        std::lower_bound(ties_.begin(), ties_.end(), total,
                         [](const Tie& tie, Decimal wanted) { return tie.total > wanted; });
    return static_cast<std::size_t>(found - ties_.begin());
}

}  // namespace heng::grade
