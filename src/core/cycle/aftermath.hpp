#pragma once
/// @file
/// What follows a published result (A17 to A20): rechecks and appeals, explanations,
/// consequences, misconduct.
#include "core/cycle/ids.hpp"

namespace heng::cycle {

struct Aftermath {
    bool operator==(const Aftermath&) const = default;
};

}  // namespace heng::cycle
