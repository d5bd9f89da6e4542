#include "shell/csv/branch_table.hpp"

#include <algorithm>

namespace heng::csv {

namespace {

KnownBranch known_branch(const score::Rule& rule, app::BranchNumber number,
                         app::DomainIndex domain) {
    KnownBranch known{number, domain};
    if (!app::FindingLists::is_compact(number)) return known;
    const score::ValueRange range = score::value_range(rule);
    const std::int64_t high = range.high / Decimal::one;
    const std::int64_t low =
        (std::max<std::int64_t>(range.low, 0) + Decimal::one - 1) / Decimal::one;
    if (low >= app::FindingLists::compact_values) return known;
    known.plain_low = static_cast<std::uint16_t>(low);
    known.plain_high = static_cast<std::uint16_t>(
        std::min<std::int64_t>(high, app::FindingLists::compact_values - 1));
    return known;
}

}  // namespace

BranchTable branch_table(const app::DomainRules& rules) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        count += rules[static_cast<app::DomainIndex>(i)].branches.size();
    }
    BranchTable table(count);
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const auto domain = static_cast<app::DomainIndex>(i);
        const score::Rules& of_domain = rules[domain];
        for (score::BranchIndex b = 0; b < of_domain.branches.size(); ++b) {
            table.add(of_domain.origins[b].branch->id,
                      known_branch(of_domain.branches[b], rules.first_branch(domain) + b, domain));
        }
    }
    return table;
}

}  // namespace heng::csv
