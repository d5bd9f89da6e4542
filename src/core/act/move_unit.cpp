/// @file
/// A unit changes its domain from this day on; what it was before stays on record (ORG-4).
#include "core/act/people.hpp"
#include "core/act/register_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{
    unit_field,
    Field{"domain", Kind::id, Need::required, "领域", "Domain"},
    reason_field,
};

Decision decide(const Context& context, const Fields& in) {
    if (const auto known = check_domain(context, in.text("domain")); !known)
        return tl::unexpected(Issues{known.error()});
    return done(move_unit, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Unit& unit = state.units_and_people.units.at(in.text("unit"));
    unit.periods.push_back({entry.day(), unit.now().name, in.text("domain")});
}

}  // namespace

const Act move_unit{.id = "move_unit",
                    .zh = "调整领域",
                    .en = "Move a unit to another domain",
                    .cites = "A8.1",
                    .fields = fields,
                    .subject = subject_unit,
                    .decide = decide,
                    .apply = apply};

}  // namespace heng::act
