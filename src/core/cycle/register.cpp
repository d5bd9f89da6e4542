#include "core/cycle/register.hpp"

#include "core/base/invariant.hpp"

#include <algorithm>
#include <array>

namespace heng::cycle {

namespace {

constexpr std::array<std::string_view, capacity_count> capacity_names{
    "commission", "office",       "coordinator",    "lead",       "assessor",
    "unit",       "system_admin", "security_admin", "audit_admin"};
constexpr std::array<std::string_view, 3> post_names{"none", "secretary", "deputy_in_charge"};

template <class Enum, std::size_t count>
std::optional<Enum> named(const std::array<std::string_view, count>& names, std::string_view text) {
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

template <class Map>
const typename Map::mapped_type* find(const Map& map, std::string_view key) {
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

}  // namespace

std::string_view name(Capacity capacity) {
    return capacity_names[static_cast<std::size_t>(capacity)];
}

std::optional<Capacity> capacity_named(std::string_view text) {
    return named<Capacity>(capacity_names, text);
}

bool is_administrator(Capacity capacity) {
    return capacity >= Capacity::system_admin;
}

std::string_view name(Post post) {
    return post_names[static_cast<std::size_t>(post)];
}

std::optional<Post> post_named(std::string_view text) {
    return named<Post>(post_names, text);
}

const UnitPeriod& Unit::on(Date day) const {
    INVARIANT(!periods.empty(), "a unit has been called something from its first day");
    const UnitPeriod* found = &periods.front();
    for (const UnitPeriod& period : periods)
        if (period.from <= day) found = &period;
    return *found;
}

const Unit* Register::find_unit(std::string_view id) const {
    return find(units, id);
}

const Body* Register::find_body(std::string_view name) const {
    return find(bodies, name);
}

const Person* Register::find_person(std::string_view id) const {
    return find(people, id);
}

bool Register::holds(const Actor& actor, Date day) const {
    const Person* const person = find_person(actor.person);
    return person != nullptr &&
           std::any_of(person->appointments.begin(), person->appointments.end(),
                       [&](const Appointment& one) {
                           return one.as == actor.as && one.of == actor.of && one.holds_on(day);
                       });
}

bool Register::is_part_of(std::string_view part, std::string_view unit) const {
    for (const Unit* one = find_unit(part); one != nullptr;
         one = one->merged_into ? find_unit(*one->merged_into) : nullptr)
        if (one->id == unit) return true;
    return false;
}

bool Register::belongs_to(const PersonId& person_id, const UnitId& unit, Date day) const {
    const Person* const person = find_person(person_id);
    if (person == nullptr) return false;
    return std::any_of(person->appointments.begin(), person->appointments.end(),
                       [&](const Appointment& one) {
                           if (!one.holds_on(day)) return false;
                           if (one.as == Capacity::unit) return is_part_of(one.of, unit);
                           return is_itself(one.of, unit);
                       });
}

bool Register::is_itself(std::string_view body_name, std::string_view unit) const {
    const Body* const body = find_body(body_name);
    return body != nullptr && body->unit && is_part_of(*body->unit, unit);
}

std::vector<BodyName> Register::bodies_as(Capacity role) const {
    std::vector<BodyName> out;
    for (const auto& [name, body] : bodies)
        if (std::find(body.roles.begin(), body.roles.end(), role) != body.roles.end())
            out.push_back(name);
    return out;
}

std::vector<PersonId> Register::holders(Post post, const UnitId& unit, Date day) const {
    std::vector<PersonId> out;
    for (const auto& [id, person] : people) {
        const bool holds_post = std::any_of(person.appointments.begin(), person.appointments.end(),
                                            [&](const Appointment& one) {
                                                return one.as == Capacity::unit && one.of == unit &&
                                                       one.post == post && one.holds_on(day);
                                            });
        if (holds_post) out.push_back(id);
    }
    return out;
}

}  // namespace heng::cycle
