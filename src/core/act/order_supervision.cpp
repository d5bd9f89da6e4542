/// @file
/// Only the office orders supervision, and only where it was asked to (A11.7). The unit is told
/// anew and answers by the order's date.
#include "core/act/monitoring_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{
    year_field, matter_field,
    Field{"text", Kind::text, Need::required, "督办要求", "What is ordered"}, until_field};

Decision decide(const Context& context, const Fields& in) {
    const cycle::Matter& matter = **find_matter(context, in);
    if (const auto fits = check_supervision(matter, {cycle::Supervision::requested}); !fits)
        return tl::unexpected(Issues{fits.error()});
    if (const auto fits = check_date(in, until_field, context.today); !fits)
        return tl::unexpected(Issues{fits.error()});
    return done(order_supervision, in,
                {issue_document(context.cycle_of(in), cycle::DocumentKind::supervision_order,
                                context.actor.of)});
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Matter& matter = matter_of(state, in);
    matter.supervision = cycle::Supervision::ordered;
    matter.stage = cycle::MatterStage::told;
    matter.steps.push_back(
        step_of(cycle::StepKind::supervision_ordered, entry, in, in.text("text")));
    matter.steps.back().until = in.date(until_field.name);
}

}  // namespace

const Act order_supervision{.id = "order_supervision",
                            .zh = "督办",
                            .en = "Order supervision",
                            .cites = "A11.7 A11.8",
                            .fields = fields,
                            .stages = follow_up_stages,
                            .subject = subject_matter,
                            .decide = decide,
                            .apply = apply};

}  // namespace heng::act
