#pragma once
/// @file
/// The score book of a domain: from findings to grade in formulas, so that an auditor can check the
/// arithmetic without this program (A9.3, A9.4, A14, A16; INT-9). What people recorded and decided
/// stands in it as it is; everything else follows by formulas, beside the values of the engine.
/// docs/reference/books.md describes the sheets.
#include "core/cycle/standing.hpp"
#include "core/report/book.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace heng::report {

/// What the ledger holds of a finding beside what is scored; empty where there is no ledger.
struct FindingSource {
    std::string body;
    std::string source;
    std::string recorded_on;
    std::string confirmed_on;
};

/// A unit with everything that its result was computed from.
struct ScoredUnit {
    std::string name;  ///< Its id where the register gives none.
    cycle::UnitStanding standing;
    std::vector<score::Finding> findings;  ///< Those that count, in ledger order.
    std::vector<FindingSource> sources;    ///< As many, or none.
    score::UnitScore score;
    /// What the facts beside its findings leave open: the bars without a veto among the findings.
    scheme::Grade best_by_facts = scheme::Grade::good;
    std::optional<cycle::Settlement> settled;
    std::optional<cycle::ResultRow> published;
};

/// What a score book is made of.
struct ScoredDomain {
    const scheme::Scheme& scheme;
    const scheme::Domain& domain;
    const score::Rules& rules;
    std::vector<ScoredUnit> units;  ///< All that are ranked, in the order of their ids.
    /// What, as of when, out of which ledger: name and value, for the first sheet.
    std::vector<std::pair<std::string, std::string>> origin;
};

/// @pre there is at least one unit, and the domain has a table.
Book score_book(const ScoredDomain& domain, Language language);

/// The domain as its year stands under the rulebook; the units of the last published version, or
/// before there is one, those that take part on `day`. Nothing if there are none, or no table.
std::optional<ScoredDomain> scored_domain(const cycle::State& state, const cycle::Cycle& cycle,
                                          const cycle::Rulebook& rulebook,
                                          const scheme::Domain& domain, cycle::Date day);

}  // namespace heng::report
