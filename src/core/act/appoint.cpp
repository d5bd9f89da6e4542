/// @file
/// Gives a person a part: for a body, for a unit (also as its secretary or deputy in charge,
/// A17.4), or as one of the three administrators, who have no other (SEC-15).
#include "core/act/people.hpp"
#include "core/act/register_acts.hpp"

#include <algorithm>
#include <array>

namespace heng::act {

namespace {

constexpr std::array<std::string_view, cycle::capacity_count> capacities{
    "commission", "office",       "coordinator",    "lead",       "assessor",
    "unit",       "system_admin", "security_admin", "audit_admin"};
constexpr std::array<std::string_view, 3> posts{"none", "secretary", "deputy_in_charge"};
constexpr std::array fields{
    person_field,
    Field{"role", Kind::choice, Need::required, "身份", "Capacity", capacities},
    Field{"for", Kind::id, Need::optional, "所代表的单位", "Body or unit acted for"},
    Field{"post", Kind::choice, Need::optional, "职务", "Post", posts},
};

/// Whether the person may hold an appointment of this kind beside those he has.
bool is_separate(const cycle::Person& person, Capacity capacity, Date day) {
    return std::none_of(
        person.appointments.begin(), person.appointments.end(), [&](const cycle::Appointment& one) {
            return one.holds_on(day) &&
                   (cycle::is_administrator(one.as) || cycle::is_administrator(capacity));
        });
}

Result<void> check_place(const cycle::Register& known, Capacity capacity, const std::string& of) {
    if (capacity == Capacity::unit) {
        if (known.find_unit(of) == nullptr)
            return refuse(Code::record_unknown, {}, {"考核对象", "unit", of});
        return {};
    }
    const cycle::Body* const body = known.find_body(of);
    if (body == nullptr) return refuse(Code::record_unknown, {}, {"单位", "body", of});
    if (std::find(body->roles.begin(), body->roles.end(), capacity) == body->roles.end())
        return refuse(Code::role_not_of_body, {}, {of, std::string(cycle::name(capacity))});
    return {};
}

Decision decide(const Context& context, const Fields& in) {
    const cycle::Register& known = context.state.units_and_people;
    const std::string& id = in.text("person");
    const cycle::Person* const person = known.find_person(id);
    if (person == nullptr) return refused(Code::record_unknown, {"人员", "person", id});
    const Capacity capacity = *cycle::capacity_named(in.text("role"));
    if (!is_separate(*person, capacity, context.today))
        return refused(Code::administrators_not_separate, {id});
    const std::string of = in.text_or_empty("for");
    if (!cycle::is_administrator(capacity)) {
        const auto place = check_place(known, capacity, of);
        if (!place) return tl::unexpected(Issues{place.error()});
    }
    if (known.holds({id, capacity, of}, context.today))
        return refused(Code::record_exists, {"任用", "appointment", id});
    return done(appoint, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    const auto post = in.has("post") ? *cycle::post_named(in.text("post")) : cycle::Post::none;
    state.units_and_people.people.at(in.text("person"))
        .appointments.push_back({*cycle::capacity_named(in.text("role")),
                                 in.text_or_empty("for"),
                                 post,
                                 entry.day(),
                                 {}});
}

}  // namespace

const Act appoint{.id = "appoint",
                  .zh = "任用",
                  .en = "Appoint",
                  .cites = "A5.1 A17.4 SEC-15",
                  .fields = fields,
                  .decide = decide,
                  .apply = apply};

}  // namespace heng::act
