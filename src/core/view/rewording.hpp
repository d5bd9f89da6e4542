#pragma once
/// @file
/// Clauses of a scheme worded anew, with what the clause parser reads from them (A8.4, A9.3).
#include "core/base/result.hpp"
#include "core/scheme/scheme.hpp"

#include <span>
#include <string>

namespace heng::view {

/// One clause as it shall be.
struct Rewording {
    std::string domain;
    std::string task;    ///< Its number: (一).
    std::string clause;  ///< Its number; one that the task does not have is added at its end.
    std::string text;    ///< Names in a last 【…】 become its assessors. Empty: it is left out.
};

/// Branches keep their ids where their number stays; ids of others follow those of the clause, or
/// of its neighbours. An override of the reading goes with the wording that it was for.
/// @returns nothing, or `record_unknown` for every task that the scheme lacks; the others are done.
Issues reword(scheme::Scheme& scheme, std::span<const Rewording> wanted);

}  // namespace heng::view
