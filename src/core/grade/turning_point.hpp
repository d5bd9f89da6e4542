#pragma once
/// @file
/// How close a unit was to a better grade: the smallest set of findings without which it would have
/// it.
#include "core/grade/grade.hpp"
#include "core/score/publish.hpp"
#include "core/score/unit_score.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace heng::grade {

/// One unit among the others of its domain, which stay as they are.
struct UnitInDomain {
    const scheme::Scheme& scheme;
    const score::Rules& rules;
    std::span<const Standing> standings;       ///< Of all units of the domain.
    std::size_t unit = 0;                      ///< Into `standings`.
    Decimal review;                            ///< The unit's review score.
    std::span<const score::Finding> findings;  ///< The unit's, in ledger order.
    bool barred_by_register = false;  ///< Its bar does not come from a veto among the findings.
};

struct TurningPoint {
    std::vector<std::size_t> findings;  ///< Into `UnitInDomain::findings`, ascending.
    scheme::Grade grade = scheme::Grade::fair;
    Decimal total;
    /// False only where a unit has so many cases of several findings that not every combination was
    /// tried.
    bool proven_smallest = true;
};

/// The outcome of the unit if it had `findings` instead of its own.
Outcome regrade(const UnitInDomain& unit, std::span<const score::Finding> findings);

/// The unit's standing with `findings` instead of its own.
Standing restand(const UnitInDomain& unit, std::span<const score::Finding> findings);

/// @returns nothing if no removal of findings gives the unit a better grade. Of several smallest
/// sets the one that gains most.
std::optional<TurningPoint> turning_point(const UnitInDomain& unit);

}  // namespace heng::grade
