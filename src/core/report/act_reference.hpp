#pragma once
/// @file
/// What the program says about itself: docs/reference/acts.md and permissions.md, printed from the
/// acts and the tables of who may do and see what, in both languages.
#include "core/report/document.hpp"

namespace heng::report {

/// Every act, stage by stage: its name, what it implements, who may do it and when, its fields.
Document act_reference();

/// Every act × capacity and every view × capacity, with the relation that is asked for.
Document permission_reference();

}  // namespace heng::report
