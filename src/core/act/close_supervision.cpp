/// @file
/// The office closes a supervised matter that the lead has accepted (A11.7).
#include "core/act/monitoring_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{
    year_field, matter_field,
    Field{"conclusion", Kind::text, Need::required, "办结意见", "Conclusion"}};

Decision decide(const Context& context, const Fields& in) {
    // Only a supervised matter waits as accepted.
    const auto fits = check_matter(**find_matter(context, in), {cycle::MatterStage::accepted});
    if (!fits) return tl::unexpected(Issues{fits.error()});
    return done(close_supervision, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Matter& matter = matter_of(state, in);
    matter.stage = cycle::MatterStage::closed;
    matter.steps.push_back(step_of(cycle::StepKind::closed, entry, in, in.text("conclusion")));
}

}  // namespace

const Act close_supervision{.id = "close_supervision",
                            .zh = "办结督办",
                            .en = "Close a supervision",
                            .cites = "A11.6 A11.7",
                            .fields = fields,
                            .stages = follow_up_stages,
                            .subject = subject_matter,
                            .decide = decide,
                            .apply = apply};

}  // namespace heng::act
