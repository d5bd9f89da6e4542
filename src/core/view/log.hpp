#pragma once
/// @file
/// The log of acts for the audit administrator: who did what when, never what it said (SEC-15).
#include "core/ledger/event.hpp"
#include "core/view/scope.hpp"

#include <span>

namespace heng::view {

/// Rows {"id", "act", "act_name", "person", "on", "recorded_at"} of the events given, in their
/// order; "id" is the event's number. `view_not_permitted`.
[[nodiscard]] Checked<ledger::Value> log(const Scope& scope, std::span<const ledger::Event> events);

}  // namespace heng::view
