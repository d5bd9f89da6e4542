#include "core/act/grading_world.hpp"
#include "core/cycle/dues.hpp"
#include "core/cycle/follow_up.hpp"

#include <gtest/gtest.h>

namespace heng::act {
namespace {

using scheme::Grade;
using test::day;
using test::GradingWorld;
using test::Object;
using test::World;
using Codes = std::vector<Code>;

struct RecheckActs : testing::Test {
    RecheckActs() { world.published(); }

    static Object request(const char* unit, ledger::List findings = {}) {
        Object out = GradingWorld::with({{"unit", unit}, {"text", "扣分不属实"}});
        if (!findings.empty()) out.add("findings", std::move(findings));
        return out;
    }
    static ledger::List about(std::int64_t finding) { return {Object{{"finding", finding}}}; }
    std::int64_t requested(const char* unit, ledger::List findings = {}) {
        return world.must(World::unit(unit), "request_recheck", request(unit, std::move(findings)));
    }
    static Object ruling(std::int64_t recheck, const char* outcome,
                         std::initializer_list<ledger::Member> more = {}) {
        Object out = GradingWorld::with(more);
        out.add("recheck", recheck);
        out.add("ruling", outcome);
        out.add("reason", "经复核");
        return out;
    }
    static ledger::List settled(const char* unit, const char* grade) {
        return {Object{{"unit", unit}, {"grade", grade}, {"reason", "经研究"}, {"cites", "A16.3"}}};
    }
    Codes decide(const Actor& actor, Object body) {
        return world.refusal(actor, "decide_recheck", std::move(body));
    }
    const cycle::Recheck& recheck(std::int64_t no) const {
        return world.year().aftermath.rechecks.at({no});
    }

    GradingWorld world;
};

TEST_F(RecheckActs, AUnitAsksAboutItsOwnResultWithinTheWindow) {
    EXPECT_EQ(world.refusal(World::unit("C2"), "request_recheck", request("C1")),
              Codes{Code::act_not_permitted});
    world.today = day("2022-01-15");
    EXPECT_EQ(world.refusal(World::unit("C1"), "request_recheck", request("C1")),
              Codes{Code::window_closed});
    world.today = day("2022-01-14");
    requested("C1");
}

TEST_F(RecheckActs, AUnitAsksOnceAboutOneResult) {
    const auto no = requested("C2");
    EXPECT_EQ(world.refusal(World::unit("C2"), "request_recheck", request("C2")),
              Codes{Code::record_exists});
    ASSERT_EQ(decide(World::office(), ruling(no, "uphold")), Codes{});
    EXPECT_EQ(world.refusal(World::unit("C2"), "request_recheck", request("C2")),
              Codes{Code::record_exists});
}

TEST_F(RecheckActs, OnlyItsOwnFindingsAreInQuestion) {
    EXPECT_EQ(world.refusal(World::unit("C2"), "request_recheck", request("C2", about(world.c1))),
              Codes{Code::record_unknown});
    EXPECT_EQ(world.refusal(World::unit("C2"), "request_recheck", request("C2", about(9'999))),
              Codes{Code::record_unknown});
}

TEST_F(RecheckActs, AUnitWithoutAResultHasNothingToAskAbout) {
    world.must(World::office(), "enrol_unit",
               {{"unit", "C5"}, {"name", "五县"}, {"domain", "counties"}});
    world.must(world.system_admin, "add_person", {{"person", "C5-1"}});
    world.must(world.security_admin, "appoint",
               {{"person", "C5-1"}, {"role", "unit"}, {"for", "C5"}});
    EXPECT_EQ(world.refusal(World::unit("C5"), "request_recheck", request("C5")),
              Codes{Code::record_unknown});
}

TEST_F(RecheckActs, UpheldNothingChanges) {
    const auto no = requested("C2");
    ASSERT_EQ(decide(World::office(), ruling(no, "uphold")), Codes{});
    EXPECT_EQ(world.year().grading.versions.size(), 1u);
    EXPECT_EQ(recheck(no).decided->ruling, cycle::Ruling::uphold);
    EXPECT_EQ(recheck(no).decided->version, std::nullopt);
    EXPECT_EQ(decide(World::office(), ruling(no, "uphold")), Codes{Code::record_stage_unfit});
}

TEST_F(RecheckActs, NobodyDecidesOnWhatHeHadAPartIn) {
    for (const char* const person : {"组织部-1", "组织部-2", "宣传部-1", "宣传部-2"})
        world.must(world.security_admin, "appoint",
                   {{"person", person}, {"role", "office"}, {"for", "考核办"}});
    const auto no = requested("C4");
    const Object body = ruling(no, "uphold");
    EXPECT_EQ(decide({"组织部-1", Capacity::office, "考核办"}, body),
              Codes{Code::second_person_needed})
        << "recorded the finding";
    EXPECT_EQ(decide({"组织部-2", Capacity::office, "考核办"}, body),
              Codes{Code::second_person_needed})
        << "confirmed it";
    EXPECT_EQ(decide({"宣传部-1", Capacity::office, "考核办"}, body),
              Codes{Code::second_person_needed})
        << "settled the sheet of another task";
    EXPECT_EQ(decide({"宣传部-2", Capacity::office, "考核办"}, body),
              Codes{Code::second_person_needed})
        << "signed it";
    EXPECT_EQ(decide(World::commission(1), body), Codes{Code::second_person_needed})
        << "deliberated on the grade";
    EXPECT_EQ(decide(World::commission(2), body), Codes{});
}

TEST_F(RecheckActs, NobodyDecidesOnWhatHisSanctionLowered) {
    world.fraud("C2");
    const auto no = requested("C2");
    EXPECT_EQ(decide(World::office(1), ruling(no, "uphold")), Codes{Code::second_person_needed})
        << "put the misconduct on record";
    EXPECT_EQ(decide(World::commission(1), ruling(no, "uphold")), Codes{Code::second_person_needed})
        << "decided it";
    EXPECT_EQ(decide(World::commission(2), ruling(no, "uphold")), Codes{});
}

TEST_F(RecheckActs, NobodyDecidesAboutHisOwnUnit) {
    world.must(world.security_admin, "appoint",
               {{"person", "考核办-1"}, {"role", "unit"}, {"for", "C2"}});
    const auto no = requested("C2");
    EXPECT_EQ(decide(World::office(1), ruling(no, "uphold")), Codes{Code::recusal});
    EXPECT_EQ(decide(World::office(1), ruling(no + 1, "uphold")), Codes{Code::record_unknown});
}

TEST_F(RecheckActs, TheOutcomeGoesWithWhatIsNamed) {
    const auto no = requested("C2");
    EXPECT_EQ(decide(World::office(), ruling(no, "uphold", {{"review", "95"}})),
              Codes{Code::ruling_unfit});
    EXPECT_EQ(decide(World::office(), ruling(no, "change")), Codes{Code::ruling_unfit});
    EXPECT_EQ(decide(World::office(), ruling(no, "annul", {{"review", "95"}})),
              Codes{Code::ruling_unfit});
    EXPECT_EQ(decide(World::office(), ruling(no, "annul")), Codes{Code::ruling_unfit})
        << "no finding is in question, nothing was deliberated";
}

TEST_F(RecheckActs, AWithdrawnFindingMovesTheGoodGradeAndListsWhoElseMoved) {
    const auto no = requested("C2", about(world.c2));
    world.today = day("2022-01-17");
    ASSERT_EQ(decide(World::office(), ruling(no, "change", {{"withdrawn", about(world.c2)}})),
              Codes{});
    EXPECT_EQ(world.row("C2").grade, Grade::good);
    EXPECT_EQ(world.row("C2").rank, 1u);
    EXPECT_EQ(world.row("C1").grade, Grade::fair);
    EXPECT_EQ(world.year().findings.find({world.c2})->stage, cycle::FindingStage::withdrawn);
    EXPECT_EQ(recheck(no).decided->version, 2);
    const auto moved = world.last().rows("moved");
    ASSERT_EQ(moved.size(), 1u);
    EXPECT_EQ(moved[0].text("unit"), "C1");
    EXPECT_EQ(Fields(*moved[0].body().find("before")->object()).text("grade"), "good");
    EXPECT_EQ(Fields(*moved[0].body().find("after")->object()).whole("rank"), 2);
    const cycle::ResultVersion& first = world.year().grading.versions[0];
    EXPECT_EQ(first.find("C2")->grade, Grade::fair) << "the earlier version stays";
}

TEST_F(RecheckActs, AChangeIsToldToTheUnitAndToWhoeverMoved) {
    const auto no = requested("C2", about(world.c2));
    const auto before = world.year().documents.all.size();
    ASSERT_EQ(decide(World::office(), ruling(no, "change", {{"withdrawn", about(world.c2)}})),
              Codes{});
    const auto& all = world.year().documents.all;
    ASSERT_EQ(all.size(), before + 3);
    EXPECT_EQ(all[before].kind, cycle::DocumentKind::result_circular);
    EXPECT_EQ(all[before + 1].to, "C2");
    EXPECT_EQ(all[before + 2].to, "C1");
}

TEST_F(RecheckActs, WhoeverMovedHasANewWindow) {
    const auto no = requested("C2", about(world.c2));
    world.today = day("2022-01-20");
    ASSERT_EQ(decide(World::office(), ruling(no, "change", {{"withdrawn", about(world.c2)}})),
              Codes{});
    EXPECT_EQ(world.refusal(World::unit("C3"), "request_recheck", request("C3")),
              Codes{Code::window_closed});
    requested("C1");
}

TEST_F(RecheckActs, ACorrectedFindingCostsWhatItNowSays) {
    const auto no = requested("C3", about(world.c3));
    const auto corrected = [&](std::int64_t finding, const char* value) {
        return ruling(
            no, "change",
            {{"corrected", ledger::List{Object{{"finding", finding}, {"value", value}}}}});
    };
    EXPECT_EQ(decide(World::office(), corrected(world.c3, "-1")), Codes{Code::value_out_of_range});
    EXPECT_EQ(decide(World::office(), corrected(world.c1, "1")), Codes{Code::record_unknown});
    ASSERT_EQ(decide(World::office(), corrected(world.c3, "6")), Codes{});
    EXPECT_EQ(world.row("C3").published.indicator, Decimal::whole(94));
    EXPECT_EQ(world.row("C3").rank, 3u);
    EXPECT_TRUE(world.last().rows("moved").empty());
}

TEST_F(RecheckActs, AFindingOfAClauseThatIsGoneIsNotCorrected) {
    const auto no = requested("C3", about(world.c3));
    scheme::Scheme without = world.rulebook().scheme();
    without.tables[0].categories[0].tasks[0].clauses[1].branches[0].id = "1.2a";
    world.rulebooks.begin()->second = std::make_shared<const cycle::Rulebook>(without);
    EXPECT_EQ(
        decide(
            World::office(),
            ruling(no, "change",
                   {{"corrected", ledger::List{Object{{"finding", world.c3}, {"value", "6"}}}}})),
        Codes{Code::branch_unknown});
}

TEST_F(RecheckActs, AFindingThatNoLongerCountsIsNotWithdrawnAgain) {
    auto no = requested("C2", about(world.c2));
    ASSERT_EQ(decide(World::office(), ruling(no, "change", {{"withdrawn", about(world.c2)}})),
              Codes{});
    no = requested("C2", about(world.c2));
    EXPECT_EQ(decide(World::office(), ruling(no, "change", {{"withdrawn", about(world.c2)}})),
              Codes{Code::record_stage_unfit});
}

TEST_F(RecheckActs, ACorrectedReviewScoreCounts) {
    const auto no = requested("C2");
    EXPECT_EQ(decide(World::office(), ruling(no, "change", {{"review", "100.5"}})),
              Codes{Code::review_out_of_range});
    ASSERT_EQ(decide(World::office(), ruling(no, "change", {{"review", "95"}})), Codes{});
    EXPECT_EQ(world.row("C2").published.total, *Decimal::parse("95.8"));
    EXPECT_EQ(world.year().reviews.score_of("C2"), Decimal::whole(95));
}

TEST_F(RecheckActs, AQuestionThatAChangeOpensIsTheCommissionsToAnswer) {
    const auto no = requested("C4", about(world.c4));
    const Object change = ruling(no, "change", {{"withdrawn", about(world.c4)}});
    EXPECT_EQ(decide(World::office(), change), Codes(2, Code::question_open))
        << "C3 is last now, and low";
    Object answered = change;
    answered.add("settled", settled("C3", "fair"));
    EXPECT_EQ(decide(World::office(), answered), Codes{Code::act_not_permitted});
    EXPECT_EQ(decide(World::commission(1), answered), Codes{Code::second_person_needed});
    ASSERT_EQ(decide(World::commission(2), answered), Codes{});
    EXPECT_EQ(world.row("C3").grade, Grade::fair);
    EXPECT_EQ(world.row("C4").grade, Grade::good)
        << "that it stayed fair although last answered a question that is gone";
    EXPECT_EQ(world.year().grading.about("C4"), nullptr);
}

TEST_F(RecheckActs, GradesSetWithAChangeKeepAllRules) {
    const auto no = requested("C2", about(world.c2));
    const auto with = [&](const char* unit, const char* grade) {
        return ruling(no, "change",
                      {{"withdrawn", about(world.c2)}, {"settled", settled(unit, grade)}});
    };
    EXPECT_EQ(decide(World::commission(2), with("C1", "good")), Codes{Code::decision_over_quota});
    EXPECT_EQ(decide(World::commission(2), with("C1", "poor")),
              Codes{Code::decision_without_ground});
    EXPECT_EQ(decide(World::commission(2), with("D1", "fair")), Codes{Code::record_unknown});
    Object cited = ruling(no, "change");
    cited.add("settled", ledger::List{Object{
                             {"unit", "C1"}, {"grade", "fair"}, {"reason", "x"}, {"cites", "B"}}});
    EXPECT_EQ(decide(World::commission(2), cited), Codes{Code::record_unknown});
    world.must(world.security_admin, "appoint",
               {{"person", "考核委-2"}, {"role", "unit"}, {"for", "C1"}});
    EXPECT_EQ(decide(World::commission(2), with("C1", "fair")), Codes{Code::recusal});
}

TEST_F(RecheckActs, AnnullingTakesBackWhatIsInQuestionAndWhatWasDeliberated) {
    const auto no = requested("C4", about(world.c4));
    Object annul = ruling(no, "annul");
    annul.add("settled", settled("C3", "fair"));
    ASSERT_EQ(decide(World::commission(2), annul), Codes{});
    EXPECT_EQ(world.year().findings.find({world.c4})->stage, cycle::FindingStage::withdrawn);
    EXPECT_EQ(world.year().grading.about("C4"), nullptr);
    EXPECT_EQ(world.row("C4").rank, 1u);
    EXPECT_EQ(world.row("C4").grade, Grade::good);
    EXPECT_EQ(world.row("C3").reasons.back().text, "经研究");
    EXPECT_EQ(world.last().rows("moved").size(), 3u);
}

struct AppealActs : RecheckActs {
    static Object appeal(std::int64_t recheck) {
        return GradingWorld::with({{"recheck", recheck}, {"text", "复核未查清"}});
    }
    std::int64_t upheld(const char* unit, ledger::List findings = {}) {
        const auto no = requested(unit, std::move(findings));
        world.must(World::office(), "decide_recheck", ruling(no, "uphold"));
        return no;
    }
};

TEST_F(AppealActs, FollowADecisionOnceWithinTheWindow) {
    const auto no = requested("C2");
    EXPECT_EQ(world.refusal(World::unit("C2"), "appeal", appeal(no)),
              Codes{Code::record_stage_unfit});
    ASSERT_EQ(decide(World::office(), ruling(no, "uphold")), Codes{});
    EXPECT_EQ(world.refusal(World::unit("C1"), "appeal", appeal(no)),
              Codes{Code::act_not_permitted});
    world.today = day("2022-01-15");
    EXPECT_EQ(world.refusal(World::unit("C2"), "appeal", appeal(no)), Codes{Code::window_closed});
    world.today = day("2022-01-14");
    EXPECT_EQ(world.refusal(World::unit("C2"), "appeal", appeal(no)), Codes{});
    EXPECT_EQ(world.refusal(World::unit("C2"), "appeal", appeal(no)), Codes{Code::record_exists});
}

TEST_F(AppealActs, AreDecidedByTheCommissionAndSomeoneElse) {
    const auto no = requested("C2", about(world.c2));
    const auto decide_appeal = [&](const Actor& actor, Object body) {
        return world.refusal(actor, "decide_appeal", std::move(body));
    };
    ASSERT_EQ(decide(World::commission(1), ruling(no, "uphold")), Codes{});
    EXPECT_EQ(decide_appeal(World::commission(2), ruling(no, "uphold")),
              Codes{Code::record_unknown});
    world.must(World::unit("C2"), "appeal", appeal(no));
    EXPECT_EQ(decide_appeal(World::office(), ruling(no, "uphold")), Codes{Code::act_not_permitted});
    EXPECT_EQ(decide_appeal(World::commission(1), ruling(no, "uphold")),
              Codes{Code::second_person_needed});
    ASSERT_EQ(
        decide_appeal(World::commission(2), ruling(no, "change", {{"withdrawn", about(world.c2)}})),
        Codes{});
    EXPECT_EQ(world.row("C2").grade, Grade::good);
    EXPECT_EQ(world.year().grading.versions.back().cause, cycle::VersionCause::appeal);
    EXPECT_EQ(decide_appeal(World::commission(2), ruling(no, "uphold")),
              Codes{Code::record_stage_unfit});
}

TEST_F(AppealActs, WhatIsOpenIsListedWithItsDate) {
    const auto first = requested("C2");
    const auto open = [&] { return cycle::rechecks_open(world.year(), world.rulebook().scheme()); };
    ASSERT_EQ(open().size(), 1u);
    EXPECT_EQ(open()[0].recheck.seq, first);
    EXPECT_EQ(open()[0].due, day("2022-01-21"));
    ASSERT_EQ(decide(World::office(), ruling(first, "uphold")), Codes{});
    EXPECT_TRUE(open().empty());
    world.must(World::unit("C2"), "appeal", appeal(first));
    ASSERT_EQ(open().size(), 1u);
    EXPECT_TRUE(open()[0].is_appeal);
    EXPECT_EQ(open()[0].due, day("2022-02-04"));
}

TEST_F(AppealActs, WhatIsDueIsToldToWhoeverOwesIt) {
    const auto due = [&] {
        std::vector<std::string> out;
        for (const cycle::Due& one : cycle::dues(world.state, world.rulebooks, world.today))
            if (one.about == "C2")
                out.push_back(std::string(cycle::entry(one.what).id) + ' ' + one.by.of + ' ' +
                              ledger::print_date(one.until));
        return out;
    };
    using Lines = std::vector<std::string>;
    EXPECT_EQ(due(), Lines{});
    const auto no = requested("C2");
    EXPECT_EQ(due(), Lines{"decide_recheck 考核办 2022-01-21"});
    ASSERT_EQ(decide(World::office(), ruling(no, "uphold")), Codes{});
    EXPECT_EQ(due(), Lines{"appeal C2 2022-01-14"});
    world.must(World::unit("C2"), "appeal", appeal(no));
    EXPECT_EQ(due(), Lines{"decide_appeal 考核委 2022-02-04"});
}

TEST_F(AppealActs, ReplayingGivesTheLiveState) {
    const auto no = upheld("C4", about(world.c4));
    world.must(World::unit("C4"), "appeal", appeal(no));
    Object annul = ruling(no, "annul");
    annul.add("settled", settled("C3", "fair"));
    world.must(World::commission(2), "decide_appeal", annul);
    const auto other = requested("C1", about(world.c1));
    world.must(World::office(), "decide_recheck",
               ruling(other, "change",
                      {{"corrected", ledger::List{Object{{"finding", world.c1}, {"value", "2"}}}},
                       {"review", "91"}}));
    EXPECT_TRUE(test::replayed(world) == world.state);
}

/// Someone of an assessor who also acts for the office.
Actor of_two_parts(World& world) {
    world.must(world.security_admin, "appoint",
               {{"person", "组织部-1"}, {"role", "office"}, {"for", "考核办"}});
    return {"组织部-1", Capacity::office, "考核办"};
}

Codes ruling_by(GradingWorld& world, const Actor& actor) {
    world.published();
    const auto recheck = world.must(World::unit("C2"), "request_recheck",
                                    GradingWorld::with({{"unit", "C2"}, {"text", "得分不实"}}));
    return world.refusal(
        actor, "decide_recheck",
        GradingWorld::with({{"recheck", recheck}, {"ruling", "uphold"}, {"reason", "经复核"}}));
}

TEST(PeopleInQuestion, WhoTookTheReviewScoreInDoesNotDecide) {
    GradingWorld world;
    const auto entry = world.must(World::lead(1), "correct_review_score",
                                  GradingWorld::with({{"unit", "C2"},
                                                      {"score", "90"},
                                                      {"reason", "与会议纪要核对"},
                                                      {"evidence", test::proof}}));
    world.must(World::lead(2), "confirm_review_score", GradingWorld::with({{"entry", entry}}));
    EXPECT_EQ(ruling_by(world, of_two_parts(world)), Codes{Code::second_person_needed});
}

TEST(PeopleInQuestion, WhoAnsweredTheObjectionDoesNotDecide) {
    GradingWorld world;
    world.today = day("2021-12-22");
    world.must(world.system_admin, "add_person", {{"person", "组织部-3"}});
    for (const auto& [role, body] : {std::pair{"assessor", "组织部"}, {"office", "考核办"}})
        world.must(world.security_admin, "appoint",
                   {{"person", "组织部-3"}, {"role", role}, {"for", body}});
    world.must(World::unit("C2"), "object_to_finding",
               GradingWorld::with({{"finding", world.c2}, {"text", "情况不实"}}));
    world.must(World::of(Capacity::assessor, "组织部", 3), "answer_objection",
               GradingWorld::with(
                   {{"finding", world.c2}, {"answer", "dismissed"}, {"reason", "情况属实"}}));
    world.today = day("2022-01-10");
    EXPECT_EQ(ruling_by(world, {"组织部-3", Capacity::office, "考核办"}),
              Codes{Code::second_person_needed});
}

TEST(PeopleInQuestion, WhoPutACircumstanceOnRecordDoesNotDecide) {
    GradingWorld world;
    const auto bar = world.must(World::office(1), "record_circumstance",
                                GradingWorld::with({{"unit", "C2"},
                                                    {"kind", "criticism"},
                                                    {"level", "city"},
                                                    {"source_document", "通报第1号"},
                                                    {"occurred_on", "2021-06-01"},
                                                    {"note", "点名批评"},
                                                    {"evidence", test::proof}}));
    world.must(World::office(2), "confirm_circumstance",
               GradingWorld::with({{"circumstance", bar}}));
    EXPECT_EQ(ruling_by(world, World::office(2)), Codes{Code::second_person_needed});
}

}  // namespace
}  // namespace heng::act
