#pragma once
/// @file
/// The two checks of a scheme: can it be used, and what does its regulation leave open.
/// Pure; what they find comes in a fixed order: the frame of the scheme first, then table by table.
#include "core/base/error.hpp"
#include "core/scheme/scheme.hpp"

namespace heng::scheme {

/// Every error for which `scheme` must not be scored: ids, sums, bodies, citations, domains,
/// amounts. Whether branches agree with their text is not asked here, for that takes the clause
/// parser.
///
/// Bodies are looked up only if the scheme lists bodies, citations only if it has articles or
/// statements, so that a small scheme without them can be used.
Issues check_structure(const Scheme& scheme);

/// Warnings about the regulation itself: what can be overdrawn, counted in two ways, judged without
/// a measure or deducted twice, and what the source lacks. None of them forbids scoring.
///
/// @pre none: a scheme that fails `check_structure` gets its warnings all the same.
Issues check_regulation(const Scheme& scheme);

}  // namespace heng::scheme
