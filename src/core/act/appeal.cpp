/// @file
/// The unit says within the calendar's window why the recheck was decided wrongly (term `appeal`);
/// once for each recheck. The result stands meanwhile (APP-2).
#include "core/act/aftermath_acts.hpp"

namespace heng::act {

namespace {

constexpr std::array fields{
    year_field, recheck_field,
    Field{"text", Kind::text, Need::required, "申诉理由", "Why the decision is wrong"},
    evidence_field};

Decision decide(const Context& context, const Fields& in) {
    const cycle::Recheck& recheck = **find_recheck(context, in);
    const std::string no = std::to_string(recheck.id.seq);
    if (!recheck.decided)
        return refused(Code::record_stage_unfit, {"复核申请", "recheck", no, "filed", "decided"});
    if (recheck.appeal) return refused(Code::record_exists, {"申诉", "appeal", no});
    const auto until =
        cycle::due(context.rulebook(context.cycle_of(in))->scheme(), "appeal", recheck.decided->on);
    if (until && context.today > *until)
        return refused(Code::window_closed, {"申诉", "appeals", ledger::print_date(*until)});
    return done(appeal, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle_of(state, in).aftermath.rechecks.at(in.record<cycle::Recheck>("recheck")).appeal =
        cycle::Appeal{entry.seq,       entry.person(),         entry.day(),
                      in.text("text"), in.digests("evidence"), {}};
}

}  // namespace

const Act appeal{.id = "appeal",
                 .zh = "提出申诉",
                 .en = "Appeal",
                 .cites = "A9.4 A16.1 A18.1",
                 .fields = fields,
                 .stages = {cycle::Stage::published, cycle::Stage::published},
                 .subject = subject_recheck,
                 .decide = decide,
                 .apply = apply};

}  // namespace heng::act
