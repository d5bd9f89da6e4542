/// @file
/// A lone caller commits on its own thread, which saves two switches; under load the writer's
/// thread does.
#include "app/writer.hpp"

#include "core/base/invariant.hpp"

#include <atomic>

namespace heng::app {

/// One caller's place to wait. Shared, so that whoever answers may still touch it when the caller
/// has gone.
struct Writer::Outcome {
    std::atomic<int> is_known = 0;  // an int: libstdc++ waits for it directly in the kernel
    Result<ledger::Head> head = ledger::Head{};
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

/// @pre the lock is held
Result<ledger::Head> Writer::enqueue(Submission submission, Answer answer) {
    INVARIANT(!submission.drafts.empty(), "a submission has drafts");
    const bool is_idle = queue_.events.empty() && !is_committing_;
    const bool is_behind = submission.decided_on && *submission.decided_on != tail_;
    if ((is_lost_ && !is_committing_) || (is_idle && is_behind)) {
        const auto head = store_.head(tenant_);
        if (!head) return tl::unexpected(head.error());
        if (!*head) return refuse(Code::ledger_absent, {}, {tenant_});
        durable_ = tail_ = **head;
        is_lost_ = false;
    }
    if (submission.decided_on && *submission.decided_on != tail_)
        return refuse(Code::ledger_head_moved, {}, {tenant_});
    auto sealed = seal_all(std::move(submission.drafts));
    if (!sealed) return tl::unexpected(sealed.error());
    tail_ = head_of(sealed->back());
    std::move(sealed->begin(), sealed->end(), std::back_inserter(queue_.events));
    queue_.waiting.push_back({tail_, std::move(answer)});
    return tail_;
}

Result<ledger::Head> Writer::submit(Submission submission, Answer answer) {
    const Lock lock(mutex_);
    auto head = enqueue(std::move(submission), std::move(answer));
    if (head && !is_committing_) work_.notify_one();
    return head;
}

Result<Writer::Ticket> Writer::hand_in(Submission submission) {
    Ticket ticket;
    ticket.outcome_ = std::make_shared<Outcome>();
    const Lock lock(mutex_);
    const auto before = static_cast<std::ptrdiff_t>(queue_.events.size());
    const auto head = enqueue(std::move(submission),
                              [outcome = ticket.outcome_](const Result<ledger::Head>& known) {
                                  outcome->head = known;
                                  outcome->is_known.store(1, std::memory_order_release);
                                  outcome->is_known.notify_one();
                              });
    if (!head) return tl::unexpected(head.error());
    ticket.events_.assign(queue_.events.begin() + before, queue_.events.end());
    return ticket;
}

Result<ledger::Head> Writer::settle(const Ticket& ticket) {
    {
        Lock lock(mutex_);
        const bool is_waiting = ticket.outcome_->is_known.load(std::memory_order_acquire) == 0;
        if (is_waiting && !is_committing_) commit_queue(lock);
    }
    ticket.outcome_->is_known.wait(0, std::memory_order_acquire);
    return ticket.outcome_->head;
}

Result<ledger::Head> Writer::append(Submission submission) {
    const auto ticket = hand_in(std::move(submission));
    if (!ticket) return tl::unexpected(ticket.error());
    return settle(*ticket);
}

/// What became of `batch`, whatever the store said: after a failure it is asked again.
Result<ledger::Head> Writer::store_batch(const ledger::Head& base, const Queue& batch) {
    auto head = store_.append(tenant_, base, batch.events);
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
    Queue batch = std::exchange(queue_, {});
    const ledger::Head base = durable_;
    lock.unlock();
    const auto stored = store_batch(base, batch);
    const auto seen = stored ? Result<std::optional<ledger::Head>>(*stored) : store_.head(tenant_);
    lock.lock();
    Queue orphaned;  // sealed on from a batch that is not there
    if (!stored) {
        orphaned = std::exchange(queue_, {});
        is_lost_ = !seen || !*seen;
    }
    if (seen && *seen) durable_ = **seen;
    if (!stored) tail_ = durable_;
    is_committing_ = false;
    if (!queue_.events.empty()) work_.notify_one();
    lock.unlock();
    for (const Waiting& one : batch.waiting)
        one.answer(stored ? Result<ledger::Head>(one.head) : stored);
    for (const Waiting& one : orphaned.waiting) one.answer(stored);
    lock.lock();
}

void Writer::run() {
    Lock lock(mutex_);
    for (;;) {
        work_.wait(lock,
                   [this] { return is_stopping_ || (!is_committing_ && !queue_.events.empty()); });
        if (!is_committing_ && !queue_.events.empty())
            commit_queue(lock);
        else if (is_stopping_)
            return;
    }
}

}  // namespace heng::app
