/// @file
/// The office returns a unit's written explanation with the reason; the unit then owes it anew
/// (A17.6).
#include "core/act/aftermath_acts.hpp"

namespace heng::act {

namespace {

constexpr std::array fields{year_field, explanation_field, reason_field};

Decision decide(const Context& context, const Fields& in) {
    const auto fits = check_waiting(**find_explanation(context, in));
    if (!fits) return tl::unexpected(Issues{fits.error()});
    return done(return_explanation, in);
}

void apply(cycle::State& state, const Entry&, const Fields& in) {
    cycle::Explanation& explanation =
        cycle_of(state, in).aftermath.explanations.at(in.record<cycle::Explanation>("explanation"));
    explanation.stage = cycle::ExplanationStage::returned;
    explanation.note = in.text("reason");
}

}  // namespace

const Act return_explanation{.id = "return_explanation",
                             .zh = "退回书面说明",
                             .en = "Return an explanation",
                             .cites = "A17.6 A17.7",
                             .fields = fields,
                             .stages = {cycle::Stage::published, cycle::Stage::published},
                             .subject = subject_explanation,
                             .decide = decide,
                             .apply = apply};

}  // namespace heng::act
