#pragma once
/// @file
/// A tenant's state with what it needs to be used, and how it is read from a store.
#include "app/ports.hpp"
#include "app/progress.hpp"
#include "app/rulebooks.hpp"
#include "core/cycle/state.hpp"

namespace heng::app {

/// The state after the event at `head`.
struct Live {
    cycle::State state;
    cycle::Rulebooks rulebooks;  ///< Of every draft in the state.
    ledger::Head head;
};

/// What reading a ledger needs of the shell.
struct Readers {
    std::function<Result<ledger::HashFunction>(ledger::Algorithm)> make_hash;
    ReadSchemeFiles read_scheme_files;
};

/// How far a ledger is read.
struct Extent {
    /// The first event recorded after this instant and all behind it are left out.
    std::optional<ledger::Instant> until;
    /// A head noted elsewhere that the ledger must contain.
    std::optional<ledger::Head> known;
};

/// Reads, verifies and replays a ledger. The whole chain is verified, even if only a part of it is
/// replayed.
/// @returns the state, or the first wrong event (`ledger::Verifier`), or what the store says, or
/// what is wrong with the files of a draft.
[[nodiscard]] Checked<Live> replay_store(EventStore& store, const std::string& tenant,
                                         const Readers& readers, const Extent& extent = {},
                                         const Progress& progress = {});

/// The same with the verifier behind the last event, ready for the next.
struct Replayed {
    Live live;
    ledger::Verifier verifier;
};
[[nodiscard]] Checked<Replayed> replay_whole_store(EventStore& store, const std::string& tenant,
                                                   const Readers& readers,
                                                   const ledger::HashFunction& hash);

/// Applies one event of a chain that holds, whoever wrote it.
/// @returns nothing, or `event_malformed` if its body is none that this program would have written;
/// `state` is then of no use any more.
[[nodiscard]] Result<void> apply_event(cycle::State& state, const ledger::Event& event);

/// Calls `take` for each event from `from_seq` on, until it says that it has enough.
[[nodiscard]] Result<void> for_each_event(
    EventStore& store, const std::string& tenant, std::int64_t from_seq,
    const std::function<bool(const ledger::SealedEvent&)>& take);

/// The last instant of `day` where the regulation holds: China has one time, eight hours ahead of
/// UTC.
ledger::Instant end_of(ledger::Date day);
/// The day that `instant` falls on there.
ledger::Date day_of(ledger::Instant instant);

}  // namespace heng::app
