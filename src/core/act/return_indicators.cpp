/// @file
/// The commission returns a draft with what it wants changed; the office consolidates anew (A8.8).
#include "core/act/indicator_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, draft_field, reason_field};

Decision decide(const Context& context, const Fields& in) {
    const auto draft = find_draft(context, in, cycle::DraftStage::consolidated);
    if (!draft) return tl::unexpected(draft.error());
    return done(return_indicators, in);
}

void apply(cycle::State& state, const Entry&, const Fields& in) {
    cycle::Draft& draft =
        cycle_of(state, in).indicators.drafts.at(in.record<cycle::Draft>("draft"));
    draft.stage = cycle::DraftStage::returned;
    draft.note = in.text("reason");
}

}  // namespace

const Act return_indicators{.id = "return_indicators",
                            .zh = "退回指标体系",
                            .en = "Return the indicators",
                            .cites = "A8.8",
                            .fields = fields,
                            .stages = {cycle::Stage::drafting, cycle::Stage::drafting},
                            .decide = decide,
                            .apply = apply};

}  // namespace heng::act
