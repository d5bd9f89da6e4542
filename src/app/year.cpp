#include "app/year.hpp"

#include <algorithm>

namespace heng::app {

namespace {

/// The best grade that the regulation leaves to a barred unit; its bars all say the same.
scheme::Grade best_when_barred(const scheme::Scheme& scheme) {
    scheme::Grade best = scheme::Grade::good;
    for (const scheme::Bar& bar : scheme.bars) best = std::max(best, bar.best);
    return scheme.bars.empty() ? scheme::Grade::ordinary : best;
}

}  // namespace

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
      barred_best_(best_when_barred(rules_->scheme())),
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

}  // namespace heng::app
