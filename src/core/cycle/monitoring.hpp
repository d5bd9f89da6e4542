#pragma once
/// @file
/// Quarterly monitoring (A11): progress, and each matter from reminder to closure.
#include "core/cycle/ids.hpp"

namespace heng::cycle {

struct Monitoring {
    bool operator==(const Monitoring&) const = default;
};

}  // namespace heng::cycle
