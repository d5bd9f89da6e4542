#pragma once
/// @file
/// What one finding more or less would change, for the unit and for the others of its domain.
#include "core/grade/turning_point.hpp"
#include "core/report/document.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace heng::report {

struct WhatIf {
    grade::UnitInDomain before;                   ///< The unit with its own findings.
    std::vector<grade::Outcome> outcomes_before;  ///< Of the whole domain.
    std::vector<score::Finding> findings_after;
    std::function<std::string(std::size_t)> unit_name;  ///< By index into the domain.
};

/// The unit's total, rank and grade before and after; whoever else moves; and the smallest set of
/// findings without which the unit would have a better grade.
Document what_if(const WhatIf& question, Language language);

}  // namespace heng::report
