/// @file
/// The office ends the year-end assessment: every participant is ranked and graded by the rules,
/// what they leave open is named (A16.1, A16.2). The event carries the computed proposal, so that
/// it can be compared on replay. Proposed again where facts change before publication; what was
/// approved must then be approved anew.
#include "core/act/grading_acts.hpp"

#include <algorithm>
#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field};

/// Task sheets that are not settled and signed (A13.4). The year-end section names them here.
Issues unsettled_sheets(const Context&, const cycle::Cycle&) {
    return {};
}

Issues missing_reviews(const cycle::Cycle& cycle, const std::vector<cycle::ProposedRow>& rows) {
    Issues out;
    for (const cycle::ProposedRow& row : rows)
        if (!cycle.reviews.score_of(row.unit))
            out.push_back({Code::review_missing, {}, {row.unit}});
    return out;
}

Decision decide(const Context& context, const Fields& in) {
    const cycle::Cycle& cycle = context.cycle_of(in);
    const cycle::Rulebook* const rulebook = context.rulebook(cycle);
    if (rulebook == nullptr)
        return refused(Code::edition_absent,
                       {std::to_string(cycle.year), ledger::print_date(context.today)});
    const auto rows = cycle::propose(context.state, cycle, *rulebook, context.today);
    Issues issues = unsettled_sheets(context, cycle);
    for (Error& error : missing_reviews(cycle, rows)) issues.push_back(std::move(error));
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    if (cycle.grading.proposal && cycle.grading.proposal->rows == rows)
        return refused(Code::record_exists,
                       {"等次建议", "grade proposal", std::to_string(cycle.year)});
    return done(propose_grades, in, {{"rows", write_rows(rows)}});
}

/// What was deliberated about a unit answered the proposal made for it, and lapses with that.
void lapse(cycle::Grading& grading, const std::vector<cycle::ProposedRow>& rows) {
    const auto asks_the_same = [&](const cycle::ProposedRow& was) {
        return std::any_of(rows.begin(), rows.end(), [&](const cycle::ProposedRow& is) {
            return is.unit == was.unit && is.grade == was.grade && is.questions == was.questions;
        });
    };
    for (const cycle::ProposedRow& was : grading.proposal->rows)
        if (!asks_the_same(was)) grading.set_aside(was.unit, "等次建议已变更");
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Cycle& cycle = cycle_of(state, in);
    if (cycle.grading.proposal) lapse(cycle.grading, read_proposed_rows(in));
    cycle.grading.proposal =
        cycle::GradeProposal{entry.seq, entry.person(), entry.day(), read_proposed_rows(in)};
    cycle.grading.approval.reset();
    cycle.stage = cycle::Stage::grading;
}

}  // namespace

const Act propose_grades{.id = "propose_grades",
                         .zh = "提出等次建议",
                         .en = "Propose grades",
                         .cites = "A13.4 A15.1 A15.2 A16.1 A16.2 A16.5 A16.6 A18.4",
                         .fields = fields,
                         .stages = {cycle::Stage::year_end, cycle::Stage::grading},
                         .decide = decide,
                         .apply = apply};

}  // namespace heng::act
