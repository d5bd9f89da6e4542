#include "core/act/test_world.hpp"
#include "core/cycle/standing.hpp"

#include <gtest/gtest.h>

namespace heng::act {
namespace {

using scheme::Grade;
using test::day;
using test::Object;
using test::World;
using Codes = std::vector<Code>;

struct CircumstanceActs : testing::Test {
    CircumstanceActs() { put_in_autumn(world); }

    static void put_in_autumn(World& one) {
        one.put_in_force();
        one.today = day("2021-10-11");
    }
    static Object fact(const char* kind, std::initializer_list<ledger::Member> parts = {}) {
        Object out{{"year", 2021},     {"unit", "C1"},
                   {"kind", kind},     {"occurred_on", "2021-09-30"},
                   {"note", "见通报"}, {"evidence", ledger::List{std::string(64, 'a')}}};
        for (const auto& part : parts) out.add(part.key, part.value);
        return out;
    }
    static Object criticism(const char* level) {
        return fact("criticism", {{"level", level}, {"source_document", "某办通〔2021〕3号"}});
    }
    static Object about(std::int64_t id) { return {{"year", 2021}, {"circumstance", id}}; }
    static Object taken_back(std::int64_t id) {
        return {{"year", 2021}, {"circumstance", id}, {"reason", "查无实据"}};
    }
    std::int64_t confirmed(const Object& body) {
        const auto id = world.must(World::office(1), "record_circumstance", body);
        world.must(World::office(2), "confirm_circumstance", about(id));
        return id;
    }
    cycle::Bearing bearing(const char* unit = "C1") const {
        return world.year().circumstances.bearing_of(world.rulebook().scheme(), unit);
    }

    World world;
};

TEST_F(CircumstanceActs, BearOnceASecondPersonHasConfirmed) {
    const auto id = world.must(World::office(1), "record_circumstance", criticism("state_council"));
    EXPECT_EQ(bearing(), cycle::Bearing{});
    EXPECT_EQ(world.refusal(World::office(1), "confirm_circumstance", about(id)),
              Codes{Code::second_person_needed});
    world.must(World::office(2), "confirm_circumstance", about(id));
    EXPECT_EQ(bearing().best, Grade::ordinary);
    EXPECT_EQ(bearing("C2"), cycle::Bearing{}) << "of its unit alone";
    EXPECT_EQ(world.refusal(World::office(2), "confirm_circumstance", about(id)),
              Codes{Code::record_stage_unfit});
}

TEST_F(CircumstanceActs, ReachTheGrading) {
    const auto grade_of_c1 = [&] {
        return cycle::standing_of(world.state, world.year(), world.rulebook(), "counties",
                                  world.today)
            .units.front()
            .proposed.grade;
    };
    for (const char* const other : {"C2", "C3", "C4"}) world.confirmed_finding(other, "1.2", "1");
    EXPECT_EQ(grade_of_c1(), Grade::good);
    confirmed(criticism("provincial_committee"));
    EXPECT_EQ(grade_of_c1(), Grade::ordinary);
}

TEST_F(CircumstanceActs, OnlyTheFourNamedLevelsOfCriticismCount) {
    for (const char* const level :
         {"central_committee", "state_council", "provincial_committee", "provincial_government"}) {
        const auto id = confirmed(criticism(level));
        EXPECT_EQ(bearing().best, Grade::ordinary) << level;
        world.must(World::office(), "withdraw_circumstance", taken_back(id));
        EXPECT_EQ(bearing().best, Grade::good) << level;
    }
    confirmed(criticism("city"));
    EXPECT_EQ(bearing().best, Grade::good) << "A16.5 names the Centre and the province";
}

TEST_F(CircumstanceActs, ASurveyBarsFromOrdinaryDown) {
    for (const char* const result : {"good", "fair"}) {
        confirmed(fact("survey", {{"result", result}}));
        EXPECT_EQ(bearing().best, Grade::good) << result;
    }
    const auto id = confirmed(fact("survey", {{"result", "ordinary"}}));
    EXPECT_EQ(bearing().best, Grade::ordinary);
    world.must(World::office(), "withdraw_circumstance", taken_back(id));
    confirmed(fact("survey", {{"result", "poor"}}));
    EXPECT_EQ(bearing().best, Grade::ordinary);
}

TEST_F(CircumstanceActs, FraudLowersOnceHoweverOften) {
    confirmed(fact("fraud"));
    confirmed(fact("fraud"));
    EXPECT_EQ(bearing().lowered_by, 1);
    EXPECT_EQ(bearing().best, Grade::good) << "no bar";
}

TEST_F(CircumstanceActs, AMajorProblemCountsWithSeriousEffect) {
    confirmed(fact("major_problem", {{"serious_effect", false}}));
    EXPECT_FALSE(bearing().serious);
    confirmed(fact("major_problem", {{"serious_effect", true}}));
    EXPECT_TRUE(bearing().serious);
}

TEST_F(CircumstanceActs, NoProgressIsAJudgementOnRecord) {
    confirmed(fact("no_progress"));
    EXPECT_TRUE(bearing().no_progress);
    EXPECT_EQ(bearing().best, Grade::good);
}

TEST_F(CircumstanceActs, ABarThatTheSchemeLacksDoesNotBar) {
    confirmed(criticism("state_council"));
    scheme::Scheme without = test::small_scheme();
    without.bars.clear();
    EXPECT_EQ(world.year().circumstances.bearing_of(without, "C1").best, Grade::good);
}

TEST_F(CircumstanceActs, SayWhatTheirKindNeedsAndNoMore) {
    const auto refused = [&](const Object& body) {
        return world.refusal(World::office(), "record_circumstance", body);
    };
    EXPECT_EQ(refused(fact("criticism")), (Codes{Code::field_missing, Code::field_missing}));
    EXPECT_EQ(refused(fact("survey")), Codes{Code::field_missing});
    EXPECT_EQ(refused(fact("major_problem")), Codes{Code::field_missing});
    EXPECT_EQ(refused(fact("fraud", {{"result", "poor"}})), Codes{Code::field_unknown});
    EXPECT_EQ(refused(fact("gossip")), Codes{Code::field_choice_unknown});
}

TEST_F(CircumstanceActs, RestOnEvidence) {
    Object body{{"year", 2021},     {"unit", "C1"},
                {"kind", "fraud"},  {"occurred_on", "2021-09-30"},
                {"note", "见通报"}, {"evidence", ledger::List{}}};
    EXPECT_EQ(world.refusal(World::office(), "record_circumstance", body),
              Codes{Code::field_malformed});
}

TEST_F(CircumstanceActs, AreOfAKnownUnitAndThePast) {
    const auto with = [](const char* unit, const char* date) {
        return Object{{"year", 2021},     {"unit", unit},
                      {"kind", "fraud"},  {"occurred_on", date},
                      {"note", "见通报"}, {"evidence", ledger::List{std::string(64, 'a')}}};
    };
    EXPECT_EQ(world.refusal(World::office(), "record_circumstance", with("C9", "2021-09-30")),
              Codes{Code::record_unknown});
    EXPECT_EQ(world.refusal(World::office(), "record_circumstance", with("C1", "2021-10-12")),
              Codes{Code::too_early});
}

TEST_F(CircumstanceActs, AreRecordedByTheOfficeAndNobodyOfTheUnit) {
    EXPECT_EQ(world.refusal(World::assessor(), "record_circumstance", fact("fraud")),
              Codes{Code::act_not_permitted});
    world.must(world.security_admin, "appoint",
               {{"person", "考核办-1"}, {"role", "unit"}, {"for", "C1"}});
    EXPECT_EQ(world.refusal(World::office(1), "record_circumstance", fact("fraud")),
              Codes{Code::recusal});
    const auto id = world.must(World::office(2), "record_circumstance", fact("fraud"));
    EXPECT_EQ(world.refusal(World::office(1), "confirm_circumstance", about(id)),
              Codes{Code::recusal});
    EXPECT_EQ(world.refusal(World::office(1), "withdraw_circumstance", taken_back(id)),
              Codes{Code::recusal});
}

TEST_F(CircumstanceActs, WithdrawnOnesStayOnRecord) {
    const auto id = confirmed(fact("fraud"));
    world.must(World::office(), "withdraw_circumstance", taken_back(id));
    EXPECT_EQ(world.year().circumstances.find({id})->reason, "查无实据");
    EXPECT_EQ(world.refusal(World::office(), "withdraw_circumstance", taken_back(id)),
              Codes{Code::record_stage_unfit});
    EXPECT_EQ(world.refusal(World::office(), "withdraw_circumstance", taken_back(id + 99)),
              Codes{Code::record_unknown});
}

TEST_F(CircumstanceActs, ReplayingGivesTheLiveState) {
    World again;
    put_in_autumn(again);
    confirmed(criticism("state_council"));
    confirmed(fact("survey", {{"result", "poor"}}));
    const auto id = confirmed(fact("major_problem", {{"serious_effect", true}}));
    world.must(World::office(), "withdraw_circumstance", taken_back(id));
    for (std::size_t i = again.events.size(); i < world.events.size(); ++i)
        replay(again.state, world.events[i]);
    EXPECT_TRUE(again.state == world.state);
}

}  // namespace
}  // namespace heng::act
