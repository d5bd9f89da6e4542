#pragma once
/// @file
/// Grading (A15, A16): proposal, deliberation, approval, and the published versions of the result.
#include "core/cycle/ids.hpp"

namespace heng::cycle {

struct Grading {
    bool operator==(const Grading&) const = default;
};

}  // namespace heng::cycle
