#pragma once
/// @file
/// A record of the log as one line of printable text. Nobody who chooses a value can begin a second
/// line, move the cursor of a terminal or change the direction of what is read.
#include "app/log.hpp"
#include "core/ledger/time_text.hpp"

#include <string>
#include <string_view>

namespace heng::log {

/// What is longer is cut there, and … tells so.
inline constexpr std::size_t value_bytes_max = 4096;

/// JSON on one line, with its line feed: time, level, what, then the fields in their order.
std::string json_line(ledger::Instant time, app::LogLevel level, std::string_view what,
                      const app::LogFields& fields);

/// The same for reading in a terminal: time, level, what, then name="value".
std::string text_line(ledger::Instant time, app::LogLevel level, std::string_view what,
                      const app::LogFields& fields);

/// `text` in quotes as JSON has it. Beyond what JSON asks for, these are escaped as well: controls
/// (C1 included), line and paragraph separators, what changes or hides the direction or the
/// presence of characters, and unpaired or malformed bytes, which become U+FFFD.
std::string print_quoted(std::string_view text);

}  // namespace heng::log
