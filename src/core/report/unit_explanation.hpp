#pragma once
/// @file
/// Why a unit has the score and the grade it has: from grade to total to task to clause to finding
/// (A9.4, A20.2).
#include "core/grade/grade.hpp"
#include "core/report/document.hpp"
#include "core/score/publish.hpp"
#include "core/score/unit_score.hpp"

#include <cstddef>
#include <span>
#include <string>

namespace heng::report {

/// One unit with everything that its result was computed from.
struct UnitCase {
    const scheme::Scheme& scheme;
    const scheme::Domain& domain;
    const score::Rules& rules;
    std::string unit;  ///< Id, and name where the register gives one.
    std::span<const score::Finding> findings;
    const score::UnitScore& score;
    score::Published published;
    grade::Standing standing;
    grade::Outcome outcome;
    std::size_t units_in_domain = 0;
    const grade::Settled* settled = nullptr;  ///< Null where nobody decided the grade.
};

/// The whole explanation. Every deduction names its finding, clause, assessor and basis; every
/// convention that mattered is marked as such.
Document explain_unit(const UnitCase& unit, Language language);

}  // namespace heng::report
