#include "core/view/me.hpp"

#include "core/act/acts.hpp"
#include "core/act/perform.hpp"
#include "core/view/print.hpp"

#include <algorithm>

namespace heng::view {

namespace {

constexpr Kind person_kind{"人员", "person"};

/// What people call whom the person acts for.
std::string name_of(const Scope& scope, const std::string& of) {
    const cycle::Unit* const unit = scope.state.units_and_people.find_unit(of);
    return unit == nullptr ? of : unit->on(scope.day).name;
}

List appointments_of(const Scope& scope, const cycle::Person& person) {
    List out;
    for (const cycle::Appointment& one : person.appointments) {
        if (!one.holds_on(scope.day)) continue;
        out.push_back(Object{{"id", std::string(cycle::name(one.as)) + '/' + one.of},
                             {"as", cycle::name(one.as)},
                             {"of", one.of},
                             {"of_name", name_of(scope, one.of)},
                             {"post", cycle::name(one.post)},
                             {"from", print(one.from)},
                             {"until", print(one.until)}});
    }
    return out;
}

bool is_of_a_year(const act::Act& act) {
    return std::any_of(act.fields.begin(), act.fields.end(),
                       [](const act::Field& field) { return field.name == act::year_field.name; });
}

/// The years in which the act is possible now, as far as their stages say.
List years_of(const Scope& scope, const act::Act& act) {
    List out;
    for (const auto& [year, cycle] : scope.state.cycles)
        if (cycle.stage >= act.stages.first && cycle.stage <= act.stages.last)
            out.emplace_back(year);
    return out;
}

bool is_permitted(const Scope& scope, const act::Act& act) {
    const auto all = act::permissions();
    return std::any_of(all.begin(), all.end(), [&](const act::Permission& one) {
        return one.act == act.id && one.as == scope.actor.as;
    });
}

List acts_of(const Scope& scope) {
    List out;
    for (const act::Act* const act : act::acts()) {
        if (!is_permitted(scope, *act)) continue;
        const bool opens_year = act->id == act::opening_of_year;
        const bool is_yearly = is_of_a_year(*act) && !opens_year;
        List years = is_yearly ? years_of(scope, *act) : List{};
        if (is_yearly && years.empty()) continue;
        out.push_back(Object{{"id", act->id},
                             {"name", act->zh},
                             {"cites", act->cites},
                             {"years", std::move(years)}});
    }
    return out;
}

List views_of(const Scope& scope) {
    List out;
    for (const act::ViewWord& word : act::view_words())
        if (check_listed(scope, word.view))
            out.push_back(Object{{"id", word.id}, {"name", word.zh}});
    return out;
}

}  // namespace

Checked<Value> me(const Scope& scope) {
    const cycle::Person* const person =
        scope.state.units_and_people.find_person(scope.actor.person);
    if (person == nullptr) return unknown(person_kind, scope.actor.person);
    return Object{{"id", person->id},          {"as", cycle::name(scope.actor.as)},
                  {"of", scope.actor.of},      {"of_name", name_of(scope, scope.actor.of)},
                  {"today", print(scope.day)}, {"appointments", appointments_of(scope, *person)},
                  {"acts", acts_of(scope)},    {"views", views_of(scope)}};
}

}  // namespace heng::view
