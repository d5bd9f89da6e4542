#pragma once
/// @file
/// The acts by which a year's indicators are made, issued and changed (A8).
#include "core/act/act.hpp"

namespace heng::act {

extern const Act open_year;

}  // namespace heng::act
