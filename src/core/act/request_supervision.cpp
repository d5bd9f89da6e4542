/// @file
/// The lead asks the office to supervise a matter where that is truly needed (A11.7).
#include "core/act/monitoring_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, matter_field, reason_field};

Decision decide(const Context& context, const Fields& in) {
    const cycle::Matter& matter = **find_matter(context, in);
    if (const auto fits = check_matter(matter, unaccepted_stages); !fits)
        return tl::unexpected(Issues{fits.error()});
    const auto fits =
        check_supervision(matter, {cycle::Supervision::none, cycle::Supervision::refused});
    if (!fits) return tl::unexpected(Issues{fits.error()});
    return done(request_supervision, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Matter& matter = matter_of(state, in);
    matter.supervision = cycle::Supervision::requested;
    matter.steps.push_back(
        step_of(cycle::StepKind::supervision_requested, entry, in, in.text("reason")));
}

}  // namespace

const Act request_supervision{.id = "request_supervision",
                              .zh = "提请督办",
                              .en = "Ask for supervision",
                              .cites = "A11.7",
                              .fields = fields,
                              .stages = follow_up_stages,
                              .subject = subject_matter,
                              .decide = decide,
                              .apply = apply};

}  // namespace heng::act
