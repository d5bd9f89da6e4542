#pragma once
/// @file
/// Counts and scores the units of one partition, within the L2 cache.
#include "records.hpp"
#include "scheme.hpp"
#include "units.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

namespace heng::bench {

using Counts = std::array<std::array<std::uint16_t, partition_units>, branches_max>;
using Losses = std::array<std::uint32_t, partition_units>;

/// What a branch costs by the amount in its cell, prepared to keep the loop over units simple.
struct Tariff {
    std::uint32_t points_1e4 = 0;  ///< For a flat or linear cost; else there is a table.
    std::uint16_t amount_max = 0;  ///< More costs no more: the task has no more points.
    std::vector<std::uint32_t> cost_1e4;
};

/// Loss in points for a count, or for the worst measured value as an amount (see `BranchIndex`).
inline std::int64_t branch_loss_1e4(const Branch& branch, std::int64_t amount) {
    std::int64_t charged_1e4 = amount * 10'000;
    if (branch.basis == Basis::once) return amount > 0 ? branch.points_1e4 : 0;
    if (branch.basis == Basis::shortfall) {
        charged_1e4 -= (10'000 - branch.target_1e4 % 10'000) % 10'000;  // What rounding added.
    }
    if (branch.basis == Basis::excess) charged_1e4 -= branch.target_1e4;
    return branch.points_1e4 * (std::max<std::int64_t>(charged_1e4, 0) / branch.step_1e4);
}

inline Tariff make_tariff(const Branch& branch, std::int64_t task_points_1e4) {
    Tariff tariff;
    std::int64_t loss = 0;
    for (std::int64_t amount = 0; amount <= 0xFFFF && loss < task_points_1e4; ++amount) {
        loss = std::min(branch_loss_1e4(branch, amount), task_points_1e4);
        tariff.amount_max = static_cast<std::uint16_t>(amount);
        tariff.cost_1e4.push_back(static_cast<std::uint32_t>(loss));
        if (branch.basis == Basis::once && amount == 1) break;
    }
    const bool is_linear = branch.basis == Basis::each && branch.step_1e4 == 10'000;
    if (branch.basis == Basis::once || is_linear) {
        tariff.points_1e4 = static_cast<std::uint32_t>(branch.points_1e4);
        tariff.cost_1e4.clear();
    }
    return tariff;
}

/// Scores the units of a partition; each thread has one.
class Scorer {
public:
    explicit Scorer(const Scheme& scheme) : scheme_(scheme) {
        for (std::size_t i = 0; i < scheme.branches.size(); ++i) {
            const Branch& branch = scheme.branches[i];
            sum_mask_[i] = branch.basis == Basis::once || branch.basis == Basis::each ? ~0U : 0;
            tariffs_.push_back(make_tariff(branch, scheme.task_points_1e4[branch.task]));
        }
        for (const std::int64_t points : scheme.task_points_1e4) full_1e4_ += points;
    }

    void clear() { std::memset(&counts_, 0, scheme_.branches.size() * sizeof counts_[0]); }

    /// Adds to the count, or keeps the worst measured value.
    void add(std::uint32_t record) {
        const std::uint32_t branch = record >> partition_bits & (branches_max - 1);
        std::uint16_t& cell = counts_[branch][record % partition_units];
        const std::uint32_t value = record >> cell_bits;
        const std::uint32_t sum = value + (cell & sum_mask_[branch]);
        cell = static_cast<std::uint16_t>(
            std::min<std::uint32_t>(std::max<std::uint32_t>(sum, cell), 0xFFFF));
    }

    /// Publishes indicator scores and totals, half up to 2 places.
    void publish(Unit* units, std::size_t count) {
        Losses losses{};
        std::size_t branch = 0;
        for (std::size_t task = 0; task < scheme_.task_points_1e4.size(); ++task) {
            Losses task_losses{};
            for (; branch < tariffs_.size() && scheme_.branches[branch].task == task; ++branch) {
                charge(branch, task_losses);
            }
            const auto most = static_cast<std::uint32_t>(scheme_.task_points_1e4[task]);
            for (std::size_t u = 0; u < partition_units; ++u) {
                losses[u] += std::min(task_losses[u], most);
            }
        }
        for (std::size_t u = 0; u < count; ++u) {
            const auto indicator_1e4 = static_cast<std::uint32_t>(full_1e4_ - losses[u]);
            const std::uint32_t total_1e6 = indicator_1e4 * 80 + units[u].review_1e2 * 2'000U;
            units[u].indicator_1e2 = static_cast<std::uint16_t>((indicator_1e4 + 50) / 100);
            units[u].total_1e2 = static_cast<std::uint16_t>((total_1e6 + 5'000) / 10'000);
        }
    }

private:
    void charge(std::size_t branch, Losses& losses) const {
        const Tariff& tariff = tariffs_[branch];
        const auto& counts = counts_[branch];
        const std::uint16_t amount_max = tariff.amount_max;
        if (tariff.cost_1e4.empty()) {
            const std::uint32_t points = tariff.points_1e4;
            for (std::size_t u = 0; u < partition_units; ++u) {
                losses[u] += points * std::min(counts[u], amount_max);
            }
        } else {
            const std::uint32_t* const cost = tariff.cost_1e4.data();
            for (std::size_t u = 0; u < partition_units; ++u) {
                losses[u] += cost[std::min(counts[u], amount_max)];
            }
        }
    }

    const Scheme& scheme_;
    std::vector<Tariff> tariffs_;
    std::array<std::uint32_t, branches_max> sum_mask_{};
    std::int64_t full_1e4_ = 0;
    alignas(64) Counts counts_{};
};

}  // namespace heng::bench
