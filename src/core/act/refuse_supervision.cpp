/// @file
/// The office does not supervise a matter, and says why; the lead goes on following it up, and may
/// ask again (A11.7).
#include "core/act/monitoring_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, matter_field, reason_field};

Decision decide(const Context& context, const Fields& in) {
    const auto fits =
        check_supervision(**find_matter(context, in), {cycle::Supervision::requested});
    if (!fits) return tl::unexpected(Issues{fits.error()});
    return done(refuse_supervision, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Matter& matter = matter_of(state, in);
    matter.supervision = cycle::Supervision::refused;
    matter.steps.push_back(
        step_of(cycle::StepKind::supervision_refused, entry, in, in.text("reason")));
}

}  // namespace

const Act refuse_supervision{.id = "refuse_supervision",
                             .zh = "不予督办",
                             .en = "Refuse supervision",
                             .cites = "A11.7",
                             .fields = fields,
                             .stages = follow_up_stages,
                             .subject = subject_matter,
                             .decide = decide,
                             .apply = apply};

}  // namespace heng::act
