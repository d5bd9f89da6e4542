#pragma once
/// @file
/// The command line: arguments → verbs → text. One file per verb.
#include "app/formats.hpp"
#include "app/surroundings.hpp"

#include <iosfwd>

namespace heng::cli {

/// Where a program reads and writes.
struct Streams {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    bool err_is_terminal = false;  ///< Progress is shown only there.
};

/// Runs one command.
/// @returns the exit status: 0 done, 1 the input has errors, 2 the input or the arguments cannot be
/// read, 3 a bug of this program.
int run(int argc, const char* const* argv, const app::Formats& formats,
        const app::Surroundings& surroundings, Streams streams);

}  // namespace heng::cli
