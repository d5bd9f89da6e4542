#include "core/act/stand_in.hpp"

#include <algorithm>

namespace heng::act {

namespace {

/// The unit that the body is itself, if it is assessed.
std::optional<cycle::UnitId> unit_of(const Context& context, std::string_view body) {
    const cycle::Body* const found = context.state.units_and_people.find_body(body);
    return found == nullptr ? std::nullopt : found->unit;
}

std::vector<cycle::BodyName> offices(const Context& context) {
    std::vector<cycle::BodyName> out;
    for (const auto& [name, body] : context.state.units_and_people.bodies)
        if (std::find(body.roles.begin(), body.roles.end(), Capacity::office) != body.roles.end())
            out.push_back(name);
    return out;
}

}  // namespace

std::vector<cycle::BodyName> bodies_for_task(const Context& context,
                                             const cycle::Rulebook& rulebook,
                                             const cycle::SheetKey& key) {
    std::vector<cycle::BodyName> out;
    for (const std::string& body : rulebook.find_task(key.domain, key.task)->assessors)
        if (unit_of(context, body) != key.unit) out.push_back(body);
    if (!out.empty()) return out;
    const std::string& lead = rulebook.scheme().find_domain(key.domain)->lead;
    if (unit_of(context, lead) != key.unit) return {lead};
    return offices(context);
}

std::vector<cycle::BodyName> bodies_instead_of_lead(const Context& context,
                                                    const cycle::Rulebook& rulebook,
                                                    std::string_view domain,
                                                    std::span<const cycle::UnitId> units) {
    const auto lead = unit_of(context, rulebook.scheme().find_domain(domain)->lead);
    if (!lead || std::find(units.begin(), units.end(), *lead) == units.end()) return {};
    return offices(context);
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
