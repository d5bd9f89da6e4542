#pragma once
/// @file
/// A year of a ledger as `show` and `export` look at it: today, or as of a day.
#include "core/cycle/standing.hpp"
#include "shell/cli/store_options.hpp"

namespace heng::cli {

struct LedgerYearOptions {
    std::string as_of;
    int year = 0;  ///< 0: the latest.
};
void add_ledger_year_options(CLI::App& verb, LedgerYearOptions& options);

/// The state at the end of the day `as_of`, or now where that is empty; else what stands in the way
/// has been reported.
std::optional<app::Live> replay_until(const StoreOptions& store, const std::string& as_of,
                                      Context& context);

/// A year of the state, under the edition by which it is scored.
struct LedgerYear {
    const cycle::State& state;
    const cycle::Cycle& cycle;
    const cycle::Rulebook& rulebook;
    ledger::Date day;
};
/// The year asked for, or nothing after `cycle_unknown` or `edition_absent` has been reported.
/// `live` must outlive it.
std::optional<LedgerYear> find_ledger_year(const app::Live& live, const LedgerYearOptions& options,
                                           Context& context);

}  // namespace heng::cli
