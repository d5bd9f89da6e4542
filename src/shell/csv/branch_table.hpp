#pragma once
/// @file
/// All branches of a scheme by id, with what reading a finding has to know of them.
#include "app/year.hpp"
#include "shell/csv/word_table.hpp"

#include <cstdint>

namespace heng::csv {

struct KnownBranch {
    app::BranchNumber branch = 0;
    app::DomainIndex domain = 0;
    /// The values, as whole numbers, that it accepts and that a list can hold in one word. None if
    /// the lowest is above the highest.
    std::uint16_t plain_low = 1;
    std::uint16_t plain_high = 0;
};

using BranchTable = WordTable<KnownBranch>;

BranchTable branch_table(const app::DomainRules& rules);

}  // namespace heng::csv
