#include "core/cycle/ballot.hpp"

#include <gtest/gtest.h>

namespace heng::cycle {
namespace {

Ballot ballot_of(std::vector<VoterGroup> groups) {
    Ballot out;
    out.units = {"C1", "C2"};
    out.groups = std::move(groups);
    out.coefficients = {Decimal::whole(100), Decimal::whole(80), Decimal::whole(60),
                        Decimal::whole(40)};
    return out;
}

VoterGroup group(const char* name, int weight, std::int64_t voters) {
    return {name, Decimal::whole(weight), voters, {}};
}

std::map<UnitId, Tally> for_both(const Tally& tally) {
    return {{"C1", tally}, {"C2", tally}};
}

std::string score(const Ballot& ballot, const Tallies& tallies) {
    const auto score = score_of(ballot, show(ballot, tallies), "C1");
    return score ? score->score.text(2) : "none";
}

TEST(Ballot, Deb6TwelveFiveTwoOneAndOneAbstention) {
    const Ballot ballot = ballot_of({group("全体", 100, 25)});
    EXPECT_EQ(score(ballot, {{"全体", for_both({{12, 5, 2, 1}, 1, 0})}}), "88.00");
}

TEST(Ballot, GroupsWeighTogether) {
    const Ballot ballot = ballot_of({group("领导", 20, 5), group("干部", 80, 10)});
    const Tallies tallies{{"领导", for_both({{0, 0, 5, 0}, 0, 0})},
                          {"干部", for_both({{10, 0, 0, 0}, 0, 0})}};
    EXPECT_EQ(score(ballot, tallies), "92.00");
}

TEST(Ballot, AnEmptyGroupsWeightGoesToTheOthersInProportion) {
    const Ballot ballot =
        ballot_of({group("领导", 20, 5), group("干部", 40, 10), group("群众", 40, 10)});
    const Tallies tallies{{"领导", for_both({{5, 0, 0, 0}, 0, 0})},
                          {"干部", for_both({{0, 0, 10, 0}, 0, 0})},
                          {"群众", for_both({{0, 0, 0, 0}, 3, 4})}};
    const auto got = score_of(ballot, show(ballot, tallies), "C1");
    EXPECT_EQ(got->score.text(2), "73.33") << "(20 × 100 + 40 × 60) / 60";
    EXPECT_EQ(got->weight, Decimal::whole(60)) << "on record";
}

TEST(Ballot, WithoutAValidVoteThereIsNoScore) {
    const Ballot ballot = ballot_of({group("全体", 100, 9)});
    EXPECT_EQ(score(ballot, {{"全体", for_both({{}, 5, 4})}}), "none");
}

TEST(Ballot, HalvesAreRoundedUp) {
    const Ballot ballot = ballot_of({group("全体", 100, 32)});
    EXPECT_EQ(score(ballot, {{"全体", for_both({{31, 1, 0, 0}, 0, 0})}}), "99.38") << "99.375";
}

/// Weights, coefficients, names and numbers of voters at their bounds: nothing overflows.
TEST(Ballot, IsExactAtItsBounds) {
    std::vector<VoterGroup> groups;
    Tallies tallies;
    constexpr std::int64_t primes[] = {9973, 9967, 9949, 9941, 9931, 9929};
    const char* const weights[] = {"16.67", "16.67", "16.67", "16.67", "16.66", "16.66"};
    for (std::size_t i = 0; i < groups_max; ++i) {
        const std::string name = "组" + std::to_string(i);
        groups.push_back({name, *Decimal::parse(weights[i]), primes[i], {}});
        tallies[name] = for_both({{primes[i] - 1, 0, 0, 1}, 0, 0});
    }
    Ballot ballot = ballot_of(std::move(groups));
    ballot.coefficients = {*Decimal::parse("99.99"), {}, {}, *Decimal::parse("0.01")};
    EXPECT_EQ(score(ballot, tallies), "99.98");
}

TEST(Ballot, SmallGroupsShowOnlyWhatTheyGiveTogether) {
    const Ballot ballot =
        ballot_of({group("领导", 20, 3), group("专家", 20, 2), group("干部", 60, 40)});
    const Tallies tallies{{"领导", for_both({{1, 2, 0, 0}, 0, 0})},
                          {"专家", for_both({{0, 0, 1, 0}, 1, 0})},
                          {"干部", for_both({{40, 0, 0, 0}, 0, 0})}};
    const ShownCount shown = show(ballot, tallies);
    EXPECT_EQ(shown.tallies.size(), 1u);
    EXPECT_TRUE(shown.tallies.contains("干部"));
    const MergedTally& merged = shown.merged.at("C1");
    EXPECT_EQ(merged.points.text(), "8800") << "20 × 260 / 3 + 20 × 60 / 1, as a fraction";
    EXPECT_EQ(merged.shares, 3);
    EXPECT_EQ(merged.weight, Decimal::whole(40));
    EXPECT_EQ(merged.valid, 4);
    EXPECT_EQ(merged.abstained, 1);
}

TEST(Ballot, ASmallGroupAloneTakesTheNextSmallestWithIt) {
    const Tallies tallies{{"领导", for_both({{3, 0, 0, 0}, 0, 0})},
                          {"干部", for_both({{30, 0, 0, 0}, 0, 0})},
                          {"群众", for_both({{9, 0, 0, 0}, 0, 0})}};
    EXPECT_EQ(merged_groups(tallies), (std::set<GroupName>{"领导", "群众"}));
}

/// Of ten voters one has voted: his mark is the whole tally.
TEST(Ballot, AGroupIsSmallByTheBallotsItCast) {
    const Tallies tallies{{"干部", for_both({{1, 0, 0, 0}, 0, 0})},
                          {"群众", for_both({{9, 0, 0, 0}, 0, 0})},
                          {"代表", for_both({{10, 0, 0, 0}, 0, 0})}};
    EXPECT_EQ(merged_groups(tallies), (std::set<GroupName>{"干部", "群众"}));
}

TEST(Ballot, LargeGroupsShowTheirTallies) {
    const Tallies tallies{{"干部", for_both({{5, 0, 0, 0}, 0, 0})},
                          {"群众", for_both({{4, 0, 0, 0}, 1, 0})}};
    EXPECT_TRUE(merged_groups(tallies).empty());
}

TEST(Ballot, APaperMarksEachUnitOnce) {
    const Ballot ballot = ballot_of({group("全体", 100, 9)});
    EXPECT_EQ(print_paper(ballot, {{"C1", Mark::poor}, {"C2", Mark::abstain}}), "p-");
    EXPECT_EQ(print_paper(ballot, {{"C1", Mark::good}}), std::nullopt);
    EXPECT_EQ(print_paper(ballot, {{"C1", Mark::good}, {"C9", Mark::good}}), std::nullopt);
    EXPECT_EQ(print_paper(ballot, {{"C1", Mark::good}, {"C2", Mark::good}, {"C9", Mark::good}}),
              std::nullopt);
}

TEST(Ballot, PapersAreCountedUnitByUnit) {
    const Ballot ballot = ballot_of({group("甲", 50, 9), group("乙", 50, 9)});
    const Tallies tallies = count_papers(ballot, {{"甲", {"gf", "g-", "op"}}});
    EXPECT_EQ(tallies.at("甲").at("C1"), (Tally{{2, 0, 1, 0}, 0, 0}));
    EXPECT_EQ(tallies.at("甲").at("C2"), (Tally{{0, 1, 0, 1}, 1, 0}));
    EXPECT_EQ(tallies.at("乙").at("C1"), Tally{}) << "nobody of this group voted";
    EXPECT_TRUE(check_tallies(ballot, tallies));
}

TEST(Ballot, FrozenRulesMakeAWholePaperInvalid) {
    Ballot ballot = ballot_of({group("全体", 100, 9)});
    ballot.validity = {1, true};
    const Tallies tallies = count_papers(ballot, {{"全体", {"gg", "ff", "gf", "--"}}});
    EXPECT_EQ(tallies.at("全体").at("C1"), (Tally{{1, 0, 0, 0}, 1, 2}))
        << "two 好, and twice the same; abstaining is no mark";
}

TEST(Ballot, ATallyFitsItsGroup) {
    const Ballot ballot = ballot_of({group("全体", 100, 9)});
    const auto unfit = [&](const Tallies& tallies) {
        const auto checked = check_tallies(ballot, tallies);
        return !checked && checked.error().code == Code::count_unfit;
    };
    const Tally nine{{9, 0, 0, 0}, 0, 0};
    EXPECT_FALSE(unfit({{"全体", for_both(nine)}}));
    EXPECT_TRUE(unfit({})) << "missing";
    EXPECT_TRUE(unfit({{"全体", {{"C1", nine}}}})) << "a unit missing";
    EXPECT_TRUE(unfit({{"全体", for_both(nine)}, {"他人", for_both(nine)}})) << "no such group";
    EXPECT_TRUE(unfit({{"全体", {{"C1", nine}, {"C2", nine}, {"C9", nine}}}})) << "no such unit";
    EXPECT_TRUE(unfit({{"全体", for_both({{9, 1, 0, 0}, 0, 0})}})) << "more than voters";
    EXPECT_TRUE(unfit({{"全体", for_both({{9, -1, 0, 0}, 1, 0})}})) << "negative";
    EXPECT_TRUE(unfit({{"全体", {{"C1", nine}, {"C2", {{8, 0, 0, 0}, 0, 0}}}}})) << "uneven";
}

TEST(Ballot, ADifferenceIsNamed) {
    const Ballot ballot = ballot_of({group("甲", 50, 9), group("乙", 50, 9)});
    const auto shown = [&](const Tally& of_first) {
        return show(ballot, {{"甲", for_both(of_first)}, {"乙", for_both({{9, 0, 0, 0}, 0, 0})}});
    };
    const ShownCount first = shown({{5, 3, 0, 0}, 1, 0});
    EXPECT_FALSE(difference(first, first));
    const auto found = difference(first, shown({{5, 2, 1, 0}, 1, 0}));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->group, "甲");
    EXPECT_EQ(found->unit, "C1");
    EXPECT_EQ(found->first, "5/3/0/0/1/0");
    EXPECT_EQ(found->second, "5/2/1/0/1/0");
    EXPECT_TRUE(difference(first, shown({{1, 0, 0, 0}, 1, 0}))) << "one is merged, one is not";
}

}  // namespace
}  // namespace heng::cycle
