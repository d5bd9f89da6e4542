#include "core/act/people.hpp"

#include "core/base/text.hpp"
#include "core/cycle/settling.hpp"

#include <algorithm>

namespace heng::act {

Checked<const cycle::Unit*> find_unit(const Context& context, const std::string& id) {
    const cycle::Unit* const unit = context.state.units_and_people.find_unit(id);
    if (unit == nullptr) return refused(Code::record_unknown, {"考核对象", "unit", id});
    return unit;
}

Checked<Subject> subject_unit(const Context& context, const Fields& in) {
    const auto unit = find_unit(context, in.text("unit"));
    if (!unit) return tl::unexpected(unit.error());
    Subject out;
    out.unit = (*unit)->id;
    return out;
}

Result<void> check_domain(const Context& context, const std::string& domain) {
    const auto& cycles = context.state.cycles;
    const auto newest = std::find_if(cycles.rbegin(), cycles.rend(), [](const auto& one) {
        return !one.second.indicators.editions.empty();
    });
    if (newest == cycles.rend()) return {};
    const cycle::DraftId draft = newest->second.indicators.editions.back().draft;
    const scheme::Scheme& scheme = context.rulebooks.at(draft)->scheme();
    if (scheme.find_domain(domain) != nullptr) return {};
    std::vector<std::string> known;
    for (const scheme::Domain& one : scheme.domains) known.push_back(one.id);
    return refuse(Code::domain_unknown, {}, {domain, join(known, ", ")});
}

Result<void> check_takes_part(const Context& context, const cycle::Cycle& cycle,
                              const std::string& id) {
    const auto unit = find_unit(context, id);
    if (!unit) return tl::unexpected(unit.error().front());
    const Date day = cycle::assessed_on(cycle, context.today);
    const auto units = context.state.participants(cycle, (*unit)->on(day).domain, day);
    if (std::find(units.begin(), units.end(), *unit) != units.end()) return {};
    return refuse(Code::record_stage_unfit, {},
                  {"考核对象", "unit", id, "not_taking_part", "taking_part"});
}

Result<void> check_named_unit(const Context& context, const cycle::Cycle& cycle,
                              const std::string& unit) {
    if (auto takes_part = check_takes_part(context, cycle, unit); !takes_part) return takes_part;
    if (context.state.units_and_people.belongs_to(context.actor.person, unit, context.today))
        return refuse(Code::recusal, {}, {context.actor.person, unit});
    return {};
}

}  // namespace heng::act
