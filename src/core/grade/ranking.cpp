#include "core/grade/ranking.hpp"

#include <algorithm>
#include <functional>

namespace heng::grade {

Ranking::Ranking(const std::vector<Decimal>& totals) {
    if (totals.empty()) return;
    const auto [low, high] = std::minmax_element(totals.begin(), totals.end());
    // A table of counts pays while it is not much longer than the list it replaces sorting.
    const Int128 range = Int128{high->units()} - low->units();
    if (range < Int128{4} * static_cast<std::int64_t>(totals.size())) {
        count_by_table(totals, low->units(), high->units());
    } else {
        count_by_sorting(totals);
    }
    number_ranks();
}

void Ranking::count_by_table(const std::vector<Decimal>& totals, std::int64_t low,
                             std::int64_t high) {
    low_ = low;
    std::vector<std::uint32_t> counts(static_cast<std::size_t>(high - low + 1));
    for (const Decimal total : totals) ++counts[static_cast<std::size_t>(total.units() - low)];
    tie_by_offset_.resize(counts.size());
    for (std::size_t offset = counts.size(); offset-- > 0;) {
        if (counts[offset] == 0) continue;
        tie_by_offset_[offset] = static_cast<std::uint32_t>(ties_.size());
        const Decimal total = Decimal::of_units(low + static_cast<std::int64_t>(offset));
        ties_.push_back({total, 1, counts[offset]});
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
        return tie_by_offset_[static_cast<std::size_t>(total.units() - low_)];
    }
    const auto found =
        std::lower_bound(ties_.begin(), ties_.end(), total,
                         [](const Tie& tie, Decimal wanted) { return tie.total > wanted; });
    return static_cast<std::size_t>(found - ties_.begin());
}

}  // namespace heng::grade
