#pragma once
/// @file
/// A year in which one unit's facts are otherwise. It lives only as long as the question.
#include "core/view/scope.hpp"

#include <string>
#include <vector>

namespace heng::view {

/// What is supposed to be otherwise about one unit.
struct Supposed {
    struct Corrected {
        cycle::FindingId finding;
        Decimal value;
    };
    struct Added {
        std::string branch;
        Decimal value;
        std::string case_id;  ///< Empty: a fact of its own.
    };
    std::vector<cycle::FindingId> without;
    std::vector<Corrected> corrected;
    std::vector<Added> added;
    std::optional<Decimal> review;
};

/// The year as it would be, or every reason why it cannot be supposed:
///   - `record_unknown`   of a finding that is not the unit's, or does not count;
///   - `branch_unknown`, `branch_not_in_domain`, `value_out_of_range`
[[nodiscard]] Checked<cycle::Cycle> suppose(const YearScope& year, const cycle::UnitId& unit,
                                            const cycle::DomainId& domain,
                                            const Supposed& supposed);

}  // namespace heng::view
