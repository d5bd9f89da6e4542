#pragma once
/// @file
/// Facts beside the score that bear on the grade (A16.3 to A16.6, A18.4), each with its evidence.
#include "core/cycle/ids.hpp"
#include "core/grade/grade.hpp"
#include "core/scheme/scheme.hpp"

#include <string_view>

namespace heng::cycle {

/// What the circumstances of one unit mean for its grade.
struct Bearing {
    scheme::Grade best = scheme::Grade::good;  ///< By the bars that apply (A16.5, A16.6).
    bool serious = false;                      ///< Major problem with serious effect (A16.4).
    bool no_progress = false;                  ///< No evident progress (A16.3).
    std::uint8_t lowered_by = 0;               ///< For fraud (A18.4).
};

struct Circumstances {
    /// Of the confirmed circumstances of the unit, under the bars of `scheme`.
    Bearing bearing_of(const scheme::Scheme& scheme, std::string_view unit) const;
    bool operator==(const Circumstances&) const = default;
};

}  // namespace heng::cycle
