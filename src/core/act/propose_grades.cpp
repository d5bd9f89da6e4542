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

/// Task sheets that are not settled and signed, or no longer say what the findings make (A13.4).
Issues unsettled_sheets(const Context& context, const cycle::Cycle& cycle,
                        const cycle::Rulebook& rulebook) {
    Issues out;
    const Date day = cycle::assessed_on(cycle, context.today);
    for (const auto& [key, need] : cycle::open_sheets(context.state, cycle, rulebook, day))
        out.push_back(
            {Code::sheet_open,
             {},
             {key.unit, key.task, std::string(cycle::zh(need)), std::string(cycle::name(need))}});
    return out;
}

/// What bears on a grade and waits for a second person (A16.3 to A16.6).
Issues unconfirmed_circumstances(const cycle::Cycle& cycle) {
    Issues out;
    for (const auto& [id, one] : cycle.circumstances.all)
        if (one.stage == cycle::CircumstanceStage::recorded)
            out.push_back({Code::circumstance_open, {}, {one.unit, std::to_string(id.seq)}});
    return out;
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
    Issues issues = unsettled_sheets(context, cycle, *rulebook);
    for (Issues& more : std::array{unconfirmed_circumstances(cycle), missing_reviews(cycle, rows)})
        std::move(more.begin(), more.end(), std::back_inserter(issues));
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
