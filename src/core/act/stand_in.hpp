#pragma once
/// @file
/// Who acts where recusal leaves nobody: a body that is itself the assessed unit gives its part to
/// another named body (CALC-14).
#include "core/act/act.hpp"

namespace heng::act {

/// The bodies that record a fact of `unit` against the branch: those that the clause or its task
/// names; where each of them is the unit itself, as below.
std::vector<cycle::BodyName> bodies_for_branch(const Context& context,
                                               const cycle::BranchPlace& place,
                                               const cycle::UnitId& unit);

/// The bodies that settle and sign a task of `unit`: its assessors without those that are the unit
/// itself; where none is left, the lead of the domain; where that is the unit too, the office.
std::vector<cycle::BodyName> bodies_for_task(const Context& context,
                                             const cycle::Rulebook& rulebook,
                                             const cycle::SheetKey& key);

/// The office, where the lead of the domain is itself one of `units`; else nobody.
std::vector<cycle::BodyName> bodies_instead_of_lead(const Context& context,
                                                    const cycle::Rulebook& rulebook,
                                                    std::string_view domain,
                                                    std::span<const cycle::UnitId> units);

/// One `recusal` for each of `units` that `person` belongs to.
Issues recusals(const Context& context, const cycle::PersonId& person,
                std::span<const cycle::UnitId> units);

}  // namespace heng::act
