#include "shell/cli/ledger_year.hpp"

#include "shell/cli/year_options.hpp"

#include <algorithm>
#include <iterator>

namespace heng::cli {

void add_ledger_year_options(CLI::App& verb, LedgerYearOptions& options) {
    verb.add_option("--as-of", options.as_of,
                    "截至该日终了时的情况\nas it stood at the end of this day")
        ->check(check_day);
    verb.add_option(
        "--year", options.year,
        "年度，默认指标在执行的最近一年\nthe year, by default the latest with indicators in force");
}

std::optional<app::Live> replay_until(const StoreOptions& store, const std::string& as_of,
                                      Context& context) {
    const auto opened = open_store(store, context);
    if (!opened) return std::nullopt;
    app::Extent extent;
    if (!as_of.empty()) extent.until = app::end_of(*ledger::parse_date(as_of));
    return value_or_report(
        in_file(store.db,
                app::replay_store(*opened->store, opened->tenant, context.surroundings.readers,
                                  extent, progress_to(context.streams, context.language))),
        context);
}

namespace {

using Cycles = std::map<int, cycle::Cycle>;

/// The last year with indicators in force on `day`, or the last year.
Cycles::const_iterator latest(const Cycles& cycles, ledger::Date day) {
    const auto in_force = std::find_if(cycles.rbegin(), cycles.rend(), [&](const auto& one) {
        return one.second.indicators.edition_on(day) != nullptr;
    });
    if (in_force != cycles.rend()) return std::prev(in_force.base());
    return cycles.empty() ? cycles.end() : std::prev(cycles.end());
}

}  // namespace

std::optional<LedgerYear> find_ledger_year(const app::Live& live, const LedgerYearOptions& options,
                                           Context& context) {
    const auto& cycles = live.state.cycles;
    const ledger::Date day = day_or_today(options.as_of, context);
    const auto found = options.year == 0 ? latest(cycles, day) : cycles.find(options.year);
    if (found == cycles.end()) {
        const std::string wanted = options.year == 0 ? "—" : std::to_string(options.year);
        report({{Code::cycle_unknown, {}, {wanted}}}, context);
        return std::nullopt;
    }
    const cycle::Edition* const edition = found->second.indicators.edition_on(day);
    if (edition == nullptr) {
        report(
            {{Code::edition_absent, {}, {std::to_string(found->first), ledger::print_date(day)}}},
            context);
        return std::nullopt;
    }
    return LedgerYear{live.state, found->second, *live.rulebooks.at(edition->draft), day};
}

}  // namespace heng::cli
