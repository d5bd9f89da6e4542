/// @file
/// January: the administrators make bodies and people known, the office enrols the units.
#include "app/demo/people.hpp"
#include "app/demo/scenes.hpp"

namespace heng::app::demo {

namespace {

const Actor system_admin{system_admin_id, Capacity::system_admin, {}};
const Actor security_admin{security_admin_id, Capacity::security_admin, {}};

/// The roles in which bodies act here; others are only written to.
List roles_of(const scheme::Body& body) {
    List out;
    for (const scheme::Role role : body.roles)
        if (role != scheme::Role::recipient && role != scheme::Role::department)
            out.emplace_back(scheme::name(role));
    return out;
}

void add_body(Play& play, const scheme::Body& body) {
    const List roles = roles_of(body);
    if (roles.empty()) return;
    Object command{{"body", body.name}, {"roles", roles}};
    if (const auto unit = unit_of_body(play.story(), body.name)) command.add("unit", *unit);
    play.must(system_admin, "add_body", std::move(command));
    for (const Who who : everyone) {
        const std::string person = person_of(body.name, who);
        play.must(system_admin, "add_person", {{"person", person}});
        for (const ledger::Value& role : roles)
            play.must(security_admin, "appoint",
                      {{"person", person}, {"role", role}, {"for", body.name}});
    }
}

/// Those that are units themselves wait until they are enrolled.
void add_bodies(Play& play, bool are_units) {
    for (const scheme::Body& body : play.scheme().bodies)
        if (unit_of_body(play.story(), body.name).has_value() == are_units) add_body(play, body);
}

void enrol(Play& play) {
    for (const StoryUnit& unit : play.story().units)
        play.must(office(), "enrol_unit",
                  {{"unit", unit.id}, {"name", unit.name}, {"domain", unit.domain}});
}

void appoint_in_units(Play& play) {
    for (const StoryUnit& unit : play.story().units) {
        const std::array posts{std::pair(secretary_of(unit), "secretary"),
                               std::pair(deputy_of(unit), "deputy_in_charge")};
        for (const auto& [person, post] : posts) {
            play.must(system_admin, "add_person", {{"person", person}});
            play.must(security_admin, "appoint",
                      {{"person", person}, {"role", "unit"}, {"for", unit.id}, {"post", post}});
        }
    }
}

}  // namespace

void plan_register(Play& play) {
    play.plan(on(1, 4), [&play] { add_bodies(play, false); });
    play.plan(on(1, 5), [&play] { enrol(play); });
    play.plan(on(1, 6), [&play] { add_bodies(play, true); });
    play.plan(on(1, 7), [&play] { appoint_in_units(play); });
}

}  // namespace heng::app::demo
