/// @file
/// A unit does not take part this year; the base of the quota shrinks with it (CALC-11).
#include "core/act/people.hpp"
#include "core/act/register_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, unit_field, reason_field};

Decision decide(const Context& context, const Fields& in) {
    const cycle::Cycle& cycle = context.cycle_of(in);
    if (cycle.exemptions.contains(in.text("unit")))
        return refused(Code::record_exists, {"免考", "exemption", in.text("unit")});
    return done(exempt_unit, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle_of(state, in).exemptions.emplace(in.text("unit"),
                                           cycle::Exemption{in.text("reason"), entry.day()});
}

}  // namespace

const Act exempt_unit{.id = "exempt_unit",
                      .zh = "免予本年度考核",
                      .en = "Exempt a unit this year",
                      .cites = "A3.1 A21.1",
                      .fields = fields,
                      .stages = {cycle::Stage::drafting, cycle::Stage::year_end},
                      .subject = subject_unit,
                      .decide = decide,
                      .apply = apply};

}  // namespace heng::act
