#include "core/score/sheet.hpp"

namespace heng::score {

std::int64_t proportional_amount(const Rule& rule, std::int64_t quantity) {
    const std::int64_t whole = std::min(quantity / rule.step, rule.steps_max);
    const std::int64_t rest = quantity % rule.step;
    const Decimal share = divide(Int128{rest} * rule.price, Int128{rule.step} * Decimal::one,
                                 {4, RoundingMode::half_up});
    return std::min(whole * rule.price + share.units(), all_points);
}

Sheet::Sheet(const Rules& rules)
    : rules_(&rules),
      unlimited_(static_cast<std::uint32_t>(rules.limits.size())),
      sums_(rules.branches.size()),
      standing_(rules.accounts()),
      limits_left_(rules.limits.size() + 1),
      floors_left_(rules.floors.size()),
      write_offs_(rules.write_offs.size()) {
    clear();
}

void Sheet::clear() {
    std::fill(sums_.begin(), sums_.end(), 0);
    std::fill(standing_.begin(), standing_.end(), 0);
    std::copy(rules_->limits.begin(), rules_->limits.end(), limits_left_.begin());
    limits_left_[unlimited_] = std::numeric_limits<std::int64_t>::max();
    std::copy(rules_->floors.begin(), rules_->floors.end(), floors_left_.begin());
    std::fill(write_offs_.begin(), write_offs_.end(), WriteOff{});
    lost_ = 0;
    gained_ = 0;
    vetoed_ = false;
}

std::int64_t Sheet::limit_to_task(const Rule& rule, std::int64_t wanted) {
    WriteOff& task = write_offs_[rule.write_off];
    if (rule.effect == scheme::Effect::zero) {
        const std::int64_t left = rules_->write_offs[rule.write_off] - task.lost;
        return std::min(wanted, std::max<std::int64_t>(left, 0));
    }
    const std::int64_t already = std::min(wanted, task.ahead);
    task.ahead -= already;
    return wanted - already;
}

void Sheet::settle(const Rule& rule, std::int64_t taken) {
    WriteOff& task = write_offs_[rule.write_off];
    task.lost += taken;
    if (rule.effect == scheme::Effect::zero) task.ahead += taken;
}

}  // namespace heng::score
