#include "core/report/score_book.hpp"

#include "core/cycle/settling.hpp"
#include "core/report/score_book_parts.hpp"

#include <algorithm>

namespace heng::report {

namespace {

ScoredUnit scored_unit(const cycle::State& state, const cycle::Cycle& cycle,
                       const cycle::Rulebook& rulebook, const scheme::Domain& domain,
                       cycle::UnitStanding standing, cycle::Date day) {
    cycle::UnitSheet sheet = cycle::sheet_of(cycle, rulebook, standing.unit, domain.id);
    ScoredUnit out;
    const cycle::Unit* const unit = state.units_and_people.find_unit(standing.unit);
    out.name = unit == nullptr ? standing.unit : unit->on(day).name;
    for (const cycle::FindingId id : sheet.ids) {
        const cycle::Finding& finding = cycle.findings.all.at(id);
        out.sources.push_back(
            {finding.body, finding.fact.source, ledger::print_date(finding.recorded_on),
             finding.confirmed_on ? ledger::print_date(*finding.confirmed_on) : std::string()});
    }
    out.findings = std::move(sheet.findings);
    out.score = std::move(sheet.score);
    out.best_by_facts = cycle.circumstances.bearing_of(rulebook.scheme(), standing.unit).best;
    if (const cycle::Deliberation* const about = cycle.grading.about(standing.unit))
        out.settled = about->settled;
    if (!cycle.grading.versions.empty()) {
        if (const cycle::ResultRow* const row = cycle.grading.versions.back().find(standing.unit)) {
            out.published = *row;
            out.name = row->name;
        }
    }
    out.standing = std::move(standing);
    return out;
}

/// Those that the published result ranks; before there is one, those that take part.
std::vector<cycle::UnitId> ranked_units(const cycle::State& state, const cycle::Cycle& cycle,
                                        std::string_view domain, cycle::Date day) {
    std::vector<cycle::UnitId> out;
    if (!cycle.grading.versions.empty()) {
        for (const cycle::ResultRow& row : cycle.grading.versions.back().rows)
            if (row.domain == domain) out.push_back(row.unit);
        return out;
    }
    for (const cycle::Unit* const unit : state.participants(cycle, domain, day))
        out.push_back(unit->id);
    return out;
}

}  // namespace

Book score_book(const ScoredDomain& domain, Language language) {
    const Plan plan(domain, language);
    Book book;
    book.title = std::to_string(domain.scheme.year) + plan.words()("年度", " ") +
                 domain.domain.name + plan.words()("考核计分册", ": score book");
    BookSheet rules = rule_sheet(plan);
    BookSheet findings = finding_sheet(plan, rules);
    book.sheets.push_back(about_sheet(plan));
    book.sheets.push_back(rank_sheet(plan));
    book.sheets.push_back(score_sheet(plan));
    book.sheets.push_back(std::move(findings));
    book.sheets.push_back(std::move(rules));
    book.sheets.push_back(indicator_sheet(plan));
    book.sheets.push_back(parameter_sheet(plan));
    return book;
}

std::optional<ScoredDomain> scored_domain(const cycle::State& state, const cycle::Cycle& cycle,
                                          const cycle::Rulebook& rulebook,
                                          const scheme::Domain& domain, cycle::Date day) {
    const cycle::Date assessed = cycle::assessed_on(cycle, day);
    const auto units = ranked_units(state, cycle, domain.id, assessed);
    if (units.empty() || rulebook.scheme().find_table(domain.id) == nullptr) return std::nullopt;
    ScoredDomain out{rulebook.scheme(), domain, rulebook.rules(domain.id), {}, {}};
    auto standing = cycle::standing_of(cycle, rulebook, domain.id, units);
    for (cycle::UnitStanding& one : standing.units)
        out.units.push_back(scored_unit(state, cycle, rulebook, domain, std::move(one), assessed));
    return out;
}

}  // namespace heng::report
