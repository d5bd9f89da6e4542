/// @file
/// The commission decides an appeal, with the same outcomes as a recheck; neither someone who had a
/// part in what is in question nor who decided the recheck (APP-3).
#include "core/act/ruling.hpp"

namespace heng::act {

namespace {

Checked<Subject> subject(const Context& context, const Fields& in) {
    auto out = subject_recheck(context, in);
    if (!out) return out;
    const cycle::Recheck& recheck = **find_recheck(context, in);
    out->first_persons = cycle::people_in_question(context.cycle_of(in), recheck);
    if (recheck.decided) out->first_persons.push_back(recheck.decided->by);
    return out;
}

Decision decide(const Context& context, const Fields& in) {
    const cycle::Recheck& recheck = **find_recheck(context, in);
    const std::string no = std::to_string(recheck.id.seq);
    if (!recheck.appeal) return refused(Code::record_unknown, {"申诉", "appeal in recheck", no});
    if (recheck.appeal->decided)
        return refused(Code::record_stage_unfit, {"申诉", "appeal", no, "decided", "filed"});
    auto computed = rule(context, in, recheck);
    if (!computed) return tl::unexpected(computed.error());
    return done(decide_appeal, in, std::move(*computed));
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Cycle& cycle = cycle_of(state, in);
    cycle::Recheck& recheck = cycle.aftermath.rechecks.at(in.record<cycle::Recheck>("recheck"));
    recheck.appeal->decided = apply_ruling(cycle, entry, in, recheck, cycle::VersionCause::appeal);
}

}  // namespace

const Act decide_appeal{.id = "decide_appeal",
                        .zh = "作出申诉决定",
                        .en = "Decide an appeal",
                        .cites = "A5.9 A9.4 A16.1",
                        .fields = ruling_fields,
                        .stages = {cycle::Stage::published, cycle::Stage::published},
                        .subject = subject,
                        .decide = decide,
                        .apply = apply};

}  // namespace heng::act
