/// @file
/// Two people type the count of the papers, one after the other; where both say the same it makes
/// the scores (A14.3, DEB-5). Whoever typed the first count may type it again.
/// The event carries the count as it may be seen, not as it was typed: small groups show totals
/// only.
#include "core/act/review_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array count_row{Field{"group", Kind::id, Need::required, "投票组", "Voter group"},
                               unit_field,
                               Field{"good", Kind::whole, Need::required, "好", "好"},
                               Field{"fair", Kind::whole, Need::required, "较好", "较好"},
                               Field{"ordinary", Kind::whole, Need::required, "一般", "一般"},
                               Field{"poor", Kind::whole, Need::required, "差", "差"},
                               Field{"abstained", Kind::whole, Need::required, "弃权", "Abstained"},
                               Field{"invalid", Kind::whole, Need::required, "无效", "Invalid"}};
constexpr std::array fields{
    year_field, ballot_field,
    Field{"counts", Kind::rows, Need::required, "计票", "Counts", {}, count_row}};

Result<cycle::Tallies> read_counts(const Fields& in) {
    cycle::Tallies out;
    for (const Fields& row : in.rows("counts")) {
        cycle::Tally tally;
        for (std::size_t i = 0; i < cycle::counted_marks; ++i)
            tally.votes[i] = row.whole(mark_keys[i]);
        tally.abstained = row.whole("abstained");
        tally.invalid = row.whole("invalid");
        if (!out[row.text("group")].emplace(row.text("unit"), tally).second)
            return refuse(Code::count_unfit, {}, {row.text("group"), row.text("unit"), "×2"});
    }
    return out;
}

Decision decide(const Context& context, const Fields& in) {
    const cycle::Ballot& ballot = **find_open_ballot(context, in);
    if (const auto fits = check_counting(context, ballot, Voting::on_paper); !fits)
        return tl::unexpected(fits.error());
    const auto tallies = read_counts(in);
    if (!tallies) return tl::unexpected(Issues{tallies.error()});
    if (const auto fits = cycle::check_tallies(ballot, *tallies); !fits)
        return tl::unexpected(Issues{fits.error()});
    const cycle::ShownCount shown = cycle::show(ballot, *tallies);
    ledger::Object body{{"year", in.whole("year")}, {"ballot", in.whole("ballot")}};
    for (ledger::Member& member : print_count(shown))
        body.add(std::move(member.key), std::move(member.value));
    const auto& first = ballot.first_count;
    if (first && first->by != context.actor.person) {
        if (auto found = cycle::difference(first->shown, shown))
            return refused(Code::count_differs,
                           {found->group, found->unit, found->first, found->second});
        ledger::Member scores = print_scores(ballot, shown);
        body.add(std::move(scores.key), std::move(scores.value));
    }
    return std::vector{Effect{enter_paper_count.id, std::move(body)}};
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    if (in.has("scores")) return take_result(state, entry, in);
    cycle_of(state, in).reviews.ballots.at({in.whole("ballot")}).first_count =
        cycle::PaperCount{entry.person(), read_count(in)};
}

}  // namespace

const Act enter_paper_count{.id = "enter_paper_count",
                            .zh = "录入纸质票计票",
                            .en = "Enter a paper count",
                            .cites = "A14.3",
                            .fields = fields,
                            .stages = {cycle::Stage::in_force, cycle::Stage::year_end},
                            .subject = subject_ballot,
                            .decide = decide,
                            .apply = apply};

}  // namespace heng::act
