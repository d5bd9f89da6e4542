#include "core/act/stand_in.hpp"

#include <algorithm>

namespace heng::act {

namespace {

std::vector<cycle::BodyName> offices(const Context& context) {
    std::vector<cycle::BodyName> out;
    for (const auto& [name, body] : context.state.units_and_people.bodies)
        if (std::find(body.roles.begin(), body.roles.end(), Capacity::office) != body.roles.end())
            out.push_back(name);
    return out;
}

/// Of `named`, those that are not the unit itself; else the lead of the domain; else the office.
std::vector<cycle::BodyName> others_than(const Context& context, const cycle::UnitId& unit,
                                         const std::vector<std::string>& named,
                                         const std::string& lead) {
    const cycle::Register& known = context.state.units_and_people;
    std::vector<cycle::BodyName> out;
    for (const std::string& body : named)
        if (!known.is_itself(body, unit)) out.push_back(body);
    if (!out.empty()) return out;
    if (!known.is_itself(lead, unit)) return {lead};
    return offices(context);
}

}  // namespace

std::vector<cycle::BodyName> bodies_for_branch(const Context& context,
                                               const cycle::BranchPlace& place,
                                               const cycle::UnitId& unit) {
    const auto& named = place.assessors();
    const auto others = others_than(context, unit, named, place.domain->lead);
    const bool is_left = std::any_of(others.begin(), others.end(), [&](const auto& body) {
        return std::find(named.begin(), named.end(), body) != named.end();
    });
    return is_left ? named : others;
}

std::vector<cycle::BodyName> bodies_for_task(const Context& context,
                                             const cycle::Rulebook& rulebook,
                                             const cycle::SheetKey& key) {
    return others_than(context, key.unit, rulebook.find_task(key.domain, key.task)->assessors,
                       rulebook.scheme().find_domain(key.domain)->lead);
}

std::vector<cycle::BodyName> bodies_instead_of_lead(const Context& context,
                                                    const cycle::Rulebook& rulebook,
                                                    std::string_view domain,
                                                    std::span<const cycle::UnitId> units) {
    const std::string& lead = rulebook.scheme().find_domain(domain)->lead;
    const bool is_one_of_them =
        std::any_of(units.begin(), units.end(), [&](const cycle::UnitId& unit) {
            return context.state.units_and_people.is_itself(lead, unit);
        });
    return is_one_of_them ? offices(context) : std::vector<cycle::BodyName>{};
}

Issues recusals(const Context& context, const cycle::PersonId& person,
                std::span<const cycle::UnitId> units) {
    Issues out;
    for (const cycle::UnitId& unit : units)
        if (context.state.units_and_people.belongs_to(person, unit, context.today))
            out.push_back({Code::recusal, {}, {person, unit}});
    return out;
}

}  // namespace heng::act
