#pragma once
/// @file
/// Checks of our own assumptions. A broken one is a bug of this program, never bad input.
#include <stdexcept>
#include <string>

namespace heng {

/// A broken assumption. Caught only at the outermost loop of a program.
class BrokenInvariant : public std::logic_error {
    using std::logic_error::logic_error;
};

[[noreturn]] inline void broken_invariant(const char* condition, const char* why) {
    throw BrokenInvariant(std::string(why) + " (" + condition + ")");
}

}  // namespace heng

/// Stays on in every build.
#define INVARIANT(condition, why) \
    ((condition) ? static_cast<void>(0) : ::heng::broken_invariant(#condition, why))
