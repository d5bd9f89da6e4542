/// @file
/// The unit says that a reminder, an order or a circular has reached it (A11.8).
#include "core/act/monitoring_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, matter_field};

Decision decide(const Context& context, const Fields& in) {
    const auto fits = check_matter(**find_matter(context, in), {cycle::MatterStage::told});
    if (!fits) return tl::unexpected(Issues{fits.error()});
    return done(acknowledge_matter, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Matter& matter = matter_of(state, in);
    matter.stage = cycle::MatterStage::acknowledged;
    matter.steps.push_back(step_of(cycle::StepKind::acknowledged, entry, in, {}));
}

}  // namespace

const Act acknowledge_matter{.id = "acknowledge_matter",
                             .zh = "签收",
                             .en = "Acknowledge a matter",
                             .cites = "A11.8",
                             .fields = fields,
                             .stages = follow_up_stages,
                             .subject = subject_matter,
                             .decide = decide,
                             .apply = apply};

}  // namespace heng::act
