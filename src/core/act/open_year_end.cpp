/// @file
/// The year-end assessment begins, on the arrangement of the office (A13.1).
#include "core/act/year_end_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, note_field, evidence_field};

Decision decide(const Context&, const Fields& in) {
    return done(open_year_end, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Cycle& cycle = cycle_of(state, in);
    cycle.stage = cycle::Stage::year_end;
    cycle.year_end.opened_on = entry.day();
}

}  // namespace

const Act open_year_end{.id = "open_year_end",
                        .zh = "启动年终考核",
                        .en = "Open the year-end assessment",
                        .cites = "A10.1 A13.1",
                        .fields = fields,
                        .stages = {cycle::Stage::in_force, cycle::Stage::in_force},
                        .decide = decide,
                        .apply = apply};

}  // namespace heng::act
