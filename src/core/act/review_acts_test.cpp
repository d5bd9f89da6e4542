#include "core/act/test_world.hpp"

#include <gtest/gtest.h>

namespace heng::act {
namespace {

using ledger::List;
using test::day;
using test::Object;
using test::World;
using Codes = std::vector<Code>;

/// `count` hashes that occur nowhere else if `salt` does not.
List codes(int count, char salt) {
    List out;
    for (int i = 0; i < count; ++i) {
        std::string text(64, salt);
        text[0] = static_cast<char>('0' + i / 10);
        text[1] = static_cast<char>('0' + i % 10);
        out.emplace_back(std::move(text));
    }
    return out;
}

Object group(const char* name, const char* weight, int voters) {
    return {{"group", name}, {"weight", weight}, {"voters", voters}};
}

Object with_codes(Object group, List list) {
    group.add("codes", std::move(list));
    return group;
}

struct ReviewActs : testing::Test {
    ReviewActs() { put_in_december(world); }

    static void put_in_december(World& one) {
        one.put_in_force();
        one.today = day("2021-12-20");
    }
    static Object about(std::int64_t ballot) { return {{"year", 2021}, {"ballot", ballot}}; }
    static Object ballot(List groups) {
        return {{"year", 2021}, {"domain", "counties"}, {"groups", std::move(groups)}};
    }
    static Object ballot_with(const char* field, ledger::Value value) {
        Object out = ballot({group("全体", "100", 25)});
        out.add(field, std::move(value));
        return out;
    }
    static Object on_paper() { return ballot({group("全体", "100", 25)}); }
    static Object online() {
        return ballot({with_codes(group("领导", "20", 3), codes(3, 'a')),
                       with_codes(group("干部", "80", 25), codes(25, 'b'))});
    }
    std::int64_t opened(const Object& body) {
        return world.must(World::lead(), "open_ballot", body);
    }
    Codes refused(const Actor& actor, const char* act, Object body) {
        return world.refusal(actor, act, std::move(body));
    }
    Codes refused_ballot(List groups) {
        return refused(World::lead(), "open_ballot", ballot(std::move(groups)));
    }
    const cycle::Reviews& reviews() const { return world.year().reviews; }
    std::string score(const char* unit) const {
        const auto score = reviews().score_of(unit);
        return score ? score->text(2) : "none";
    }
    /// The same tally about all four counties.
    static cycle::Tallies tallies(
        std::initializer_list<std::pair<const char*, cycle::Tally>> of_groups) {
        cycle::Tallies out;
        for (const auto& [name, tally] : of_groups)
            for (const char* const unit : {"C1", "C2", "C3", "C4"}) out[name][unit] = tally;
        return out;
    }
    static Object paper_count(std::int64_t ballot, int good_for_c1, int fair_for_c1) {
        List rows;
        for (const char* const unit : {"C1", "C2", "C3", "C4"}) {
            const bool is_first = std::string(unit) == "C1";
            rows.emplace_back(Object{{"group", "全体"},
                                     {"unit", unit},
                                     {"good", is_first ? good_for_c1 : 12},
                                     {"fair", is_first ? fair_for_c1 : 5},
                                     {"ordinary", 2},
                                     {"poor", 1},
                                     {"abstained", 1},
                                     {"invalid", 0}});
        }
        return {{"year", 2021}, {"ballot", ballot}, {"counts", std::move(rows)}};
    }

    World world;
};

// ---- Opening

TEST_F(ReviewActs, ABallotFreezesWhatItIsCountedBy) {
    const auto id = opened(online());
    const cycle::Ballot& made = reviews().ballots.at({id});
    EXPECT_EQ(made.units, (std::vector<cycle::UnitId>{"C1", "C2", "C3", "C4"}));
    EXPECT_EQ(made.coefficients[0], Decimal::whole(100));
    EXPECT_EQ(made.coefficients[3], Decimal::whole(40));
    EXPECT_EQ(made.groups[0].codes.size(), 3u);
    EXPECT_FALSE(made.is_on_paper());
    const Fields body(world.events.back().what.body);
    EXPECT_EQ(body.text("fair"), "80") << "the usual coefficients are on record too";
}

TEST_F(ReviewActs, OnlyTheLeadOfTheDomainOpensABallot) {
    Object departments{
        {"year", 2021}, {"domain", "departments"}, {"groups", List{group("全体", "100", 25)}}};
    EXPECT_EQ(refused(World::lead(), "open_ballot", departments), Codes{Code::act_not_permitted});
    EXPECT_EQ(refused(World::office(), "open_ballot", on_paper()), Codes{Code::act_not_permitted});
    world.must(World::of(Capacity::lead, "机关工委"), "open_ballot", departments);
}

TEST_F(ReviewActs, WhereTheLeadIsAUnitOfTheDomainTheOfficeStandsIn) {
    world.state.units_and_people.bodies.find("组织部")->second.unit = "C1";
    EXPECT_EQ(refused(World::lead(), "open_ballot", on_paper()), Codes{Code::recusal});
    const auto id = world.must(World::office(1), "open_ballot", on_paper());
    EXPECT_EQ(refused(World::lead(), "enter_paper_count", paper_count(id, 12, 5)),
              Codes{Code::recusal});
    world.must(World::office(1), "enter_paper_count", paper_count(id, 12, 5));
    world.must(World::office(2), "enter_paper_count", paper_count(id, 12, 5));
    EXPECT_EQ(score("C1"), "88.00");
}

TEST_F(ReviewActs, WeightsSumToAHundred) {
    EXPECT_EQ(refused_ballot({group("甲", "60", 9), group("乙", "39.99", 9)}),
              Codes{Code::weights_sum_differs});
    EXPECT_EQ(refused_ballot({group("甲", "60", 9), group("乙", "60", 9)}),
              Codes{Code::weights_sum_differs});
    EXPECT_EQ(refused_ballot({group("甲", "99.995", 9), group("乙", "0.005", 9)}),
              (Codes{Code::value_out_of_range, Code::value_out_of_range}));
    EXPECT_EQ(refused_ballot({group("甲", "0", 9), group("乙", "100", 9)}),
              Codes{Code::value_out_of_range});
    opened(ballot({group("甲", "60.01", 9), group("乙", "39.99", 9)}));
}

TEST_F(ReviewActs, GroupsAreFewNamedOnceAndOfPeople) {
    EXPECT_EQ(refused_ballot({group("甲", "50", 9), group("甲", "50", 9)}),
              Codes{Code::record_exists});
    EXPECT_EQ(refused_ballot({group("甲", "100", 0)}), Codes{Code::value_out_of_range});
    List seven;
    for (const char* const name : {"一", "二", "三", "四", "五", "六", "七"})
        seven.emplace_back(group(name, "10", 9));
    EXPECT_EQ(refused_ballot(std::move(seven)), Codes{Code::value_out_of_range});
}

TEST_F(ReviewActs, FewerThanFiveVotersCannotVoteInSecret) {
    EXPECT_EQ(refused_ballot({group("甲", "50", 2), group("乙", "50", 2)}),
              Codes{Code::ballot_too_small});
    opened(ballot({group("甲", "50", 2), group("乙", "50", 3)}));
}

TEST_F(ReviewActs, EachVoterHasACodeOfHisOwnOrAllVoteOnPaper) {
    const Codes unfit{Code::ballot_codes_unfit};
    EXPECT_EQ(refused_ballot({with_codes(group("甲", "100", 9), codes(8, 'a'))}), unfit);
    EXPECT_EQ(refused_ballot({with_codes(group("甲", "50", 9), codes(9, 'a')),
                              with_codes(group("乙", "50", 9), codes(9, 'a'))}),
              unfit)
        << "the same codes";
    EXPECT_EQ(
        refused_ballot({with_codes(group("甲", "50", 9), codes(9, 'a')), group("乙", "50", 9)}),
        unfit)
        << "one group on paper, one not";
}

TEST_F(ReviewActs, CoefficientsGoDownFromFullMarks) {
    const auto refused_with = [&](const char* field, const char* value) {
        return refused(World::lead(), "open_ballot", ballot_with(field, value));
    };
    EXPECT_EQ(refused_with("good", "101"), Codes{Code::value_out_of_range});
    EXPECT_EQ(refused_with("poor", "61"), Codes{Code::value_out_of_range});
    EXPECT_EQ(refused_with("poor", "-1"), Codes{Code::value_out_of_range});
    EXPECT_EQ(refused_with("fair", "80.005"), Codes{Code::value_out_of_range});
    EXPECT_EQ(refused(World::lead(), "open_ballot", ballot_with("good_max", -1)),
              Codes{Code::value_out_of_range});
    const auto id = opened(ballot_with("poor", "0"));
    EXPECT_EQ(reviews().ballots.at({id}).coefficients[3], Decimal{});
}

TEST_F(ReviewActs, ADomainHasOneOpenBallotAboutUnitsWithoutAScore) {
    Object moon{{"year", 2021}, {"domain", "moon"}, {"groups", List{group("全体", "100", 9)}}};
    EXPECT_EQ(refused(World::lead(), "open_ballot", moon), Codes{Code::record_unknown});
    const auto id = opened(on_paper());
    EXPECT_EQ(refused(World::lead(), "open_ballot", on_paper()), Codes{Code::record_exists});
    world.must(World::lead(1), "enter_paper_count", paper_count(id, 12, 5));
    world.must(World::lead(2), "enter_paper_count", paper_count(id, 12, 5));
    EXPECT_EQ(refused(World::lead(), "open_ballot", on_paper()), Codes{Code::record_unknown})
        << "all have their scores";
    world.must(World::office(), "enrol_unit",
               {{"unit", "C5"}, {"name", "五县"}, {"domain", "counties"}});
    const auto next = opened(on_paper());
    EXPECT_EQ(reviews().ballots.at({next}).units, (std::vector<cycle::UnitId>{"C5"}));
}

TEST_F(ReviewActs, ACancelledBallotGivesWay) {
    const auto id = opened(on_paper());
    const Object cancelled{{"year", 2021}, {"ballot", id}, {"reason", "权重有误"}};
    EXPECT_EQ(refused(World::publicity(), "cancel_ballot", cancelled),
              Codes{Code::act_not_permitted});
    world.must(World::lead(), "cancel_ballot", cancelled);
    EXPECT_EQ(reviews().ballots.at({id}).reason, "权重有误");
    EXPECT_EQ(refused(World::lead(), "cancel_ballot", cancelled), Codes{Code::record_stage_unfit});
    EXPECT_EQ(refused(World::lead(), "enter_paper_count", paper_count(id, 12, 5)),
              Codes{Code::record_stage_unfit});
    opened(on_paper());
}

// ---- Closing an online ballot

TEST_F(ReviewActs, WhatLayInTheBoxBecomesTheScores) {
    const auto id = opened(online());
    EXPECT_EQ(refused(World::lead(), "close_ballot", about(id)), Codes{Code::ballot_uncounted})
        << "all else is right: the program may close the box";
    world.counted = tallies({{"领导", {{3, 0, 0, 0}, 0, 0}}, {"干部", {{12, 5, 2, 1}, 1, 0}}});
    world.must(World::lead(), "close_ballot", about(id));
    EXPECT_EQ(score("C1"), "90.40") << "20 % of 100 and 80 % of 88";
    EXPECT_EQ(reviews().given_by.at("C1"), static_cast<std::int64_t>(world.events.back().seq));
    EXPECT_EQ(refused(World::lead(), "close_ballot", about(id)), Codes{Code::record_stage_unfit});
}

TEST_F(ReviewActs, TheBoxIsClosedOnlyForWhoMayCloseIt) {
    const auto id = opened(online());
    EXPECT_EQ(refused(World::publicity(), "close_ballot", about(id)),
              Codes{Code::act_not_permitted});
    world.must(world.security_admin, "appoint",
               {{"person", "组织部-1"}, {"role", "unit"}, {"for", "C3"}});
    EXPECT_EQ(refused(World::lead(1), "close_ballot", about(id)), Codes{Code::recusal});
    EXPECT_EQ(refused(World::lead(2), "close_ballot", about(id + 1)), Codes{Code::record_unknown});
    Object forged = about(id);
    forged.add("tallies", List{});
    EXPECT_EQ(refused(World::lead(2), "close_ballot", forged), Codes{Code::field_unknown})
        << "nobody hands in a count of the box";
}

TEST_F(ReviewActs, NoVoteOfASmallGroupStandsInTheLedger) {
    const auto id = opened(online());
    world.counted = tallies({{"领导", {{3, 0, 0, 0}, 0, 0}}, {"干部", {{12, 5, 2, 1}, 1, 0}}});
    world.must(World::lead(), "close_ballot", about(id));
    const Fields body(world.events.back().what.body);
    EXPECT_TRUE(body.rows("tallies").empty()) << "three leaders alone would show";
    ASSERT_EQ(body.rows("merged").size(), 4u);
    EXPECT_EQ(body.rows("merged")[0].whole("valid"), 23);
    EXPECT_EQ(body.rows("scores")[0].text("score"), "90.4");
    EXPECT_EQ(body.rows("scores")[0].text("weight"), "100");
}

TEST_F(ReviewActs, LargeGroupsStandInTheLedger) {
    const auto id = opened(ballot({with_codes(group("甲", "50", 9), codes(9, 'a')),
                                   with_codes(group("乙", "50", 9), codes(9, 'b'))}));
    world.counted = tallies({{"甲", {{9, 0, 0, 0}, 0, 0}}, {"乙", {{0, 0, 0, 6}, 2, 1}}});
    world.must(World::lead(), "close_ballot", about(id));
    const Fields body(world.events.back().what.body);
    ASSERT_EQ(body.rows("tallies").size(), 8u);
    EXPECT_EQ(reviews().ballots.at({id}).result->tallies, *world.counted);
    EXPECT_EQ(score("C2"), "70.00");
}

TEST_F(ReviewActs, ACountThatDoesNotFitTheBallotIsRefused) {
    const auto id = opened(online());
    world.counted = tallies({{"干部", {{12, 5, 2, 1}, 1, 0}}});
    EXPECT_EQ(refused(World::lead(), "close_ballot", about(id)), Codes{Code::count_unfit});
}

TEST_F(ReviewActs, AUnitWithoutAValidVoteGetsNoScore) {
    const auto id = opened(online());
    world.counted = tallies({{"领导", {{0, 0, 0, 0}, 3, 0}}, {"干部", {{}, 4, 1}}});
    world.must(World::lead(), "close_ballot", about(id));
    EXPECT_EQ(score("C1"), "none");
    EXPECT_EQ(reviews().ballots.at({id}).stage, cycle::BallotStage::closed);
}

TEST_F(ReviewActs, PaperAndBoxAreNotMixed) {
    const auto paper = opened(on_paper());
    world.counted = tallies({{"全体", {{12, 5, 2, 1}, 1, 0}}});
    EXPECT_EQ(refused(World::lead(), "close_ballot", about(paper)),
              Codes{Code::record_stage_unfit});
    world.must(World::lead(), "cancel_ballot",
               {{"year", 2021}, {"ballot", paper}, {"reason", "改为网上投票"}});
    const auto box = opened(online());
    EXPECT_EQ(refused(World::lead(), "enter_paper_count", paper_count(box, 12, 5)),
              Codes{Code::record_stage_unfit});
}

// ---- Paper

TEST_F(ReviewActs, TwoEqualCountsByTwoPeopleMakeTheScore) {
    const auto id = opened(on_paper());
    world.must(World::lead(1), "enter_paper_count", paper_count(id, 12, 5));
    EXPECT_EQ(score("C1"), "none");
    EXPECT_EQ(reviews().ballots.at({id}).stage, cycle::BallotStage::open);
    world.must(World::lead(1), "enter_paper_count", paper_count(id, 12, 5));
    EXPECT_EQ(score("C1"), "none") << "the same person twice is one count";
    world.must(World::lead(2), "enter_paper_count", paper_count(id, 12, 5));
    EXPECT_EQ(score("C1"), "88.00") << "DEB-6";
    EXPECT_EQ(refused(World::lead(2), "enter_paper_count", paper_count(id, 12, 5)),
              Codes{Code::record_stage_unfit});
}

TEST_F(ReviewActs, DifferentCountsAreRefusedAndTheDifferenceNamed) {
    const auto id = opened(on_paper());
    world.must(World::lead(1), "enter_paper_count", paper_count(id, 12, 5));
    const auto done = world.attempt(World::lead(2), "enter_paper_count", paper_count(id, 11, 6));
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().front().code, Code::count_differs);
    EXPECT_EQ(done.error().front().args,
              (std::vector<std::string>{"全体", "C1", "12/5/2/1/1/0", "11/6/2/1/1/0"}));
    world.must(World::lead(1), "enter_paper_count", paper_count(id, 11, 6));
    world.must(World::lead(2), "enter_paper_count", paper_count(id, 11, 6));
    EXPECT_EQ(score("C1"), "87.00");
}

TEST_F(ReviewActs, APaperCountFitsItsBallotAndNamesEachUnitOnce) {
    const auto id = opened(on_paper());
    EXPECT_EQ(refused(World::lead(), "enter_paper_count", paper_count(id, 12, 50)),
              Codes{Code::count_unfit});
    Object twice = paper_count(id, 12, 5);
    List rows = *twice.find("counts")->list();
    rows.push_back(rows.front());
    EXPECT_EQ(refused(World::lead(), "enter_paper_count",
                      {{"year", 2021}, {"ballot", id}, {"counts", std::move(rows)}}),
              Codes{Code::count_unfit});
}

TEST_F(ReviewActs, SmallGroupsOnPaperShowTotalsOnlyAsWell) {
    const auto id = opened(ballot({group("领导", "40", 3), group("专家", "60", 3)}));
    List rows;
    for (const char* const unit : {"C1", "C2", "C3", "C4"})
        for (const char* const name : {"领导", "专家"})
            rows.emplace_back(Object{{"group", name},
                                     {"unit", unit},
                                     {"good", 3},
                                     {"fair", 0},
                                     {"ordinary", 0},
                                     {"poor", 0},
                                     {"abstained", 0},
                                     {"invalid", 0}});
    const Object count{{"year", 2021}, {"ballot", id}, {"counts", std::move(rows)}};
    world.must(World::lead(1), "enter_paper_count", count);
    const Fields body(world.events.back().what.body);
    EXPECT_FALSE(body.has("counts")) << "what was typed stays out of the ledger";
    EXPECT_TRUE(body.rows("tallies").empty());
    EXPECT_EQ(body.rows("merged").size(), 4u);
    world.must(World::lead(2), "enter_paper_count", count);
    EXPECT_EQ(score("C4"), "100.00");
}

// ---- Entered scores

struct EnteredScores : ReviewActs {
    static Object entry(const char* unit, const char* score, const char* reason = nullptr) {
        Object out{{"year", 2021},
                   {"unit", unit},
                   {"score", score},
                   {"evidence", List{std::string(64, 'c')}}};
        if (reason != nullptr) out.add("reason", reason);
        return out;
    }
    static Object confirmation(std::int64_t id) { return {{"year", 2021}, {"entry", id}}; }
    std::int64_t confirmed(const char* act, const Object& body) {
        const auto id = world.must(World::lead(1), act, body);
        world.must(World::lead(2), "confirm_review_score", confirmation(id));
        return id;
    }
};

TEST_F(EnteredScores, CountOnceASecondPersonHasConfirmed) {
    const auto id = world.must(World::lead(1), "enter_review_score", entry("C1", "91.25"));
    EXPECT_EQ(score("C1"), "none");
    EXPECT_EQ(refused(World::lead(1), "confirm_review_score", confirmation(id)),
              Codes{Code::second_person_needed});
    world.must(World::lead(2), "confirm_review_score", confirmation(id));
    EXPECT_EQ(score("C1"), "91.25");
    EXPECT_EQ(refused(World::lead(2), "confirm_review_score", confirmation(id)),
              Codes{Code::record_stage_unfit});
    EXPECT_EQ(refused(World::lead(2), "confirm_review_score", confirmation(id + 99)),
              Codes{Code::record_unknown});
}

TEST_F(EnteredScores, LieOnTheSchemesScaleAndRestOnADocument) {
    EXPECT_EQ(refused(World::lead(), "enter_review_score", entry("C1", "100.01")),
              Codes{Code::value_out_of_range});
    EXPECT_EQ(refused(World::lead(), "enter_review_score", entry("C1", "-0.01")),
              Codes{Code::value_out_of_range});
    EXPECT_EQ(refused(World::lead(), "enter_review_score",
                      {{"year", 2021}, {"unit", "C1"}, {"score", "90"}}),
              Codes{Code::field_missing});
    EXPECT_EQ(refused(World::lead(), "enter_review_score", entry("C9", "90")),
              Codes{Code::record_unknown});
}

TEST_F(EnteredScores, AreOfTheLeadsOwnDomain) {
    EXPECT_EQ(refused(World::lead(), "enter_review_score", entry("D2", "90")),
              Codes{Code::act_not_permitted});
    EXPECT_EQ(refused(World::office(), "enter_review_score", entry("C1", "90")),
              Codes{Code::act_not_permitted});
    world.state.units_and_people.bodies.find("机关工委")->second.unit = "D2";
    EXPECT_EQ(
        refused(World::of(Capacity::lead, "机关工委"), "enter_review_score", entry("D2", "90")),
        Codes{Code::recusal});
    const auto id = world.must(World::office(1), "enter_review_score", entry("D2", "90"));
    world.must(World::office(2), "confirm_review_score", confirmation(id));
    EXPECT_EQ(score("D2"), "90.00") << "the office stands in for a lead that is the unit";
}

TEST_F(EnteredScores, MistypedOnesAreReplacedBeforeTheyCount) {
    const auto wrong = world.must(World::lead(1), "enter_review_score", entry("C1", "9.1"));
    const auto right = world.must(World::lead(1), "enter_review_score", entry("C1", "91"));
    EXPECT_EQ(refused(World::lead(2), "confirm_review_score", confirmation(wrong)),
              Codes{Code::record_stage_unfit});
    world.must(World::lead(2), "confirm_review_score", confirmation(right));
    EXPECT_EQ(score("C1"), "91.00");
}

TEST_F(EnteredScores, AreCorrectedWithAReasonAndTheOldOneStandsMeanwhile) {
    EXPECT_EQ(refused(World::lead(), "correct_review_score", entry("C1", "92", "更正")),
              Codes{Code::record_unknown});
    confirmed("enter_review_score", entry("C1", "91"));
    EXPECT_EQ(refused(World::lead(), "enter_review_score", entry("C1", "92")),
              Codes{Code::record_exists});
    EXPECT_EQ(refused(World::lead(), "correct_review_score", entry("C1", "101", "更正")),
              Codes{Code::value_out_of_range});
    EXPECT_EQ(refused(World::lead(), "correct_review_score", entry("C1", "92")),
              Codes{Code::field_missing});
    const auto id =
        world.must(World::lead(1), "correct_review_score", entry("C1", "92", "漏计一张票"));
    EXPECT_EQ(score("C1"), "91.00");
    world.must(World::lead(2), "confirm_review_score", confirmation(id));
    EXPECT_EQ(score("C1"), "92.00");
    EXPECT_EQ(reviews().entries.at({id}).reason, "漏计一张票");
}

TEST_F(EnteredScores, AndBallotsDoNotCross) {
    const auto waiting = world.must(World::lead(1), "enter_review_score", entry("C1", "90"));
    const auto id = opened(on_paper());
    EXPECT_EQ(reviews().ballots.at({id}).units, (std::vector<cycle::UnitId>{"C2", "C3", "C4"}));
    EXPECT_EQ(refused(World::lead(), "enter_review_score", entry("C2", "90")),
              Codes{Code::record_exists});
    world.must(World::lead(2), "confirm_review_score", confirmation(waiting));
}

TEST_F(EnteredScores, ReplayingGivesTheLiveState) {
    World again;
    put_in_december(again);
    const auto paper = opened(ballot_with("all_same_is_invalid", true));
    world.must(World::lead(1), "enter_paper_count", paper_count(paper, 12, 5));
    world.must(World::lead(2), "enter_paper_count", paper_count(paper, 12, 5));
    confirmed("correct_review_score", entry("C1", "91", "更正"));
    world.must(World::lead(1), "correct_review_score", entry("C1", "9", "更正"));
    world.must(World::lead(1), "correct_review_score", entry("C1", "90", "更正"));
    world.must(World::office(), "enrol_unit",
               {{"unit", "C5"}, {"name", "五县"}, {"domain", "counties"}});
    const auto cancelled = opened(online());
    world.must(World::lead(), "cancel_ballot",
               {{"year", 2021}, {"ballot", cancelled}, {"reason", "改期"}});
    const auto box = opened(online());
    world.counted.emplace();
    (*world.counted)["领导"]["C5"] = {{3, 0, 0, 0}, 0, 0};
    (*world.counted)["干部"]["C5"] = {{12, 5, 2, 1}, 1, 0};
    world.must(World::lead(), "close_ballot", about(box));
    for (std::size_t i = again.events.size(); i < world.events.size(); ++i)
        replay(again.state, world.events[i]);
    EXPECT_TRUE(again.state == world.state);
}

}  // namespace
}  // namespace heng::act
