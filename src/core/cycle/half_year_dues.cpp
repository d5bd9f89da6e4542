/// @file
/// What is due at half-year: self-checks, their reviews, the collection, the circular.
#include "core/cycle/dues.hpp"

namespace heng::cycle {

namespace {

std::optional<Due> due_of_unit(const DueBasis& basis, const UnitId& unit) {
    const HalfYear& half_year = basis.cycle.half_year;
    const SelfCheck* const self_check = half_year.find_self_check(unit);
    std::optional<Due> out;
    if (self_check == nullptr || self_check->stage == SelfCheckStage::returned) {
        const auto until = self_check_limit(half_year, unit, basis.scheme, basis.cycle.year);
        if (until) out = make_due(Duty::submit_self_check, {Capacity::unit, unit}, *until);
    } else if (self_check->stage == SelfCheckStage::submitted) {
        const auto until =
            basis.limit(Duty::review_self_check, self_check->submission->submitted_on);
        if (until) out = make_due(Duty::review_self_check, basis.lead_of(unit), *until);
    }
    if (!out) return out;
    out->about = unit;
    if (self_check != nullptr) out->record = self_check->submission->event;
    return out;
}

std::vector<Due> dues_of_domain(const DueBasis& basis, const scheme::Domain& domain) {
    std::vector<Due> out;
    const auto units = basis.state.participants(basis.cycle, domain.id, basis.today);
    if (units.empty() || basis.cycle.half_year.collected.contains(domain.id)) return out;
    for (const Unit* const unit : units)
        if (auto due = due_of_unit(basis, unit->id)) out.push_back(std::move(*due));
    const auto until = basis.limit(Duty::collect_half_year, first_day(basis.cycle.year, 1));
    if (!until) return out;
    out.push_back(make_due(Duty::collect_half_year, basis.coordinator(), *until));
    out.back().domain = domain.id;
    return out;
}

}  // namespace

std::vector<Due> half_year_dues(const DueBasis& basis) {
    std::vector<Due> out;
    const HalfYear& half_year = basis.cycle.half_year;
    if (basis.cycle.stage != Stage::in_force || !half_year.opened_on || half_year.circular)
        return out;
    for (const scheme::Domain& domain : basis.scheme.domains) {
        const auto some = dues_of_domain(basis, domain);
        out.insert(out.end(), some.begin(), some.end());
    }
    const auto until =
        basis.limit(Duty::publish_half_year_circular, first_day(basis.cycle.year, 1));
    if (until) out.push_back(make_due(Duty::publish_half_year_circular, basis.office(), *until));
    return out;
}

}  // namespace heng::cycle
