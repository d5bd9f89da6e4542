#include "core/act/grading_world.hpp"

#include <gtest/gtest.h>

namespace heng::act {
namespace {

using scheme::Grade;
using test::day;
using test::GradingWorld;
using test::Object;
using test::World;
using Codes = std::vector<Code>;

struct MisconductActs : testing::Test {
    static Object fact(const char* accused, const char* who, const char* conduct) {
        return GradingWorld::with({{"accused", accused},
                                   {"who", who},
                                   {"conduct", conduct},
                                   {"occurred_on", "2021-11-01"},
                                   {"text", "经查"},
                                   {"evidence", test::proof}});
    }
    Codes record(Object body) {
        return world.refusal(World::office(), "record_misconduct", std::move(body));
    }
    std::int64_t recorded(const char* accused, const char* who, const char* conduct) {
        return world.must(World::office(), "record_misconduct", fact(accused, who, conduct));
    }
    Codes refer(std::int64_t no, ledger::List to = {"市纪委市监委", "市委组织部"}) {
        return world.refusal(
            World::office(), "refer_misconduct",
            GradingWorld::with({{"misconduct", no}, {"to", to}, {"opinion", "建议追责问责"}}));
    }
    static Object sanction(std::int64_t no, const char* word) {
        return GradingWorld::with({{"misconduct", no},
                                   {"sanction", word},
                                   {"authority", "市纪委市监委"},
                                   {"reason", "情况属实"}});
    }
    Codes decide(Object body, const Actor& actor = World::commission()) {
        return world.refusal(actor, "decide_misconduct", std::move(body));
    }
    const cycle::Misconduct& misconduct(std::int64_t no) const {
        return world.year().aftermath.misconduct.at({no});
    }

    GradingWorld world;
};

TEST_F(MisconductActs, IsOfAKindThatItsArticleNames) {
    EXPECT_EQ(record(fact("unit", "C1", "neglect")), Codes{Code::field_choice_unknown});
    EXPECT_EQ(record(fact("assessor", "宣传部", "lobbying")), Codes{Code::field_choice_unknown});
    EXPECT_EQ(record(fact("staff", "宣传部-1", "fabrication")), Codes{Code::field_choice_unknown});
    EXPECT_EQ(record(fact("unit", "C1", "fabrication")), Codes{});
    EXPECT_EQ(record(fact("assessor", "宣传部", "neglect")), Codes{});
    EXPECT_EQ(record(fact("staff", "宣传部-1", "favouritism")), Codes{});
}

TEST_F(MisconductActs, IsOfSomeoneOnTheRegister) {
    EXPECT_EQ(record(fact("unit", "C9", "other")), Codes{Code::record_unknown});
    EXPECT_EQ(record(fact("assessor", "C1", "neglect")), Codes{Code::record_unknown});
    EXPECT_EQ(record(fact("staff", "nobody", "harm")), Codes{Code::record_unknown});
}

TEST_F(MisconductActs, HasEvidenceAndHasHappened) {
    Object body = fact("unit", "C1", "fabrication");
    const auto replaced = [&](const char* key, ledger::Value value) {
        Object out;
        for (const ledger::Member& one : body.members())
            out.add(one.key, one.key == key ? value : one.value);
        return out;
    };
    EXPECT_EQ(record(replaced("evidence", ledger::List{})), Codes{Code::field_malformed});
    EXPECT_EQ(record(replaced("occurred_on", "2022-02-01")), Codes{Code::too_early});
}

TEST_F(MisconductActs, NobodyRecordsAboutHisOwnUnit) {
    world.must(world.security_admin, "appoint",
               {{"person", "考核办-1"}, {"role", "unit"}, {"for", "D1"}});
    EXPECT_EQ(record(fact("unit", "D1", "fabrication")), Codes{Code::recusal});
    EXPECT_EQ(record(fact("assessor", "组织部", "neglect")), Codes{Code::recusal})
        << "the body is itself this unit";
}

TEST_F(MisconductActs, AreReferredOnceToSomeone) {
    const auto no = recorded("assessor", "宣传部", "neglect");
    EXPECT_EQ(refer(no, {}), Codes{Code::field_missing});
    EXPECT_EQ(refer(no + 1), Codes{Code::record_unknown});
    ASSERT_EQ(refer(no), Codes{});
    EXPECT_EQ(world.year().documents.all.back().kind, cycle::DocumentKind::transfer);
    EXPECT_EQ(misconduct(no).referred_to.size(), 2u);
    EXPECT_EQ(refer(no), Codes{Code::record_stage_unfit});
}

TEST_F(MisconductActs, OfABodyAreDecidedOnlyOnceReferred) {
    const auto no = recorded("assessor", "宣传部", "neglect");
    EXPECT_EQ(decide(sanction(no, "admonition")), Codes{Code::record_stage_unfit});
    ASSERT_EQ(refer(no), Codes{});
    ASSERT_EQ(decide(sanction(no, "admonition")), Codes{});
    EXPECT_EQ(misconduct(no).sanction, cycle::Sanction::admonition);
    EXPECT_EQ(decide(sanction(no, "admonition")), Codes{Code::record_stage_unfit});
    EXPECT_EQ(refer(no), Codes{Code::record_stage_unfit});
}

TEST_F(MisconductActs, AreNotDecidedByWhoRecordedThemOrIsAccused) {
    const auto appoint = [&](const char* person) {
        world.must(world.security_admin, "appoint",
                   {{"person", person}, {"role", "commission"}, {"for", "考核委"}});
        return Actor{person, Capacity::commission, "考核委"};
    };
    const auto staff = recorded("staff", "宣传部-1", "dereliction");
    EXPECT_EQ(decide(sanction(staff, "circular"), appoint("考核办-1")),
              Codes{Code::second_person_needed});
    EXPECT_EQ(decide(sanction(staff, "circular"), appoint("宣传部-1")),
              Codes{Code::second_person_needed});
    const auto body = recorded("assessor", "宣传部", "formalism");
    ASSERT_EQ(refer(body), Codes{});
    EXPECT_EQ(decide(sanction(body, "circular"), appoint("宣传部-2")),
              Codes{Code::second_person_needed});
    EXPECT_EQ(decide(sanction(body, "circular"), World::office()), Codes{Code::act_not_permitted});
    EXPECT_EQ(decide(sanction(body, "circular")), Codes{});
}

TEST_F(MisconductActs, OfAUnitLowerTheGradeThatIsProposed) {
    ASSERT_EQ(decide(sanction(recorded("unit", "C1", "lobbying"), "circular")), Codes{});
    world.deliberated();
    world.must(World::commission(), "deliberate", world.settle("C2", "fair", "A16.2"));
    world.must(World::commission(), "approve_grades", world.with({}));
    world.must(World::office(), "publish_results", world.with({}));
    EXPECT_EQ(world.row("C1").grade, Grade::fair);
    EXPECT_EQ(world.row("C1").reasons.front().cites, "A18.4");
    EXPECT_EQ(world.row("C1").rank, 1u);
}

TEST_F(MisconductActs, ThatProveUnfoundedLowerNothing) {
    ASSERT_EQ(decide(sanction(recorded("unit", "C1", "lobbying"), "unfounded")), Codes{});
    world.published();
    EXPECT_EQ(world.row("C1").grade, Grade::good);
    ASSERT_EQ(decide(sanction(recorded("unit", "C1", "other"), "unfounded")), Codes{});
    EXPECT_EQ(world.year().grading.versions.size(), 1u);
}

TEST_F(MisconductActs, FoundAfterPublicationMakeANextVersion) {
    world.published();
    ASSERT_EQ(decide(sanction(recorded("unit", "C2", "fabrication"), "disciplinary")), Codes{});
    ASSERT_EQ(world.year().grading.versions.size(), 2u);
    EXPECT_EQ(world.year().grading.versions.back().cause, cycle::VersionCause::misconduct);
    EXPECT_EQ(world.row("C2").grade, Grade::ordinary);
    EXPECT_EQ(world.row("C1").grade, Grade::good);
    EXPECT_TRUE(world.last().rows("moved").empty());
}

TEST_F(MisconductActs, LowerTheGradeOfAYearOnce) {
    world.published();
    ASSERT_EQ(decide(sanction(recorded("unit", "C2", "fabrication"), "circular")), Codes{});
    ASSERT_EQ(decide(sanction(recorded("unit", "C2", "lobbying"), "circular")), Codes{});
    EXPECT_EQ(world.year().grading.versions.size(), 2u);
    EXPECT_EQ(world.row("C2").grade, Grade::ordinary);
}

TEST_F(MisconductActs, WhatTheyOpenIsSettledWithThem) {
    world.published();
    Object body = sanction(recorded("unit", "C1", "fabrication"), "circular");
    EXPECT_EQ(decide(body), Codes{Code::question_open}) << "does C2 take the place left free?";
    body.add("settled",
             ledger::List{Object{
                 {"unit", "C2"}, {"grade", "good"}, {"reason", "递补"}, {"cites", "A16.2"}}});
    ASSERT_EQ(decide(body), Codes{});
    EXPECT_EQ(world.row("C1").grade, Grade::fair);
    EXPECT_EQ(world.row("C2").grade, Grade::good);
    EXPECT_EQ(world.last().rows("moved").size(), 1u);
}

TEST_F(MisconductActs, SettleNoGradesWhereNoResultChanges) {
    world.published();
    Object body = sanction(recorded("staff", "宣传部-1", "harm"), "circular");
    body.add("settled",
             ledger::List{Object{
                 {"unit", "C2"}, {"grade", "fair"}, {"reason", "无关"}, {"cites", "A16.2"}}});
    EXPECT_EQ(decide(body), Codes{Code::ruling_unfit});
}

TEST_F(MisconductActs, ReplayingGivesTheLiveState) {
    const auto body = recorded("assessor", "宣传部", "neglect");
    ASSERT_EQ(refer(body), Codes{});
    ASSERT_EQ(decide(sanction(body, "admonition")), Codes{});
    world.published();
    Object fraud = sanction(recorded("unit", "C1", "fabrication"), "circular");
    fraud.add("settled",
              ledger::List{Object{
                  {"unit", "C2"}, {"grade", "good"}, {"reason", "递补"}, {"cites", "A16.2"}}});
    ASSERT_EQ(decide(fraud), Codes{});
    EXPECT_TRUE(test::replayed(world) == world.state);
}

}  // namespace
}  // namespace heng::act
