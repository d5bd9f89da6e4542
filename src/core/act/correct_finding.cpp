/// @file
/// Changes what a finding says, with the reason; it must then be confirmed again, by someone other
/// than who corrected it (A20.2). An assessor moves it to no clause but one that names him (A5.9).
#include "core/act/finding_acts.hpp"

#include <algorithm>
#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field,     finding_field,  reason_field,   fact_fields[0],
                            fact_fields[1], fact_fields[2], fact_fields[3], fact_fields[4],
                            fact_fields[5], fact_fields[6]};

/// `act_not_permitted` for a clause that does not name the finding's body.
Result<void> check_named(const Context& context, const cycle::Finding& finding, const Fields& in) {
    const auto named =
        assessors_of(context, context.cycle_of(in), in.text("branch"), &finding.unit);
    const bool is_named =
        named && std::find(named->begin(), named->end(), finding.body) != named->end();
    if (is_named || finding.fact.branch == in.text("branch")) return {};
    return refuse(Code::act_not_permitted, {},
                  {std::string(correct_finding.zh), std::string(correct_finding.en),
                   std::string(cycle::name(context.actor.as)), context.actor.of});
}

Decision decide(const Context& context, const Fields& in) {
    const cycle::Finding& finding = **find_finding(context, in);
    if (finding.stage == cycle::FindingStage::withdrawn)
        return tl::unexpected(Issues{check_stage(finding, cycle::FindingStage::confirmed).error()});
    const cycle::Cycle& cycle = context.cycle_of(in);
    const auto fits =
        check_fact(context, cycle, finding.unit, read_fact(in))
            .and_then(
                [&] { return check_sheet_open(context, cycle, finding.unit, finding.fact.branch); })
            .and_then([&] { return check_named(context, finding, in); });
    if (!fits) return tl::unexpected(Issues{fits.error()});
    return done(correct_finding, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Finding& finding =
        cycle_of(state, in).findings.all.at(in.record<cycle::Finding>("finding"));
    finding.fact = read_fact(in);
    finding.recorded_by = entry.person();
    finding.hands.insert(entry.person());
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
