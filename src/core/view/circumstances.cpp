#include "core/view/circumstances.hpp"

#include "core/view/print.hpp"

namespace heng::view {

namespace {

bool may_see_circumstance(const YearScope& year, const cycle::Circumstance& one) {
    if (year.scope.is_unit() && !one.confirmed_by) return false;
    return year.may_see(View::circumstances, about(one.unit));
}

Value print_circumstance(const Scope& scope, const cycle::Circumstance& one) {
    const cycle::CircumstanceFact& fact = one.fact;
    Object out{{"id", print(one.id)},
               {"kind", cycle::name(fact.kind)},
               {"level", fact.level ? Value(cycle::name(*fact.level)) : Value()},
               {"document", fact.document},
               {"result", fact.result ? Value(scheme::identifier(*fact.result)) : Value()},
               {"serious_effect", fact.serious_effect},
               {"occurred_on", print(fact.occurred_on)},
               {"note", fact.note},
               {"evidence", print_evidence(fact.evidence)},
               {"stage", cycle::name(one.stage)},
               {"recorded_on", print(one.recorded_on)},
               {"reason", one.reason}};
    add_unit(out, scope, one.unit);
    add_person(out, "recorded_by", scope, one.recorded_by);
    add_person(out, "confirmed_by", scope, one.confirmed_by);
    return out;
}

}  // namespace

Checked<Value> circumstances(const Scope& scope, int number) {
    if (const auto seen = check_listed(scope, View::circumstances); !seen)
        return tl::unexpected(seen.error());
    const auto year = find_year_in_force(scope, number);
    if (!year) return tl::unexpected(year.error());
    List out;
    for (const auto& [id, one] : year->cycle.circumstances.all)
        if (may_see_circumstance(*year, one)) out.push_back(print_circumstance(scope, one));
    return out;
}

}  // namespace heng::view
