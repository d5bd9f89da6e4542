/// @file
/// The commission takes back what it deliberated about a unit; the proposal holds for it again.
#include "core/act/grading_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{
    year_field, Field{"deliberation", Kind::record, Need::required, "研判意见", "Deliberation"},
    reason_field};

Checked<const cycle::Deliberation*> find(const Context& context, const Fields& in) {
    const auto id = in.record<cycle::Deliberation>("deliberation");
    const cycle::Deliberation* const found = context.cycle_of(in).grading.find(id);
    if (found == nullptr)
        return refused(Code::record_unknown, {"研判意见", "deliberation", std::to_string(id.seq)});
    return found;
}

Checked<Subject> subject(const Context& context, const Fields& in) {
    const auto found = find(context, in);
    if (!found) return tl::unexpected(found.error());
    Subject out;
    out.unit = (*found)->settled.unit;
    return out;
}

Decision decide(const Context& context, const Fields& in) {
    if (const auto fits = check_not_approved(context.cycle_of(in)); !fits)
        return tl::unexpected(Issues{fits.error()});
    const cycle::Deliberation& found = **find(context, in);
    if (found.withdrawn)
        return refused(
            Code::record_stage_unfit,
            {"研判意见", "deliberation", std::to_string(found.id.seq), "withdrawn", "in effect"});
    return done(withdraw_deliberation, in);
}

void apply(cycle::State& state, const Entry&, const Fields& in) {
    cycle::Grading& grading = cycle_of(state, in).grading;
    const auto* const found = grading.find(in.record<cycle::Deliberation>("deliberation"));
    grading.set_aside(found->settled.unit, in.text("reason"));
}

}  // namespace

const Act withdraw_deliberation{.id = "withdraw_deliberation",
                                .zh = "撤回研判意见",
                                .en = "Withdraw a deliberation",
                                .cites = "A4.3 A16.3",
                                .fields = fields,
                                .stages = {cycle::Stage::grading, cycle::Stage::grading},
                                .subject = subject,
                                .decide = decide,
                                .apply = apply};

}  // namespace heng::act
