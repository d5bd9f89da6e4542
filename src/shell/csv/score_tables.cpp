#include "shell/csv/score_tables.hpp"

#include "core/base/invariant.hpp"
#include "shell/csv/read_decisions.hpp"
#include "shell/csv/read_findings.hpp"
#include "shell/csv/read_units.hpp"
#include "shell/csv/unit_ids.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace heng::csv {

namespace {

/// The tables of a year; null where there are no decisions.
struct Tables {
    const TableText& units;
    const TableText& findings;
    const TableText* decisions;
};

struct TableFlaws {
    Flaws units;
    Flaws findings;
    Flaws decisions;
    bool empty() const { return units.empty() && findings.empty() && decisions.empty(); }
};

tl::unexpected<app::Rejection> rejected(const Tables& tables, TableFlaws flaws) {
    app::Rejection rejection;
    std::move(flaws.units).report(tables.units.name(), tables.units.bytes(), rejection);
    std::move(flaws.findings).report(tables.findings.name(), tables.findings.bytes(), rejection);
    if (tables.decisions != nullptr) {
        std::move(flaws.decisions)
            .report(tables.decisions->name(), tables.decisions->bytes(), rejection);
    }
    INVARIANT(rejection.count != 0, "what is not scored has flaws");
    return tl::unexpected(std::move(rejection));
}

tl::unexpected<app::Rejection> rejected(Issues issues) {
    app::Rejection rejection;
    rejection.count = issues.size();
    issues.resize(std::min(issues.size(), app::listed_issues_max), issues.front());
    rejection.issues = std::move(issues);
    return tl::unexpected(std::move(rejection));
}

Scored decided(app::Year year, std::span<const grade::Decision> decisions) {
    if (Checked<void> applied = year.decide(decisions); !applied) {
        return rejected(std::move(applied.error()));
    }
    return year;
}

}  // namespace

Scored score_files(const scheme::Scheme& scheme, const app::YearFiles& files,
                   const app::RunOptions& options) {
    const Result<TableText> units = TableText::open(files.units);
    const Result<TableText> findings = TableText::open(files.findings);
    std::optional<Result<TableText>> decisions;
    if (files.decisions) decisions = TableText::open(*files.decisions);
    Issues unreadable;
    if (!units) unreadable.push_back(units.error());
    if (!findings) unreadable.push_back(findings.error());
    if (decisions && !*decisions) unreadable.push_back(decisions->error());
    if (!unreadable.empty()) return rejected(std::move(unreadable));
    return score_tables(scheme, *units, *findings, options, decisions ? &**decisions : nullptr);
}

Scored score_tables(const scheme::Scheme& scheme, const TableText& units, const TableText& findings,
                    const app::RunOptions& options, const TableText* decisions) {
    const Tables tables{units, findings, decisions};
    TableFlaws flaws;
    const auto rules = std::make_shared<const app::DomainRules>(scheme);
    ReadUnits read_register = read_units(units, *rules, options);
    flaws.units = std::move(read_register.flaws);
    if (!read_register.has_header) {
        flaws.findings = check_findings_header(findings);
        if (decisions != nullptr) flaws.decisions = check_decisions_header(*decisions);
        return rejected(tables, std::move(flaws));
    }
    const auto known_units =
        std::make_shared<const app::UnitRegister>(std::move(read_register.units));
    const UnitIds ids = index_ids(known_units->ids, options.threads);
    if (has_duplicates(ids)) find_duplicates(units, flaws.units);
    ReadDecisions read_decided;
    if (decisions != nullptr) read_decided = read_decisions(*decisions, ids);
    flaws.decisions = std::move(read_decided.flaws);
    Known known{*rules, *known_units, ids};
    if (options.watch) known.watched = find_unit(ids, *options.watch);
    ReadFindings read = read_findings(findings, known, options);
    flaws.findings = std::move(read.flaws);
    if (flaws.units.empty() && flaws.findings.empty()) {
        auto year = app::score_year(rules, known_units, read.stretches, options);
        if (year && flaws.decisions.empty()) {
            year->watched = std::move(read.watched);
            return decided(*std::move(year), read_decided.decisions);
        }
    }
    if (rules->size() > 1) {
        known.with_domains = true;
        flaws.findings = read_findings(findings, known, options).flaws;
    }
    return rejected(tables, std::move(flaws));
}

}  // namespace heng::csv
