#include "shell/csv/score_tables.hpp"

#include "core/base/invariant.hpp"
#include "shell/csv/read_findings.hpp"
#include "shell/csv/read_units.hpp"
#include "shell/csv/unit_ids.hpp"

#include <memory>
#include <utility>

namespace heng::csv {

namespace {

tl::unexpected<app::Rejection> rejected(const TableText& units, Flaws of_units,
                                        const TableText& findings, Flaws of_findings) {
    app::Rejection rejection;
    std::move(of_units).report(units.name(), units.bytes(), rejection);
    std::move(of_findings).report(findings.name(), findings.bytes(), rejection);
    INVARIANT(rejection.count != 0, "what is not scored has flaws");
    return tl::unexpected(std::move(rejection));
}

}  // namespace

Scored score_files(const scheme::Scheme& scheme, const app::YearFiles& files,
                   const app::RunOptions& options) {
    const Result<TableText> units = TableText::open(files.units);
    const Result<TableText> findings = TableText::open(files.findings);
    app::Rejection rejection;
    for (const auto* table : {&units, &findings}) {
        if (!*table) rejection.issues.push_back(table->error());
    }
    rejection.count = rejection.issues.size();
    if (rejection.count != 0) return tl::unexpected(std::move(rejection));
    return score_tables(scheme, *units, *findings, options);
}

Scored score_tables(const scheme::Scheme& scheme, const TableText& units, const TableText& findings,
                    const app::RunOptions& options) {
    const auto rules = std::make_shared<const app::DomainRules>(scheme);
    ReadUnits read_register = read_units(units, *rules, options);
    if (!read_register.has_header) {
        return rejected(units, std::move(read_register.flaws), findings,
                        check_findings_header(findings));
    }
    const auto known_units =
        std::make_shared<const app::UnitRegister>(std::move(read_register.units));
    const UnitIds ids = index_ids(known_units->ids, options.threads);
    if (has_duplicates(ids)) find_duplicates(units, read_register.flaws);
    Known known{*rules, *known_units, ids};
    if (options.watch) known.watched = find_unit(ids, *options.watch);
    ReadFindings read = read_findings(findings, known, options);
    if (read_register.flaws.empty() && read.flaws.empty()) {
        auto year = app::score_year(rules, known_units, read.stretches, options);
        if (year) {
            year->watched = std::move(read.watched);
            return *std::move(year);
        }
    }
    if (rules->size() > 1) {
        known.with_domains = true;
        read = read_findings(findings, known, options);
    }
    return rejected(units, std::move(read_register.flaws), findings, std::move(read.flaws));
}

}  // namespace heng::csv
