#include "core/cycle/standing.hpp"

namespace heng::cycle {

namespace {

grade::Standing as_it_stands(const Bearing& bearing, Decimal total) {
    return {total, bearing.best, bearing.serious, bearing.lowered_by};
}

UnitStanding stand(const Cycle& cycle, const Rulebook& rulebook, const UnitId& unit,
                   std::string_view domain) {
    UnitStanding out;
    out.unit = unit;
    const UnitSheet sheet = sheet_of(cycle, rulebook, unit, domain);
    out.indicator = sheet.score.indicator;
    out.review = cycle.reviews.score_of(unit);
    out.published = rulebook.composer().publish(out.indicator, out.review.value_or(Decimal{}));
    Bearing bearing = cycle.circumstances.bearing_of(rulebook.scheme(), unit);
    if (sheet.score.vetoed)
        bearing.best = std::max(bearing.best, grade::best_when_barred(rulebook.scheme()));
    out.standing = as_it_stands(bearing, out.published.total);
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

DomainStanding standing_of(const State& state, const Cycle& cycle, const Rulebook& rulebook,
                           std::string_view domain, Date day) {
    DomainStanding out;
    out.domain = domain;
    out.is_complete = true;
    std::vector<grade::Standing> standings;
    for (const Unit* const unit : state.participants(cycle, domain, day)) {
        out.units.push_back(stand(cycle, rulebook, unit->id, domain));
        standings.push_back(out.units.back().standing);
        out.is_complete = out.is_complete && out.units.back().review.has_value();
    }
    const auto outcomes = grade::grade_domain(rulebook.scheme().grading, standings);
    for (std::size_t i = 0; i < out.units.size(); ++i) out.units[i].proposed = outcomes[i];
    out.quota = grade::quota(rulebook.scheme().grading, out.units.size());
    return out;
}

}  // namespace heng::cycle
