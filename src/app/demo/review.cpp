/// @file
/// The review: counties vote online, schools on paper, counted twice; the scores of other domains
/// come from documents. The votes are made so that they give exactly the scores of the story.
#include "app/demo/people.hpp"
#include "app/demo/scenes.hpp"
#include "core/base/invariant.hpp"

#include <algorithm>
#include <cstdlib>

namespace heng::app::demo {

namespace {

constexpr std::string_view online_domain = "counties";
constexpr std::string_view paper_domain = "schools";

struct Voters {
    const char* name;
    int weight;
    int count;
};
/// Sizes without a common factor: so their means together come close to any score.
constexpr std::array groups{Voters{"市级领导", 40, 11}, Voters{"考核责任单位", 30, 23},
                            Voters{"党员群众代表", 30, 37}};
constexpr int marks_worse_max = 3;  ///< From 好 down to 差.

/// How many marks below 好 each group gives one unit, all its votes together.
using Worse = std::array<int, groups.size()>;

cycle::Ballot counted_by() {
    cycle::Ballot out;
    for (const Voters& group : groups)
        out.groups.push_back({group.name, Decimal::whole(group.weight), group.count, {}});
    out.coefficients = {Decimal::whole(100), Decimal::whole(80), Decimal::whole(60),
                        Decimal::whole(40)};
    return out;
}

/// The mark of the `voter`-th of `count` voters, who together give `worse` marks below 好.
int mark_of(int worse, int count, int voter) {
    return worse / count + (voter < worse % count ? 1 : 0);
}

cycle::Tally tally_of(int worse, int count) {
    cycle::Tally out;
    for (int voter = 0; voter < count; ++voter)
        ++out.votes[static_cast<std::size_t>(mark_of(worse, count, voter))];
    return out;
}

Decimal score_of(const cycle::Ballot& ballot, const Worse& worse) {
    cycle::ShownCount count;
    for (std::size_t i = 0; i < groups.size(); ++i)
        count.tallies[groups[i].name]["unit"] = tally_of(worse[i], groups[i].count);
    return cycle::score_of(ballot, count, "unit")->score;
}

/// Votes that give `score`, the groups much of one mind: a walk outwards from where all agree.
Worse votes_for(Decimal score) {
    const cycle::Ballot ballot = counted_by();
    // A mark below 好 costs 20 points; in hundredths: (100 − score) / 20 marks for each voter.
    const std::int64_t missing = Decimal::whole(100).units() - score.units();
    const auto around = [&](std::size_t i, int off) {
        const auto middle = static_cast<int>(missing * groups[i].count / (20 * Decimal::one));
        return std::clamp(middle + off, 0, marks_worse_max * groups[i].count);
    };
    constexpr int widest = 12;
    for (int width = 0; width <= widest; ++width)
        for (int a = -width; a <= width; ++a)
            for (int b = -width; b <= width; ++b)
                for (int c = -width; c <= width; ++c) {
                    if (std::max({std::abs(a), std::abs(b), std::abs(c)}) < width) continue;
                    const Worse worse{around(0, a), around(1, b), around(2, c)};
                    if (score_of(ballot, worse) == score) return worse;
                }
    INVARIANT(false, "the votes come close to any score");
    return {};
}

Object ballot_rows(std::string_view domain, const std::vector<Codes>& codes) {
    List rows;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        Object row{{"group", groups[i].name},
                   {"weight", std::to_string(groups[i].weight)},
                   {"voters", groups[i].count}};
        List digests;
        if (!codes.empty())
            for (const ledger::Digest& digest : codes[i].digests)
                digests.emplace_back(ledger::print_digest(digest));
        if (!digests.empty()) row.add("codes", std::move(digests));
        rows.emplace_back(std::move(row));
    }
    return {{"domain", domain}, {"groups", std::move(rows)}};
}

/// Everyone of the group votes, each beginning elsewhere among the worse marks, so that no paper is
/// like the next.
void vote(Play& play, cycle::BallotId ballot, std::size_t group, const Codes& codes) {
    const int count = groups[group].count;
    const auto units = play.story().units_of(online_domain);
    std::map<std::string, Worse> worse;
    std::map<std::string, int> turn;
    for (const StoryUnit* const unit : units) {
        worse[unit->id] = votes_for(unit->review);
        turn[unit->id] = play.chance().below(count);
    }
    for (int voter = 0; voter < count; ++voter) {
        std::map<cycle::UnitId, cycle::Mark> marks;
        for (const StoryUnit* const unit : units)
            marks[unit->id] = static_cast<cycle::Mark>(
                mark_of(worse[unit->id][group], count, (voter + turn[unit->id]) % count));
        play.cast(ballot, codes.codes[static_cast<std::size_t>(voter)], marks);
    }
}

void vote_online(Play& play) {
    auto codes = std::make_shared<std::vector<Codes>>();
    for (const Voters& group : groups) codes->push_back(play.codes(group.count));
    const auto ballot =
        play.act(lead(play, online_domain), "open_ballot", ballot_rows(online_domain, *codes));
    for (std::size_t i = 0; i < groups.size(); ++i)
        play.plan(play.working_after(play.today(), static_cast<int>(i) + 1),
                  [&play, ballot, i, codes] { vote(play, {ballot}, i, (*codes)[i]); });
    play.plan(next_year_on(1, 18), [&play, ballot] {
        play.act(lead(play, online_domain), "close_ballot", {{"ballot", ballot}});
    });
}

void enter_count(Play& play, std::int64_t ballot, Who who) {
    List counts;
    for (std::size_t i = 0; i < groups.size(); ++i)
        for (const StoryUnit* const unit : play.story().units_of(paper_domain)) {
            const cycle::Tally tally = tally_of(votes_for(unit->review)[i], groups[i].count);
            counts.emplace_back(Object{{"group", groups[i].name},
                                       {"unit", unit->id},
                                       {"good", tally.votes[0]},
                                       {"fair", tally.votes[1]},
                                       {"ordinary", tally.votes[2]},
                                       {"poor", tally.votes[3]},
                                       {"abstained", 0},
                                       {"invalid", 0}});
        }
    play.act(lead(play, paper_domain, who), "enter_paper_count",
             {{"ballot", ballot}, {"counts", std::move(counts)}});
}

void vote_on_paper(Play& play) {
    const auto ballot =
        play.act(lead(play, paper_domain), "open_ballot", ballot_rows(paper_domain, {}));
    play.plan(next_year_on(1, 17), [&play, ballot] { enter_count(play, ballot, Who::first); });
    play.plan(next_year_on(1, 18), [&play, ballot] { enter_count(play, ballot, Who::second); });
}

void enter_scores(Play& play, const scheme::Domain& domain) {
    const List proof = play.evidence(domain.name + "述职评议得分汇总表");
    for (const StoryUnit* const unit : play.story().units_of(domain.id)) {
        const auto entry =
            play.act(lead(play, domain.id), "enter_review_score",
                     {{"unit", unit->id}, {"score", unit->review.text()}, {"evidence", proof}});
        play.plan(play.working_after(play.today(), 1), [&play, &domain, entry] {
            play.act(lead(play, domain.id, Who::second), "confirm_review_score",
                     {{"entry", entry}});
        });
    }
}

}  // namespace

void plan_review(Play& play) {
    play.plan(next_year_on(1, 12), [&play] { vote_online(play); });
    play.plan(next_year_on(1, 13), [&play] { vote_on_paper(play); });
    for (const scheme::Domain& domain : play.scheme().domains) {
        if (domain.id == online_domain || domain.id == paper_domain) continue;
        play.plan(next_year_on(1, 18), [&play, &domain] { enter_scores(play, domain); });
    }
}

}  // namespace heng::app::demo
