#pragma once
/// @file
/// The demonstration: a year of a made-up city, played through the acts from the first draft of its
/// indicators to the archive. The same story and seed give the same ledger, byte by byte.
#include "app/demo/play.hpp"

namespace heng::app::demo {

constexpr std::uint64_t usual_seed = 2021;

struct PlayOptions {
    std::uint64_t seed = usual_seed;
    std::optional<Date> until;  ///< The last day that is played; else all are.
};

/// What was played.
struct Account {
    Date last_day;
    ledger::Head head;
    std::map<std::string, std::size_t> acts;  ///< How often each act was done.
    cycle::State state;                       ///< As it was lived, not replayed.

    /// How often these acts were done, together.
    std::size_t times(std::initializer_list<const char*> ids) const;
};

/// Plays into the parts' empty store, best one in memory: every act waits for it.
/// @returns what was played, or why an act of the play was refused (a scheme that is not the
///   demonstration's), or what a part says.
[[nodiscard]] Checked<Account> play_year(Parts parts, const Story& story,
                                         const PlayOptions& options);

/// Copies the ledger of the demonstration into a store that has none of it.
/// @returns what the stores say
[[nodiscard]] Result<void> copy_ledger(EventStore& from, EventStore& to);

}  // namespace heng::app::demo
