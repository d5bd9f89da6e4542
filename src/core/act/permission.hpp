#pragma once
/// @file
/// Who may do what: one table of capacity × act × relation to the subject (A5, A8, A11.7, SEC-15).
/// What it does not list is refused. docs/reference/permissions.md is printed from it.
#include "core/act/act.hpp"

#include <span>

namespace heng::act {

/// How the actor must stand to what the act concerns.
enum class Relation {
    any,             ///< No relation is asked for.
    own_domain,      ///< His body leads the domain.
    named_assessor,  ///< His body is one of the assessors of the clause, task or record.
    own_unit,        ///< He acts for the unit itself.
    lead_recused,    ///< The lead of the domain is itself the unit; he stands in for it (A11.1).
};
std::string_view name(Relation relation);
/// Whether `actor` stands so to `subject` on `day`; nobody leads a domain without a rulebook.
bool stands(Relation relation, const cycle::State& state, const cycle::Rulebook* rulebook,
            const Actor& actor, const Subject& subject, Date day);

struct Permission {
    std::string_view act;
    Capacity as;
    Relation relation;
    bool by_another_person = false;  ///< Not one of those who did the step before (ASVS 4.3.3).
};

std::span<const Permission> permissions();

/// Nothing if `actor` may do `act` to `subject` on `day`, else
///   - `act_not_permitted`      the table does not list it for this capacity and relation;
///   - `recusal`                it is about a unit that the actor belongs to (CALC-14);
///   - `second_person_needed`   the actor did the step before himself.
/// @pre the actor holds the capacity in which he acts.
[[nodiscard]] Result<void> check_permission(const cycle::State& state,
                                            const cycle::Rulebook* rulebook, const Actor& actor,
                                            const Act& act, const Subject& subject, Date day);

}  // namespace heng::act
