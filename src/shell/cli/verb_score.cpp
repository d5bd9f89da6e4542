/// @file
/// `heng score`: a year's units and findings in, ranks and grades out.
#include "core/report/standing_table.hpp"
#include "shell/cli/terminal.hpp"
#include "shell/cli/year_options.hpp"

#include <memory>
#include <ostream>

namespace heng::cli {

namespace {

struct ScoreOptions {
    YearOptions year;
    app::ResultRequest result;
    bool json = false;
    bool standing = false;
};

void print_standing(const app::Year& year, Context& context) {
    const scheme::Scheme& scheme = year.scheme();
    std::vector<std::vector<report::StandingRow>> rows(scheme.domains.size());
    for (std::size_t unit = 0; unit < year.size(); ++unit) {
        const grade::Settled* const settled = year.settled(unit);
        rows[year.domain_index(unit)].push_back(
            {app::title_of(year, unit), year.published(unit), year.outcome(unit),
             settled == nullptr ? std::nullopt : std::optional(*settled)});
    }
    for (std::size_t domain = 0; domain < rows.size(); ++domain) {
        if (rows[domain].empty()) continue;
        const auto table = report::standing_table(scheme, scheme.domains[domain],
                                                  std::move(rows[domain]), context.language);
        context.streams.out << print_document(table);
    }
}

void score(const ScoreOptions& options, Context& context) {
    if (const auto columns = context.formats.check_columns(options.result.columns); !columns) {
        report({columns.error()}, context);
        return;
    }
    const auto loaded = load_year(options.year, std::nullopt, context);
    if (!loaded) return;
    report(app::small_domains(loaded->year), context);
    if (!options.result.path.empty()) {
        const app::RunOptions run{threads_of(options.year),
                                  progress_to(context.streams, context.language), std::nullopt};
        const auto written = context.formats.write_results(loaded->year, options.result, run);
        if (!written) report({written.error()}, context);
    }
    if (options.json) context.streams.out << context.formats.year_json(loaded->year) << '\n';
    if (options.standing) print_standing(loaded->year, context);
}

}  // namespace

void add_score(CLI::App& program, Context& context) {
    auto options = std::make_shared<ScoreOptions>();
    CLI::App* verb = program.add_subcommand(
        "score", "按方案计分、排名、定等次建议\nScore, rank and grade a year");
    add_year_options(*verb, options->year);
    verb->add_option("--out", options->result.path,
                     "写出的结果；- 为标准输出\nCSV to write; - for standard output");
    verb->add_option(
        "--columns", options->result.columns,
        "结果的列及其顺序，以逗号分隔\ncolumns of the result, in this order: unit, name, "
        "domain, indicator, review, total, rank, grade, needs_decision, lost");
    verb->add_flag("--json", options->json, "以 JSON 输出结果\nprint the results as JSON");
    verb->add_flag("--standing", options->standing,
                   "输出各领域排名表\nprint each domain's ranking for people");
    verb->callback([options, &context] {
        if (options->result.path.empty() && !options->json && !options->standing) {
            throw CLI::RequiredError("--out / --json / --standing");
        }
        score(*options, context);
    });
}

}  // namespace heng::cli
