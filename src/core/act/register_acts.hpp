#pragma once
/// @file
/// The acts of the register: people, bodies and units.
#include "core/act/act.hpp"

namespace heng::act {

extern const Act found;
extern const Act add_body;
extern const Act add_person;
extern const Act appoint;
extern const Act dismiss;
extern const Act enrol_unit;
extern const Act move_unit;
extern const Act rename_unit;
extern const Act merge_units;
extern const Act exempt_unit;

}  // namespace heng::act
