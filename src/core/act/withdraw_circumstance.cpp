/// @file
/// Takes a circumstance back, with the reason; it stays on record and bears no more (A20.2).
#include "core/act/circumstance_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, circumstance_field, reason_field};

Decision decide(const Context& context, const Fields& in) {
    const cycle::Circumstance& found = circumstance_of(context, in);
    if (found.stage == cycle::CircumstanceStage::withdrawn)
        return unfit(found, cycle::CircumstanceStage::confirmed);
    return done(withdraw_circumstance, in);
}

void apply(cycle::State& state, const Entry&, const Fields& in) {
    cycle::Circumstance& found =
        cycle_of(state, in).circumstances.all.at({in.whole("circumstance")});
    found.stage = cycle::CircumstanceStage::withdrawn;
    found.reason = in.text("reason");
}

}  // namespace

const Act withdraw_circumstance{.id = "withdraw_circumstance",
                                .zh = "撤回定等情形",
                                .en = "Withdraw a circumstance",
                                .cites = "A16.3 A16.4 A16.5 A16.6 A18.4 A20.2",
                                .fields = fields,
                                .stages = circumstance_stages,
                                .subject = subject_circumstance,
                                .decide = decide,
                                .apply = apply};

}  // namespace heng::act
