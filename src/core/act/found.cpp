/// @file
/// The three administrators of an empty ledger, three people (SEC-15). Everyone else is appointed
/// by the second of them.
#include "core/act/people.hpp"
#include "core/act/register_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{
    Field{"system_admin", Kind::id, Need::required, "系统管理员", "System administrator"},
    Field{"security_admin", Kind::id, Need::required, "安全管理员", "Security administrator"},
    Field{"audit_admin", Kind::id, Need::required, "审计管理员", "Audit administrator"},
};

Decision decide(const Context&, const Fields& in) {
    const std::string& system = in.text("system_admin");
    const std::string& security = in.text("security_admin");
    const std::string& audit = in.text("audit_admin");
    if (system == security || system == audit)
        return refused(Code::administrators_not_separate, {system});
    if (security == audit) return refused(Code::administrators_not_separate, {security});
    return done(found, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    for (const Capacity capacity :
         {Capacity::system_admin, Capacity::security_admin, Capacity::audit_admin}) {
        cycle::Person person{in.text(cycle::name(capacity)), {}};
        person.appointments.push_back({capacity, {}, cycle::Post::none, entry.day(), {}});
        state.units_and_people.people.emplace(person.id, std::move(person));
    }
}

}  // namespace

const Act found{.id = "found",
                .zh = "设立三员",
                .en = "Found",
                .cites = "SEC-15",
                .fields = fields,
                .decide = decide,
                .apply = apply};

}  // namespace heng::act
