/// @file
/// The lead finds a matter rectified (A11.6). That closes it, unless the office supervises it: then
/// the office closes. A request for supervision that is still open has lost its purpose.
#include "core/act/monitoring_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, matter_field, note_field};

Decision decide(const Context& context, const Fields& in) {
    const auto fits = check_matter(**find_matter(context, in), {cycle::MatterStage::reported});
    if (!fits) return tl::unexpected(Issues{fits.error()});
    return done(accept_rectification, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Matter& matter = matter_of(state, in);
    const bool is_supervised = matter.supervision == cycle::Supervision::ordered;
    matter.stage = is_supervised ? cycle::MatterStage::accepted : cycle::MatterStage::closed;
    if (matter.supervision == cycle::Supervision::requested)
        matter.supervision = cycle::Supervision::none;
    matter.steps.push_back(step_of(cycle::StepKind::accepted, entry, in, in.text_or_empty("note")));
}

}  // namespace

const Act accept_rectification{.id = "accept_rectification",
                               .zh = "认可整改",
                               .en = "Accept the rectification",
                               .cites = "A11.6",
                               .fields = fields,
                               .stages = follow_up_stages,
                               .subject = subject_matter,
                               .decide = decide,
                               .apply = apply};

}  // namespace heng::act
