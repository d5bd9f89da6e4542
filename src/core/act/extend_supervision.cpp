/// @file
/// The office gives a supervised matter more time, and says why (A11.7, A11.10).
#include "core/act/monitoring_acts.hpp"
#include "core/cycle/calendar.hpp"

#include <algorithm>
#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, matter_field, until_field, reason_field};

Decision decide(const Context& context, const Fields& in) {
    const cycle::Matter& matter = **find_matter(context, in);
    if (const auto fits = check_supervision(matter, {cycle::Supervision::ordered}); !fits)
        return tl::unexpected(Issues{fits.error()});
    if (const auto fits = check_matter(matter, unaccepted_stages); !fits)
        return tl::unexpected(Issues{fits.error()});
    const Date later = cycle::plus_days(*matter.deadline(), 1);
    if (const auto fits = check_date(in, until_field, std::max(later, context.today)); !fits)
        return tl::unexpected(Issues{fits.error()});
    return done(extend_supervision, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Matter& matter = matter_of(state, in);
    matter.steps.push_back(
        step_of(cycle::StepKind::supervision_extended, entry, in, in.text("reason")));
    matter.steps.back().until = in.date(until_field.name);
}

}  // namespace

const Act extend_supervision{.id = "extend_supervision",
                             .zh = "延长督办期限",
                             .en = "Extend a supervision",
                             .cites = "A11.7 A11.10",
                             .fields = fields,
                             .stages = follow_up_stages,
                             .subject = subject_matter,
                             .decide = decide,
                             .apply = apply};

}  // namespace heng::act
