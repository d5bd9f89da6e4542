/// @file
/// The lead or the office, to both of which it is addressed, sends a report back with the reason;
/// the unit reports anew (A11.6, A11.9).
#include "core/act/monitoring_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, matter_field, reason_field};

Decision decide(const Context& context, const Fields& in) {
    using enum cycle::MatterStage;
    const auto fits = check_matter(**find_matter(context, in), {planned, reported, accepted});
    if (!fits) return tl::unexpected(Issues{fits.error()});
    return done(return_rectification, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Matter& matter = matter_of(state, in);
    matter.stage = cycle::MatterStage::returned;
    matter.steps.push_back(step_of(cycle::StepKind::returned, entry, in, in.text("reason")));
}

}  // namespace

const Act return_rectification{.id = "return_rectification",
                               .zh = "退回整改",
                               .en = "Send a rectification back",
                               .cites = "A11.6 A11.9",
                               .fields = fields,
                               .stages = follow_up_stages,
                               .subject = subject_matter,
                               .decide = decide,
                               .apply = apply};

}  // namespace heng::act
