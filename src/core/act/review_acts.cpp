#include "core/act/review_acts.hpp"

#include "core/act/acts.hpp"
#include "core/act/people.hpp"
#include "core/act/stand_in.hpp"
#include "core/cycle/settling.hpp"

#include <array>

namespace heng::act {

std::span<const Act* const> review_acts() {
    static constexpr std::array all{
        &open_ballot,        &cancel_ballot,        &close_ballot,        &enter_paper_count,
        &enter_review_score, &correct_review_score, &confirm_review_score};
    return all;
}

namespace {

constexpr std::array<std::string_view, 2> voting_names{"online", "on_paper"};

tl::unexpected<Issues> unfit_ballot(const cycle::Ballot& ballot, std::string_view is,
                                    std::string_view needed) {
    return refused(Code::record_stage_unfit,
                   {"述职评议投票", "ballot", std::to_string(ballot.id.seq), std::string(is),
                    std::string(needed)});
}

ledger::Object print_tally(const cycle::GroupName& group, const cycle::UnitId& unit,
                           const cycle::Tally& tally) {
    ledger::Object out{{"group", group},
                       {"unit", unit},
                       {"abstained", tally.abstained},
                       {"invalid", tally.invalid}};
    for (std::size_t i = 0; i < cycle::counted_marks; ++i)
        out.add(std::string(mark_keys[i]), tally.votes[i]);
    return out;
}

ledger::Object print_merged(const cycle::UnitId& unit, const cycle::MergedTally& tally) {
    return {{"unit", unit},
            {"points", tally.points.text()},
            {"shares", tally.shares},
            {"weight", tally.weight.text()},
            {"valid", tally.valid},
            {"abstained", tally.abstained},
            {"invalid", tally.invalid}};
}

}  // namespace

Checked<const cycle::Ballot*> find_open_ballot(const Context& context, const Fields& in) {
    const auto id = in.record<cycle::Ballot>("ballot");
    const cycle::Ballot* const ballot = context.cycle_of(in).reviews.find(id);
    if (ballot == nullptr)
        return refused(Code::record_unknown, {"述职评议投票", "ballot", std::to_string(id.seq)});
    if (ballot->stage != cycle::BallotStage::open)
        return unfit_ballot(*ballot, cycle::name(ballot->stage),
                            cycle::name(cycle::BallotStage::open));
    return ballot;
}

Checked<Subject> subject_ballot(const Context& context, const Fields& in) {
    const auto ballot = find_open_ballot(context, in);
    if (!ballot) return tl::unexpected(ballot.error());
    Subject out;
    out.domain = (*ballot)->domain;
    out.assessors = bodies_instead_of_lead(context, *context.rulebook(context.cycle_of(in)),
                                           (*ballot)->domain, (*ballot)->units);
    return out;
}

Checked<void> check_counting(const Context& context, const cycle::Ballot& ballot, Voting needed) {
    const Voting voting = ballot.is_on_paper() ? Voting::on_paper : Voting::online;
    if (voting != needed)
        return unfit_ballot(ballot, voting_names[static_cast<std::size_t>(voting)],
                            voting_names[static_cast<std::size_t>(needed)]);
    Issues issues = recusals(context, context.actor.person, ballot.units);
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    return {};
}

std::vector<ledger::Member> print_count(const cycle::ShownCount& count) {
    ledger::List tallies;
    for (const auto& [group, per_unit] : count.tallies)
        for (const auto& [unit, tally] : per_unit)
            tallies.emplace_back(print_tally(group, unit, tally));
    ledger::List merged;
    for (const auto& [unit, tally] : count.merged) merged.emplace_back(print_merged(unit, tally));
    return {{"tallies", std::move(tallies)}, {"merged", std::move(merged)}};
}

cycle::ShownCount read_count(const Fields& in) {
    cycle::ShownCount out;
    for (const Fields& row : in.rows("tallies")) {
        cycle::Tally& tally = out.tallies[row.text("group")][row.text("unit")];
        for (std::size_t i = 0; i < cycle::counted_marks; ++i)
            tally.votes[i] = row.whole(mark_keys[i]);
        tally.abstained = row.whole("abstained");
        tally.invalid = row.whole("invalid");
    }
    for (const Fields& row : in.rows("merged"))
        out.merged[row.text("unit")] = {row.decimal("points"),  row.whole("shares"),
                                        row.decimal("weight"),  row.whole("valid"),
                                        row.whole("abstained"), row.whole("invalid")};
    return out;
}

ledger::Member print_scores(const cycle::Ballot& ballot, const cycle::ShownCount& count) {
    ledger::List out;
    for (const cycle::UnitId& unit : ballot.units)
        if (const auto score = cycle::score_of(ballot, count, unit))
            out.emplace_back(ledger::Object{
                {"unit", unit}, {"score", score->score.text()}, {"weight", score->weight.text()}});
    return {"scores", std::move(out)};
}

void take_result(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Reviews& reviews = cycle_of(state, in).reviews;
    cycle::Ballot& ballot = reviews.ballots.at({in.whole("ballot")});
    ballot.stage = cycle::BallotStage::closed;
    ballot.result = read_count(in);
    ballot.closed_by = entry.person();
    for (const Fields& row : in.rows("scores")) {
        reviews.scores[row.text("unit")] = row.decimal("score");
        reviews.given_by[row.text("unit")] = entry.seq;
    }
}

Checked<Subject> subject_reviewed_unit(const Context& context, const cycle::Cycle& cycle,
                                       const std::string& id) {
    const auto unit = find_unit(context, id);
    if (!unit) return tl::unexpected(unit.error());
    Subject out;
    out.unit = id;
    const cycle::Rulebook& rulebook = *context.rulebook(cycle);
    const cycle::DomainId& domain = (*unit)->on(cycle::assessed_on(cycle, context.today)).domain;
    if (rulebook.scheme().find_domain(domain) != nullptr)
        out.assessors = bodies_instead_of_lead(context, rulebook, domain, std::array{id});
    return out;
}

Result<void> check_score(const Context& context, const Fields& in) {
    const Decimal score = in.decimal("score");
    const Decimal full = context.rulebook(context.cycle_of(in))->scheme().composition.review_full;
    if (!score.is_negative() && score <= full) return {};
    return refuse(Code::value_out_of_range, {}, {score.text(), "0 – " + full.text()});
}

void take_entry(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Reviews& reviews = cycle_of(state, in).reviews;
    if (const auto* const before = reviews.waiting(in.text("unit")))
        reviews.entries.at(before->id).stage = cycle::ReviewEntryStage::replaced;
    cycle::ReviewEntry made;
    made.id = {entry.seq};
    made.unit = in.text("unit");
    made.score = in.decimal("score");
    made.evidence = in.digests("evidence");
    made.reason = in.text_or_empty("reason");
    made.entered_by = entry.person();
    made.entered_on = entry.day();
    reviews.entries.emplace(made.id, std::move(made));
}

}  // namespace heng::act
