#include "core/cycle/standing.hpp"

namespace heng::cycle {

namespace {

/// A clause that bars (一票否决) is a rule of the table, applied to a fact.
constexpr std::string_view veto_statement = "A9.4";

grade::Standing as_it_stands(const Bearing& bearing, Decimal total) {
    return {total, bearing.best, bearing.serious, bearing.lowered_by};
}

/// The circumstances of the unit, its sheet's veto, and misconduct that was decided (A18.4). One
/// fraud may be on record both ways; it lowers the grade once.
Bearing bearing_of(const Cycle& cycle, const scheme::Scheme& scheme, const UnitId& unit,
                   const UnitSheet& sheet) {
    Bearing out = cycle.circumstances.bearing_of(scheme, unit);
    if (sheet.score.vetoed) out.bar(grade::best_when_barred(scheme), std::string(veto_statement));
    if (cycle.aftermath.lowers_grade_of(unit)) {
        const auto by = static_cast<std::uint8_t>(scheme.grading.fraud_lowers_by);
        out.lowered_by = std::max(out.lowered_by, by);
    }
    return out;
}

UnitStanding stand(const Cycle& cycle, const Rulebook& rulebook, const UnitId& unit,
                   std::string_view domain) {
    UnitStanding out;
    out.unit = unit;
    const UnitSheet sheet = sheet_of(cycle, rulebook, unit, domain);
    out.indicator = sheet.score.indicator;
    out.review = cycle.reviews.score_of(unit);
    out.published = rulebook.composer().publish(out.indicator, out.review.value_or(Decimal{}));
    out.bearing = bearing_of(cycle, rulebook.scheme(), unit, sheet);
    out.standing = as_it_stands(out.bearing, out.published.total);
    return out;
}

}  // namespace

UnitSheet sheet_of(const Cycle& cycle, const Rulebook& rulebook, const UnitId& unit,
                   std::string_view domain) {
    UnitSheet out;
    const score::Rules& rules = rulebook.rules(domain);
    const auto mine = cycle.findings.of_unit.find(unit);
    if (mine != cycle.findings.of_unit.end()) {
        for (const FindingId id : mine->second) {
            const Finding& finding = cycle.findings.all.at(id);
            if (finding.stage != FindingStage::confirmed) continue;
            const auto branch = rules.find(finding.fact.branch);
            const bool fits =
                branch &&
                score::range_violated(rules.branches[*branch], finding.fact.value).empty();
            if (!fits) {
                out.without_clause.push_back(id);
                continue;
            }
            out.ids.push_back(id);
            out.findings.push_back({*branch, finding.fact.value, finding.fact.case_id,
                                    ledger::print_date(finding.fact.occurred_on), finding.fact.note,
                                    static_cast<std::size_t>(id.seq)});
        }
    }
    out.score = score::score_unit(rules, out.findings);
    return out;
}

Decimal category_lost(const Rulebook& rulebook, std::string_view domain,
                      const scheme::Category& category, const UnitSheet& sheet) {
    Decimal out;
    for (const scheme::Task& task : category.tasks)
        out += sheet.score.tasks[*rulebook.task_index(domain, task.no)].lost;
    return out;
}

DomainStanding standing_of(const State& state, const Cycle& cycle, const Rulebook& rulebook,
                           std::string_view domain, Date day) {
    std::vector<UnitId> units;
    for (const Unit* const unit : state.participants(cycle, domain, day)) units.push_back(unit->id);
    return standing_of(cycle, rulebook, domain, units);
}

DomainStanding standing_of(const Cycle& cycle, const Rulebook& rulebook, std::string_view domain,
                           const std::vector<UnitId>& units) {
    DomainStanding out;
    out.domain = domain;
    out.is_complete = true;
    std::vector<grade::Standing> standings;
    for (const UnitId& unit : units) {
        out.units.push_back(stand(cycle, rulebook, unit, domain));
        standings.push_back(out.units.back().standing);
        out.is_complete = out.is_complete && out.units.back().review.has_value();
    }
    const auto outcomes = grade::grade_domain(rulebook.scheme().grading, standings);
    for (std::size_t i = 0; i < out.units.size(); ++i) out.units[i].proposed = outcomes[i];
    out.quota = grade::quota(rulebook.scheme().grading, out.units.size());
    return out;
}

}  // namespace heng::cycle
