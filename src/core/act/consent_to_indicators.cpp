/// @file
/// The commission consents to a draft; without that nothing is issued (A8.8).
#include "core/act/indicator_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, draft_field, note_field};

Decision decide(const Context& context, const Fields& in) {
    const auto draft = find_draft(context, in, cycle::DraftStage::consolidated);
    if (!draft) return tl::unexpected(draft.error());
    return done(consent_to_indicators, in);
}

void apply(cycle::State& state, const Entry&, const Fields& in) {
    cycle::Draft& draft =
        cycle_of(state, in).indicators.drafts.at(in.record<cycle::Draft>("draft"));
    draft.stage = cycle::DraftStage::consented;
    draft.note = in.text_or_empty("note");
}

}  // namespace

const Act consent_to_indicators{.id = "consent_to_indicators",
                                .zh = "同意指标体系",
                                .en = "Consent to the indicators",
                                .cites = "A8.8",
                                .fields = fields,
                                .stages = {cycle::Stage::drafting, cycle::Stage::drafting},
                                .decide = decide,
                                .apply = apply};

}  // namespace heng::act
