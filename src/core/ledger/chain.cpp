/// @file
/// Frozen. Sealing and verifying.
#include "core/ledger/chain.hpp"

#include "core/base/invariant.hpp"

namespace heng::ledger {

namespace {

Result<SealedEvent> seal_event(const Event& event, const HashFunction& hash) {
    auto bytes = encode_event(event);
    if (!bytes) return tl::unexpected(bytes.error());
    const Digest digest = hash.digest(*bytes);
    return SealedEvent{event.seq, std::move(*bytes), digest};
}

/// What is wrong with an event, in one word for the arguments of `event_malformed`.
std::string describe(const Error& error) {
    return message(error, Language::en);
}

}  // namespace

Result<SealedEvent> seal_opening(const OpeningAct& act, Instant recorded_at,
                                 const HashFunction& hash) {
    Object body{{"algorithm", print_algorithm(hash.algorithm)},
                {"format", format_version},
                {"tenant", act.tenant}};
    Draft draft{act.actor, std::string(opening_act), act.happened_on, std::nullopt,
                std::move(body)};
    return seal_event({act.tenant, 1, recorded_at, std::nullopt, std::move(draft)}, hash);
}

Result<SealedEvent> seal(const std::string& tenant, const Head& head, Draft draft,
                         Instant recorded_at, const HashFunction& hash) {
    return seal_event({tenant, head.seq + 1, recorded_at, head.hash, std::move(draft)}, hash);
}

Verifier::Verifier(std::string tenant, HashFunction hash, std::optional<Head> known)
    : tenant_(std::move(tenant)), hash_(std::move(hash)), known_(known) {}

bool Verifier::accuse(Code code, std::int64_t seq, std::vector<std::string> details) {
    details.insert(details.begin(), std::to_string(seq));
    Place place;
    place.line = static_cast<std::size_t>(odd_position_ != 0 ? odd_position_ : position_);
    verdict_ = Error{code, std::move(place), std::move(details)};
    suspicion_ = Suspicion::settled;
    return false;
}

const Event* Verifier::feed_line(std::string_view line) {
    if (const auto parts = split_line(line)) return feed(parts->bytes, parts->hash);
    ++position_;
    if (!is_broken()) accuse(Code::event_malformed, expected_seq(), {"not a line of an export"});
    return nullptr;
}

const Event* Verifier::feed(std::string_view bytes, const Digest& hash,
                            std::optional<std::int64_t> stored_seq) {
    ++position_;
    if (is_broken()) {
        look_further(bytes, hash);
        return nullptr;
    }
    const auto decoded = decode_event_into(bytes, event_);
    const bool unchanged = hash_.digest(bytes) == hash;
    const std::int64_t seq = stored_seq.value_or(expected_seq());
    if (!unchanged) {
        const auto opening = decoded ? read_opening(event_) : refuse(Code::event_malformed);
        if (opening && opening->algorithm != hash_.algorithm) {
            check_opening();
        } else {
            accuse(Code::event_changed, seq);
        }
        return nullptr;
    }
    if (!decoded) {
        accuse(Code::event_malformed, seq, {describe(decoded.error())});
        return nullptr;
    }
    if (stored_seq && *stored_seq != event_.seq) {
        accuse(Code::event_malformed, event_.seq, {"stored as " + std::to_string(*stored_seq)});
        return nullptr;
    }
    odd_ = {event_.seq, hash, event_.previous};
    if (!check_place()) return nullptr;
    head_ = Head{event_.seq, hash};
    return &event_;
}

bool Verifier::check_opening() {
    const auto opening = read_opening(event_);
    if (!opening) return accuse(Code::event_malformed, 1, {describe(opening.error())});
    if (opening->algorithm == hash_.algorithm) return true;
    accuse(Code::algorithm_differs, 1);
    verdict_->args = {std::string(print_algorithm(hash_.algorithm)),
                      std::string(print_algorithm(opening->algorithm))};
    return false;
}

/// Whether the event, in itself in order, stands where it belongs.
bool Verifier::check_place() {
    const std::int64_t expected = expected_seq();
    if (event_.tenant != tenant_)
        return accuse(Code::event_of_other_tenant, event_.seq, {event_.tenant});
    if (event_.seq < expected) return accuse(Code::event_inserted, event_.seq);
    if (event_.seq > expected) {
        suspicion_ = Suspicion::gap;
        odd_position_ = position_;
        return false;
    }
    if (expected == 1 && !check_opening()) return false;
    if (expected > 1 && event_.previous != head_->hash) {
        suspicion_ = Suspicion::link;
        odd_position_ = position_;
        return false;
    }
    if (known_ && known_->seq == event_.seq && known_->hash != odd_.hash)
        return accuse(Code::ledger_rewritten, event_.seq);
    return true;
}

/// The chain is broken already; the following events only tell why.
void Verifier::look_further(std::string_view bytes, const Digest& hash) {
    if (suspicion_ == Suspicion::settled) return;
    const auto decoded = decode_event(bytes);
    if (!decoded || decoded->tenant != tenant_ || hash_.digest(bytes) != hash) return;
    const Seen next{decoded->seq, hash, decoded->previous};
    if (suspicion_ == Suspicion::gap)
        look_after_gap(next);
    else
        look_after_link(next);
}

void Verifier::look_after_gap(const Seen& next) {
    const std::int64_t lost = expected_seq();
    if (run_ == 0) {
        if (next.seq == lost) run_ = lost;
    } else if (next.seq != run_ + 1) {
        accuse(Code::event_reordered, lost);
    } else if (next.seq == odd_.seq) {
        accuse(Code::event_inserted, odd_.seq);  // its number belongs to this one
    } else {
        run_ = next.seq;
    }
}

void Verifier::look_after_link(const Seen& next) {
    if (next.previous == odd_.hash) {
        --odd_position_;
        accuse(Code::event_changed, head_->seq);  // what follows it recalls another hash
    } else if (next.seq == odd_.seq && next.previous == head_->hash) {
        accuse(Code::event_inserted, odd_.seq);
    } else {
        accuse(Code::event_changed, odd_.seq);
    }
}

void Verifier::settle_at_end() {
    if (suspicion_ == Suspicion::gap) {
        const std::int64_t lost = expected_seq();
        if (run_ == 0)
            accuse(Code::event_missing, lost);
        else if (run_ + 1 == odd_.seq)
            accuse(Code::event_reordered, lost);
        else
            accuse(Code::event_inserted, odd_.seq);
    } else if (suspicion_ == Suspicion::link) {
        const bool is_vouched = known_ && *known_ == Head{odd_.seq, odd_.hash};
        if (is_vouched) --odd_position_;
        accuse(Code::event_changed, is_vouched ? head_->seq : odd_.seq);
    }
}

Result<Head> Verifier::finish() {
    settle_at_end();
    if (verdict_) return tl::unexpected(*verdict_);
    if (!head_ && !known_) return refuse(Code::ledger_absent, {}, {tenant_});
    if (known_ && (!head_ || head_->seq < known_->seq))
        return refuse(Code::ledger_truncated, {},
                      {std::to_string(expected_seq()), std::to_string(known_->seq)});
    return *head_;
}

}  // namespace heng::ledger
