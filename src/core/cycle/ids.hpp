#pragma once
/// @file
/// Names of what the ledger speaks of. A record is named by the number of the event that made it,
/// so that no name is used twice and each leads to its event.
#include "core/ledger/time_text.hpp"

#include <compare>
#include <cstdint>
#include <string>

namespace heng::cycle {

using ledger::Date;

/// The number of the event that made a record of kind `Of`; 0 in none.
template <class Of>
struct Id {
    std::int64_t seq = 0;
    auto operator<=>(const Id&) const = default;
};

/// As the register and the scheme write them.
using UnitId = std::string;
using PersonId = std::string;
using BodyName = std::string;
using DomainId = std::string;

}  // namespace heng::cycle
