#pragma once
/// @file
/// Content encodings: what a client takes, and gzip of answers that are made here.
#include "shell/http/message.hpp"

namespace heng::http {

/// Whether the client takes answers in this encoding: `gzip`, `br`.
bool takes_encoding(const Request& request, std::string_view encoding);

/// Calls `use(part)` for each of a field's parts between commas, without blanks around them, until
/// it holds.
template <class Use>
bool any_part(std::string_view field, Use use) {
    while (!field.empty()) {
        const std::size_t end = std::min(field.find(','), field.size());
        std::string_view part = field.substr(0, end);
        while (part.starts_with(' ')) part.remove_prefix(1);
        while (part.ends_with(' ')) part.remove_suffix(1);
        if (use(part)) return true;
        field.remove_prefix(std::min(end + 1, field.size()));
    }
    return false;
}

/// Quick rather than small: some 300 KB of JSON take about 2 ms and become a tenth.
/// @returns the bytes, or nothing where they would be no fewer.
std::optional<std::string> gzip(std::string_view plain);

}  // namespace heng::http
