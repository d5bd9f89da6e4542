/// @file
/// The office refers misconduct to those who call to account, with its opinion; the letter is
/// numbered (A19.2, A19.3).
#include "core/act/misconduct.hpp"

namespace heng::act {

namespace {

constexpr std::array fields{year_field, misconduct_field, recipients_field,
                            Field{"opinion", Kind::text, Need::required, "意见建议", "Opinion"}};

Decision decide(const Context& context, const Fields& in) {
    using enum cycle::MisconductStage;
    const cycle::Misconduct& misconduct = **find_misconduct(context, in);
    for (const auto& fits :
         {check_stage(misconduct, {recorded}), check_not_empty(in, recipients_field)})
        if (!fits) return tl::unexpected(Issues{fits.error()});
    return done(
        refer_misconduct, in,
        {issue_document(context.cycle_of(in), cycle::DocumentKind::transfer, context.actor.of)});
}

void apply(cycle::State& state, const Entry&, const Fields& in) {
    cycle::Misconduct& misconduct =
        cycle_of(state, in).aftermath.misconduct.at(in.record<cycle::Misconduct>("misconduct"));
    misconduct.stage = cycle::MisconductStage::referred;
    misconduct.referred_to = in.texts("to");
}

}  // namespace

const Act refer_misconduct{.id = "refer_misconduct",
                           .zh = "移交违纪问题",
                           .en = "Refer misconduct",
                           .cites = "A18.3 A19.2 A19.3 A20.3",
                           .fields = fields,
                           .stages = {cycle::Stage::in_force, cycle::Stage::published},
                           .subject = subject_misconduct,
                           .decide = decide,
                           .apply = apply};

}  // namespace heng::act
