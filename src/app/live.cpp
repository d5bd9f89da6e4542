#include "app/live.hpp"

#include "app/writer.hpp"
#include "core/act/perform.hpp"

#include <algorithm>
#include <exception>

namespace heng::app {

namespace {

constexpr std::size_t page_events = 2'000;
constexpr std::chrono::hours ahead_of_utc{8};

tl::unexpected<Issues> failed(const Error& error) {
    return tl::unexpected(Issues{error});
}

/// A ledger while it is read.
struct Reading {
    Reading(ledger::Verifier chain, std::optional<ledger::Instant> last)
        : verifier(std::move(chain)), until(last) {}

    Live live;
    ledger::Verifier verifier;
    std::optional<ledger::Instant> until;
    std::optional<Error> broken;  ///< An event that holds in the chain but cannot be applied.

    void take(const ledger::SealedEvent& sealed) {
        const ledger::Event* const event = verifier.feed(sealed);
        if (event == nullptr || is_past_) return;
        is_past_ = until && event->recorded_at > *until;
        if (is_past_) return;
        if (const auto applied = apply_event(live.state, *event); !applied)
            broken = applied.error();
        live.head = head_of(sealed);
    }

private:
    bool is_past_ = false;
};

/// Reads everything; nothing, or what stands in the way beside a broken chain.
Checked<void> read_store(Reading& reading, EventStore& store, const std::string& tenant,
                         const Readers& readers, const Progress& progress) {
    const auto last = store.head(tenant);
    if (!last) return failed(last.error());
    const std::int64_t total = *last ? (*last)->seq : 0;
    std::int64_t done = 0;
    const auto read = for_each_event(store, tenant, 1, [&](const ledger::SealedEvent& sealed) {
        reading.take(sealed);
        const bool is_report_due = ++done % static_cast<std::int64_t>(page_events) == 0;
        if (progress && (is_report_due || done == total))
            progress(Stage::events, static_cast<std::size_t>(done),
                     static_cast<std::size_t>(std::max(done, total)));
        return !reading.broken;
    });
    if (!read) return failed(read.error());
    if (reading.broken) return failed(*reading.broken);
    return add_missing(reading.live.rulebooks, reading.live.state, readers.read_scheme_files);
}

}  // namespace

Result<void> for_each_event(EventStore& store, const std::string& tenant, std::int64_t from_seq,
                            const std::function<bool(const ledger::SealedEvent&)>& take) {
    for (;;) {
        const auto page = store.read(tenant, from_seq, page_events);
        if (!page) return tl::unexpected(page.error());
        if (page->empty()) return {};
        for (const ledger::SealedEvent& event : *page)
            if (!take(event)) return {};
        from_seq += static_cast<std::int64_t>(page->size());
    }
}

Result<void> apply_event(cycle::State& state, const ledger::Event& event) {
    try {
        act::replay(state, event);
        return {};
    } catch (const std::exception& broken) {
        // To an act every event of the ledger is its own; a stranger's body breaks its invariants.
        return refuse(Code::event_malformed, {},
                      {std::to_string(event.seq), std::string(broken.what())});
    }
}

Checked<Live> replay_store(EventStore& store, const std::string& tenant, const Readers& readers,
                           const Extent& extent, const Progress& progress) {
    const auto algorithm = algorithm_of(store, tenant);
    if (!algorithm) return failed(algorithm.error());
    auto hash = readers.make_hash(*algorithm);
    if (!hash) return failed(hash.error());
    Reading reading({tenant, std::move(*hash), extent.known}, extent.until);
    const auto read = read_store(reading, store, tenant, readers, progress);
    if (!read) return tl::unexpected(read.error());
    if (const auto head = reading.verifier.finish(); !head) return failed(head.error());
    return std::move(reading.live);
}

Checked<Replayed> replay_whole_store(EventStore& store, const std::string& tenant,
                                     const Readers& readers, const ledger::HashFunction& hash) {
    Reading reading({tenant, hash}, std::nullopt);
    const auto read = read_store(reading, store, tenant, readers, {});
    if (!read) return tl::unexpected(read.error());
    if (reading.verifier.is_broken()) return failed(reading.verifier.finish().error());
    return Replayed{std::move(reading.live), std::move(reading.verifier)};
}

ledger::Instant end_of(ledger::Date day) {
    return ledger::Instant(std::chrono::sys_days(day)) + std::chrono::days(1) - ahead_of_utc -
           std::chrono::microseconds(1);
}

ledger::Date day_of(ledger::Instant instant) {
    return std::chrono::floor<std::chrono::days>(instant + ahead_of_utc);
}

}  // namespace heng::app
