/// @file
/// Ends an appointment from this day on; what was done under it stands (SEC-6).
#include "core/act/people.hpp"
#include "core/act/register_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array<std::string_view, cycle::capacity_count> capacities{
    "commission", "office",       "coordinator",    "lead",       "assessor",
    "unit",       "system_admin", "security_admin", "audit_admin"};
constexpr std::array fields{
    person_field,
    Field{"role", Kind::choice, Need::required, "身份", "Capacity", capacities},
    Field{"for", Kind::id, Need::optional, "所代表的单位", "Body or unit acted for"},
};

Decision decide(const Context& context, const Fields& in) {
    const cycle::Actor dismissed{in.text("person"), *cycle::capacity_named(in.text("role")),
                                 in.text_or_empty("for")};
    if (!context.state.units_and_people.holds(dismissed, context.today))
        return refused(Code::capacity_absent, {dismissed.person, in.text("role"), dismissed.of});
    return done(dismiss, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    const auto role = *cycle::capacity_named(in.text("role"));
    const std::string of = in.text_or_empty("for");
    for (cycle::Appointment& one : state.units_and_people.people.at(in.text("person")).appointments)
        if (one.as == role && one.of == of && one.holds_on(entry.day())) one.until = entry.day();
}

}  // namespace

const Act dismiss{.id = "dismiss",
                  .zh = "免去",
                  .en = "Dismiss",
                  .cites = "SEC-6",
                  .fields = fields,
                  .decide = decide,
                  .apply = apply};

}  // namespace heng::act
