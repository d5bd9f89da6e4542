/// @file
/// The commission settles the grade of one unit: it departs from the proposal, or answers what the
/// rules leave open, always with a reason (综合研判, A4.3, A16).
#include "core/act/grading_acts.hpp"
#include "core/act/people.hpp"

#include <algorithm>
#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, settlement_fields[0], settlement_fields[1],
                            settlement_fields[2], settlement_fields[3]};

const cycle::ProposedRow* find_row(const cycle::Cycle& cycle, const std::string& unit) {
    const auto& rows = cycle.grading.proposal->rows;
    const auto found = std::find_if(
        rows.begin(), rows.end(), [&](const cycle::ProposedRow& row) { return row.unit == unit; });
    return found == rows.end() ? nullptr : &*found;
}

/// Whether the unit's domain can stand graded so, beside what is settled already.
Checked<void> check_grade(const Context& context, const cycle::Cycle& cycle,
                          const cycle::DomainId& domain, const cycle::Settlement& settlement) {
    const cycle::Rulebook& rulebook = *context.rulebook(cycle);
    auto settled = cycle.grading.settled();
    settled.push_back(settlement);
    const auto outcomes =
        cycle::settle(rulebook.scheme().grading,
                      cycle::standing_of(context.state, cycle, rulebook, domain,
                                         cycle::assessed_on(cycle, context.today)),
                      settled);
    if (!outcomes) return tl::unexpected(outcomes.error());
    return {};
}

Decision decide(const Context& context, const Fields& in) {
    const cycle::Cycle& cycle = context.cycle_of(in);
    const cycle::Settlement settlement = read_settlement(in);
    for (const auto& fits : {check_not_approved(cycle), check_proposal(context, cycle),
                             check_citation(*context.rulebook(cycle), settlement)})
        if (!fits) return tl::unexpected(Issues{fits.error()});
    const cycle::ProposedRow* const row = find_row(cycle, settlement.unit);
    if (row == nullptr)
        return refused(Code::record_unknown,
                       {"参加考核的单位", "participant of the year", settlement.unit});
    if (cycle.grading.about(settlement.unit) != nullptr)
        return refused(Code::record_exists, {"研判意见", "deliberation", settlement.unit});
    const auto possible = check_grade(context, cycle, row->domain, settlement);
    if (!possible) return tl::unexpected(possible.error());
    return done(deliberate, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle_of(state, in).grading.settle(
        {{entry.seq}, read_settlement(in), entry.person(), entry.day(), {}});
}

}  // namespace

const Act deliberate{.id = "deliberate",
                     .zh = "综合研判",
                     .en = "Deliberate on a grade",
                     .cites = "A4.3 A16.2 A16.3 A16.4 A16.5 A16.6",
                     .fields = fields,
                     .stages = {cycle::Stage::grading, cycle::Stage::grading},
                     .subject = subject_unit,
                     .decide = decide,
                     .apply = apply};

}  // namespace heng::act
