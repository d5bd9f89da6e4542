#pragma once
/// @file
/// How the stores write what the outbox holds: days and instants as they stand in its tables.
#include "app/notices/outbox.hpp"
#include "core/base/invariant.hpp"

namespace heng::app::notices {

/// @pre `text` was printed by `ledger::print_date`.
inline cycle::Date day_of_row(std::string_view text) {
    const auto day = ledger::parse_date(text);
    INVARIANT(day, "the outbox holds days as they are printed");
    return *day;
}

/// Microseconds since 1970.
inline std::int64_t print_row(Instant instant) {
    return instant.time_since_epoch().count();
}
inline Instant instant_of_row(std::int64_t microseconds) {
    return Instant(std::chrono::microseconds(microseconds));
}

}  // namespace heng::app::notices
