#pragma once
/// @file
/// The person who looks: the appointments in force, and what he may do and see as he acts now.
#include "core/view/scope.hpp"

namespace heng::view {

/// {"id", "as", "of", "of_name", "today", "appointments", "acts", "views"}. "today" is
/// the day on which acts happen. An act is listed where the table
/// of permissions lists it for the capacity and a year, named in "years", stands where it is
/// possible; whether it may be done to a given thing is asked when it is done.
/// Refused is `record_unknown` where the register has no such person.
[[nodiscard]] Checked<ledger::Value> me(const Scope& scope);

}  // namespace heng::view
