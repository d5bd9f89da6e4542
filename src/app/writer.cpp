/// @file
/// A lone caller commits on its own thread, which saves two switches; under load the writer's
/// thread does.
#include "app/writer.hpp"

#include "core/base/invariant.hpp"

#include <atomic>

namespace heng::app {

/// Callers that wait for it share it, so that whoever stored it may still touch it when they have
/// gone.
struct Writer::Batch {
    std::vector<ledger::SealedEvent> events;
    std::vector<RequestMark> marks;
    Result<void> outcome;           ///< Read it once it is known.
    std::atomic<int> is_known = 0;  // an int: libstdc++ waits for it directly in the kernel

    /// Wakes one caller, who wakes the next: the next batch need not wait until all are awake.
    void tell(const Result<void>& what) {
        outcome = what;
        is_known.store(1, std::memory_order_release);
        is_known.notify_one();
    }
    void await() {
        is_known.wait(0, std::memory_order_acquire);
        is_known.notify_one();
    }
};

Result<ledger::Algorithm> algorithm_of(EventStore& store, const std::string& tenant) {
    const auto first = store.read(tenant, 1, 1);
    if (!first) return tl::unexpected(first.error());
    if (first->empty()) return refuse(Code::ledger_absent, {}, {tenant});
    const auto event = ledger::decode_event(first->front().bytes);
    if (!event) return tl::unexpected(event.error());
    const auto opening = ledger::read_opening(*event);
    if (!opening) return tl::unexpected(opening.error());
    return opening->algorithm;
}

Result<ledger::Head> open_ledger(EventStore& store, const ledger::OpeningAct& act,
                                 const ledger::HashFunction& hash, Clock& clock) {
    const auto first = ledger::seal_opening(act, clock.now(), hash);
    if (!first) return tl::unexpected(first.error());
    return store.append(act.tenant, std::nullopt, std::span(&*first, 1));
}

Result<std::unique_ptr<Writer>> Writer::open(EventStore& store, std::string tenant,
                                             ledger::HashFunction hash, Clock& clock) {
    const auto algorithm = algorithm_of(store, tenant);
    if (!algorithm) return tl::unexpected(algorithm.error());
    if (*algorithm != hash.algorithm)
        return refuse(Code::algorithm_differs, {},
                      {std::string(print_algorithm(hash.algorithm)),
                       std::string(print_algorithm(*algorithm))});
    const auto head = store.head(tenant);
    if (!head) return tl::unexpected(head.error());
    if (!*head) return refuse(Code::ledger_absent, {}, {tenant});
    return std::unique_ptr<Writer>(
        new Writer(store, std::move(tenant), std::move(hash), clock, **head));
}

Writer::Writer(EventStore& store, std::string tenant, ledger::HashFunction hash, Clock& clock,
               ledger::Head head)
    : store_(store),
      tenant_(std::move(tenant)),
      hash_(std::move(hash)),
      clock_(clock),
      queue_(std::make_shared<Batch>()),
      durable_(head),
      tail_(head),
      thread_([this] { run(); }) {}

Writer::~Writer() {
    {
        const Lock lock(mutex_);
        is_stopping_ = true;
    }
    work_.notify_one();
    thread_.join();
}

ledger::Head Writer::tail() const {
    const Lock lock(mutex_);
    return tail_;
}

Result<std::vector<ledger::SealedEvent>> Writer::seal_all(std::vector<ledger::Draft> drafts) {
    std::vector<ledger::SealedEvent> out;
    out.reserve(drafts.size());
    ledger::Head head = tail_;
    const ledger::Instant now = clock_.now();
    for (ledger::Draft& draft : drafts) {
        auto sealed = ledger::seal(tenant_, head, std::move(draft), now, hash_);
        if (!sealed) return tl::unexpected(sealed.error());
        head = head_of(*sealed);
        out.push_back(std::move(*sealed));
    }
    return out;
}

/// Asks the store for its head where ours may be out of date. @pre the lock is held
Result<void> Writer::refresh(const std::optional<ledger::Head>& decided_on) {
    if (is_committing_) return {};
    const bool is_behind = queue_->events.empty() && decided_on && *decided_on != tail_;
    if (!is_lost_ && !is_behind) return {};
    const auto head = store_.head(tenant_);
    if (!head) return tl::unexpected(head.error());
    if (!*head) return refuse(Code::ledger_absent, {}, {tenant_});
    durable_ = tail_ = **head;
    is_lost_ = false;
    return {};
}

Result<Writer::Ticket> Writer::hand_in(Submission submission) {
    INVARIANT(!submission.drafts.empty(), "a submission has drafts");
    const Lock lock(mutex_);
    const auto ready = refresh(submission.decided_on);
    if (!ready) return tl::unexpected(ready.error());
    if (submission.decided_on && *submission.decided_on != tail_)
        return refuse(Code::ledger_head_moved, {}, {tenant_});
    auto sealed = seal_all(std::move(submission.drafts));
    if (!sealed) return tl::unexpected(sealed.error());
    tail_ = head_of(sealed->back());
    queue_->events.insert(queue_->events.end(), sealed->begin(), sealed->end());
    if (submission.request)
        queue_->marks.push_back({*submission.request, sealed->front().seq, sealed->back().seq});
    Ticket ticket;
    ticket.events_ = std::move(*sealed);
    ticket.batch_ = queue_;
    return ticket;
}

Result<ledger::Head> Writer::settle(const Ticket& ticket) {
    Batch& batch = *ticket.batch_;
    {
        Lock lock(mutex_);
        if (ticket.batch_ == queue_ && !is_committing_) commit_queue(lock);
    }
    batch.await();
    if (!batch.outcome) return tl::unexpected(batch.outcome.error());
    return head_of(ticket.events_.back());
}

Result<ledger::Head> Writer::append(Submission submission) {
    const auto ticket = hand_in(std::move(submission));
    if (!ticket) return tl::unexpected(ticket.error());
    return settle(*ticket);
}

/// What became of `batch`, whatever the store said: after a failure it is asked again.
Result<ledger::Head> Writer::store_batch(const ledger::Head& base, const Batch& batch) {
    auto head = store_.append(tenant_, base, batch.events, batch.marks);
    if (head) return head;
    const ledger::SealedEvent& last = batch.events.back();
    const auto found = store_.read(tenant_, last.seq, 1);
    if (!found)
        return refuse(Code::ledger_outcome_unknown, {}, {message(head.error(), Language::en)});
    if (!found->empty() && found->front().hash == last.hash) return head_of(last);
    return head;
}

/// Writes the queue as one batch and answers it. @pre the lock is held, the queue is not empty, and
/// nobody else is committing. Releases the lock meanwhile.
void Writer::commit_queue(Lock& lock) {
    is_committing_ = true;
    const BatchPtr batch = std::exchange(queue_, std::make_shared<Batch>());
    const ledger::Head base = durable_;
    lock.unlock();
    const auto stored = store_batch(base, *batch);
    const auto seen = stored ? Result<std::optional<ledger::Head>>(*stored) : store_.head(tenant_);
    lock.lock();
    is_committing_ = false;
    if (seen && *seen) durable_ = **seen;
    if (!stored) {
        is_lost_ = !seen || !*seen;
        tail_ = durable_;
        const Result<void> failed = tl::unexpected(stored.error());
        batch->tell(failed);
        // sealed on from a batch that is not there
        std::exchange(queue_, std::make_shared<Batch>())->tell(failed);
        return;
    }
    if (!queue_->events.empty()) work_.notify_one();
    batch->tell({});
}

void Writer::run() {
    Lock lock(mutex_);
    for (;;) {
        work_.wait(lock,
                   [this] { return is_stopping_ || (!is_committing_ && !queue_->events.empty()); });
        if (!is_committing_ && !queue_->events.empty())
            commit_queue(lock);
        else if (is_stopping_)
            return;
    }
}

}  // namespace heng::app
