#pragma once
/// @file
/// How units stand: their sheets, totals, ranks and proposed grades, computed from the facts of a
/// year under an edition (A9, A14, A16).
#include "core/cycle/rulebook.hpp"
#include "core/cycle/state.hpp"
#include "core/grade/grade.hpp"
#include "core/score/unit_score.hpp"

#include <optional>
#include <vector>

namespace heng::cycle {

/// One unit's findings and what they cost.
struct UnitSheet {
    std::vector<FindingId> ids;             ///< Beside `findings`.
    std::vector<score::Finding> findings;   ///< The confirmed ones, in ledger order.
    std::vector<FindingId> without_clause;  ///< Confirmed, but no branch of the edition takes them.
    score::UnitScore score;
};
UnitSheet sheet_of(const Cycle& cycle, const Rulebook& rulebook, const UnitId& unit,
                   std::string_view domain);

/// What the unit has lost in a category of the domain's table.
Decimal category_lost(const Rulebook& rulebook, std::string_view domain,
                      const scheme::Category& category, const UnitSheet& sheet);

struct UnitStanding {
    UnitId unit;
    Decimal indicator;              ///< Exact.
    std::optional<Decimal> review;  ///< Exact; nothing before it is taken in.
    score::Published published;     ///< Without a review its share counts as not yet earned: 0.
    Bearing bearing;
    grade::Standing standing;
    grade::Outcome proposed;  ///< What the rules settle, and what they leave open.
};

/// All participants of one domain, in the order of their ids.
struct DomainStanding {
    DomainId domain;
    std::vector<UnitStanding> units;
    bool is_complete = false;  ///< Every unit has its review score.
    std::uint32_t quota = 0;
};
DomainStanding standing_of(const State& state, const Cycle& cycle, const Rulebook& rulebook,
                           std::string_view domain, Date day);
/// The same of these units and no others.
DomainStanding standing_of(const Cycle& cycle, const Rulebook& rulebook, std::string_view domain,
                           const std::vector<UnitId>& units);

}  // namespace heng::cycle
