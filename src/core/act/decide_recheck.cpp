/// @file
/// Someone who had no part in what is in question upholds, changes or annuls it. A change ranks the
/// domain anew, makes the next version of the result and lists whoever else moves (APP-3).
#include "core/act/ruling.hpp"

namespace heng::act {

namespace {

Checked<Subject> subject(const Context& context, const Fields& in) {
    auto out = subject_recheck(context, in);
    if (!out) return out;
    out->first_persons =
        cycle::people_in_question(context.cycle_of(in), **find_recheck(context, in));
    return out;
}

Decision decide(const Context& context, const Fields& in) {
    const cycle::Recheck& recheck = **find_recheck(context, in);
    if (recheck.decided)
        return refused(Code::record_stage_unfit,
                       {"复核申请", "recheck", std::to_string(recheck.id.seq), "decided", "filed"});
    auto computed = rule(context, in, recheck);
    if (!computed) return tl::unexpected(computed.error());
    return done(decide_recheck, in, std::move(*computed));
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Cycle& cycle = cycle_of(state, in);
    cycle::Recheck& recheck = cycle.aftermath.rechecks.at(in.record<cycle::Recheck>("recheck"));
    recheck.decided = apply_ruling(cycle, entry, in, recheck, cycle::VersionCause::recheck);
}

}  // namespace

const Act decide_recheck{.id = "decide_recheck",
                         .zh = "作出复核决定",
                         .en = "Decide a recheck",
                         .cites = "A9.4 A16.1 A20.2",
                         .fields = ruling_fields,
                         .stages = {cycle::Stage::published, cycle::Stage::published},
                         .subject = subject,
                         .decide = decide,
                         .apply = apply};

}  // namespace heng::act
