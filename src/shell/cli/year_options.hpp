#pragma once
/// @file
/// The options and steps that `score`, `explain` and `whatif` share: a scheme, its year, and its
/// progress.
#include "app/year.hpp"
#include "shell/cli/verb.hpp"

#include <memory>
#include <optional>
#include <string>

namespace heng::cli {

struct YearOptions {
    std::string scheme;
    app::YearFiles files;
    unsigned threads = 0;  ///< 0: as many as the machine has.
};

void add_year_options(CLI::App& verb, YearOptions& options);

/// A year and the scheme that it refers to.
struct LoadedYear {
    std::unique_ptr<scheme::Scheme> scheme;
    app::Year year;
};

/// Loads, scores and grades; else everything that is wrong has been reported.
/// `watch` names the unit whose findings are wanted.
std::optional<LoadedYear> load_year(const YearOptions& options, std::optional<std::string> watch,
                                    Context& context);

/// Progress on standard error, once a run has lasted a second, and only where that is a terminal.
app::Progress progress_to(Streams& streams, Language language);

unsigned threads_of(const YearOptions& options);

/// Index of the unit, or nothing after `unit_unknown` has been reported.
std::optional<std::size_t> find_unit(const app::Year& year, const YearOptions& options,
                                     const std::string& id, Context& context);

}  // namespace heng::cli
