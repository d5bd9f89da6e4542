#include "core/act/circumstance_acts.hpp"

#include "core/act/acts.hpp"

#include <array>

namespace heng::act {

std::span<const Act* const> circumstance_acts() {
    static constexpr std::array all{&record_circumstance, &confirm_circumstance,
                                    &withdraw_circumstance};
    return all;
}

const cycle::Circumstance& circumstance_of(const Context& context, const Fields& in) {
    return context.cycle_of(in).circumstances.all.at({in.whole("circumstance")});
}

Checked<Subject> subject_circumstance(const Context& context, const Fields& in) {
    const cycle::Circumstance* const found =
        context.cycle_of(in).circumstances.find({in.whole("circumstance")});
    if (found == nullptr)
        return refused(Code::record_unknown,
                       {"定等情形", "circumstance", std::to_string(in.whole("circumstance"))});
    Subject out;
    out.unit = found->unit;
    out.first_persons = {found->recorded_by};
    return out;
}

tl::unexpected<Issues> unfit(const cycle::Circumstance& circumstance,
                             cycle::CircumstanceStage needed) {
    return refused(
        Code::record_stage_unfit,
        {"定等情形", "circumstance", std::to_string(circumstance.id.seq),
         std::string(cycle::name(circumstance.stage)), std::string(cycle::name(needed))});
}

}  // namespace heng::act
