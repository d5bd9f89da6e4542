/// @file
/// A second person confirms a circumstance against its evidence; from then on it bears on the grade
/// (A16, A20.2).
#include "core/act/circumstance_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, circumstance_field};

Decision decide(const Context& context, const Fields& in) {
    const cycle::Circumstance& found = circumstance_of(context, in);
    if (found.stage != cycle::CircumstanceStage::recorded)
        return unfit(found, cycle::CircumstanceStage::recorded);
    return done(confirm_circumstance, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Circumstance& found =
        cycle_of(state, in).circumstances.all.at({in.whole("circumstance")});
    found.stage = cycle::CircumstanceStage::confirmed;
    found.confirmed_by = entry.person();
}

}  // namespace

const Act confirm_circumstance{.id = "confirm_circumstance",
                               .zh = "确认定等情形",
                               .en = "Confirm a circumstance",
                               .cites = "A16.3 A16.4 A16.5 A16.6 A18.4 A20.2",
                               .fields = fields,
                               .stages = circumstance_stages,
                               .subject = subject_circumstance,
                               .decide = decide,
                               .apply = apply};

}  // namespace heng::act
