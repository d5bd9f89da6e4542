#pragma once
/// @file
/// Frozen. One entry of the ledger, and its stored bytes. docs/reference/ledger.md describes
/// format 1.
#include "core/base/result.hpp"
#include "core/ledger/canonical.hpp"
#include "core/ledger/hash.hpp"
#include "core/ledger/time_text.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace heng::ledger {

inline constexpr std::int64_t format_version = 1;
/// The act of the first event of every ledger.
inline constexpr std::string_view opening_act = "open_ledger";

/// What someone did, before it has its place in the ledger.
struct Draft {
    std::string actor;  ///< An id; names and phones live outside the ledger.
    std::string act;
    Date happened_on;
    std::optional<std::string> edition;  ///< Of the scheme; nothing before one is issued.
    Object body;
};

/// One entry of the ledger. Its own hash is not part of it: it covers the stored bytes of all the
/// rest.
struct Event {
    std::string tenant;
    std::int64_t seq = 0;  ///< 1, 2, 3 … without gaps.
    Instant recorded_at;
    std::optional<Digest> previous;  ///< The hash of the event before; nothing in the first.
    Draft what;
};

/// An event as it is stored, sent and exported.
struct SealedEvent {
    std::int64_t seq = 0;
    std::string bytes;  ///< The canonical encoding of the event; what the hash covers.
    Digest hash{};
    bool operator==(const SealedEvent&) const = default;
};

/// Lower-case letters, digits and hyphens, at most 63, a letter or digit first.
bool is_tenant(std::string_view text);
/// Lower-case letters, digits and underscores, at most 63, a letter first.
bool is_act(std::string_view text);
/// An actor or edition: 1 to 128 bytes of UTF-8 without control characters.
bool is_id(std::string_view text);

/// The stored bytes of `event`, or
///   - `event_field_unusable`   a field breaks its rule;
///   - what `encode` refuses in the body.
[[nodiscard]] Result<std::string> encode_event(const Event& event);

/// The event that is stored as `bytes`, or
///   - `event_field_unusable`   a field breaks its rule;
///   - what `decode` refuses: no other spelling of an event is taken.
[[nodiscard]] Result<Event> decode_event(std::string_view bytes);

/// The same into an event at hand, whose memory it uses again. After a refusal `out` holds nothing
/// of use.
[[nodiscard]] Result<void> decode_event_into(std::string_view bytes, Event& out);

/// What the first event of a ledger says about it.
struct Opening {
    Algorithm algorithm;
    std::int64_t format = format_version;
    std::string tenant;
};

/// Reads the first event's body, or `event_field_unusable` if it does not open a ledger of this
/// format.
[[nodiscard]] Result<Opening> read_opening(const Event& first);

/// One line of an exported ledger, without the line feed: {"event":…,"hash":"…"}, itself canonical.
std::string print_line(const SealedEvent& event);

/// The two parts of such a line; the event is a part of `line` and not looked into.
struct Line {
    std::string_view bytes;
    Digest hash;
};
std::optional<Line> split_line(std::string_view line);

}  // namespace heng::ledger
