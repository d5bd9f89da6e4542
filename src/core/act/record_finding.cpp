/// @file
/// An assessor records a fact against a clause that names it (A9.4, A11.5). It counts once a second
/// person has confirmed it.
#include "core/act/finding_acts.hpp"
#include "core/act/people.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field,     unit_field,     fact_fields[0],
                            fact_fields[1], fact_fields[2], fact_fields[3],
                            fact_fields[4], fact_fields[5], fact_fields[6]};

Checked<Subject> subject(const Context& context, const Fields& in) {
    auto out = subject_unit(context, in);
    if (!out) return out;
    auto assessors = assessors_of(context, context.cycle_of(in), in.text("branch"), &*out->unit);
    if (!assessors) return tl::unexpected(assessors.error());
    out->assessors = std::move(*assessors);
    return out;
}

Decision decide(const Context& context, const Fields& in) {
    const cycle::Cycle& cycle = context.cycle_of(in);
    auto fits = check_takes_part(context, cycle, in.text("unit"));
    if (fits) fits = check_fact(context, cycle, in.text("unit"), read_fact(in));
    if (!fits) return tl::unexpected(Issues{fits.error()});
    return done(record_finding, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Finding finding;
    finding.id = {entry.seq};
    finding.unit = in.text("unit");
    finding.body = in.text("of");
    finding.recorded_by = entry.person();
    finding.recorded_on = entry.day();
    finding.hands = {entry.person()};
    finding.fact = read_fact(in);
    cycle::Findings& findings = cycle_of(state, in).findings;
    findings.of_unit[finding.unit].push_back(finding.id);
    findings.all.emplace(finding.id, std::move(finding));
}

}  // namespace

const Act record_finding{.id = "record_finding",
                         .zh = "记录扣分",
                         .en = "Record a finding",
                         .cites = "A9.4 A11.5 A20.2",
                         .fields = fields,
                         .stages = {cycle::Stage::in_force, cycle::Stage::year_end},
                         .subject = subject,
                         .decide = decide,
                         .apply = apply};

}  // namespace heng::act
