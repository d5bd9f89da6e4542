#pragma once
/// @file
/// Everything there is to say about a scheme: its structure, its regulation, and whether the
/// branches in the file are what the clause parser reads from the text.
#include "core/base/error.hpp"
#include "core/scheme/scheme.hpp"

namespace heng::app {

/// Errors first in the order of the scheme, then warnings. A clause whose branches differ from its
/// text is an error (`reading_differs`) unless the file gives a reason, which is then a warning.
Issues check_scheme(const scheme::Scheme& scheme);

}  // namespace heng::app
