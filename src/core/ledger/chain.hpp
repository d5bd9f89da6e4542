#pragma once
/// @file
/// Frozen. The hash chain: each event carries the hash of the one before it.
/// Sealing gives a draft its place; the verifier says which event of a stored chain is wrong first,
/// and why.
#include "core/ledger/event.hpp"

#include <optional>

namespace heng::ledger {

/// The last event of a ledger.
struct Head {
    std::int64_t seq = 0;
    Digest hash{};
    bool operator==(const Head&) const = default;
};

inline Head head_of(const SealedEvent& last) {
    return {last.seq, last.hash};
}

/// The first event of a tenant's ledger: it names the algorithm of `hash`, the tenant and the
/// format.
/// @returns the event, or `event_field_unusable`.
struct OpeningAct {
    std::string tenant;
    std::string actor;
    Date happened_on;
};
[[nodiscard]] Result<SealedEvent> seal_opening(const OpeningAct& act, Instant recorded_at,
                                               const HashFunction& hash);

/// `draft` as the event after `head`.
/// @pre `hash` is of the ledger's algorithm.
/// @returns the event, or what `encode_event` refuses.
[[nodiscard]] Result<SealedEvent> seal(const std::string& tenant, const Head& head, Draft draft,
                                       Instant recorded_at, const HashFunction& hash);

/// Checks a stored chain event by event, in constant memory.
///
/// The first wrong event is named by `finish`, because what follows tells why: a number that is
/// left out may come later (reordered) or not at all (missing), and a link that does not fit
/// accuses the event on whose other side the chain goes on. Errors carry the event's number, and in
/// `place.line` its position in the stream, counted from 1:
///   - `event_malformed`         its bytes are no event of this format, or its number is not the
///   stored one;
///   - `event_changed`           its bytes do not have its hash, or the next event recalls another
///   hash;
///   - `event_missing`, `event_reordered`, `event_inserted`;
///   - `event_of_other_tenant`, `algorithm_differs`;
///   - `ledger_truncated`        the stream ends before the known head;
///   - `ledger_rewritten`        the event at the known head has another hash;
///   - `ledger_absent`           the stream is empty and no head is known.
class Verifier {
public:
    /// @param known  a head noted outside the ledger, such as on a receipt; the stream may go
    /// beyond it.
    Verifier(std::string tenant, HashFunction hash, std::optional<Head> known = std::nullopt);

    /// Takes the next event of the stream.
    /// @returns it decoded, until the next call, while the chain holds; nullptr once it is broken.
    const Event* feed(std::string_view bytes, const Digest& hash,
                      std::optional<std::int64_t> stored_seq = std::nullopt);
    const Event* feed(const SealedEvent& event) { return feed(event.bytes, event.hash, event.seq); }
    /// The same with a line of an export.
    const Event* feed_line(std::string_view line);

    bool is_broken() const { return suspicion_ != Suspicion::none; }

    /// The head, or the first wrong event. Call it once, after the last event.
    [[nodiscard]] Result<Head> finish();

private:
    /// What is still open about the first wrong event.
    enum class Suspicion { none, settled, gap, link };

    /// An event whose own bytes are in order, and what it says.
    struct Seen {
        std::int64_t seq;
        Digest hash;
        std::optional<Digest> previous;
    };

    bool check_opening();
    bool check_place();
    void look_further(std::string_view bytes, const Digest& hash);
    void look_after_gap(const Seen& next);
    void look_after_link(const Seen& next);
    void settle_at_end();
    bool accuse(Code code, std::int64_t seq, std::vector<std::string> details = {});
    std::int64_t expected_seq() const { return head_ ? head_->seq + 1 : 1; }

    std::string tenant_;
    HashFunction hash_;
    std::optional<Head> known_;

    Event event_;
    std::int64_t position_ = 0;
    std::optional<Head> head_;  ///< Of the part that holds.

    Suspicion suspicion_ = Suspicion::none;
    std::optional<Error> verdict_;
    std::int64_t odd_position_ = 0;
    Seen odd_{};            ///< The event that jumped ahead, or whose link does not fit.
    std::int64_t run_ = 0;  ///< Once the gap was filled: the last number that followed in order.
};

}  // namespace heng::ledger
