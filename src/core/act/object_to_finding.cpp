/// @file
/// The unit says within the calendar's window why a confirmed finding is wrong (term `objection`,
/// APP-1).
#include "core/act/finding_acts.hpp"
#include "core/cycle/calendar.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, finding_field,
                            Field{"text", Kind::text, Need::required, "异议内容", "Objection"},
                            evidence_field};

Decision decide(const Context& context, const Fields& in) {
    const cycle::Finding& finding = **find_finding(context, in);
    if (const auto fits = check_stage(finding, cycle::FindingStage::confirmed); !fits)
        return tl::unexpected(Issues{fits.error()});
    if (finding.objection)
        return refused(Code::record_exists, {"异议", "objection", std::to_string(finding.id.seq)});
    const auto until = cycle::due(context.rulebook(context.cycle_of(in))->scheme(), "objection",
                                  *finding.confirmed_on);
    if (until && context.today > *until)
        return refused(Code::window_closed, {"异议", "objections", ledger::print_date(*until)});
    return done(object_to_finding, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Finding& finding =
        cycle_of(state, in).findings.all.at(in.record<cycle::Finding>("finding"));
    finding.objection = cycle::Objection{entry.person(),
                                         entry.day(),
                                         in.text("text"),
                                         in.digests("evidence"),
                                         cycle::ObjectionStage::filed,
                                         {}};
}

}  // namespace

const Act object_to_finding{.id = "object_to_finding",
                            .zh = "提出异议",
                            .en = "Object to a finding",
                            .cites = "A9.4",
                            .fields = fields,
                            .stages = {cycle::Stage::in_force, cycle::Stage::year_end},
                            .subject = subject_finding,
                            .decide = decide,
                            .apply = apply};

}  // namespace heng::act
