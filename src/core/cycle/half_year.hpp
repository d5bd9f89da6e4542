#pragma once
/// @file
/// The half-year evaluation (A12): self-checks, their review, the circular.
#include "core/cycle/ids.hpp"

namespace heng::cycle {

struct HalfYear {
    bool operator==(const HalfYear&) const = default;
};

}  // namespace heng::cycle
