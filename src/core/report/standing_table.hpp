#pragma once
/// @file
/// The ranking of one domain, as it is published (A15.2, A16.1).
#include "core/grade/grade.hpp"
#include "core/report/document.hpp"
#include "core/score/publish.hpp"

#include <optional>
#include <string>
#include <vector>

namespace heng::report {

struct StandingRow {
    std::string unit;  ///< As people call it.
    score::Published published;
    grade::Outcome outcome;
    std::optional<grade::Settled> settled;  ///< Where people decided the grade.
};

/// A heading, the table from the first rank to the last, and what people still have to decide or
/// why they have decided as they did.
/// Rows of one rank keep their order.
Document standing_table(const scheme::Scheme& scheme, const scheme::Domain& domain,
                        std::vector<StandingRow> rows, Language language);

/// Question ids for machines, joined by `;`.
std::string question_ids(const grade::Outcome& outcome);

}  // namespace heng::report
