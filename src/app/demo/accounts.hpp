#pragma once
/// @file
/// The accounts of the demonstration: one for each person of the made-up city, all with a password
/// that everybody may know. A server takes them only while it cannot be reached from outside.
#include "app/accounts/administration.hpp"
#include "app/demo/play.hpp"

namespace heng::app::demo {

/// Documented in docs/reference/command-line.md, and good for nothing but the demonstration.
inline constexpr const char* demo_password = "heng-demo-2021";

/// A name for each person who was appointed, by what he acts for:
///   - `system-admin`, `security-admin`, `audit-admin`;
///   - `office-1`, `commission-2`: the first, second … person of that body;
///   - `lead-3-1`, `assessor-12-2`: where several bodies have the role, by their place among them
///     in alphabetical order;
///   - `d13-1`, `d13-2`: the secretary and the deputy of unit D13.
/// In the order of names.
std::vector<accounts::NewAccount> accounts_of(const cycle::Register& units_and_people);

}  // namespace heng::app::demo
