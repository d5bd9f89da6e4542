#include "app/year.hpp"

#include <algorithm>

namespace heng::app {

DomainRules::DomainRules(const scheme::Scheme& scheme) : scheme_(&scheme) {
    BranchNumber count = 0;
    for (const scheme::Domain& domain : scheme.domains) {
        const scheme::Table* const table = scheme.find_table(domain.id);
        first_branches_.push_back(count);
        rules_.push_back(table == nullptr ? score::Rules{} : score::compile(scheme, *table));
        count += static_cast<BranchNumber>(rules_.back().branches.size());
    }
}

bool DomainRules::has_table(DomainIndex domain) const {
    return scheme_->find_table(scheme_->domains[domain].id) != nullptr;
}

Year::Year(std::shared_ptr<const DomainRules> rules, std::shared_ptr<const UnitRegister> units)
    : rules_(std::move(rules)),
      composer_(rules_->scheme()),
      barred_best_(grade::best_when_barred(rules_->scheme())),
      units_(std::move(units)),
      indicators_(units_->size()),
      vetoed_(units_->size()),
      standings_(units_->size()),
      gradings_(rules_->size()) {}

std::optional<std::string_view> Year::name(std::size_t unit) const {
    if (units_->names.size() == 0) return std::nullopt;
    return units_->names[unit];
}

const scheme::Domain& Year::domain(std::size_t unit) const {
    return scheme().domains[domain_index(unit)];
}

void Year::set(std::size_t unit, Decimal indicator, bool is_vetoed) {
    const Circumstances& circumstances = units_->circumstances[unit];
    grade::Standing& standing = standings_[unit];
    standing = {};
    standing.total = composer_.total(indicator, review(unit));
    if (circumstances.veto || is_vetoed) standing.best = barred_best_;
    standing.serious = circumstances.serious;
    if (circumstances.fraud) {
        standing.lowered_by = static_cast<std::uint8_t>(scheme().grading.fraud_lowers_by);
    }
    indicators_[unit] = indicator;
    vetoed_[unit] = is_vetoed ? 1 : 0;
}

Checked<void> Year::decide(std::span<const grade::Decision> decisions) {
    std::map<DomainIndex, std::vector<grade::Decision>> by_domain;
    for (const grade::Decision& decision : decisions) {
        by_domain[domain_index(decision.unit)].push_back(decision);
    }
    std::map<std::size_t, grade::Outcome> decided;
    Issues issues;
    for (auto& [domain, of_domain] : by_domain) {
        const DomainStandings all = standings_of(*this, domain);
        for (grade::Decision& decision : of_domain) decision.unit = all.index_of(decision.unit);
        std::vector<std::string> names;
        for (const std::size_t unit : all.units) names.push_back(title_of(*this, unit));
        const auto outcomes = grade::decide(scheme().grading, all.standings, all.proposals,
                                            of_domain, names, scheme().domains[domain].name);
        if (!outcomes) {
            issues.insert(issues.end(), outcomes.error().begin(), outcomes.error().end());
            continue;
        }
        for (const grade::Decision& decision : of_domain) {
            decided[all.units[decision.unit]] = (*outcomes)[decision.unit];
        }
    }
    if (!issues.empty()) {
        std::stable_sort(issues.begin(), issues.end(), [](const Error& a, const Error& b) {
            return a.place.line < b.place.line;
        });
        return tl::unexpected(std::move(issues));
    }
    for (const grade::Decision& decision : decisions) {
        settled_[decision.unit] = {decision, outcome(decision.unit)};
    }
    decided_ = std::move(decided);
    return {};
}

const grade::Settled* Year::settled(std::size_t unit) const {
    const auto found = settled_.find(unit);
    return found == settled_.end() ? nullptr : &found->second;
}

std::optional<std::size_t> Year::find(std::string_view id) const {
    for (std::size_t unit = 0; unit < size(); ++unit) {
        if (this->id(unit) == id) return unit;
    }
    return std::nullopt;
}

std::size_t Year::units_in_domain(DomainIndex domain) const {
    return static_cast<std::size_t>(
        std::count(units_->domains.begin(), units_->domains.end(), domain));
}

std::size_t DomainStandings::index_of(std::size_t unit) const {
    return static_cast<std::size_t>(std::lower_bound(units.begin(), units.end(), unit) -
                                    units.begin());
}

DomainStandings standings_of(const Year& year, DomainIndex domain) {
    DomainStandings out;
    for (std::size_t unit = 0; unit < year.size(); ++unit) {
        if (year.domain_index(unit) != domain) continue;
        const grade::Settled* const settled = year.settled(unit);
        if (settled != nullptr) {
            out.decisions.push_back(settled->decision);
            out.decisions.back().unit = out.units.size();
        }
        out.units.push_back(unit);
        out.standings.push_back(year.standing(unit));
        out.proposals.push_back(settled == nullptr ? year.outcome(unit) : settled->proposal);
    }
    return out;
}

Issues small_domains(const Year& year) {
    const scheme::Scheme& scheme = year.scheme();
    std::vector<std::size_t> counts(scheme.domains.size());
    for (std::size_t unit = 0; unit < year.size(); ++unit) ++counts[year.domain_index(unit)];
    Issues issues;
    for (std::size_t domain = 0; domain < counts.size(); ++domain) {
        if (counts[domain] == 0 || grade::quota(scheme.grading, counts[domain]) > 0) continue;
        issues.push_back({Code::quota_without_place,
                          {scheme.grading.at.file, scheme.grading.at.line, 0, "grading"},
                          {scheme.domains[domain].name, std::to_string(counts[domain]),
                           scheme.grading.quota_percent.text()}});
    }
    return issues;
}

std::string title_of(const Year& year, std::size_t unit) {
    const auto name = year.name(unit);
    const std::string id(year.id(unit));
    return name && !name->empty() ? std::string(*name) + "（" + id + "）" : id;
}

}  // namespace heng::app
