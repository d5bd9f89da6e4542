/// @file
/// The commission puts on record how a case of misconduct ended: the sanction, who imposed it by
/// the authority over cadres, and why (A18.2, A18.3). A unit's misconduct lowers its grade of the
/// year (A18.4): before publication the proposal takes it up, after it the result has a next
/// version.
#include "core/act/grading_acts.hpp"
#include "core/act/misconduct.hpp"

namespace heng::act {

namespace {

constexpr std::array fields{
    year_field,
    misconduct_field,
    Field{"sanction", Kind::choice, Need::required, "处理", "Sanction", cycle::sanction_words},
    Field{"authority", Kind::text, Need::required, "作出处理的机关", "Who imposed it"},
    reason_field,
    settled_field};

void close_case(cycle::Misconduct& misconduct, const cycle::PersonId& by, const Fields& in) {
    misconduct.decided_by = by;
    misconduct.stage = cycle::MisconductStage::decided;
    misconduct.sanction = cycle::sanction_named(in.text("sanction"));
    misconduct.authority = in.text("authority");
    misconduct.reason = in.text("reason");
}

cycle::Amendment read_amendment(const cycle::Misconduct& misconduct, const Fields& in) {
    cycle::Amendment out;
    out.unit = misconduct.who;
    out.settled = read_settled(in);
    return out;
}

/// A body's case goes to 市纪委市监委 and 市委组织部 before it is decided (A19.3).
Result<void> check_case(const cycle::Misconduct& misconduct) {
    using enum cycle::MisconductStage;
    if (misconduct.accused == cycle::Accused::assessor) return check_stage(misconduct, {referred});
    return check_stage(misconduct, {recorded, referred});
}

/// Whether closing the case changes a result that is out already.
bool changes_result(const cycle::Cycle& cycle, const cycle::Misconduct& misconduct) {
    return misconduct.lowers_grade() && cycle.stage == cycle::Stage::published &&
           !cycle.aftermath.lowers_grade_of(misconduct.who) &&
           cycle.grading.versions.back().find(misconduct.who) != nullptr;
}

Checked<std::vector<ledger::Member>> change_result(const Context& context, const Fields& in,
                                                   const cycle::Misconduct& closed) {
    cycle::Cycle amended = context.cycle_of(in);
    amended.aftermath.misconduct.at(closed.id) = closed;
    const cycle::Amendment amendment = read_amendment(closed, in);
    cycle::amend(amended, amendment, context.actor.person, context.today, context.next_seq,
                 in.text("reason"));
    return revise(context, context.cycle_of(in), std::move(amended), amendment);
}

Decision decide(const Context& context, const Fields& in) {
    cycle::Misconduct misconduct = **find_misconduct(context, in);
    if (const auto fits = check_case(misconduct); !fits)
        return tl::unexpected(Issues{fits.error()});
    close_case(misconduct, context.actor.person, in);
    if (changes_result(context.cycle_of(in), misconduct)) {
        auto computed = change_result(context, in, misconduct);
        if (!computed) return tl::unexpected(computed.error());
        return done(decide_misconduct, in, std::move(*computed));
    }
    if (in.has("settled"))
        return refused(Code::ruling_unfit, {in.text("sanction"), "不影响已公布的结果，不得另定等次",
                                            "no published result changes by it"});
    return done(decide_misconduct, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Cycle& cycle = cycle_of(state, in);
    cycle::Misconduct& misconduct =
        cycle.aftermath.misconduct.at(in.record<cycle::Misconduct>("misconduct"));
    close_case(misconduct, entry.person(), in);
    if (!in.has("version")) return;
    cycle::amend(cycle, read_amendment(misconduct, in), entry.person(), entry.day(), entry.seq,
                 in.text("reason"));
    add_version(cycle, entry, in, cycle::VersionCause::misconduct);
}

}  // namespace

const Act decide_misconduct{.id = "decide_misconduct",
                            .zh = "记录违纪处理",
                            .en = "Decide misconduct",
                            .cites = "A18.2 A18.3 A18.4 A19.3 A20.3",
                            .fields = fields,
                            .stages = {cycle::Stage::in_force, cycle::Stage::published},
                            .subject = subject_misconduct,
                            .decide = decide,
                            .apply = apply};

}  // namespace heng::act
