/// @file
/// `heng show`: what a ledger says, today or as of a day.
#include "core/report/due_table.hpp"
#include "core/report/standing_table.hpp"
#include "core/report/unit_explanation.hpp"
#include "core/report/words.hpp"
#include "shell/cli/ledger_year.hpp"
#include "shell/cli/terminal.hpp"

#include <algorithm>
#include <memory>
#include <ostream>

namespace heng::cli {

namespace {

struct ShowOptions {
    StoreOptions store;
    LedgerYearOptions year;
    bool units = false;
    bool standing = false;
    bool due = false;
    std::string unit;
    bool json = false;
};

void print(const report::Document& document, const ShowOptions& options, Context& context) {
    if (options.json)
        context.streams.out << context.formats.document_json(document) << '\n';
    else
        context.streams.out << print_document(document);
}

void show_units(const app::Live& live, const ShowOptions& options, Context& context) {
    const report::Words words(context.language);
    report::Table table{words("单位库", "Register"),
                        {{words("编号", "id")},
                         {words("名称", "name")},
                         {words("领域", "domain")},
                         {words("自", "since")},
                         {words("并入", "merged into")}},
                        {}};
    for (const auto& [id, unit] : live.state.units_and_people.units) {
        const cycle::UnitPeriod& now = unit.now();
        table.rows.push_back({id, now.name, now.domain, ledger::print_date(now.from),
                              unit.merged_into.value_or(std::string(report::not_applicable))});
    }
    print({{std::move(table)}}, options, context);
}

std::string name_of(const LedgerYear& year, const cycle::UnitId& id) {
    const cycle::Unit* const unit = year.state.units_and_people.find_unit(id);
    return unit->on(year.day).name + "（" + id + "）";
}

/// A unit as it was published: with the grade that holds, and the words of who decided it.
report::StandingRow published_row(const LedgerYear& year, const cycle::ResultRow& row) {
    report::StandingRow out{name_of(year, row.unit), row.published, {row.rank, row.grade, 0}, {}};
    for (const cycle::GradeReason& reason : row.reasons)
        if (!reason.text.empty())
            out.settled = grade::Settled{{0, row.grade, reason.text, {}}, out.outcome};
    return out;
}

/// As published, once the year is; before that as the rules have it today.
std::vector<report::StandingRow> standing_rows(const LedgerYear& year,
                                               const scheme::Domain& domain) {
    std::vector<report::StandingRow> rows;
    const auto& versions = year.cycle.grading.versions;
    if (!versions.empty()) {
        for (const cycle::ResultRow& row : versions.back().rows)
            if (row.domain == domain.id) rows.push_back(published_row(year, row));
        return rows;
    }
    const auto standing =
        cycle::standing_of(year.state, year.cycle, year.rulebook, domain.id, year.day);
    for (const cycle::UnitStanding& unit : standing.units)
        rows.push_back({name_of(year, unit.unit), unit.published, unit.proposed, std::nullopt});
    return rows;
}

void show_standings(const LedgerYear& year, const ShowOptions& options, Context& context) {
    const scheme::Scheme& scheme = year.rulebook.scheme();
    for (const scheme::Domain& domain : scheme.domains) {
        auto rows = standing_rows(year, domain);
        if (!rows.empty())
            print(report::standing_table(scheme, domain, std::move(rows), context.language),
                  options, context);
    }
}

void show_sheet(const LedgerYear& year, const ShowOptions& options, Context& context) {
    const cycle::Unit* const unit = year.state.units_and_people.find_unit(options.unit);
    const scheme::Scheme& scheme = year.rulebook.scheme();
    const scheme::Domain* const domain =
        unit == nullptr ? nullptr : scheme.find_domain(unit->on(year.day).domain);
    if (domain == nullptr)
        return report({{Code::record_unknown, {}, {"考核对象", "unit", options.unit}}}, context);
    const auto standing =
        cycle::standing_of(year.state, year.cycle, year.rulebook, domain->id, year.day);
    const auto own =
        std::find_if(standing.units.begin(), standing.units.end(),
                     [&](const cycle::UnitStanding& one) { return one.unit == options.unit; });
    if (own == standing.units.end())  // it does not take part this year
        return report({{Code::record_unknown, {}, {"参加考核的对象", "participant", options.unit}}},
                      context);
    const cycle::UnitSheet sheet =
        cycle::sheet_of(year.cycle, year.rulebook, options.unit, domain->id);
    print(
        report::explain_unit({scheme, *domain, year.rulebook.rules(domain->id),
                              name_of(year, options.unit), sheet.findings, sheet.score,
                              own->published, own->standing, own->proposed, standing.units.size()},
                             context.language),
        options, context);
}

void show_dues(const app::Live& live, const ShowOptions& options, Context& context) {
    const ledger::Date today = day_or_today(options.year.as_of, context);
    print(
        report::due_table(live.state, live.rulebooks,
                          cycle::dues(live.state, live.rulebooks, today), today, context.language),
        options, context);
}

void show_live(const app::Live& live, const ShowOptions& options, Context& context) {
    if (options.units) show_units(live, options, context);
    if (options.due) show_dues(live, options, context);
    if (!options.standing && options.unit.empty()) return;
    const auto year = find_ledger_year(live, options.year, context);
    if (!year) return;
    if (options.standing) show_standings(*year, options, context);
    if (!options.unit.empty()) show_sheet(*year, options, context);
}

void run_show(const ShowOptions& options, Context& context) {
    const auto live = replay_until(options.store, options.year.as_of, context);
    if (live) show_live(*live, options, context);
}

}  // namespace

void add_show(CLI::App& program, Context& context) {
    auto options = std::make_shared<ShowOptions>();
    CLI::App* verb = program.add_subcommand(
        "show", "查看台账：单位库、排名、待办事项、一个单位的得分说明\nShow what a ledger says");
    add_store_options(*verb, options->store);
    add_ledger_year_options(*verb, options->year);
    verb->add_flag("--units", options->units, "单位库\nthe register");
    verb->add_flag(
        "--standing", options->standing,
        "各领域排名；公布前按规则计算\neach domain's ranking; before publication as computed");
    verb->add_flag("--due", options->due, "待办事项及期限\nwhat is due, from whom and by when");
    verb->add_option("--unit", options->unit, "一个单位的得分说明\none unit's sheet, explained");
    verb->add_flag("--json", options->json,
                   "以 JSON 输出，每行一份\nas JSON documents, one a line");
    verb->callback([options, &context] {
        if (!options->units && !options->standing && !options->due && options->unit.empty())
            throw CLI::RequiredError("--units, --standing, --due or --unit");
        run_show(*options, context);
    });
}

}  // namespace heng::cli
