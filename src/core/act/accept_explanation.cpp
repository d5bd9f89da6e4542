/// @file
/// The office accepts a unit's written explanation (A17.7).
#include "core/act/aftermath_acts.hpp"

namespace heng::act {

namespace {

constexpr std::array fields{year_field, explanation_field, note_field};

Decision decide(const Context& context, const Fields& in) {
    const auto fits = check_waiting(**find_explanation(context, in));
    if (!fits) return tl::unexpected(Issues{fits.error()});
    return done(accept_explanation, in);
}

void apply(cycle::State& state, const Entry&, const Fields& in) {
    cycle::Explanation& explanation =
        cycle_of(state, in).aftermath.explanations.at(in.record<cycle::Explanation>("explanation"));
    explanation.stage = cycle::ExplanationStage::accepted;
    explanation.note = in.text_or_empty("note");
}

}  // namespace

const Act accept_explanation{.id = "accept_explanation",
                             .zh = "认可书面说明",
                             .en = "Accept an explanation",
                             .cites = "A17.6 A17.7",
                             .fields = fields,
                             .stages = {cycle::Stage::published, cycle::Stage::published},
                             .subject = subject_explanation,
                             .decide = decide,
                             .apply = apply};

}  // namespace heng::act
