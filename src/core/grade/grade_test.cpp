#include "core/grade/grade.hpp"

#include <gtest/gtest.h>

namespace heng::grade {
namespace {

using scheme::FreedPlace;
using scheme::Grade;

/// 30 % may be 好; nobody is 一般 or a candidate for it by rank alone.
scheme::Grading thirty_percent() {
    scheme::Grading grading;
    grading.quota_percent = Decimal::whole(30);
    return grading;
}

Standing unit(std::int64_t total) {
    Standing standing;
    standing.total = Decimal::whole(total);
    return standing;
}
Standing barred(std::int64_t total) {
    Standing standing = unit(total);
    standing.best = Grade::ordinary;
    return standing;
}
Standing fraudulent(std::int64_t total) {
    Standing standing = unit(total);
    standing.lowered_by = 1;
    return standing;
}
Standing serious(std::int64_t total) {
    Standing standing = unit(total);
    standing.serious = true;
    return standing;
}

/// Ten units of 99, 98, … 90, the given ones in place of those with their totals or at the end.
std::vector<Standing> ten_with(const std::vector<Standing>& special) {
    std::vector<Standing> units;
    for (std::int64_t total = 99; total >= 90; --total) units.push_back(unit(total));
    for (const Standing& standing : special) {
        for (Standing& other : units) {
            if (other.total == standing.total) other = standing;
        }
    }
    return units;
}

/// "1好 2好 3较好?tie_at_quota": rank, grade and questions of every unit, in order.
std::string graded(const scheme::Grading& grading, const std::vector<Standing>& units) {
    std::string text;
    for (const Outcome& outcome : grade_domain(grading, units)) {
        text += (text.empty() ? "" : " ") + std::to_string(outcome.rank) +
                std::string(name(outcome.grade));
        for (const QuestionText& question : question_texts()) {
            if (outcome.has(question.question)) text += "?" + std::string(question.id);
        }
    }
    return text;
}

TEST(Quota, IsCutDown) {
    const std::vector<std::uint32_t> expected{0, 0, 0, 1, 1, 1, 2, 2, 2, 3,
                                              3, 3, 3, 4, 4, 4, 5, 5, 5, 6};
    for (std::size_t n = 1; n <= expected.size(); ++n) {
        EXPECT_EQ(quota(thirty_percent(), n), expected[n - 1]) << n << " units";
    }
    EXPECT_EQ(quota(thirty_percent(), 0), 0U);
}

TEST(Quota, FollowsTheSettings) {
    scheme::Grading grading = thirty_percent();
    grading.quota_rounding = RoundingMode::up;
    EXPECT_EQ(quota(grading, 1), 1U);
    grading.quota_rounding = RoundingMode::half_up;
    EXPECT_EQ(quota(grading, 5), 2U);
    grading.quota_percent = Decimal::parse("33.3333").value();
    grading.quota_rounding = RoundingMode::down;
    EXPECT_EQ(quota(grading, 3), 0U);
    EXPECT_EQ(quota(grading, 1'000'000), 333'333U);
}

TEST(GradeDomain, OfNobodyIsEmpty) {
    EXPECT_TRUE(grade_domain(thirty_percent(), {}).empty());
}

TEST(GradeDomain, BestThirtyPercentAreGoodAndTheRestFair) {
    EXPECT_EQ(graded(thirty_percent(), ten_with({})),
              "1好 2好 3好 4较好 5较好 6较好 7较好 8较好 9较好 10较好?last_rank");
}

TEST(GradeDomain, SmallDomainHasNoPlace) {
    EXPECT_EQ(graded(thirty_percent(), {unit(99), unit(98), unit(97)}),
              "1较好 2较好 3较好?last_rank");
    EXPECT_EQ(graded(thirty_percent(), {unit(99)}), "1较好");
}

TEST(GradeDomain, TieWithinTheQuotaIsGood) {
    EXPECT_EQ(
        graded(thirty_percent(), {unit(9), unit(9), unit(8), unit(7), unit(6), unit(5), unit(4)}),
        "1好 1好 3较好 4较好 5较好 6较好 7较好?last_rank");
}

TEST(GradeDomain, TieAcrossTheQuotaLineGoesToTheCommission) {
    EXPECT_EQ(
        graded(thirty_percent(), {unit(9), unit(8), unit(8), unit(7), unit(6), unit(5), unit(4)}),
        "1好 2较好?tie_at_quota 2较好?tie_at_quota 4较好 5较好 6较好 7较好?last_rank");
}

TEST(GradeDomain, BarredUnitStaysInTheBaseAndItsPlaceIsOfferedToTheNext) {
    const std::vector<Standing> units = ten_with({barred(98)});
    EXPECT_EQ(graded(thirty_percent(), units),
              "1好 2一般 3好 4较好?freed_place 5较好 6较好 7较好 8较好 9较好 10较好?last_rank");
}

TEST(GradeDomain, FreedPlaceFollowsTheSetting) {
    scheme::Grading grading = thirty_percent();
    const std::vector<Standing> units = ten_with({barred(98), barred(96)});
    grading.freed_place = FreedPlace::next;
    EXPECT_EQ(graded(grading, units),
              "1好 2一般 3好 4一般 5好 6较好 7较好 8较好 9较好 10较好?last_rank");
    grading.freed_place = FreedPlace::none;
    EXPECT_EQ(graded(grading, units),
              "1好 2一般 3好 4一般 5较好 6较好 7较好 8较好 9较好 10较好?last_rank");
}

TEST(GradeDomain, FreedPlaceBeforeATieIsLeftToPeople) {
    scheme::Grading grading = thirty_percent();
    grading.freed_place = FreedPlace::next;
    std::vector<Standing> units = ten_with({barred(98)});
    units[3] = units[4];
    EXPECT_EQ(graded(grading, units),
              "1好 2一般 3好 4较好?freed_place 4较好?freed_place 6较好 7较好 8较好 9较好 "
              "10较好?last_rank");
}

TEST(GradeDomain, BarredUnitOutsideTheQuotaFreesNothing) {
    EXPECT_EQ(graded(thirty_percent(), ten_with({barred(95)})),
              "1好 2好 3好 4较好 5一般 6较好 7较好 8较好 9较好 10较好?last_rank");
}

TEST(GradeDomain, ABarMayLeaveFairOpen) {
    Standing limited = unit(99);
    limited.best = Grade::fair;
    EXPECT_EQ(graded(thirty_percent(), {limited, unit(9), unit(8), unit(7)}),
              "1较好 2较好?freed_place 3较好 4较好?last_rank");
}

TEST(GradeDomain, FraudLowersWhatTheRankGaveAndFreesThePlace) {
    EXPECT_EQ(graded(thirty_percent(), ten_with({fraudulent(99), fraudulent(95)})),
              "1较好 2好 3好 4较好?freed_place 5一般 6较好 7较好 8较好 9较好 10较好?last_rank");
}

TEST(GradeDomain, FraudComesAfterTheBars) {
    Standing both = barred(99);
    both.lowered_by = 1;
    EXPECT_EQ(graded(thirty_percent(), {both, unit(9)}), "1差 2较好?last_rank");
    both.lowered_by = 3;
    EXPECT_EQ(graded(thirty_percent(), {both, unit(9)}), "1差 2较好?last_rank")
        << "nothing is below 差";
}

TEST(GradeDomain, LastAndSeriousIsPoor) {
    EXPECT_EQ(graded(thirty_percent(), {unit(9), unit(8), unit(7), serious(6)}),
              "1好 2较好 3较好 4差");
    EXPECT_EQ(graded(thirty_percent(), {unit(9), unit(8), serious(7), unit(6)}),
              "1好 2较好 3较好?serious_not_last 4较好?last_rank");
}

TEST(GradeDomain, AllWhoShareTheLowestTotalAreLast) {
    EXPECT_EQ(graded(thirty_percent(), {unit(9), serious(6), unit(6)}),
              "1较好 2差 2较好?last_rank");
    EXPECT_EQ(graded(thirty_percent(), {serious(6)}), "1差") << "a domain of one has a last";
}

TEST(GradeDomain, LowestBandIsOrdinaryWithoutADecision) {
    scheme::Grading grading = thirty_percent();
    grading.ordinary_band = Decimal::parse("0.25").value();
    EXPECT_EQ(graded(grading, ten_with({})),
              "1好 2好 3好 4较好 5较好 6较好 7较好 8较好 9一般 10一般?last_rank");
}

TEST(GradeDomain, TieAcrossTheBandIsLeftToPeople) {
    scheme::Grading grading = thirty_percent();
    grading.ordinary_band = Decimal::parse("0.2").value();
    std::vector<Standing> units = ten_with({});
    units[7] = units[8];
    EXPECT_EQ(
        graded(grading, units),
        "1好 2好 3好 4较好 5较好 6较好 7较好 8较好?tie_at_band 8较好?tie_at_band 10一般?last_rank");
}

TEST(GradeDomain, CandidatesAreShownAndNotGraded) {
    scheme::Grading grading = thirty_percent();
    grading.candidate_band = Decimal::parse("0.1").value();
    EXPECT_EQ(graded(grading, ten_with({})),
              "1好 2好 3好 4较好 5较好 6较好 7较好 8较好 9较好 10较好?last_rank?low_rank");
    EXPECT_EQ(graded(grading, {unit(9), unit(8), unit(7)}), "1较好 2较好 3较好?last_rank?low_rank")
        << "a small domain has a candidate too";
    EXPECT_EQ(graded(grading, ten_with({barred(90)})),
              "1好 2好 3好 4较好 5较好 6较好 7较好 8较好 9较好 10一般?last_rank")
        << "already 一般";
}

TEST(GradeDomain, WhereAllAreEqualNobodyRanksLow) {
    scheme::Grading grading = thirty_percent();
    grading.candidate_band = Decimal::parse("0.1").value();
    EXPECT_EQ(graded(grading, {unit(9), unit(9), unit(9)}), "1较好 1较好 1较好");
}

// ---- Decisions

Decision decision(std::size_t unit, Grade grade, std::string reason = "市考核委研究") {
    return {unit, grade, std::move(reason), {}};
}

Checked<std::vector<Outcome>> decided(const std::vector<Standing>& units,
                                      const std::vector<Decision>& decisions) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < units.size(); ++i) names.push_back("单位" + std::to_string(i + 1));
    return decide(thirty_percent(), units, grade_domain(thirty_percent(), units), decisions, names,
                  "县(区)");
}

std::vector<Code> codes(const Checked<std::vector<Outcome>>& result) {
    std::vector<Code> out;
    if (result) return out;
    for (const Error& error : result.error()) out.push_back(error.code);
    return out;
}

TEST(Decide, SettlesTheQuestionsOfTheUnitsNamed) {
    const std::vector<Standing> units{unit(9), unit(9), unit(8), unit(7)};
    const auto result = decided(units, {decision(1, Grade::good), decision(3, Grade::ordinary)});
    ASSERT_TRUE(result);
    EXPECT_EQ(result->at(0).grade, Grade::fair);
    EXPECT_TRUE(result->at(0).has(Question::tie_at_quota));
    EXPECT_EQ(result->at(1).grade, Grade::good);
    EXPECT_EQ(result->at(1).questions, 0);
    EXPECT_EQ(result->at(3).grade, Grade::ordinary);
    EXPECT_EQ(result->at(3).rank, 4U);
}

TEST(Decide, NeedsAReason) {
    for (const std::string blank : {"", " ", "　"}) {
        EXPECT_EQ(codes(decided({unit(9), unit(8)}, {decision(1, Grade::ordinary, blank)})),
                  std::vector{Code::decision_without_reason});
    }
}

TEST(Decide, StaysBelowBarsAndFraud) {
    const std::vector<Standing> units{barred(9), fraudulent(8), unit(7), unit(6)};
    EXPECT_EQ(codes(decided(units, {decision(0, Grade::fair)})),
              std::vector{Code::decision_above_bar});
    EXPECT_EQ(codes(decided(units, {decision(1, Grade::good)})),
              std::vector{Code::decision_above_bar});
    EXPECT_TRUE(decided(units, {decision(1, Grade::fair)}));
}

TEST(Decide, LeavesTheLastWithAMajorProblemPoor) {
    std::vector<Standing> units{unit(9), unit(8), unit(7), unit(6)};
    units[3].serious = true;
    EXPECT_EQ(codes(decided(units, {decision(3, Grade::fair)})),
              std::vector{Code::decision_above_bar});
    EXPECT_TRUE(decided(units, {decision(3, Grade::poor)}));
}

TEST(Decide, NeverExceedsTheQuota) {
    const std::vector<Standing> units{unit(9), unit(8), unit(7), unit(6)};
    EXPECT_EQ(codes(decided(units, {decision(1, Grade::good)})),
              std::vector{Code::decision_over_quota});
    EXPECT_TRUE(decided(units, {decision(0, Grade::fair), decision(1, Grade::good)}));
}

TEST(Decide, PlacesAnExceededQuotaAtTheLastDecisionForGood) {
    std::vector<Decision> decisions{decision(1, Grade::good), decision(2, Grade::ordinary)};
    decisions[0].place.line = 2;
    decisions[1].place.line = 3;
    const auto result = decided({unit(9), unit(8), unit(7), unit(6)}, decisions);
    ASSERT_EQ(codes(result), std::vector{Code::decision_over_quota});
    EXPECT_EQ(result.error().front().place.line, 2U);
}

TEST(Decide, ReportsEverythingAtOnceAndAppliesNothing) {
    const std::vector<Standing> units{barred(9), unit(8), unit(7), unit(6)};
    const auto result = decided(units, {decision(0, Grade::good, ""), decision(1, Grade::good)});
    EXPECT_EQ(codes(result), (std::vector{Code::decision_without_reason, Code::decision_above_bar,
                                          Code::decision_over_quota}));
}

TEST(Consequences, AreThoseOfTheGrade) {
    scheme::Scheme scheme;
    scheme.consequences.push_back(
        {"a", {Grade::fair, Grade::ordinary, Grade::poor}, "不得评优", "A17.4", {}});
    scheme.consequences.push_back({"b", {Grade::ordinary, Grade::poor}, "书面说明", "A17.5", {}});
    EXPECT_TRUE(consequences(scheme, Grade::good).empty());
    EXPECT_EQ(consequences(scheme, Grade::fair).size(), 1U);
    ASSERT_EQ(consequences(scheme, Grade::poor).size(), 2U);
    EXPECT_EQ(consequences(scheme, Grade::poor).back()->id, "b");
}

TEST(BestWhenBarred, IsTheLowestThatABarAllows) {
    scheme::Scheme scheme;
    EXPECT_EQ(best_when_barred(scheme), Grade::ordinary);
    scheme.bars.push_back({"a", "点名批评", Grade::fair, "A16.5", {}});
    EXPECT_EQ(best_when_barred(scheme), Grade::fair);
    scheme.bars.push_back({"b", "满意度", Grade::ordinary, "A16.6", {}});
    EXPECT_EQ(best_when_barred(scheme), Grade::ordinary);
}

TEST(QuestionTexts, StandInTheOrderOfTheirBits) {
    std::uint16_t next = 1;
    for (const QuestionText& text : question_texts()) {
        EXPECT_EQ(bit(text.question), next);
        EXPECT_FALSE(text.zh.empty() || text.en.empty() || text.id.empty() || text.cites.empty());
        next = static_cast<std::uint16_t>(next * 2);
    }
}

}  // namespace
}  // namespace heng::grade
