#pragma once
/// @file
/// The log of acts for the audit administrator: who did what when, never what it said (SEC-15).
#include "core/ledger/event.hpp"
#include "core/view/scope.hpp"

#include <span>

namespace heng::view {

/// What is looked for; nothing: every event.
struct LogFilter {
    std::string text;  ///< Part of the act's id or name, or of the person; or the event's number.
    std::optional<std::string> act;
    std::optional<cycle::PersonId> person;
    std::optional<Date> from;  ///< On which the act happened, as is `to`.
    std::optional<Date> to;
};
bool passes(const LogFilter& filter, const ledger::Event& event);

/// Rows {"id", "act", "act_name", "person", "on", "recorded_at"} of the events given, in their
/// order; "id" is the event's number. `view_not_permitted`.
[[nodiscard]] Checked<ledger::Value> log(const Scope& scope, std::span<const ledger::Event> events);

}  // namespace heng::view
