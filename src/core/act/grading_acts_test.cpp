#include "core/act/grading_world.hpp"
#include "core/cycle/settling.hpp"

#include <gtest/gtest.h>

namespace heng::act {
namespace {

using test::day;
using test::GradingWorld;
using test::Object;
using test::World;
using Codes = std::vector<Code>;

struct GradingActs : testing::Test {
    Codes propose() { return world.refusal(World::office(), "propose_grades", world.with({})); }
    Codes deliberate(const char* unit, const char* grade, const char* cites = "A16.3") {
        return world.refusal(World::commission(), "deliberate", world.settle(unit, grade, cites));
    }
    Codes approve() { return world.refusal(World::commission(), "approve_grades", world.with({})); }
    Codes publish() { return world.refusal(World::office(), "publish_results", world.with({})); }
    const cycle::Grading& grading() const { return world.year().grading; }

    GradingWorld world;
};

TEST_F(GradingActs, AProposalNeedsEveryReviewScore) {
    world.state.cycles.at(2021).reviews.scores.erase("C2");
    world.state.cycles.at(2021).reviews.scores.erase("D1");
    EXPECT_EQ(propose(), (Codes{Code::review_missing, Code::review_missing}));
    EXPECT_EQ(world.year().stage, cycle::Stage::year_end);
}

TEST_F(GradingActs, A13_4AProposalNeedsEveryTaskSheetSettledAndSigned) {
    const cycle::SheetKey key{"C2", "counties", "(一)"};
    const auto sheet = world.year().year_end.find(key)->id.seq;
    world.must(World::office(), "reopen_sheet", world.with({{"sheet", sheet}, {"reason", "复核"}}));
    EXPECT_EQ(propose(), Codes{Code::sheet_open}) << "to be settled";
    const auto again = world.must(World::assessor(1), "settle_sheet",
                                  world.with({{"unit", "C2"}, {"task", "(一)"}}));
    EXPECT_EQ(propose(), Codes{Code::sheet_open}) << "to be signed";
    world.must(World::assessor(2), "sign_sheet", world.with({{"sheet", again}}));
    EXPECT_EQ(propose(), Codes{});
}

TEST_F(GradingActs, AProposalWaitsForWhatBearsOnGradesToBeConfirmed) {
    const auto one = world.recorded_circumstance("C3", "no_progress");
    EXPECT_EQ(propose(), Codes{Code::circumstance_open});
    world.must(World::office(2), "confirm_circumstance", world.with({{"circumstance", one}}));
    EXPECT_EQ(propose(), Codes{});
}

TEST_F(GradingActs, A16_3NoProgressOnRecordLetsALowUnitBeGradedOrdinary) {
    world.circumstance("C4", "no_progress");
    world.circumstance("C1", "no_progress");
    ASSERT_EQ(propose(), Codes{});
    EXPECT_EQ(deliberate("C1", "ordinary"), Codes{Code::decision_without_ground})
        << "its rank is high";
    EXPECT_EQ(deliberate("C4", "ordinary"), Codes{});
}

TEST_F(GradingActs, A16_4TheLastWithAMajorProblemOfSeriousEffectIsPoor) {
    world.circumstance("C4", "major_problem", {{"serious_effect", true}});
    world.circumstance("C3", "major_problem", {{"serious_effect", true}});
    ASSERT_EQ(propose(), Codes{});
    EXPECT_EQ(deliberate("C4", "ordinary", "A16.4"), Codes{Code::decision_above_bar});
    EXPECT_EQ(deliberate("C3", "poor", "A16.4"), Codes{Code::decision_without_ground})
        << "it is not last";
}

TEST_F(GradingActs, A16_5A16_6BarsOnRecordHoldAgainstDeliberation) {
    world.circumstance("C1", "criticism",
                       {{"level", "state_council"}, {"source_document", "国办通〔2021〕3号"}});
    world.circumstance("D1", "survey", {{"result", "ordinary"}});
    ASSERT_EQ(propose(), Codes{});
    EXPECT_EQ(deliberate("C1", "fair", "A16.2"), Codes{Code::decision_above_bar});
    EXPECT_EQ(deliberate("D1", "fair", "A16.2"), Codes{Code::decision_above_bar});
    EXPECT_EQ(deliberate("C2", "good", "A16.2"), Codes{}) << "the place of C1 is free";
}

TEST_F(GradingActs, AProposalNeedsTheYearEndAndAnEdition) {
    world.state.cycles.at(2021).stage = cycle::Stage::in_force;
    EXPECT_EQ(propose(), Codes{Code::cycle_stage_unfit});
    world.state.cycles.at(2021).stage = cycle::Stage::year_end;
    world.state.cycles.at(2021).indicators.editions.clear();
    EXPECT_EQ(propose(), Codes{Code::edition_absent});
}

TEST_F(GradingActs, TheProposalStandsInItsEventAsItIsComputed) {
    ASSERT_EQ(propose(), Codes{});
    EXPECT_EQ(world.year().stage, cycle::Stage::grading);
    EXPECT_EQ(grading().proposal->rows,
              cycle::propose(world.state, world.year(), world.rulebook(), world.today));
    const Fields first = world.last().rows("rows").front();
    EXPECT_EQ(first.text("unit"), "C1");
    EXPECT_EQ(first.decimal("total"), *Decimal::parse("97.2"));
    EXPECT_EQ(first.whole("rank"), 1);
    EXPECT_EQ(first.text("grade"), "good");
    const Fields fourth = world.last().rows("rows")[3];
    EXPECT_EQ(fourth.text("grade"), "fair");
    EXPECT_EQ(fourth.texts("questions"), (std::vector<std::string>{"last_rank", "low_rank"}));
}

TEST_F(GradingActs, GradesAreProposedAgainOnlyWhenFactsHaveChanged) {
    world.deliberated();
    EXPECT_EQ(propose(), Codes{Code::record_exists});
    ASSERT_EQ(approve(), Codes{});
    world.fraud("C2");
    EXPECT_EQ(publish(), Codes{Code::proposal_outdated});
    ASSERT_EQ(propose(), Codes{});
    EXPECT_FALSE(grading().approval) << "what was approved has changed";
    EXPECT_EQ(publish(), Codes{Code::record_stage_unfit});
    ASSERT_EQ(approve(), Codes{});
    ASSERT_EQ(publish(), Codes{});
    EXPECT_EQ(world.row("C2").grade, scheme::Grade::ordinary);
}

TEST_F(GradingActs, OnlyTheCommissionDeliberatesAndNobodyOnHisOwnUnit) {
    ASSERT_EQ(propose(), Codes{});
    EXPECT_EQ(world.refusal(World::office(), "deliberate", world.settle("C4", "fair")),
              Codes{Code::act_not_permitted});
    world.must(world.security_admin, "appoint",
               {{"person", "考核委-1"}, {"role", "unit"}, {"for", "C4"}});
    EXPECT_EQ(deliberate("C4", "fair"), Codes{Code::recusal});
    EXPECT_EQ(deliberate("D2", "fair"), Codes{});
}

TEST_F(GradingActs, ADeliberationHasAReasonAndAStatement) {
    ASSERT_EQ(propose(), Codes{});
    EXPECT_EQ(world.refusal(World::commission(), "deliberate",
                            world.with({{"unit", "C4"}, {"grade", "fair"}, {"cites", "A16.3"}})),
              Codes{Code::field_missing});
    EXPECT_EQ(deliberate("C4", "fair", "A99.1"), Codes{Code::record_unknown});
    EXPECT_EQ(deliberate("C9", "fair"), Codes{Code::record_unknown});
}

TEST_F(GradingActs, AUnitThatTakesNoPartIsNotDeliberatedOn) {
    world.must(World::office(), "exempt_unit", world.with({{"unit", "C3"}, {"reason", "新设"}}));
    ASSERT_EQ(propose(), Codes{});
    EXPECT_EQ(deliberate("C3", "fair"), Codes{Code::record_unknown});
}

TEST_F(GradingActs, DeliberationNeverPassesTheQuota) {
    ASSERT_EQ(propose(), Codes{});
    EXPECT_EQ(deliberate("C2", "good", "A16.2"), Codes{Code::decision_over_quota});
    EXPECT_EQ(deliberate("C1", "fair", "A16.2"), Codes{});
    EXPECT_EQ(deliberate("C2", "good", "A16.2"), Codes{});
}

TEST_F(GradingActs, DeliberationNeverPassesABar) {
    world.late_finding("C1", "1.9", "1");
    ASSERT_EQ(propose(), Codes{});
    EXPECT_EQ(deliberate("C1", "good", "A16.2"), Codes{Code::decision_above_bar});
    EXPECT_EQ(deliberate("C1", "fair", "A16.2"), Codes{Code::decision_above_bar});
}

TEST_F(GradingActs, BelowFairNeedsARecordedFact) {
    ASSERT_EQ(propose(), Codes{});
    EXPECT_EQ(deliberate("C4", "ordinary"), Codes{Code::decision_without_ground});
    EXPECT_EQ(deliberate("C4", "poor", "A16.4"), Codes{Code::decision_without_ground});
    EXPECT_EQ(deliberate("C1", "ordinary"), Codes{Code::decision_without_ground});
}

TEST_F(GradingActs, FraudIsNotUndoneByDeliberating) {
    world.fraud("C3");
    ASSERT_EQ(propose(), Codes{});
    EXPECT_EQ(deliberate("C3", "fair"), Codes{Code::decision_above_bar});
    EXPECT_EQ(deliberate("C3", "ordinary"), Codes{});
}

TEST_F(GradingActs, AUnitIsDeliberatedOnAgainOnlyAfterWithdrawal) {
    ASSERT_EQ(propose(), Codes{});
    const auto first = world.must(World::commission(), "deliberate", world.settle("C4", "fair"));
    EXPECT_EQ(deliberate("C4", "fair"), Codes{Code::record_exists});
    const auto withdraw = [&](std::int64_t no) {
        return world.refusal(World::commission(2), "withdraw_deliberation",
                             world.with({{"deliberation", no}, {"reason", "另行研究"}}));
    };
    EXPECT_EQ(withdraw(first + 1), Codes{Code::record_unknown});
    EXPECT_EQ(withdraw(first), Codes{});
    EXPECT_EQ(withdraw(first), Codes{Code::record_stage_unfit});
    EXPECT_EQ(grading().about("C4"), nullptr);
    EXPECT_EQ(deliberate("C4", "fair"), Codes{});
}

TEST_F(GradingActs, NothingIsDeliberatedOnAProposalThatIsOutdated) {
    ASSERT_EQ(propose(), Codes{});
    world.fraud("C2");
    EXPECT_EQ(deliberate("C4", "fair"), Codes{Code::proposal_outdated});
    EXPECT_EQ(approve(), Codes{Code::proposal_outdated});
}

TEST_F(GradingActs, ADeliberationLapsesWithTheProposalThatItAnswered) {
    world.deliberated();
    world.fraud("C4");
    ASSERT_EQ(propose(), Codes{});
    EXPECT_EQ(grading().about("C4"), nullptr);
    EXPECT_NE(grading().about("D2"), nullptr) << "nothing changed for D2";
    EXPECT_EQ(approve(), Codes{Code::question_open}) << "is C4, last, in deep trouble?";
}

TEST_F(GradingActs, GradesAreApprovedOnlyWhenNoQuestionIsOpen) {
    ASSERT_EQ(propose(), Codes{});
    EXPECT_EQ(approve(), (Codes(4, Code::question_open))) << "two about C4, two about D2";
    EXPECT_EQ(deliberate("C4", "fair"), Codes{});
    EXPECT_EQ(approve(), (Codes(2, Code::question_open)));
    EXPECT_EQ(deliberate("D2", "fair"), Codes{});
    ASSERT_EQ(approve(), Codes{});
    EXPECT_EQ(grading().approval->by, "考核委-1");
    const cycle::Document& minutes = world.year().documents.all.back();
    EXPECT_EQ(minutes.kind, cycle::DocumentKind::grading_minutes);
    EXPECT_EQ(minutes.issuer, "考核委");
}

TEST_F(GradingActs, WhatIsApprovedIsNotDeliberatedOn) {
    world.deliberated();
    ASSERT_EQ(approve(), Codes{});
    EXPECT_EQ(approve(), Codes{Code::record_stage_unfit});
    EXPECT_EQ(deliberate("C3", "fair"), Codes{Code::record_stage_unfit});
    const auto one = grading().about("C4")->id.seq;
    EXPECT_EQ(world.refusal(World::commission(), "withdraw_deliberation",
                            world.with({{"deliberation", one}, {"reason", "另行研究"}})),
              Codes{Code::record_stage_unfit});
}

TEST_F(GradingActs, OnlyTheApprovedIsPublished) {
    world.deliberated();
    EXPECT_EQ(publish(), Codes{Code::record_stage_unfit});
    ASSERT_EQ(approve(), Codes{});
    EXPECT_EQ(publish(), Codes{});
    EXPECT_EQ(world.year().stage, cycle::Stage::published);
    EXPECT_EQ(publish(), Codes{Code::cycle_stage_unfit});
}

TEST_F(GradingActs, TheResultHasARowForEveryUnitWithItsReasons) {
    world.late_finding("C2", "1.9", "1");
    world.must(World::office(), "rename_unit",
               {{"unit", "C1"}, {"name", "新名区"}, {"reason", "撤县设区"}});
    world.published();
    const cycle::ResultVersion& version = grading().versions.back();
    EXPECT_EQ(version.no, 1);
    EXPECT_EQ(version.cause, cycle::VersionCause::publication);
    ASSERT_EQ(version.rows.size(), 6u);
    EXPECT_EQ(world.row("C1").name, "新名区");
    using Reasons = std::vector<cycle::GradeReason>;
    EXPECT_EQ(world.row("C1").reasons, (Reasons{{"A16.2", ""}}));
    EXPECT_EQ(world.row("C2").reasons, (Reasons{{"A9.4", ""}}));
    EXPECT_EQ(world.row("C3").reasons, (Reasons{{"A16.7", ""}}));
    EXPECT_EQ(world.row("C4").reasons, (Reasons{{"A16.3", "经研究认定"}}));
    EXPECT_EQ(world.row("C4").published.total, *Decimal::parse("88.4"));
    EXPECT_EQ(world.row("C2").grade, scheme::Grade::ordinary);
}

TEST_F(GradingActs, AReasonNamesTheBarThatAppliesAndNoOther) {
    world.circumstance("C1", "criticism",
                       {{"level", "state_council"}, {"source_document", "国办通〔2021〕3号"}});
    world.circumstance("D1", "survey", {{"result", "poor"}});
    world.deliberated();
    ASSERT_EQ(deliberate("C2", "good", "A16.2"), Codes{}) << "the place that C1 left";
    ASSERT_EQ(approve(), Codes{});
    ASSERT_EQ(publish(), Codes{});
    using Reasons = std::vector<cycle::GradeReason>;
    EXPECT_EQ(world.row("C1").reasons, (Reasons{{"A16.5", ""}}));
    EXPECT_EQ(world.row("D1").reasons, (Reasons{{"A16.6", ""}}));
}

TEST_F(GradingActs, PublishingNumbersACircularAndANoticeForEachUnit) {
    world.published();
    const auto& all = world.year().documents.all;
    ASSERT_EQ(all.size(), 8u) << "the minutes, the circular, six notices";
    EXPECT_EQ(all[1].kind, cycle::DocumentKind::result_circular);
    EXPECT_EQ(all[1].to, std::nullopt);
    for (std::size_t i = 2; i < all.size(); ++i) {
        EXPECT_EQ(all[i].kind, cycle::DocumentKind::result_notice);
        EXPECT_EQ(all[i].no, static_cast<std::int64_t>(i));
        EXPECT_EQ(all[i].to, grading().versions[0].rows[i - 2].unit);
    }
    EXPECT_EQ(world.year().documents.next_no("考核办"), 8);
}

TEST_F(GradingActs, WhatChangesAfterTheYearDoesNotChangeWhoTookPart) {
    world.must(World::office(), "enrol_unit",
               {{"unit", "C5"}, {"name", "五县"}, {"domain", "counties"}});
    world.must(World::office(), "move_unit",
               {{"unit", "C4"}, {"domain", "departments"}, {"reason", "划转"}});
    world.published();
    EXPECT_EQ(grading().versions.back().find("C5"), nullptr);
    EXPECT_EQ(world.row("C4").domain, "counties");
}

TEST_F(GradingActs, ReplayingGivesTheLiveState) {
    ASSERT_EQ(propose(), Codes{});
    const auto one = world.must(World::commission(), "deliberate", world.settle("C4", "fair"));
    world.must(World::commission(), "withdraw_deliberation",
               world.with({{"deliberation", one}, {"reason", "另行研究"}}));
    world.must(World::commission(), "deliberate", world.settle("C4", "fair"));
    world.must(World::commission(), "deliberate", world.settle("D2", "fair"));
    ASSERT_EQ(approve(), Codes{});
    ASSERT_EQ(publish(), Codes{});
    EXPECT_TRUE(test::replayed(world) == world.state);
}

}  // namespace
}  // namespace heng::act
