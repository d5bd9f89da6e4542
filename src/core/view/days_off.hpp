#pragma once
/// @file
/// The days of a scheme's calendar that break the weekly rhythm, set anew. The State Council
/// publishes them each autumn for the year after, which is later than most schemes are written.
#include "core/base/result.hpp"
#include "core/scheme/scheme.hpp"

#include <string>
#include <vector>

namespace heng::view {

/// ISO dates, in any order, the same one perhaps several times.
struct DaysOff {
    std::vector<std::string> holidays;
    std::vector<std::string> working_weekends;
};

/// Sets both lists in order. Terms stay as they are: a statement or a convention fixes them.
/// @returns nothing, or a `date_unknown` for every text that is no date, and a
///   `working_day_unusable` for every make-up day that is no Saturday or Sunday or that is in both
///   lists; then the scheme is as it was.
Issues set_days_off(scheme::Scheme& scheme, DaysOff wanted);

}  // namespace heng::view
