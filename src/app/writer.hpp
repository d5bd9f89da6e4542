#pragma once
/// @file
/// The one place of a process that appends to a tenant's ledger.
/// Group commit: whatever was handed in while the disk was busy goes out as the next batch; nobody
/// waits for a timer.
#include "app/ports.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace heng::app {

/// What the ledger's first event names, or `ledger_absent`, or why it opens no ledger.
[[nodiscard]] Result<ledger::Algorithm> algorithm_of(EventStore& store, const std::string& tenant);

/// Opens a tenant's ledger with its first event; `ledger_head_moved` if it has one already.
[[nodiscard]] Result<ledger::Head> open_ledger(EventStore& store, const ledger::OpeningAct& act,
                                               const ledger::HashFunction& hash, Clock& clock);

/// Events that belong together: all of them are recorded, one after the other, or none.
struct Submission {
    std::vector<ledger::Draft> drafts;
    /// The head of the state they were decided on, where that matters: if the ledger has gone on
    /// since, the submission is refused. See `Writer::tail`.
    std::optional<ledger::Head> decided_on;
    /// What it is from, if it may come again: see `EventStore::append`.
    std::optional<RequestKey> request = {};
};

/// Seals drafts from many callers on one chain and tells each when its events are on disk.
class Writer {
public:
    /// @returns the writer, or `ledger_absent`, or `algorithm_differs` if the ledger names another
    /// hash. `store` and `clock` must outlive it.
    [[nodiscard]] static Result<std::unique_ptr<Writer>> open(EventStore& store, std::string tenant,
                                                              ledger::HashFunction hash,
                                                              Clock& clock);
    /// Writes what is queued, answers it, and stops. @pre nobody calls the writer any more.
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Appends and waits. @pre the submission has drafts.
    /// @returns the head at its last event, once that is on disk, or
    ///   - `ledger_head_moved`   the ledger has gone on: decide again on its latest state;
    ///   - `event_field_unusable` and what else `seal` refuses;
    ///   - what the store says.
    [[nodiscard]] Result<ledger::Head> append(Submission submission);

    /// A submission whose events have their place in the chain, but are perhaps not on disk yet.
    class Ticket;

    /// The first half of `append`: seals without waiting.
    /// @returns the ticket, or why the submission is refused at once.
    [[nodiscard]] Result<Ticket> hand_in(Submission submission);
    /// The second half. @pre called once for each ticket, with no lock held that `hand_in` was
    /// called under: so others can hand in what goes to disk together.
    [[nodiscard]] Result<ledger::Head> settle(const Ticket& ticket);

    /// The head with everything that was submitted so far, on disk or not. Who decides under a lock
    /// of his own and submits under the same lock sees the ledger grow without gaps, until an
    /// answer says otherwise.
    ledger::Head tail() const;

private:
    /// What goes to disk together, and what became of it.
    struct Batch;
    using BatchPtr = std::shared_ptr<Batch>;
    using Lock = std::unique_lock<std::mutex>;

    Writer(EventStore& store, std::string tenant, ledger::HashFunction hash, Clock& clock,
           ledger::Head head);

    [[nodiscard]] Result<std::vector<ledger::SealedEvent>> seal_all(
        std::vector<ledger::Draft> drafts);
    [[nodiscard]] Result<void> refresh(const std::optional<ledger::Head>& decided_on);
    void commit_queue(Lock& lock);
    [[nodiscard]] Result<ledger::Head> store_batch(const ledger::Head& base, const Batch& batch);
    void run();

    EventStore& store_;
    const std::string tenant_;
    const ledger::HashFunction hash_;  ///< Used under the lock.
    Clock& clock_;

    mutable std::mutex mutex_;
    std::condition_variable work_;
    BatchPtr queue_;  ///< Sealed on from `durable_`, or on from the batch under way.
    ledger::Head durable_;
    ledger::Head tail_;
    bool is_committing_ = false;
    bool is_lost_ = false;  ///< The store did not say where its head is; ask again first.
    bool is_stopping_ = false;
    std::thread thread_;  ///< Last: it uses all of the above.
};

class Writer::Ticket {
public:
    /// As they will be stored, if they are.
    const std::vector<ledger::SealedEvent>& events() const { return events_; }

private:
    friend class Writer;
    std::vector<ledger::SealedEvent> events_;
    BatchPtr batch_;
};

}  // namespace heng::app
