#pragma once
/// @file
/// The one place of a process where acts of a tenant are done: it holds the live state, decides on
/// it, appends through the writer, and follows what other processes append.
///
/// It keeps the state twice. Acts are decided on the tip, which holds what was handed in to the
/// writer as well, so that the next act need not wait for the disk. Readers see the state of what
/// is on disk; a write that fails was never visible. Both are the same replay of the same stored
/// bytes. Readers share a lock instead of taking immutable snapshots: copying the facts of a year
/// for each act would cost more than applying it, and applying takes microseconds.
#include "app/live.hpp"
#include "app/writer.hpp"
#include "core/act/perform.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <shared_mutex>

namespace heng::app {

/// What someone holds who did an act: it is on disk, at this place of the chain.
struct Receipt {
    std::int64_t seq = 0;  ///< Of its first event: the name of the record that it made.
    ledger::Head head;     ///< At its last event.
};

/// What else holds for an act.
struct Terms {
    /// For `close_ballot`: what `count_box` gave.
    const cycle::Tallies* counted = nullptr;
    /// Sent again, it is done once: whoever sends it again gets the receipt of the first time.
    std::optional<RequestKey> request = {};
    /// Asked under the acting lock on the state that the act is decided on; may be empty.
    std::function<Checked<void>(const Live& tip)> precondition = {};
};

class Desk {
public:
    /// Reads the tenant's ledger. `store` and `clock` must outlive the desk.
    /// @returns the desk, or what `replay_store` and `Writer::open` say.
    [[nodiscard]] static Checked<std::unique_ptr<Desk>> open(EventStore& store, std::string tenant,
                                                             Readers readers, Clock& clock);
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    /// Does an act on `day`. If another process was faster it is decided again on the newer state.
    /// @returns the receipt once the events are on disk, or
    ///   - every reason of `act::perform` or of the precondition why not;
    ///   - `idempotency_key_reused`  the key of the terms belongs to another request;
    ///   - `ledger_head_moved`       others were faster again and again;
    ///   - `ledger_outcome_unknown` and what else the store says.
    [[nodiscard]] Checked<Receipt> perform(const act::Actor& actor, const act::Command& command,
                                           ledger::Date day, const Terms& terms = {});

    /// Does several acts one after the other, all of them or none; each is decided on what those
    /// before it change.
    /// @returns the receipt, from the first event of the first to the last of the last; or what is
    ///   wrong with each of them, `place.line` counting the commands from 1.
    /// @pre there is at least one command.
    [[nodiscard]] Checked<Receipt> perform_all(const act::Actor& actor,
                                               std::span<const act::Command> commands,
                                               ledger::Date day, const Terms& terms = {});

    /// What `perform` would say, without doing it.
    [[nodiscard]] Checked<std::vector<ledger::Draft>> rehearse(const act::Actor& actor,
                                                               const act::Command& command,
                                                               ledger::Date day) const;

    /// Calls `read(live)` with what is on disk, which does not change meanwhile. `read` must not
    /// act at this desk, and what it returns must not refer to `live`.
    template <class Read>
    auto read(Read read) const {
        const std::shared_lock lock(view_mutex_);
        return read(std::as_const(view_));
    }

    /// Takes in what other processes appended; waits for it up to `timeout`.
    /// @returns the head on disk, or the first wrong event, or what the store says.
    [[nodiscard]] Checked<ledger::Head> follow(std::chrono::milliseconds timeout);

    /// The state as it stood at an instant, or at the end of a day.
    [[nodiscard]] Checked<Live> as_of(ledger::Instant instant) const;
    [[nodiscard]] Checked<Live> as_of(ledger::Date day) const { return as_of(end_of(day)); }

    const std::string& tenant() const { return tenant_; }
    /// Of the ledger's chain.
    ledger::Algorithm algorithm() const { return hash_.algorithm; }

private:
    using Lock = std::unique_lock<std::mutex>;

    /// An act that has its place in the chain.
    struct HandedIn {
        Writer::Ticket ticket;
        std::int64_t round = 0;
    };

    Desk(EventStore& store, std::string tenant, Readers readers, ledger::HashFunction hash,
         std::unique_ptr<Writer> writer);

    /// Decides on the tip, whatever that is at the time, under the acting lock.
    using Decide = std::function<Checked<std::vector<ledger::Draft>>(const Live& tip)>;
    [[nodiscard]] Checked<Receipt> perform(const Decide& decide, const Terms& terms);
    [[nodiscard]] Checked<HandedIn> hand_in(const Decide& decide, const Terms& terms);
    /// What became of the request when it came before; nothing if it did not, or nobody can tell.
    std::optional<Checked<Receipt>> find_done(const Terms& terms) const;
    [[nodiscard]] Checked<std::vector<ledger::Draft>> decide_all(
        const Live& tip, const act::Actor& actor, std::span<const act::Command> commands,
        ledger::Date day) const;

    // All of these: @pre the acting lock is held.
    void advance_tip(const std::vector<ledger::SealedEvent>& events);
    void show(const ledger::Event& event, const ledger::Head& head);
    void confirm(const ledger::Head& stored);
    [[nodiscard]] Checked<void> take_in(const ledger::SealedEvent& sealed);
    [[nodiscard]] Checked<void> catch_up();
    [[nodiscard]] Checked<void> recover(std::int64_t round);
    [[nodiscard]] Checked<void> reload();

    EventStore& store_;
    const std::string tenant_;
    const Readers readers_;

    /// Whoever acts, confirms or catches up holds it; readers do not.
    std::mutex acting_mutex_;
    const ledger::HashFunction hash_;
    ledger::Verifier verifier_;  ///< Of the view.
    bool is_lost_ = true;        ///< The store holds something that does not follow on the view.
    Live tip_;
    std::deque<ledger::SealedEvent> unconfirmed_;  ///< In the tip, not yet in the view.
    std::condition_variable settled_;              ///< All that was handed in is in the view.
    std::int64_t round_ = 0;                       ///< Goes on whenever the tip is thrown away.

    mutable std::shared_mutex view_mutex_;
    Live view_;

    const std::unique_ptr<Writer> writer_;
};

}  // namespace heng::app
