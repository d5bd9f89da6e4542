/// @file
/// The lead sends a self-check back with the reason; the unit hands it in anew (A12.3).
#include "core/act/half_year_acts.hpp"
#include "core/act/people.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, unit_field, reason_field};

Decision decide(const Context& context, const Fields& in) {
    const auto fits = check_self_check(context.cycle_of(in).half_year, in.text("unit"),
                                       {cycle::SelfCheckStage::submitted});
    if (!fits) return tl::unexpected(Issues{fits.error()});
    return done(return_self_check, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::SelfCheck& self_check = cycle_of(state, in).half_year.self_checks.at(in.text("unit"));
    self_check.stage = cycle::SelfCheckStage::returned;
    self_check.returned = cycle::ReturnedSelfCheck{entry.person(), entry.day(), in.text("reason")};
}

}  // namespace

const Act return_self_check{.id = "return_self_check",
                            .zh = "退回半年自查",
                            .en = "Send a self-check back",
                            .cites = "A12.3",
                            .fields = fields,
                            .stages = half_year_stages,
                            .subject = subject_unit,
                            .decide = decide,
                            .apply = apply};

}  // namespace heng::act
