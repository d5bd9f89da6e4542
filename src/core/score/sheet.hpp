#pragma once
/// @file
/// The running sheet of one unit: what its findings cost so far. The one place where a finding
/// becomes points; the explained score and the batch both go through `Sheet::apply`. Implements
/// A9.3 and A9.4.
#include "core/score/rules.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace heng::score {

/// Why a finding cost less than its clause asks, or nothing.
enum class Reason : std::uint8_t {
    none,
    already_counted,  ///< A flat deduction costs once, however often it is found.
    worse_counts,   ///< Of several measures or levels, the worst counts, and another one is worse.
    below_step,     ///< The step is not finished, or the demand is met.
    cap_reached,    ///< The cap of the clause.
    floor_reached,  ///< The task (or category) has nothing left to lose: 扣完为止.
    same_case,      ///< The same case costs once, at its highest clause.
};

/// What one finding claimed and got; ten-thousandths of a point.
struct Claim {
    std::int64_t asked;  ///< By the branch, given the unit's earlier findings on it.
    std::int64_t taken;  ///< After caps and floor; in [0, asked].
    Reason reason;       ///< Why `taken` is less than the clause alone would give.
};

/// The amount where an unfinished step costs its share.
std::int64_t proportional_amount(const Rule& rule, std::int64_t quantity);

/// What `value` costs by `rule` alone, before caps and floor. Values and result in ten-thousandths.
/// Amounts beyond `all_points` stop there.
inline std::int64_t amount(const Rule& rule, std::int64_t value) {
    const std::int64_t quantity = std::max<std::int64_t>(rule.sign * value + rule.offset, 0);
    if (rule.proportional) return proportional_amount(rule, quantity);
    return std::min(rule.steps.quotient(quantity), rule.steps_max) * rule.price;
}

/// Reusable for one unit after another. Findings must come in ledger order: the earlier ones use up
/// a cap first. The total does not depend on that order, only who is said to have cost it.
class Sheet {
public:
    explicit Sheet(const Rules& rules);

    /// Counts one finding. @pre branch < rules.branches.size(), and the value is in the rule's
    /// range.
    Claim apply(BranchIndex branch, std::int64_t value) {
        const Rule& rule = rules_->branches[branch];
        if (rule.effect == scheme::Effect::veto) {
            vetoed_ = vetoed_ || value > 0;
            return {0, 0, Reason::none};
        }
        // Counts add up; of several measures, levels or repeated flat deductions, the costliest
        // stands.
        const std::int64_t earlier = rule.adds_up ? -1 : 0;  // All bits of it count, or none.
        std::int64_t& sum = sums_[branch];
        sum = std::min(value + (sum & earlier), all_points);
        const std::int64_t cost = amount(rule, sum);
        std::int64_t& standing = standing_[rule.account];
        const std::int64_t asked = cost - (standing & earlier);
        const std::int64_t added = std::max<std::int64_t>(cost - standing, 0);
        standing += added;
        std::int64_t taken = added;
        taken = take(limits_left_[std::min(rule.limit, unlimited_)], taken);
        const std::int64_t within_cap = taken;
        if (rule.write_off != no_index) taken = limit_to_task(rule, taken);
        if (rule.floor != no_index) taken = take(floors_left_[rule.floor], taken);
        if (rule.write_off != no_index) settle(rule, taken);
        (rule.effect == scheme::Effect::award ? gained_ : lost_) += taken;
        if (taken < within_cap) return {asked, taken, Reason::floor_reached};
        if (taken < added) return {asked, taken, Reason::cap_reached};
        return {asked, taken, reason(rule, asked, added)};
    }

    /// Table points minus what was lost plus what was gained; ten-thousandths.
    std::int64_t indicator_score() const { return rules_->points - lost_ + gained_; }
    bool is_vetoed() const { return vetoed_; }

    /// Begins the next unit.
    void clear();

private:
    /// Why the cost of a branch grows by less than a finding asks.
    static Reason reason(const Rule& rule, std::int64_t asked, std::int64_t added) {
        if (asked == 0) return Reason::below_step;
        if (added == asked) return Reason::none;
        const bool is_flat = rule.basis == scheme::Basis::once;
        return is_flat ? Reason::already_counted : Reason::worse_counts;
    }

    /// What is left of `wanted`, taken from there.
    static std::int64_t take(std::int64_t& left, std::int64_t wanted) {
        const std::int64_t taken = std::min(wanted, left);
        left -= taken;
        return taken;
    }

    /// Where the floor is not the task's: what a task has lost, and what of that a `zero` took
    /// ahead of deductions yet to come.
    struct WriteOff {
        std::int64_t lost = 0;
        std::int64_t ahead = 0;
    };
    /// A zero takes what the task still has, and what others ask later is part of that.
    std::int64_t limit_to_task(const Rule& rule, std::int64_t wanted);
    void settle(const Rule& rule, std::int64_t taken);

    const Rules* rules_;
    std::uint32_t unlimited_;             ///< Into `limits_left_`, where there is no cap.
    std::vector<std::int64_t> sums_;      ///< What was counted on each branch.
    std::vector<std::int64_t> standing_;  ///< What each account costs so far.
    std::vector<std::int64_t> limits_left_;
    std::vector<std::int64_t> floors_left_;
    std::vector<WriteOff> write_offs_;
    std::int64_t lost_ = 0;
    std::int64_t gained_ = 0;
    bool vetoed_ = false;
};

}  // namespace heng::score
