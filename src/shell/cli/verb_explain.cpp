/// @file
/// `heng explain`: why a unit has the score and the grade it has.
#include "core/report/unit_explanation.hpp"
#include "shell/cli/terminal.hpp"
#include "shell/cli/year_options.hpp"

#include <memory>
#include <ostream>

namespace heng::cli {

namespace {

struct ExplainOptions {
    YearOptions year;
    std::string unit;
    bool json = false;
};

void explain(const ExplainOptions& options, Context& context) {
    const auto loaded = load_year(options.year, options.unit, context);
    if (!loaded) return;
    const app::Year& year = loaded->year;
    const auto unit = find_unit(year, options.year, options.unit, context);
    if (!unit) return;
    const score::Rules& rules = year.rules(*unit);
    const score::UnitScore score = score::score_unit(rules, year.watched);
    const report::Document document = report::explain_unit(
        {year.scheme(), year.domain(*unit), rules, app::title_of(year, *unit), year.watched, score,
         year.published(*unit), year.standing(*unit), year.outcome(*unit),
         year.units_in_domain(year.domain_index(*unit)), year.settled(*unit)},
        context.language);
    std::ostream& out = context.streams.out;
    if (options.json) {
        out << context.formats.document_json(document) << '\n';
    } else {
        out << print_document(document);
    }
}

}  // namespace

void add_explain(CLI::App& program, Context& context) {
    auto options = std::make_shared<ExplainOptions>();
    CLI::App* verb = program.add_subcommand(
        "explain", "说明一个单位的得分和等次，直到事实和条文\nExplain one unit's score and grade");
    add_year_options(*verb, options->year);
    verb->add_option("--unit", options->unit, "考核对象的编号\nid of the unit")->required();
    verb->add_flag("--json", options->json, "以 JSON 输出\nas a JSON document");
    verb->callback([options, &context] { explain(*options, context); });
}

}  // namespace heng::cli
