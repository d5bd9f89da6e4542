/// @file
/// A unit is called otherwise from this day on; past results keep the name of their time (ORG-4).
#include "core/act/people.hpp"
#include "core/act/register_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{
    unit_field,
    Field{"name", Kind::text, Need::required, "名称", "Name"},
    reason_field,
};

Decision decide(const Context&, const Fields& in) {
    return done(rename_unit, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Unit& unit = state.units_and_people.units.at(in.text("unit"));
    unit.periods.push_back({entry.day(), in.text("name"), unit.now().domain});
}

}  // namespace

const Act rename_unit{.id = "rename_unit",
                      .zh = "更名",
                      .en = "Rename a unit",
                      .cites = "A3.1",
                      .fields = fields,
                      .subject = subject_unit,
                      .decide = decide,
                      .apply = apply};

}  // namespace heng::act
