#include "core/scheme/check.hpp"
#include "core/scheme/check_sample.hpp"

#include <gtest/gtest.h>

#include <array>

namespace heng::scheme {
namespace {

using namespace sample;  // NOLINT(google-build-using-namespace): the vocabulary of these tests.

const auto cases = std::to_array<Case>({
    {"BranchIdTwice", Code::id_duplicate,
     [](Scheme& s) { s.tables[0].categories[0].tasks[1].clauses[0].branches[0].id = "1.1a"; },
     [](Scheme& s) { s.tables[0].categories[0].tasks[1].clauses[0].branches[0].id = "1.1b"; }},
    {"ArticleTwice", Code::id_duplicate,
     [](Scheme& s) {
         s.articles.push_back({5, "", "", {}});
     },
     [](Scheme& s) {
         s.articles.push_back({6, "", "", {}});
     }},
    {"StatementTwice", Code::id_duplicate,
     [](Scheme& s) {
         s.statements.push_back({"A16.2", "", "", {}});
     },
     [](Scheme& s) {
         s.statements.push_back({"A16.3", "", "", {}});
     }},
    {"BodyTwice", Code::id_duplicate,
     [](Scheme& s) {
         s.bodies.push_back({"组织部", {}, "", {}, {}});
     },
     [](Scheme& s) {
         s.bodies.push_back({"统战部", {}, "", {}, {}});
     }},
    {"DomainTwice", Code::id_duplicate, [](Scheme& s) { s.domains.push_back(s.domains[0]); },
     [](Scheme& s) { s.domains[0].name = "县"; }},
    {"BarTwice", Code::id_duplicate, [](Scheme& s) { s.bars.push_back(s.bars[0]); },
     [](Scheme& s) {
         s.bars.push_back({"survey", "", Grade::ordinary, "A16", {}});
     }},
    {"ConsequenceTwice", Code::id_duplicate,
     [](Scheme& s) { s.consequences.push_back(s.consequences[0]); },
     [](Scheme& s) {
         s.consequences.push_back({"criticised", {}, "", "A16", {}});
     }},
    {"TermTwice", Code::id_duplicate,
     [](Scheme& s) { s.calendar.terms.push_back(s.calendar.terms[0]); },
     [](Scheme& s) { s.calendar.terms[0].id = "floor"; }},
    {"ConventionTwice", Code::id_duplicate,
     [](Scheme& s) { s.conventions.push_back(s.conventions[0]); },
     [](Scheme& s) { s.conventions[0].id = "reply"; }},
    {"ClauseNumberTwiceInTask", Code::id_duplicate,
     [](Scheme& s) { first_task(s).clauses[1].no = "1"; },
     [](Scheme& s) { first_task(s).clauses[1].no = "3"; }},
    {"TaskNumberTwiceInCategory", Code::id_duplicate,
     [](Scheme& s) { first_category(s).tasks[1].no = "(一)"; },
     [](Scheme& s) { first_category(s).tasks[1].no = "(三)"; }},
    {"TableSum", Code::table_sum_differs, [](Scheme& s) { s.tables[0].points = dec("9.5"); },
     [](Scheme& s) { s.tables[0].points = dec("10.0"); }},
    {"CategorySum", Code::category_sum_differs,
     [](Scheme& s) { first_task(s).points = dec("6.0001"); },
     [](Scheme& s) {
         first_task(s).points = dec("5.9999");
         first_category(s).tasks[1].points = dec("4.0001");
     }},
    {"PointsZero", Code::points_not_positive, [](Scheme& s) { flat_branch(s).points = dec("0"); },
     [](Scheme& s) { flat_branch(s).points = dec("0.0001"); }},
    {"PointsNegative", Code::points_not_positive,
     [](Scheme& s) { flat_branch(s).points = dec("-2"); },
     [](Scheme& s) { flat_branch(s).points = dec("2"); }},
    {"StepZero", Code::points_not_positive, [](Scheme& s) { counted_branch(s).step = dec("0"); },
     [](Scheme& s) { counted_branch(s).step = dec("0.5"); }},
    {"ReviewScaleZero", Code::points_not_positive,
     [](Scheme& s) { s.composition.review_full = Decimal{}; },
     [](Scheme& s) { s.composition.review_full = dec("5"); }},
    {"TaskWithoutPoints", Code::points_not_positive,
     [](Scheme& s) {
         first_category(s).tasks.push_back(
             task("(三)", "0", {clause("1", {flat("3a", "1", "")}, 9)}));
     },
     [](Scheme& s) {
         first_category(s).tasks.push_back(
             task("(三)", "0", {clause("1", {flat("3a", "1", "")}, 9)}));
         first_category(s).tasks[2].clauses[0].branches[0].effect = Effect::award;
     }},
    {"LeadUnknown", Code::body_unknown, [](Scheme& s) { s.domains[0].lead = "工委"; },
     [](Scheme& s) { s.domains[0].lead = "老干局"; }},
    {"TaskAssessorUnknown", Code::body_unknown,
     [](Scheme& s) { first_task(s).assessors.push_back("工委"); },
     [](Scheme& s) { first_task(s).assessors.push_back("老干局"); }},
    {"ClauseAssessorUnknown", Code::body_unknown, [](Scheme& s) { set_clause_assessor(s, "工委"); },
     [](Scheme& s) {
         set_clause_assessor(s, "工委");
         s.bodies.clear();
     }},
    {"DomainUnknown", Code::domain_unknown,
     [](Scheme& s) {
         s.source.complete = false;
         s.tables[0].domain = "school";
     },
     [](Scheme& s) {
         s.domains[0].id = "school";
         s.tables[0].domain = "school";
     }},
    {"TableNamesDomainByName", Code::domain_unknown,
     [](Scheme& s) {
         s.source.complete = false;
         s.tables[0].domain = "县(区)";
     },
     [](Scheme& s) { s.domains[0].name = "county"; }},
    {"BarCitesNothing", Code::citation_dangling, [](Scheme& s) { s.bars[0].cites = "A16.9"; },
     [](Scheme& s) { s.bars[0].cites = "A16.2"; }},
    {"DutyCitesNothing", Code::citation_dangling,
     [](Scheme& s) { s.bodies[0].duties[0].cites = "A50"; },
     [](Scheme& s) { s.bodies[0].duties[0].cites = ""; }},
    {"StatementOfNoArticle", Code::citation_dangling,
     [](Scheme& s) {
         s.statements.push_back({"A17.1", "", "", {}});
     },
     [](Scheme& s) {
         s.statements.push_back({"A14.1", "", "", {}});
     }},
    {"OnlyTermsCiteConventions", Code::citation_dangling,
     [](Scheme& s) { s.conventions[0].cites = "convention"; },
     [](Scheme& s) { s.calendar.terms[0].cites = "A16.2"; }},
    {"NothingQuotedNothingDangles", Code::citation_dangling,
     [](Scheme& s) { s.grading.cites = "A99"; },
     [](Scheme& s) {
         s.grading.cites = "A99";
         s.articles.clear();
         s.statements.clear();
     }},
    {"DomainWithoutTable", Code::domain_without_table,
     [](Scheme& s) {
         s.domains.push_back({"school", "学校", "组织部", "", "", {}});
     },
     [](Scheme& s) {
         s.domains.push_back({"school", "学校", "组织部", "", "", {}});
         s.source.complete = false;
     }},
    {"DomainTableRepeated", Code::domain_table_repeated,
     [](Scheme& s) {
         s.tables.push_back(s.tables[0]);
         s.tables[1].categories.clear();
         s.tables[1].categories.push_back({"一", "", dec("10"), {task("(一)", "10", {})}, {}});
     },
     [](Scheme& s) {
         s.domains.push_back({"school", "学校", "组织部", "", "", {}});
         s.tables.push_back(s.tables[0]);
         s.tables[1].domain = "school";
     }},
    {"TableAboveFull", Code::indicators_sum_over,
     [](Scheme& s) { s.composition.indicators_full = dec("9"); },
     [](Scheme& s) { s.composition.indicators_full = dec("11"); }},
    {"CompositionSum", Code::composition_sum_differs,
     [](Scheme& s) { s.composition.review_percent = dec("20.5"); },
     [](Scheme& s) {
         s.composition.review_percent = dec("20.5");
         s.composition.indicators_percent = dec("79.5");
     }},
    {"QuotaAbove", Code::quota_out_of_range,
     [](Scheme& s) { s.grading.quota_percent = dec("100.01"); },
     [](Scheme& s) { s.grading.quota_percent = dec("100"); }},
    {"QuotaBelow", Code::quota_out_of_range, [](Scheme& s) { s.grading.quota_percent = dec("-1"); },
     [](Scheme& s) { s.grading.quota_percent = dec("0"); }},
    {"OrdinaryBand", Code::share_out_of_range,
     [](Scheme& s) { s.grading.ordinary_band = dec("10"); },
     [](Scheme& s) { s.grading.ordinary_band = dec("1"); }},
    {"CandidateBand", Code::share_out_of_range,
     [](Scheme& s) { s.grading.candidate_band = dec("-0.1"); },
     [](Scheme& s) { s.grading.candidate_band = dec("0"); }},
    {"PercentOfTaskAbove", Code::percent_out_of_range,
     [](Scheme& s) {
         flat_branch(s).points.reset();
         flat_branch(s).percent_of_task = dec("150");
     },
     [](Scheme& s) {
         flat_branch(s).points.reset();
         flat_branch(s).percent_of_task = dec("100");
     }},
    {"AmountMissing", Code::branch_without_points, [](Scheme& s) { flat_branch(s).points.reset(); },
     [](Scheme& s) {
         flat_branch(s).points.reset();
         flat_branch(s).points_max = dec("3");
     }},
    {"ZeroWithAmount", Code::branch_points_needless,
     [](Scheme& s) { flat_branch(s).effect = Effect::zero; },
     [](Scheme& s) {
         flat_branch(s).effect = Effect::zero;
         flat_branch(s).points.reset();
     }},
    {"VetoWithAmount", Code::branch_points_needless,
     [](Scheme& s) { flat_branch(s).effect = Effect::veto; },
     [](Scheme& s) { flat_branch(s).effect = Effect::award; }},
    {"PointsAndPercent", Code::branch_points_needless,
     [](Scheme& s) { flat_branch(s).percent_of_task = dec("50"); },
     [](Scheme& s) {
         flat_branch(s).percent_of_task = dec("50");
         flat_branch(s).points.reset();
     }},
    {"RangeInverted", Code::branch_range_inverted,
     [](Scheme& s) { flat_branch(s).points_max = dec("1.5"); },
     [](Scheme& s) { flat_branch(s).points_max = dec("2"); }},
    {"StepMissing", Code::branch_step_missing, [](Scheme& s) { counted_branch(s).step.reset(); },
     [](Scheme& s) { counted_branch(s).basis = Basis::shortfall; }},
    {"StepNeedless", Code::branch_step_needless, [](Scheme& s) { flat_branch(s).step = dec("1"); },
     [](Scheme& s) {
         flat_branch(s).step = dec("1");
         flat_branch(s).basis = Basis::excess;
     }},
    {"PercentInexact", Code::branch_percent_inexact,
     [](Scheme& s) {
         flat_branch(s).points.reset();
         flat_branch(s).percent_of_task = dec("33.3333");
     },
     [](Scheme& s) {
         flat_branch(s).points.reset();
         flat_branch(s).percent_of_task = dec("33.35");
     }},
    {"LevelMissing", Code::branch_level_missing,
     [](Scheme& s) { flat_branch(s).basis = Basis::level; },
     [](Scheme& s) {
         flat_branch(s).basis = Basis::level;
         flat_branch(s).level = "一般";
     }},
    {"CapZero", Code::cap_not_positive, [](Scheme& s) { flat_branch(s).cap = Cap{}; },
     [](Scheme& s) {
         flat_branch(s).cap = Cap{true, {}};
     }},
    {"ReferenceOfNoBranch", Code::branch_unknown,
     [](Scheme& s) {
         s.references.push_back({"9.9z", dec("1"), "", {}});
     },
     [](Scheme& s) {
         flat_branch(s).reference = "全省平均水平";
         s.references.push_back({"1.1a", dec("1"), "", {}});
     }},
    {"ReferenceNeedless", Code::reference_needless,
     [](Scheme& s) {
         s.references.push_back({"1.1a", dec("1"), "", {}});
     },
     [](Scheme& s) {
         flat_branch(s).reference = "上年度";
         s.references.push_back({"1.1a", dec("1"), "", {}});
     }},
});

class CheckStructure : public testing::TestWithParam<Case> {};

TEST_P(CheckStructure, ReportsTheErrorAndNothingElse) {
    Scheme changed = scheme();
    GetParam().provoke(changed);
    const std::vector<std::string> expected{std::string(entry(GetParam().code).id)};
    EXPECT_EQ(ids(check_structure(changed)), expected);
}

TEST_P(CheckStructure, AcceptsTheNearMiss) {
    Scheme changed = scheme();
    GetParam().near_miss(changed);
    for (const Error& issue : check_structure(changed)) EXPECT_NE(issue.code, GetParam().code);
}

INSTANTIATE_TEST_SUITE_P(Cases, CheckStructure, testing::ValuesIn(cases),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(CheckStructureCases, ProvokeEveryError) {
    EXPECT_TRUE(unprovoked(cases, Code::id_duplicate, Code::reference_needless).empty());
}

TEST(CheckStructurePlaces, AcceptsTheSample) {
    EXPECT_TRUE(ids(check_structure(scheme())).empty());
}

TEST(CheckStructurePlaces, BranchStandsOnTheLineOfItsClause) {
    Scheme changed = scheme();
    counted_branch(changed).step.reset();
    const Issues issues = check_structure(changed);
    ASSERT_EQ(issues.size(), 1U);
    EXPECT_EQ(print(issues[0].place), "table.yaml:5 (一)2 1.2a");
    EXPECT_EQ(issues[0].args, std::vector<std::string>{"each"});
}

TEST(CheckStructurePlaces, DuplicateNamesTheFirst) {
    Scheme changed = scheme();
    counted_branch(changed).id = "1.1a";
    const Issues issues = check_structure(changed);
    ASSERT_EQ(issues.size(), 1U);
    const std::vector<std::string> expected{"1.1a", "table.yaml:4 (一)1 1.1a"};
    EXPECT_EQ(issues[0].args, expected);
}

TEST(CheckStructurePlaces, AllErrorsComeInTheOrderOfTheTable) {
    Scheme changed = scheme();
    changed.tables[0].points = dec("9");
    first_task(changed).assessors = {"甲"};
    flat_branch(changed).points.reset();
    counted_branch(changed).points = dec("-1");
    first_category(changed).tasks[1].assessors = {"乙"};
    const std::vector<std::string> expected{"body_unknown", "branch_without_points",
                                            "points_not_positive", "body_unknown",
                                            "table_sum_differs"};
    EXPECT_EQ(ids(check_structure(changed)), expected);
    EXPECT_EQ(check_structure(changed), check_structure(changed));
}

TEST(CheckStructurePlaces, AbsurdFiguresAreReportedNotSummedOutOfRange) {
    Scheme changed = scheme();
    for (int i = 0; i < 2000; ++i) {
        first_category(changed).tasks.push_back(task(std::to_string(i), "999999999999", {}));
    }
    flat_branch(changed).points.reset();
    flat_branch(changed).percent_of_task = dec("999999999999");
    const std::vector<std::string> expected{"percent_out_of_range", "category_sum_differs"};
    EXPECT_EQ(ids(check_structure(changed)), expected);
    EXPECT_NO_THROW(check_regulation(changed));
}

}  // namespace
}  // namespace heng::scheme
