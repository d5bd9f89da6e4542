#include "core/view/scope.hpp"

#include "core/cycle/settling.hpp"

#include <algorithm>

namespace heng::view {

bool YearScope::may_see(View view, const Subject& subject) const {
    return scope.clears(view) && act::check_reading(scope.state, rulebook, scope.actor, view,
                                                    subject, cycle::assessed_on(cycle, scope.day))
                                     .has_value();
}

const cycle::DomainId& YearScope::domain_of(const cycle::UnitId& unit) const {
    const Date day = cycle::assessed_on(cycle, scope.day);
    return scope.state.units_and_people.find_unit(unit)->on(day).domain;
}

std::vector<const cycle::Unit*> YearScope::participants(std::string_view domain) const {
    return scope.state.participants(cycle, domain, cycle::assessed_on(cycle, scope.day));
}

Subject about(const cycle::UnitId& unit, std::vector<cycle::BodyName> assessors) {
    Subject out;
    out.unit = unit;
    out.assessors = std::move(assessors);
    return out;
}

Subject about_domain(const cycle::DomainId& domain) {
    Subject out;
    out.domain = domain;
    return out;
}

Checked<YearScope> find_year(const Scope& scope, int year) {
    const cycle::Cycle* const cycle = scope.state.find_cycle(year);
    if (cycle == nullptr)
        return tl::unexpected(Issues{{Code::cycle_unknown, {}, {std::to_string(year)}}});
    return YearScope{scope, *cycle, scope.context().rulebook(*cycle)};
}

Checked<YearScope> find_year_in_force(const Scope& scope, int year) {
    auto found = find_year(scope, year);
    if (!found || found->rulebook != nullptr) return found;
    return tl::unexpected(
        Issues{{Code::edition_absent, {}, {std::to_string(year), ledger::print_date(scope.day)}}});
}

namespace {

bool is_listed(const Scope& scope, View view) {
    const auto all = act::readings();
    return std::any_of(all.begin(), all.end(), [&](const act::Reading& one) {
        return one.view == view && one.as == scope.actor.as;
    });
}

/// Why nothing is shown: the label, or else the capacity.
Issues not_permitted(const Scope& scope, View view) {
    if (is_listed(scope, view) && !scope.clears(view))
        return {act::clearance_missing(view, scope.clearance)};
    const auto words = act::view_words();
    const auto word = std::find_if(words.begin(), words.end(),
                                   [view](const act::ViewWord& one) { return one.view == view; });
    return {{Code::view_not_permitted,
             {},
             {std::string(word->zh), std::string(word->en),
              std::string(cycle::name(scope.actor.as)), scope.actor.of}}};
}

}  // namespace

Checked<void> check_listed(const Scope& scope, View view) {
    if (is_listed(scope, view) && scope.clears(view)) return {};
    return tl::unexpected(not_permitted(scope, view));
}

Checked<void> check_seen(const YearScope& year, View view, const Subject& subject) {
    if (year.may_see(view, subject)) return {};
    return tl::unexpected(not_permitted(year.scope, view));
}

tl::unexpected<Issues> unknown(Kind kind, std::string_view id) {
    return act::refused(Code::record_unknown,
                        {std::string(kind.zh), std::string(kind.en), std::string(id)});
}

tl::unexpected<Issues> unknown(Kind kind, std::int64_t id) {
    return unknown(kind, std::to_string(id));
}

}  // namespace heng::view
