#pragma once
/// @file
/// Acts that bind others: who does one shows his second factor first, a short while before
/// (ASVS 2.8, SEC: step-up).
#include <string_view>

namespace heng::app {

bool is_binding(std::string_view act);

}  // namespace heng::app
