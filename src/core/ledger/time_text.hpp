#pragma once
/// @file
/// Frozen. Days and instants as the ledger writes them: 2021-06-30 and 2021-06-30T08:15:30.000250Z.
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace heng::ledger {

using Date = std::chrono::year_month_day;
/// Coordinated universal time, without leap seconds.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

/// Years 1900 to 9999, two digits for month and day, a day that exists. Anything else gives
/// nothing.
std::optional<Date> parse_date(std::string_view text);
/// @pre the date exists and its year is in 1900..9999.
std::string print_date(Date date);

/// Exactly six digits behind the second, a capital T and Z. Anything else gives nothing.
std::optional<Instant> parse_instant(std::string_view text);
/// @pre the year is in 1900..9999.
std::string print_instant(Instant instant);

/// Whether the printers above can print it.
bool is_printable(Date date);
bool is_printable(Instant instant);

}  // namespace heng::ledger
