#pragma once
/// @file
/// The acts of each stage of the year. A stage's list stands in a file of its own, each act too.
#include "core/act/act.hpp"

namespace heng::act {

/// The only act without a permission: it makes the three administrators of an empty ledger.
inline constexpr std::string_view founding_act = "found";
/// The act that makes the year which its field names.
inline constexpr std::string_view opening_of_year = "open_year";

std::span<const Act* const> register_acts();
std::span<const Act* const> indicator_acts();
std::span<const Act* const> finding_acts();
std::span<const Act* const> monitoring_acts();
std::span<const Act* const> half_year_acts();
std::span<const Act* const> year_end_acts();
std::span<const Act* const> review_acts();
std::span<const Act* const> circumstance_acts();
std::span<const Act* const> grading_acts();
std::span<const Act* const> aftermath_acts();

}  // namespace heng::act
