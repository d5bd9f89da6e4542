#pragma once
/// @file
/// How findings are written wherever people read them.
#include "core/base/error.hpp"
#include "core/scheme/scheme.hpp"

#include <string>

namespace heng::report {

/// The value with what it is a number of: points that were chosen, the unit of a measure, or what
/// the branch counts; — where the branch says all by itself.
std::string value_words(const scheme::Scheme& scheme, const scheme::Branch& branch, Decimal value,
                        Language language);

}  // namespace heng::report
