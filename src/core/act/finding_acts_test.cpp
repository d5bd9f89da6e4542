#include "core/act/test_world.hpp"
#include "core/cycle/standing.hpp"

#include <gtest/gtest.h>

namespace heng::act {
namespace {

using test::day;
using test::Object;
using test::World;
using Codes = std::vector<Code>;

struct FindingActs : testing::Test {
    FindingActs() {
        world.put_in_force();
        world.today = day("2021-03-10");
    }

    static Object fact(const char* unit, const char* branch, const char* value) {
        return {{"year", 2021},
                {"unit", unit},
                {"branch", branch},
                {"value", value},
                {"occurred_on", "2021-03-01"},
                {"note", "未按要求落实"}};
    }
    std::int64_t recorded() {
        return world.must(World::assessor(1), "record_finding", fact("C1", "1.2", "2"));
    }
    static Object about(std::int64_t finding) { return {{"year", 2021}, {"finding", finding}}; }
    Decimal indicator_of(const char* unit) {
        return cycle::sheet_of(world.year(), world.rulebook(), unit, "counties").score.indicator;
    }

    static Object figure(ledger::List measures, const char* value = "50") {
        return {{"year", 2021},
                {"branch", "2.2"},
                {"value", value},
                {"source", "省统计公报"},
                {"occurred_on", "2021-03-01"},
                {"measures", std::move(measures)}};
    }

    World world;
};

TEST_F(FindingActs, CountOnlyOnceASecondPersonHasConfirmed) {
    const auto finding = recorded();
    EXPECT_EQ(indicator_of("C1"), Decimal::whole(100));
    EXPECT_EQ(world.refusal(World::assessor(1), "confirm_finding", about(finding)),
              Codes{Code::second_person_needed});
    world.must(World::assessor(2), "confirm_finding", about(finding));
    EXPECT_EQ(indicator_of("C1"), Decimal::whole(98));
}

TEST_F(FindingActs, AreRecordedOnlyByTheAssessorOfTheClause) {
    EXPECT_EQ(world.refusal(World::publicity(), "record_finding", fact("C1", "1.2", "2")),
              Codes{Code::act_not_permitted});
}

TEST_F(FindingActs, NobodyRecordsAboutHisOwnUnit) {
    EXPECT_EQ(world.refusal(World::assessor(), "record_finding", fact("D1", "D1.1", "1")),
              Codes{Code::recusal});
    world.must(World::publicity(), "record_finding", fact("D1", "D1.1", "1"));
}

TEST_F(FindingActs, SayOnlyWhatTheirClauseCanTake) {
    EXPECT_EQ(world.refusal(World::assessor(), "record_finding", fact("C1", "9.9", "1")),
              Codes{Code::branch_unknown});
    EXPECT_EQ(world.refusal(World::assessor(), "record_finding", fact("C1", "D1.1", "1")),
              Codes{Code::branch_not_in_domain});
    EXPECT_EQ(world.refusal(World::assessor(), "record_finding", fact("C1", "1.2", "-1")),
              Codes{Code::value_out_of_range});
}

TEST_F(FindingActs, CorrectedOnesAreConfirmedAnew) {
    const auto finding = recorded();
    world.must(World::assessor(2), "confirm_finding", about(finding));
    Object correction{{"year", 2021},          {"finding", finding}, {"reason", "件数有误"},
                      {"branch", "1.2"},       {"value", "3"},       {"occurred_on", "2021-03-01"},
                      {"note", "未按要求落实"}};
    world.must(World::assessor(2), "correct_finding", correction);
    EXPECT_EQ(indicator_of("C1"), Decimal::whole(100));
    EXPECT_EQ(world.refusal(World::assessor(2), "confirm_finding", about(finding)),
              Codes{Code::second_person_needed});
    world.must(World::assessor(1), "confirm_finding", about(finding));
    EXPECT_EQ(indicator_of("C1"), Decimal::whole(97));
}

TEST_F(FindingActs, AreNotCorrectedToAClauseThatNamesOthers) {
    const Object correction{
        {"year", 2021},          {"finding", recorded()}, {"reason", "细则适用有误"},
        {"branch", "2.1"},       {"value", "1"},          {"occurred_on", "2021-03-01"},
        {"note", "未按要求落实"}};
    EXPECT_EQ(world.refusal(World::assessor(1), "correct_finding", correction),
              Codes{Code::act_not_permitted});
}

TEST_F(FindingActs, AnUpheldObjectionWithdrawsThem) {
    const auto finding = recorded();
    world.must(World::assessor(2), "confirm_finding", about(finding));
    world.must(World::unit("C1"), "object_to_finding",
               {{"year", 2021}, {"finding", finding}, {"text", "其中一起不属实"}});
    const Object answer{
        {"year", 2021}, {"finding", finding}, {"answer", "upheld"}, {"reason", "属实"}};
    EXPECT_EQ(world.refusal(World::assessor(1), "answer_objection", answer),
              Codes{Code::second_person_needed});
    world.must(World::assessor(2), "answer_objection", answer);
    EXPECT_EQ(indicator_of("C1"), Decimal::whole(100));
}

TEST_F(FindingActs, ObjectionsHaveAWindow) {
    const auto finding = recorded();
    world.must(World::assessor(2), "confirm_finding", about(finding));
    const Object objection{{"year", 2021}, {"finding", finding}, {"text", "不属实"}};
    EXPECT_EQ(world.refusal(World::unit("C2"), "object_to_finding", objection),
              Codes{Code::act_not_permitted});
    world.today = day("2021-03-17");
    EXPECT_EQ(world.refusal(World::unit("C1"), "object_to_finding", objection),
              Codes{Code::window_closed});
    world.today = day("2021-03-16");
    world.must(World::unit("C1"), "object_to_finding", objection);
}

TEST_F(FindingActs, AReferenceFigureTurnsIntoFindingsOfThoseWhoMissIt) {
    const ledger::List measures{Object{{"unit", "C1"}, {"measured", "47.5"}},
                                Object{{"unit", "C2"}, {"measured", "52"}}};
    const auto supplied = world.must(World::publicity(1), "supply_reference", figure(measures));
    const auto& of_unit = world.year().findings.of_unit;
    EXPECT_FALSE(of_unit.contains("C2"));
    ASSERT_EQ(of_unit.at("C1").size(), 1u);
    world.must(World::publicity(2), "confirm_finding", about(supplied + 1));
    EXPECT_EQ(indicator_of("C1"), Decimal::whole(99));
}

TEST_F(FindingActs, AReferenceFigureMakesNobodyJudgeHisOwnUnit) {
    const ledger::List measures{Object{{"unit", "C1"}, {"measured", "47.5"}}};
    world.must(world.security_admin, "appoint",
               {{"person", "宣传部-1"}, {"role", "unit"}, {"for", "C1"}});
    EXPECT_EQ(world.refusal(World::publicity(1), "supply_reference", figure(measures)),
              Codes{Code::recusal});
}

TEST_F(FindingActs, AReferenceFigureMeasuresAUnitOnce) {
    const ledger::List measures{Object{{"unit", "C1"}, {"measured", "47.5"}},
                                Object{{"unit", "C1"}, {"measured", "47"}}};
    EXPECT_EQ(world.refusal(World::publicity(1), "supply_reference", figure(measures)),
              Codes{Code::record_exists});
}

TEST_F(FindingActs, AReferenceFigureSuppliedAgainMakesNoSecondFinding) {
    const ledger::List measures{Object{{"unit", "C1"}, {"measured", "47.5"}}};
    const auto supplied = world.must(World::publicity(1), "supply_reference", figure(measures));
    EXPECT_EQ(world.refusal(World::publicity(1), "supply_reference", figure(measures)),
              Codes{Code::record_exists});
    Object withdrawal = about(supplied + 1);
    withdrawal.add("reason", "数据有误");
    world.must(World::publicity(1), "withdraw_finding", withdrawal);
    EXPECT_EQ(world.refusal(World::publicity(1), "supply_reference", figure(measures)), Codes{});
}

TEST_F(FindingActs, WhereTheSchemeHoldsTheFigureAFindingSaysWhatWasMeasured) {
    scheme::Scheme scheme = test::small_scheme();
    scheme.references = {{"2.2", Decimal::whole(50), "省统计公报", {}}};
    world.rulebooks.begin()->second = std::make_shared<const cycle::Rulebook>(scheme);
    const ledger::List measures{Object{{"unit", "C1"}, {"measured", "48"}},
                                Object{{"unit", "C2"}, {"measured", "51"}}};
    const auto supplied = world.must(World::publicity(1), "supply_reference", figure(measures));
    world.must(World::publicity(2), "confirm_finding", about(supplied + 1));
    EXPECT_EQ(indicator_of("C1"), Decimal::whole(99)) << "two points below, half a point each";
    Object other = figure(ledger::List{Object{{"unit", "C3"}, {"measured", "48"}}}, "52");
    EXPECT_EQ(world.refusal(World::publicity(1), "supply_reference", other),
              Codes{Code::record_exists})
        << "not the scheme's figure";
}

/// CALC-14: 组织部 is itself D1; where it alone is named, the lead of the domain stands in for it.
TEST_F(FindingActs, TheLeadRecordsWhereTheOnlyAssessorIsItselfTheUnit) {
    scheme::Scheme scheme = test::small_scheme();
    scheme.tables[1].categories[0].tasks[0].assessors = {"组织部"};
    world.rulebooks.begin()->second = std::make_shared<const cycle::Rulebook>(scheme);
    const Actor lead = World::of(Capacity::lead, "机关工委", 1);
    const Actor second = World::of(Capacity::lead, "机关工委", 2);
    EXPECT_EQ(world.refusal(lead, "record_finding", fact("D2", "D1.1", "1")),
              Codes{Code::act_not_permitted})
        << "for D2 it is 组织部";
    EXPECT_EQ(world.refusal(World::office(), "record_finding", fact("D1", "D1.1", "1")),
              Codes{Code::act_not_permitted});
    const auto finding = world.must(lead, "record_finding", fact("D1", "D1.1", "1"));
    EXPECT_EQ(world.refusal(lead, "confirm_finding", about(finding)),
              Codes{Code::second_person_needed});
    world.must(second, "confirm_finding", about(finding));
}

TEST_F(FindingActs, OnlyWhoTakesPartLosesPoints) {
    world.must(World::office(), "exempt_unit",
               {{"year", 2021}, {"unit", "C1"}, {"reason", "新设立"}});
    EXPECT_EQ(world.refusal(World::assessor(1), "record_finding", fact("C1", "1.2", "2")),
              Codes{Code::record_stage_unfit});
}

TEST_F(FindingActs, PossibleDuplicatesAreShown) {
    const auto first = recorded();
    const auto& findings = world.year().findings;
    cycle::Fact other = findings.find({first})->fact;
    other.branch = "1.1";
    EXPECT_EQ(findings.possible_duplicates("C1", other).size(), 1u);
    other.note = "班子成员未建立联系点";
    EXPECT_TRUE(findings.possible_duplicates("C1", other).empty());
    EXPECT_TRUE(findings.possible_duplicates("C2", findings.find({first})->fact).empty());
}

TEST_F(FindingActs, ReplayingGivesTheLiveState) {
    World again;
    again.put_in_force();
    const auto finding = recorded();
    world.must(World::assessor(2), "confirm_finding", about(finding));
    for (std::size_t i = again.events.size(); i < world.events.size(); ++i)
        replay(again.state, world.events[i]);
    EXPECT_TRUE(again.state == world.state);
}

}  // namespace
}  // namespace heng::act
