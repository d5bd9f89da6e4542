#pragma once
/// @file
/// The lines that bundles and backups are made of: {"KIND":VALUE,"hash":"…"}, the hash over the
/// bytes of VALUE. The lines of an exported ledger are such lines of the kind `event`.
#include "core/ledger/event.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace heng::app {

/// The line with its line feed. @pre the value can be encoded.
std::string print_part(std::string_view kind, const ledger::Value& value,
                       const ledger::HashFunction& hash);

/// The bytes of VALUE, which are a part of `line`, and the hash that stands there; nothing for any
/// other line. The hash is not checked.
std::optional<ledger::Line> split_part(std::string_view line, std::string_view kind);

}  // namespace heng::app
