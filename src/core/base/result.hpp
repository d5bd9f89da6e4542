#pragma once
/// @file
/// A value, or what was wrong. Refusals and failures travel this way; bugs are invariants.
#include "core/base/error.hpp"

#include <tl/expected.hpp>

namespace heng {

/// A value, or the one thing that prevents it.
template <class T>
using Result = tl::expected<T, Error>;

/// A value, or everything that was wrong with its source, errors and warnings alike.
template <class T>
using Checked = tl::expected<T, Issues>;

inline tl::unexpected<Error> refuse(Code code, Place place = {},
                                    std::vector<std::string> args = {}) {
    return tl::unexpected<Error>(Error{code, std::move(place), std::move(args)});
}

}  // namespace heng
