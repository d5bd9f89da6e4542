#pragma once
/// @file
/// `heng serve`: the parts of a running server put together.
#include "app/settings.hpp"
#include "app/surroundings.hpp"

namespace heng {

/// Serves until SIGTERM or SIGINT, then until the requests under way are answered.
/// @param ready  called once the server answers, with its address.
/// @returns nothing after an orderly stop, or everything that keeps it from starting.
[[nodiscard]] Checked<void> serve(const app::Surroundings& world, const app::Settings& settings,
                                  const std::function<void(const std::string& url)>& ready);

}  // namespace heng
