/// @file
/// `heng export`: the register and the findings of a year as CSV, as `heng score` and `heng import`
/// read them.
#include "shell/cli/ledger_year.hpp"

#include <memory>
#include <ostream>

namespace heng::cli {

namespace {

struct ExportOptions {
    StoreOptions store;
    LedgerYearOptions year;
    std::string units;
    std::string findings;
};

std::string flag(bool is_set) {
    return is_set ? "1" : "0";
}

/// The units that take part, with what their grades depend on besides findings.
app::TextTable units_of(const LedgerYear& year) {
    app::TextTable table{{"unit", "name", "domain", "review", "veto", "serious", "fraud"}, {}};
    for (const scheme::Domain& domain : year.rulebook.scheme().domains)
        for (const cycle::Unit* const unit :
             year.state.participants(year.cycle, domain.id, year.day)) {
            const auto review = year.cycle.reviews.score_of(unit->id);
            const auto bearing =
                year.cycle.circumstances.bearing_of(year.rulebook.scheme(), unit->id);
            table.rows.push_back({unit->id, unit->on(year.day).name, domain.id,
                                  review ? review->text() : "0",
                                  flag(bearing.best != scheme::Grade::good), flag(bearing.serious),
                                  flag(bearing.lowered_by > 0)});
        }
    return table;
}

std::string_view status_of(cycle::FindingStage stage) {
    switch (stage) {
        case cycle::FindingStage::recorded: return "submitted";
        case cycle::FindingStage::confirmed: return "confirmed";
        case cycle::FindingStage::withdrawn: return "withdrawn";
    }
    return {};
}

app::TextTable findings_of(const cycle::Findings& findings) {
    app::TextTable table{
        {"unit", "branch", "value", "status", "case", "occurred_on", "source", "note"}, {}};
    for (const auto& [id, finding] : findings.all) {
        const cycle::Fact& fact = finding.fact;
        table.rows.push_back({finding.unit, fact.branch, fact.value.text(),
                              std::string(status_of(finding.stage)), fact.case_id,
                              ledger::print_date(fact.occurred_on), fact.source, fact.note});
    }
    return table;
}

void write(const std::string& path, const app::TextTable& table, Context& context) {
    if (path.empty()) return;
    const auto written = context.formats.write_table(path, table);
    if (!written) return report({written.error()}, context);
    const bool zh = context.language == Language::zh;
    if (path != "-")
        context.streams.out << (zh ? "已写出 " : "wrote ") << path << (zh ? "，行数 " : ", rows ")
                            << table.rows.size() << '\n';
}

void run_export(const ExportOptions& options, Context& context) {
    const auto live = replay_until(options.store, options.year.as_of, context);
    const auto year = live ? find_ledger_year(*live, options.year, context) : std::nullopt;
    if (!year) return;
    write(options.units, units_of(*year), context);
    write(options.findings, findings_of(year->cycle.findings), context);
}

}  // namespace

void add_export(CLI::App& program, Context& context) {
    auto options = std::make_shared<ExportOptions>();
    CLI::App* verb = program.add_subcommand(
        "export",
        "导出单位库和扣分记录为 CSV\nWrite the register and the findings of a year as CSV");
    add_store_options(*verb, options->store);
    add_ledger_year_options(*verb, options->year);
    verb->add_option("--units", options->units,
                     "写出的 CSV；- 为标准输出\nCSV to write; - for standard output");
    verb->add_option("--findings", options->findings,
                     "写出的 CSV；- 为标准输出\nCSV to write; - for standard output");
    verb->callback([options, &context] {
        if (options->units.empty() && options->findings.empty())
            throw CLI::RequiredError("--units or --findings");
        run_export(*options, context);
    });
}

}  // namespace heng::cli
