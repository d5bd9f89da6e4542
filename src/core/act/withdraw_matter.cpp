/// @file
/// A matter that should not have been opened, or that nobody is left to answer, is withdrawn with
/// the reason: by the lead, and by the office alone once the office supervises it (A11.6, A11.7).
#include "core/act/monitoring_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, matter_field, reason_field};

Decision decide(const Context& context, const Fields& in) {
    using enum cycle::Supervision;
    const cycle::Matter& matter = **find_matter(context, in);
    if (const auto fits = check_matter(matter, running_stages); !fits)
        return tl::unexpected(Issues{fits.error()});
    if (context.actor.as != Capacity::office)
        if (const auto fits = check_supervision(matter, {none, requested, refused}); !fits)
            return tl::unexpected(Issues{fits.error()});
    return done(withdraw_matter, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Matter& matter = matter_of(state, in);
    matter.stage = cycle::MatterStage::withdrawn;
    if (matter.supervision == cycle::Supervision::requested)
        matter.supervision = cycle::Supervision::none;
    matter.steps.push_back(step_of(cycle::StepKind::withdrawn, entry, in, in.text("reason")));
}

}  // namespace

const Act withdraw_matter{.id = "withdraw_matter",
                          .zh = "撤销事项",
                          .en = "Withdraw a matter",
                          .cites = "A11.6",
                          .fields = fields,
                          .stages = follow_up_stages,
                          .subject = subject_matter,
                          .decide = decide,
                          .apply = apply};

}  // namespace heng::act
