/// @file
/// The office issues what the commission has consented to: the year's first edition, locked from
/// then on (A8.9, A8.11). After the first quarter it is late (`cycle::issue_due`), but still valid:
/// a year without indicators would help nobody.
#include "core/act/indicator_acts.hpp"

#include <algorithm>
#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, draft_field, from_field};

Decision decide(const Context& context, const Fields& in) {
    const auto draft = find_draft(context, in, cycle::DraftStage::consented);
    if (!draft) return tl::unexpected(draft.error());
    const YearBounds year = bounds_of(in);
    if (context.today < year.first)
        return refused(Code::too_early,
                       {"印发指标体系", "issuing the indicators", ledger::print_date(year.first)});
    const scheme::Scheme& scheme = rulebook_of(context, (*draft)->id).scheme();
    Issues issues = check_units_covered(context, in, scheme);
    const Date last = std::min(context.today, year.last);
    if (const auto fits = check_between(in.date("from"), year.first, last); !fits)
        issues.push_back(fits.error());
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    return done(issue_indicators, in,
                {{"edition", next_edition(context.state, scheme)},
                 issue_document(context.cycle_of(in), cycle::DocumentKind::indicators_issued,
                                context.actor.of)});
}

void apply(cycle::State& state, const Entry&, const Fields& in) {
    cycle::Cycle& cycle = cycle_of(state, in);
    const auto draft = in.record<cycle::Draft>("draft");
    cycle.indicators.drafts.at(draft).stage = cycle::DraftStage::issued;
    cycle.indicators.editions.push_back({in.text("edition"), draft, in.date("from")});
    cycle.stage = cycle::Stage::in_force;
}

}  // namespace

const Act issue_indicators{.id = "issue_indicators",
                           .zh = "印发指标体系",
                           .en = "Issue the indicators",
                           .cites = "A8.3 A8.9 A8.11",
                           .fields = fields,
                           .stages = {cycle::Stage::drafting, cycle::Stage::drafting},
                           .decide = decide,
                           .apply = apply};

}  // namespace heng::act
