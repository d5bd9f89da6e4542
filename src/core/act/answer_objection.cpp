/// @file
/// Someone of the assessor who did not record the finding answers the objection: upheld, the
/// finding is withdrawn; dismissed, it stands (APP-3).
#include "core/act/finding_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array<std::string_view, 2> answers{"upheld", "dismissed"};
constexpr std::array fields{
    year_field, finding_field,
    Field{"answer", Kind::choice, Need::required, "处理", "Answer", answers}, reason_field};

Decision decide(const Context& context, const Fields& in) {
    const cycle::Finding& finding = **find_finding(context, in);
    if (!finding.objection || finding.objection->stage != cycle::ObjectionStage::filed)
        return refused(Code::record_unknown,
                       {"待答复的异议", "open objection", std::to_string(finding.id.seq)});
    if (in.text("answer") == "upheld") {
        const auto is_open =
            check_sheet_open(context, context.cycle_of(in), finding.unit, finding.fact.branch);
        if (!is_open) return tl::unexpected(Issues{is_open.error()});
    }
    return done(answer_objection, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Finding& finding =
        cycle_of(state, in).findings.all.at(in.record<cycle::Finding>("finding"));
    const bool upheld = in.text("answer") == "upheld";
    finding.objection->stage =
        upheld ? cycle::ObjectionStage::upheld : cycle::ObjectionStage::dismissed;
    finding.objection->answer = in.text("reason");
    finding.hands.insert(entry.person());
    if (!upheld) return;
    finding.stage = cycle::FindingStage::withdrawn;
    finding.reason = in.text("reason");
}

}  // namespace

const Act answer_objection{.id = "answer_objection",
                           .zh = "答复异议",
                           .en = "Answer an objection",
                           .cites = "A9.4 A20.2",
                           .fields = fields,
                           .stages = {cycle::Stage::in_force, cycle::Stage::year_end},
                           .subject = subject_finding,
                           .decide = decide,
                           .apply = apply};

}  // namespace heng::act
