/// @file
/// Changes what a finding says, with the reason; it must then be confirmed again, by someone other
/// than who corrected it (A20.2).
#include "core/act/finding_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field,     finding_field,  reason_field,   fact_fields[0],
                            fact_fields[1], fact_fields[2], fact_fields[3], fact_fields[4],
                            fact_fields[5], fact_fields[6]};

Decision decide(const Context& context, const Fields& in) {
    const cycle::Finding& finding = **find_finding(context, in);
    if (finding.stage == cycle::FindingStage::withdrawn)
        return tl::unexpected(Issues{check_stage(finding, cycle::FindingStage::confirmed).error()});
    const cycle::Cycle& cycle = context.cycle_of(in);
    const auto fits = check_fact(context, cycle, finding.unit, read_fact(in)).and_then([&] {
        return check_sheet_open(context, cycle, finding.unit, finding.fact.branch);
    });
    if (!fits) return tl::unexpected(Issues{fits.error()});
    return done(correct_finding, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Finding& finding =
        cycle_of(state, in).findings.all.at(in.record<cycle::Finding>("finding"));
    finding.fact = read_fact(in);
    finding.recorded_by = entry.person();
    finding.stage = cycle::FindingStage::recorded;
    finding.confirmed_by.reset();
    finding.confirmed_on.reset();
    finding.reason = in.text("reason");
}

}  // namespace

const Act correct_finding{.id = "correct_finding",
                          .zh = "更正扣分",
                          .en = "Correct a finding",
                          .cites = "A9.4 A20.2",
                          .fields = fields,
                          .stages = {cycle::Stage::in_force, cycle::Stage::year_end},
                          .subject = subject_finding,
                          .decide = decide,
                          .apply = apply};

}  // namespace heng::act
