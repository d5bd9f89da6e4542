#pragma once
/// @file
/// What the server hands out to everyone.
#include "shell/http/assets.hpp"

namespace heng {

/// The pages and files that were built in, and the description of the API and its problems as JSON.
http::Assets make_assets();

}  // namespace heng
