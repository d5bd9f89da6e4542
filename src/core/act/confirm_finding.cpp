/// @file
/// A second person of the same assessor confirms a finding; from then on it counts (A20.2).
#include "core/act/finding_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, finding_field};

Decision decide(const Context& context, const Fields& in) {
    const auto fits = check_stage(**find_finding(context, in), cycle::FindingStage::recorded);
    if (!fits) return tl::unexpected(Issues{fits.error()});
    return done(confirm_finding, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Finding& finding =
        cycle_of(state, in).findings.all.at(in.record<cycle::Finding>("finding"));
    finding.stage = cycle::FindingStage::confirmed;
    finding.confirmed_by = entry.person();
    finding.hands.insert(entry.person());
    finding.confirmed_on = entry.day();
}

}  // namespace

const Act confirm_finding{.id = "confirm_finding",
                          .zh = "确认扣分",
                          .en = "Confirm a finding",
                          .cites = "A9.4 A20.2",
                          .fields = fields,
                          .stages = {cycle::Stage::in_force, cycle::Stage::year_end},
                          .subject = subject_finding,
                          .decide = decide,
                          .apply = apply};

}  // namespace heng::act
