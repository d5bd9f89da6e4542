/// @file
/// The office opens the half-year evaluation; units then check themselves (A12.1, A12.9).
#include "core/act/half_year_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field};

Decision decide(const Context& context, const Fields& in) {
    const cycle::Cycle& cycle = context.cycle_of(in);
    if (cycle.half_year.opened_on)
        return refused(Code::record_exists, {"半年评估", "half-year", std::to_string(cycle.year)});
    return done(open_half_year, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle_of(state, in).half_year.opened_on = entry.day();
}

}  // namespace

const Act open_half_year{.id = "open_half_year",
                         .zh = "启动半年评估",
                         .en = "Open the half-year evaluation",
                         .cites = "A12.1 A12.9",
                         .fields = fields,
                         .stages = half_year_stages,
                         .decide = decide,
                         .apply = apply};

}  // namespace heng::act
