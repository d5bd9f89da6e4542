/// @file
/// Ends an appointment from this day on; what was done under it stands (SEC-6).
#include "core/act/people.hpp"
#include "core/act/register_acts.hpp"

#include <algorithm>
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

std::string_view zh(Capacity administrator) {
    return administrator == Capacity::system_admin     ? "系统管理员"
           : administrator == Capacity::security_admin ? "安全管理员"
                                                       : "审计管理员";
}

/// Whether nobody else is such an administrator (SEC-15).
bool is_last(const Context& context, const cycle::Actor& dismissed) {
    const auto& people = context.state.units_and_people.people;
    return std::none_of(people.begin(), people.end(), [&](const auto& one) {
        return one.first != dismissed.person &&
               context.state.units_and_people.holds({one.first, dismissed.as, {}}, context.today);
    });
}

Decision decide(const Context& context, const Fields& in) {
    const cycle::Actor dismissed{in.text("person"), *cycle::capacity_named(in.text("role")),
                                 in.text_or_empty("for")};
    if (!context.state.units_and_people.holds(dismissed, context.today))
        return refused(Code::capacity_absent, {dismissed.person, in.text("role"), dismissed.of});
    if (cycle::is_administrator(dismissed.as) && is_last(context, dismissed))
        return refused(Code::administrator_last,
                       {dismissed.person, std::string(zh(dismissed.as)), in.text("role")});
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
