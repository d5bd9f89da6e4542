/// @file
/// Takes a finding back, with the reason. It stays on record and counts no more. That a matter was
/// put right is no reason: rectifying never takes back a deduction (A11.6).
#include "core/act/finding_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, finding_field, reason_field};

Decision decide(const Context& context, const Fields& in) {
    const cycle::Finding& finding = **find_finding(context, in);
    if (finding.stage == cycle::FindingStage::withdrawn)
        return tl::unexpected(Issues{check_stage(finding, cycle::FindingStage::confirmed).error()});
    const auto is_open =
        check_sheet_open(context, context.cycle_of(in), finding.unit, finding.fact.branch);
    if (!is_open) return tl::unexpected(Issues{is_open.error()});
    return done(withdraw_finding, in);
}

void apply(cycle::State& state, const Entry&, const Fields& in) {
    cycle::Finding& finding =
        cycle_of(state, in).findings.all.at(in.record<cycle::Finding>("finding"));
    finding.stage = cycle::FindingStage::withdrawn;
    finding.reason = in.text("reason");
}

}  // namespace

const Act withdraw_finding{.id = "withdraw_finding",
                           .zh = "撤回扣分",
                           .en = "Withdraw a finding",
                           .cites = "A9.4 A20.2",
                           .fields = fields,
                           .stages = {cycle::Stage::in_force, cycle::Stage::year_end},
                           .subject = subject_finding,
                           .decide = decide,
                           .apply = apply};

}  // namespace heng::act
