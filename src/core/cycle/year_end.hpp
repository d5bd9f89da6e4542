#pragma once
/// @file
/// The year-end assessment (A13): groups and the task sheets that they settle and sign.
#include "core/cycle/ids.hpp"

namespace heng::cycle {

struct YearEnd {
    bool operator==(const YearEnd&) const = default;
};

}  // namespace heng::cycle
