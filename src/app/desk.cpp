#include "app/desk.hpp"

#include "core/base/invariant.hpp"

#include <algorithm>

namespace heng::app {

namespace {

/// How often an act is decided again because another process was faster.
constexpr int attempts_max = 8;

tl::unexpected<Issues> failed(const Error& error) {
    return tl::unexpected(Issues{error});
}

bool has_moved(const Issues& issues) {
    return issues.size() == 1 && issues.front().code == Code::ledger_head_moved;
}

/// What the command hands in as a scheme; nothing if its act takes none, or it has none.
std::optional<ReadRulebook> find_candidate(const act::Command& command,
                                           const ReadSchemeFiles& read) {
    const act::Act* const act = act::find_act(command.act);
    if (act == nullptr) return std::nullopt;
    for (const act::Field& field : act->fields) {
        const ledger::Value* const value = command.body.find(field.name);
        if (field.kind == act::Kind::scheme && value != nullptr && value->object() != nullptr)
            return read_candidate(read, *value->object());
    }
    return std::nullopt;
}

act::Context context_on(const Live& live, const act::Actor& actor, ledger::Date day,
                        const ReadRulebook* candidate) {
    return {live.state, live.rulebooks, actor, day, live.head.seq + 1, candidate, nullptr};
}

}  // namespace

Desk::Desk(EventStore& store, std::string tenant, Readers readers, ledger::HashFunction hash,
           std::unique_ptr<Writer> writer)
    : store_(store),
      tenant_(std::move(tenant)),
      readers_(std::move(readers)),
      hash_(std::move(hash)),
      verifier_(tenant_, hash_),
      writer_(std::move(writer)) {}

Checked<std::unique_ptr<Desk>> Desk::open(EventStore& store, std::string tenant, Readers readers,
                                          Clock& clock) {
    const auto algorithm = algorithm_of(store, tenant);
    if (!algorithm) return failed(algorithm.error());
    auto hash = readers.make_hash(*algorithm);
    auto writers_hash = readers.make_hash(*algorithm);  // each serves one thread at a time
    if (!hash || !writers_hash) return failed(hash ? writers_hash.error() : hash.error());
    auto writer = Writer::open(store, tenant, std::move(*writers_hash), clock);
    if (!writer) return failed(writer.error());
    std::unique_ptr<Desk> desk(new Desk(store, std::move(tenant), std::move(readers),
                                        std::move(*hash), std::move(*writer)));
    const Lock lock(desk->acting_mutex_);
    const auto ready = desk->reload();
    if (!ready) return tl::unexpected(ready.error());
    return desk;
}

Checked<Receipt> Desk::perform(const act::Actor& actor, const act::Command& command,
                               ledger::Date day, const Terms& terms) {
    const auto candidate = find_candidate(command, readers_.read_scheme_files);
    const auto decide = [&](const Live& tip) {
        act::Context context = context_on(tip, actor, day, candidate ? &*candidate : nullptr);
        context.counted = terms.counted;
        return act::perform(context, command);
    };
    return perform(decide, terms);
}

Checked<Receipt> Desk::perform_all(const act::Actor& actor, std::span<const act::Command> commands,
                                   ledger::Date day, const Terms& terms) {
    INVARIANT(!commands.empty(), "there is something to do");
    return perform([&](const Live& tip) { return decide_all(tip, actor, commands, day); }, terms);
}

/// A request that came before is looked for only where something speaks against doing it: the store
/// records no key twice.
Checked<Receipt> Desk::perform(const Decide& decide, const Terms& terms) {
    Issues issues;
    for (int attempt = 0; attempt < attempts_max; ++attempt) {
        const auto handed_in = hand_in(decide, terms);
        if (handed_in) {
            const auto stored = writer_->settle(handed_in->ticket);
            const Lock lock(acting_mutex_);
            if (stored) {
                confirm(*stored);
                return Receipt{handed_in->ticket.events().front().seq, *stored};
            }
            issues = {stored.error()};
            const auto recovered = recover(handed_in->round);
            if (!recovered && has_moved(issues)) return tl::unexpected(recovered.error());
        } else {
            issues = handed_in.error();
        }
        if (auto done = find_done(terms)) return std::move(*done);
        if (!has_moved(issues)) break;
    }
    return tl::unexpected(std::move(issues));
}

std::optional<Checked<Receipt>> Desk::find_done(const Terms& terms) const {
    if (!terms.request) return std::nullopt;
    const auto mark = store_.find_mark(tenant_, terms.request->key);
    if (!mark || !*mark) return std::nullopt;
    if ((*mark)->of != *terms.request) return failed({Code::idempotency_key_reused, {}, {}});
    const auto last = store_.read(tenant_, (*mark)->last_seq, 1);
    if (!last || last->empty()) return std::nullopt;
    return Receipt{(*mark)->first_seq, head_of(last->front())};
}

/// Where the writer knows of a newer head than the tip's, catches up for the next attempt.
Checked<Desk::HandedIn> Desk::hand_in(const Decide& decide, const Terms& terms) {
    const Lock lock(acting_mutex_);
    if (is_lost_) {
        const auto ready = reload();
        if (!ready) return tl::unexpected(ready.error());
    }
    if (terms.precondition) {
        auto holds = terms.precondition(tip_);
        if (!holds) return tl::unexpected(std::move(holds.error()));
    }
    auto drafts = decide(tip_);
    if (!drafts) return tl::unexpected(std::move(drafts.error()));
    auto ticket = writer_->hand_in({std::move(*drafts), tip_.head, terms.request});
    if (ticket) {
        advance_tip(ticket->events());
        return HandedIn{std::move(*ticket), round_};
    }
    if (ticket.error().code == Code::ledger_head_moved) {
        const auto recovered = recover(round_);
        if (!recovered) return tl::unexpected(recovered.error());
    }
    return failed(ticket.error());
}

Checked<std::vector<ledger::Draft>> Desk::decide_all(const Live& tip, const act::Actor& actor,
                                                     std::span<const act::Command> commands,
                                                     ledger::Date day) const {
    Live after = tip;
    std::vector<ledger::Draft> out;
    Issues issues;
    for (std::size_t i = 0; i < commands.size(); ++i) {
        const auto candidate = find_candidate(commands[i], readers_.read_scheme_files);
        const auto drafts = act::perform(
            context_on(after, actor, day, candidate ? &*candidate : nullptr), commands[i]);
        if (!drafts) {
            for (Error issue : drafts.error()) {
                issue.place.line = i + 1;
                issues.push_back(std::move(issue));
            }
            continue;
        }
        for (const ledger::Draft& draft : *drafts) {
            ++after.head.seq;
            act::replay(after.state, {tenant_, after.head.seq, {}, {}, draft});
            out.push_back(draft);
        }
        const auto complete = add_missing(after.rulebooks, after.state, readers_.read_scheme_files);
        INVARIANT(complete, "a scheme was checked before it came into the state");
    }
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    return out;
}

void Desk::advance_tip(const std::vector<ledger::SealedEvent>& events) {
    for (const ledger::SealedEvent& sealed : events) {
        const auto event = ledger::decode_event(sealed.bytes);
        INVARIANT(event, "what was sealed can be read");
        act::replay(tip_.state, *event);
        tip_.head = head_of(sealed);
        unconfirmed_.push_back(sealed);
    }
    const auto complete = add_missing(tip_.rulebooks, tip_.state, readers_.read_scheme_files);
    INVARIANT(complete, "a scheme was checked before it came into the state");
}

void Desk::show(const ledger::Event& event, const ledger::Head& head) {
    const std::unique_lock lock(view_mutex_);
    act::replay(view_.state, event);
    view_.head = head;
    const auto complete =
        add_missing(view_.rulebooks, view_.state, readers_.read_scheme_files, tip_.rulebooks);
    INVARIANT(complete, "the tip has the rulebooks of all drafts");
}

/// Shows what is on disk up to `stored`. Acts may be answered in another order than they went to
/// disk; the chain tells that those before are there too.
void Desk::confirm(const ledger::Head& stored) {
    const auto last =
        std::find_if(unconfirmed_.begin(), unconfirmed_.end(),
                     [&](const ledger::SealedEvent& event) { return head_of(event) == stored; });
    if (last == unconfirmed_.end()) return;  // shown already, or read from the store meanwhile
    for (bool is_last = false; !is_last; unconfirmed_.pop_front()) {
        const ledger::Head head = head_of(unconfirmed_.front());
        const ledger::Event* const event = verifier_.feed(unconfirmed_.front());
        INVARIANT(event != nullptr, "our own events follow on one another");
        show(*event, head);
        is_last = head == stored;
    }
    if (unconfirmed_.empty()) settled_.notify_all();
}

/// Takes an event of the store into the tip, and if that goes well into the view.
Checked<void> Desk::take_in(const ledger::SealedEvent& sealed) {
    const ledger::Event* const event = verifier_.feed(sealed);
    if (event == nullptr) return {};  // what follows tells why
    const auto applied = apply_event(tip_.state, *event);
    if (!applied) return failed(applied.error());
    const auto complete = add_missing(tip_.rulebooks, tip_.state, readers_.read_scheme_files);
    if (!complete) return complete;
    tip_.head = head_of(sealed);
    show(*event, tip_.head);
    return {};
}

/// Takes the events behind the view from the store. @pre the tip is the view.
Checked<void> Desk::catch_up() {
    INVARIANT(tip_.head == view_.head, "the tip is the view");
    Checked<void> taken;
    const auto read =
        for_each_event(store_, tenant_, view_.head.seq + 1, [&](const ledger::SealedEvent& sealed) {
            taken = take_in(sealed);
            return taken.has_value();
        });
    is_lost_ = !taken || verifier_.is_broken();
    if (!taken) return taken;
    if (!read) return failed(read.error());
    if (verifier_.is_broken()) return failed(verifier_.finish().error());
    return {};
}

/// Reads the whole ledger anew. Readers keep what they see until that has gone well.
Checked<void> Desk::reload() {
    auto replayed = replay_whole_store(store_, tenant_, readers_, hash_);
    if (!replayed) return tl::unexpected(std::move(replayed.error()));
    ++round_;
    unconfirmed_.clear();
    settled_.notify_all();
    verifier_ = std::move(replayed->verifier);
    tip_ = std::move(replayed->live);
    is_lost_ = false;
    const std::unique_lock lock(view_mutex_);
    view_ = tip_;
    return {};
}

/// After a write of this round failed, or others wrote: back to what is on disk.
Checked<void> Desk::recover(std::int64_t round) {
    if (round != round_) return {};  // another caller has done it
    if (is_lost_) return reload();
    ++round_;
    unconfirmed_.clear();
    settled_.notify_all();
    tip_ = view_;
    return catch_up();
}

Checked<std::vector<ledger::Draft>> Desk::rehearse(const act::Actor& actor,
                                                   const act::Command& command,
                                                   ledger::Date day) const {
    const auto candidate = find_candidate(command, readers_.read_scheme_files);
    return read([&](const Live& live) {
        return act::perform(context_on(live, actor, day, candidate ? &*candidate : nullptr),
                            command);
    });
}

/// Whoever handed in confirms, or recovers: the store need not be asked meanwhile, and would say
/// again and again that there is more. Where acts never cease, what is shown is told of as often as
/// people can follow.
Checked<ledger::Head> Desk::follow(std::chrono::milliseconds timeout) {
    constexpr std::chrono::milliseconds glance{20};
    ledger::Head shown;
    {
        Lock lock(acting_mutex_);
        shown = view_.head;
        if (!unconfirmed_.empty()) {
            settled_.wait_for(lock, std::min(timeout, glance),
                              [this] { return unconfirmed_.empty(); });
            return view_.head;
        }
    }
    const auto head = store_.await(tenant_, shown.seq, timeout);
    if (!head) return failed(head.error());
    const Lock lock(acting_mutex_);
    if (is_lost_) {
        const auto ready = reload();
        if (!ready) return tl::unexpected(ready.error());
    } else if (unconfirmed_.empty()) {  // otherwise who handed in confirms, or recovers
        const auto caught_up = catch_up();
        if (!caught_up) return tl::unexpected(caught_up.error());
    }
    return view_.head;
}

Checked<Live> Desk::as_of(ledger::Instant instant) const {
    return replay_store(store_, tenant_, readers_, {instant, std::nullopt});
}

}  // namespace heng::app
