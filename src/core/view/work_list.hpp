#pragma once
/// @file
/// What the actor has to do: his body's or unit's dues by date, then what waits for him without
/// a date of its own (A11 to A20).
#include "core/view/scope.hpp"

namespace heng::view {

/// Rows {"id", "duty", "name", "cites", "acts", "year", "record", "unit", "domain", "quarter",
/// "task", "until", "urgency", "is_right"}; what does not apply is null. "acts" settle it, the
/// usual one first. "record" is what they name: a finding, a matter …; "is_right" marks what may
/// lapse. What has no date stands last, and only if this very person may do it now: the step before
/// was another's, and it is not about his own unit.
[[nodiscard]] Checked<ledger::Value> work_list(const Scope& scope);

/// One act that is open to the actor, though no date is set for it.
struct Waiting {
    std::string_view act;
    int year = 0;
    std::int64_t record = 0;  ///< 0: the year itself, or the sheet that unit and task name.
    std::optional<cycle::UnitId> unit;
    std::optional<cycle::DomainId> domain;
    std::optional<std::string> task;
};
/// Year by year, in the order of the year's stages.
std::vector<Waiting> waiting(const Scope& scope);

}  // namespace heng::view
