#include "core/view/evidence.hpp"

#include "core/view/findings.hpp"

#include <algorithm>

namespace heng::view {

namespace {

bool names(const std::vector<ledger::Digest>& evidence, const ledger::Digest& hash) {
    return std::find(evidence.begin(), evidence.end(), hash) != evidence.end();
}

bool shows(const YearScope& year, const ledger::Digest& hash) {
    const auto& findings = year.cycle.findings.all;
    if (std::any_of(findings.begin(), findings.end(), [&](const auto& one) {
            return names(one.second.fact.evidence, hash) && may_see_finding(year, one.second);
        }))
        return true;
    const auto& facts = year.cycle.circumstances.all;
    return std::any_of(facts.begin(), facts.end(), [&](const auto& one) {
        return names(one.second.fact.evidence, hash) &&
               year.may_see(View::circumstances, about(one.second.unit));
    });
}

}  // namespace

bool shows_evidence(const Scope& scope, const ledger::Digest& hash) {
    for (const auto& [number, cycle] : scope.state.cycles) {
        const auto year = find_year_in_force(scope, number);
        if (year && shows(*year, hash)) return true;
    }
    return false;
}

}  // namespace heng::view
