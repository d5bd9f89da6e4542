#include "core/view/evidence.hpp"

#include "core/cycle/standing.hpp"
#include "core/view/findings.hpp"
#include "core/view/print.hpp"

#include <algorithm>
#include <map>

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

/// The findings that name a file.
struct Uses {
    List rows;
    cycle::FindingId last;
    bool is_wanted = false;
};

Object print_use(const YearScope& year, const cycle::Finding& finding) {
    const auto place = year.rulebook->find_branch(finding.fact.branch);
    Object out{{"finding", print(finding.id)},
               {"branch", finding.fact.branch},
               {"clause", place ? Value(place->origin().clause->text) : Value()},
               {"occurred_on", print(finding.fact.occurred_on)},
               {"note", finding.fact.note}};
    add_unit(out, year.scope, finding.unit);
    return out;
}

std::string name_of(const YearScope& year, const cycle::UnitId& unit) {
    const cycle::Unit* const found = year.scope.state.units_and_people.find_unit(unit);
    return found == nullptr ? unit : found->on(year.scope.day).name;
}

bool is_about(const YearScope& year, const cycle::Finding& finding, const ledger::Digest& hash,
              const std::string& text) {
    const auto has = [&text](const std::string& whole) { return whole.find(text) != whole.npos; };
    return has(finding.unit) || has(name_of(year, finding.unit)) || has(finding.fact.branch) ||
           has(finding.fact.note) || has(ledger::print_digest(hash));
}

}  // namespace

Checked<Value> evidence(const Scope& scope, int number, const std::string& text) {
    if (const auto seen = check_listed(scope, View::findings); !seen)
        return tl::unexpected(seen.error());
    const auto year = find_year_in_force(scope, number);
    if (!year) return tl::unexpected(year.error());
    std::map<ledger::Digest, Uses> files;
    for (const auto& [id, finding] : year->cycle.findings.all) {
        if (!may_see_finding(*year, finding)) continue;
        for (const ledger::Digest& hash : finding.fact.evidence) {
            Uses& uses = files[hash];
            uses.last = id;
            uses.rows.emplace_back(print_use(*year, finding));
            uses.is_wanted = uses.is_wanted || is_about(*year, finding, hash, text);
        }
    }
    std::vector<std::pair<ledger::Digest, Uses>> found;
    for (auto& [hash, uses] : files)
        if (uses.is_wanted) found.emplace_back(hash, std::move(uses));
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return b.second.last < a.second.last; });
    List out;
    for (auto& [hash, uses] : found)
        out.push_back(Object{{"id", ledger::print_digest(hash)}, {"uses", std::move(uses.rows)}});
    return out;
}

bool shows_evidence(const Scope& scope, const ledger::Digest& hash) {
    for (const auto& [number, cycle] : scope.state.cycles) {
        const auto year = find_year_in_force(scope, number);
        if (year && shows(*year, hash)) return true;
    }
    return false;
}

}  // namespace heng::view
