#pragma once
/// @file
/// What one finding more or less would change, for the unit and for the others of its domain.
#include "core/grade/turning_point.hpp"
#include "core/report/document.hpp"

#include <string>
#include <vector>

namespace heng::report {

struct WhatIf {
    grade::UnitInDomain before;                    ///< The unit with its own findings.
    std::vector<grade::Outcome> proposals_before;  ///< Of the whole domain, by the rules alone.
    std::vector<grade::Decision> decisions;        ///< Those in force there.
    std::vector<score::Finding> findings_after;
    std::vector<std::string> unit_names;  ///< By index into the domain.
    std::string domain;
};

/// The unit's total, rank and grade before and after; whoever else moves; and the smallest set of
/// findings without which the unit would have a better grade by the rules. Decisions stay in force;
/// if the change takes the ground from under one of them, it is said why, and the grades after it
/// leave out those for a better grade than the rules propose.
Document what_if(const WhatIf& question, Language language);

}  // namespace heng::report
