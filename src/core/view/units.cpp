#include "core/view/units.hpp"

#include "core/view/print.hpp"

namespace heng::view {

namespace {

/// The rulebook of the newest year with one in force, by which domains have their names.
const cycle::Rulebook* newest_rulebook(const Scope& scope) {
    const cycle::Rulebook* newest = nullptr;
    for (const auto& [year, cycle] : scope.state.cycles)
        if (const auto* const found = scope.context().rulebook(cycle)) newest = found;
    return newest;
}

bool may_see_unit(const Scope& scope, const cycle::UnitId& id) {
    return act::check_reading(scope.state, newest_rulebook(scope), scope.actor, View::units,
                              about(id), scope.day)
        .has_value();
}

/// A unit is told that it has gone up in another one, which it can ask the office about.
Object print_unit(const Scope& scope, const cycle::Unit& unit) {
    Object out{{"id", unit.id}, {"name", unit.on(scope.day).name}};
    add_domain(out, newest_rulebook(scope), unit.on(scope.day).domain);
    out.add("since", print(unit.periods.front().from));
    if (!scope.is_unit()) out.add("merged_into", print(unit.merged_into));
    out.add("is_merged", unit.merged_into.has_value());
    return out;
}

List print_periods(const cycle::Unit& unit) {
    List out;
    for (const cycle::UnitPeriod& one : unit.periods)
        out.push_back(Object{{"id", print(one.from)},
                             {"from", print(one.from)},
                             {"name", one.name},
                             {"domain", one.domain}});
    return out;
}

List print_exemptions(const Scope& scope, const cycle::UnitId& unit) {
    List out;
    for (const auto& [year, cycle] : scope.state.cycles) {
        const auto found = cycle.exemptions.find(unit);
        if (found == cycle.exemptions.end()) continue;
        out.push_back(Object{{"id", year},
                             {"year", year},
                             {"from", print(found->second.from)},
                             {"reason", found->second.reason}});
    }
    return out;
}

List print_appointments(const cycle::Person& person) {
    List out;
    for (const cycle::Appointment& one : person.appointments)
        out.push_back(Object{{"as", cycle::name(one.as)},
                             {"of", one.of},
                             {"post", cycle::name(one.post)},
                             {"from", print(one.from)},
                             {"until", print(one.until)}});
    return out;
}

}  // namespace

Checked<Value> units(const Scope& scope) {
    if (const auto seen = check_listed(scope, View::units); !seen)
        return tl::unexpected(seen.error());
    List out;
    for (const auto& [id, unit] : scope.state.units_and_people.units)
        if (may_see_unit(scope, id)) out.push_back(print_unit(scope, unit));
    return out;
}

Checked<Value> unit(const Scope& scope, const cycle::UnitId& id) {
    const cycle::Unit* const found = scope.state.units_and_people.find_unit(id);
    if (found == nullptr || !may_see_unit(scope, id)) return unknown(unit_kind, id);
    Object out = print_unit(scope, *found);
    out.add("periods", print_periods(*found));
    out.add("exemptions", print_exemptions(scope, id));
    return out;
}

Checked<Value> people(const Scope& scope) {
    if (const auto seen = check_listed(scope, View::people); !seen)
        return tl::unexpected(seen.error());
    List out;
    for (const auto& [id, person] : scope.state.units_and_people.people)
        out.push_back(Object{{"id", id}, {"appointments", print_appointments(person)}});
    return out;
}

Checked<Value> bodies(const Scope& scope) {
    if (const auto seen = check_listed(scope, View::people); !seen)
        return tl::unexpected(seen.error());
    List out;
    for (const auto& [name, body] : scope.state.units_and_people.bodies) {
        List roles;
        for (const cycle::Capacity role : body.roles) roles.emplace_back(cycle::name(role));
        out.push_back(
            Object{{"id", name}, {"roles", std::move(roles)}, {"unit", print(body.unit)}});
    }
    return out;
}

}  // namespace heng::view
