#include "app/parts.hpp"

#include "core/base/invariant.hpp"

namespace heng::app {

std::string print_part(std::string_view kind, const ledger::Value& value,
                       const ledger::HashFunction& hash) {
    const auto bytes = ledger::encode(value);
    INVARIANT(bytes, "a part is short and of UTF-8");
    return "{\"" + std::string(kind) + "\":" + *bytes + ",\"hash\":\"" +
           ledger::print_digest(hash.digest(*bytes)) + "\"}\n";
}

std::optional<ledger::Line> split_part(std::string_view line, std::string_view kind) {
    const std::string begin = "{\"" + std::string(kind) + "\":";
    if (!line.starts_with(begin)) return std::nullopt;
    // Behind its kind every line has the form of an event's.
    const std::string as_event = R"({"event":)" + std::string(line.substr(begin.size()));
    const auto parts = ledger::split_line(as_event);
    if (!parts) return std::nullopt;
    return ledger::Line{line.substr(begin.size(), parts->bytes.size()), parts->hash};
}

}  // namespace heng::app
