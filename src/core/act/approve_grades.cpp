/// @file
/// The commission approves all grades of the year, once no question is left open. The event carries
/// the grades that it approved, and numbers the minutes.
#include "core/act/grading_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, note_field};

Decision decide(const Context& context, const Fields& in) {
    const cycle::Cycle& cycle = context.cycle_of(in);
    for (const auto& fits : {check_not_approved(cycle), check_proposal(context, cycle)})
        if (!fits) return tl::unexpected(Issues{fits.error()});
    const auto rows =
        cycle::settle_year(context.state, cycle, *context.rulebook(cycle), context.today);
    if (!rows) return tl::unexpected(rows.error());
    return done(approve_grades, in,
                {{"rows", write_rows(*rows)},
                 issue_document(cycle, cycle::DocumentKind::grading_minutes, context.actor.of)});
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle_of(state, in).grading.approval = cycle::Approval{entry.seq, entry.person(), entry.day()};
}

}  // namespace

const Act approve_grades{.id = "approve_grades",
                         .zh = "审定等次",
                         .en = "Approve the grades",
                         .cites = "A5.9 A15.1 A16.2 A16.3 A16.4",
                         .fields = fields,
                         .stages = {cycle::Stage::grading, cycle::Stage::grading},
                         .decide = decide,
                         .apply = apply};

}  // namespace heng::act
