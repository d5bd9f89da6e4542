#include "core/scheme/check.hpp"
#include "core/scheme/check_sample.hpp"

#include <gtest/gtest.h>

#include <array>

namespace heng::scheme {
namespace {

using namespace sample;  // NOLINT(google-build-using-namespace): the vocabulary of these tests.

void set_clause(Scheme& s, std::vector<Branch> branches) {
    first_clause(s) = clause("1", std::move(branches), 4);
}

/// Lays `text` on the first clause of the first task and `other` on that of the second.
void set_texts(Scheme& s, const char* text, const char* other) {
    set_clause(s, {flat("1.1a", "1", text)});
    first_category(s).tasks[1].clauses[0] = clause("1", {flat("2.1a", "1", other)}, 7);
}

Branch level(std::string id, std::string_view points, std::string words) {
    Branch branch = flat(std::move(id), points, "评为“" + words + "”的,扣分");
    branch.basis = Basis::level;
    branch.level = std::move(words);
    return branch;
}

Branch shortfall(std::string id, std::string text) {
    Branch branch = counted(std::move(id), "0.1", "百分点", std::move(text));
    branch.basis = Basis::shortfall;
    return branch;
}

const auto cases = std::to_array<Case>({
    {"TaskOverdrawn", Code::task_overdrawn,
     [](Scheme& s) { counted_branch(s).points = dec("4.0001"); },
     [](Scheme& s) { counted_branch(s).points = dec("4"); }},
    {"RangeCountsAtItsMost", Code::task_overdrawn,
     [](Scheme& s) { counted_branch(s).points_max = dec("5"); },
     [](Scheme& s) { counted_branch(s).points_max = dec("4"); }},
    {"LevelsCountOnceByTheHighest", Code::task_overdrawn,
     [](Scheme& s) {
         set_clause(s, {level("1.1a", "3", "一档"), level("1.1b", "5.6", "二档")});
     },
     [](Scheme& s) {
         set_clause(s, {level("1.1a", "5.5", "一档"), level("1.1b", "5.5", "二档")});
     }},
    {"SharedCapHoldsBranchesTogether", Code::task_overdrawn,
     [](Scheme& s) {
         set_clause(s, {counted("1.1a", "3", "起", "甲,每1起扣3分"),
                        counted("1.1b", "3", "起", "乙,每1起扣3分")});
     },
     [](Scheme& s) {
         set_clause(s, {counted("1.1a", "3", "起", "甲,每1起扣3分"),
                        counted("1.1b", "3", "起", "乙,每1起扣3分")});
         for (Branch& branch : first_clause(s).branches) {
             branch.cap = Cap{false, dec("5")};
             branch.cap_shared = true;
         }
     }},
    {"AwardsDrawNothing", Code::task_overdrawn,
     [](Scheme& s) { counted_branch(s).points = dec("9"); },
     [](Scheme& s) {
         counted_branch(s).points = dec("9");
         counted_branch(s).effect = Effect::award;
     }},
    {"CountingUnitMissing", Code::counting_unit_missing,
     [](Scheme& s) { counted_branch(s).per.reset(); },
     [](Scheme& s) {
         counted_branch(s).per.reset();
         counted_branch(s).basis = Basis::excess;
     }},
    {"ItemsUnlisted", Code::counting_items_unlisted,
     [](Scheme& s) { set_clause(s, {counted("1.1a", "1", "项", "无源头防控,每1项扣1分")}); },
     [](Scheme& s) { set_clause(s, {counted("1.1a", "1", "项", "无通报、无制度,每1项扣1分")}); }},
    {"ItemsListedInAnotherSentence", Code::counting_items_unlisted,
     [](Scheme& s) {
         set_clause(s, {counted("1.1a", "1", "起", "通报、问责,每1起扣1分"),
                        counted("1.1b", "1", "项", "无源头防控,每1项扣1分")});
     },
     [](Scheme& s) {
         set_clause(s, {counted("1.1a", "1", "起", "通报、问责,每1起扣1分"),
                        counted("1.1b", "1", "次", "无源头防控,每1次扣1分")});
     }},
    {"ItemsListedBeforeTheFirstTier", Code::counting_items_unlisted,
     [](Scheme& s) {
         set_clause(s, {counted("1.1a", "1", "起", "甲类、乙类,省级,每1起扣1分"),
                        counted("1.1b", "1", "项", "市级,每1项扣1分")});
     },
     [](Scheme& s) {
         set_clause(s, {counted("1.1a", "1", "起", "甲类、乙类,省级,每1起扣1分"),
                        counted("1.1b", "1", "项", "市级,每1项扣1分")});
         first_clause(s).branches[1].level = "市级";
     }},
    {"ThingsCountedNameThemselves", Code::counting_items_unlisted,
     [](Scheme& s) { set_clause(s, {counted("1.1a", "1", "项", "请示未批,每1项扣1分")}); },
     [](Scheme& s) { set_clause(s, {counted("1.1a", "1", "项", "请示事项未批,每1项扣1分")}); }},
    {"TimeWord", Code::threshold_without_figure,
     [](Scheme& s) { set_clause(s, {flat("1.1a", "1", "未及时回应,扣1分")}); },
     [](Scheme& s) {
         set_clause(s, {flat("1.1a", "1", "未及时回应,扣1分")});
         first_clause(s).branches[0].deadline = "3日内";
     }},
    {"DeadlineIsNoFigure", Code::threshold_without_figure,
     [](Scheme& s) {
         set_clause(s, {flat("1.1a", "1", "打击不力,扣1分")});
         first_clause(s).branches[0].deadline = "3日内";
     },
     [](Scheme& s) {
         set_clause(s, {flat("1.1a", "1", "打击不力,扣1分")});
         first_clause(s).branches[0].target = Target{Comparison::at_least, dec("2"), "次"};
     }},
    {"LevelNamesTheWord", Code::threshold_without_figure,
     [](Scheme& s) { set_clause(s, {flat("1.1a", "1", "整改不到位的,扣1分")}); },
     [](Scheme& s) { set_clause(s, {level("1.1a", "1", "整改不到位")}); }},
    {"ReferenceWithoutFigure", Code::reference_without_figure,
     [](Scheme& s) {
         set_clause(s, {shortfall("1.1a", "每低于全省平均水平1个百分点扣0.1分")});
         first_clause(s).branches[0].reference = "全省平均水平";
     },
     [](Scheme& s) {
         set_clause(s, {shortfall("1.1a", "每低于全省平均水平1个百分点扣0.1分")});
         first_clause(s).branches[0].reference = "全省平均水平";
         s.references.push_back({"1.1a", dec("80"), "统计公报", {}});
     }},
    {"OverlapAcrossTasks", Code::clauses_overlap,
     [](Scheme& s) { set_texts(s, "存在形式主义问题,扣1分", "通报形式主义案例,扣1分"); },
     [](Scheme& s) { set_texts(s, "存在形式主义问题,扣1分", "通报享乐主义案例,扣1分"); }},
    {"StockPhrasesAreNoOverlap", Code::clauses_overlap,
     [](Scheme& s) { set_texts(s, "未开展分析研判,扣1分", "缺少分析研判,扣1分"); },
     [](Scheme& s) { set_texts(s, "未落实省委决策部署,扣1分", "违背省委决策部署,扣1分"); }},
    {"PartsOfTitlesAreNoOverlap", Code::clauses_overlap,
     [](Scheme& s) {
         set_texts(s, "违反《甲单位工作守则》,扣1分", "未学《甲单位工作守则》,扣1分");
     },
     [](Scheme& s) {
         set_texts(s, "违反《甲单位工作守则》,扣1分", "未学《乙单位工作守则》,扣1分");
     }},
    {"OneTaskMaySpeakOfOneMatter", Code::clauses_overlap,
     [](Scheme& s) {
         first_task(s).clauses[0] =
             clause("1", {flat("1.1a", "1", "理论学习小组学习缺席,扣1分")}, 4);
         first_task(s).clauses[1] =
             clause("2", {flat("1.2a", "1", "理论学习小组学习迟到,扣1分")}, 5);
     },
     [](Scheme& s) {
         first_task(s).clauses[0] = clause("1", {flat("1.1a", "1", "理论学习缺席,扣1分")}, 4);
         first_task(s).clauses[1] = clause("2", {flat("1.2a", "1", "理论学习迟到,扣1分")}, 5);
     }},
    {"TaskWithoutClauses", Code::task_without_clauses,
     [](Scheme& s) { first_category(s).tasks[1].clauses.clear(); },
     [](Scheme& s) { first_category(s).tasks[1].clauses[0].branches.clear(); }},
    {"AssessorNotInArticle", Code::assessor_not_in_article,
     [](Scheme& s) {
         first_task(s).assessors = {"老干局"};
         set_clause_assessor(s, "老干局");
     },
     [](Scheme& s) {
         s.bodies[2].cites = "A5.7";
         first_task(s).assessors = {"老干局"};
     }},
    {"AssessorNotInTask", Code::assessor_not_in_task,
     [](Scheme& s) { set_clause_assessor(s, "组织部"); },
     [](Scheme& s) { set_clause_assessor(s, "宣传部"); }},
    {"SourceIncomplete", Code::source_incomplete, [](Scheme& s) { s.source.missing = {"附件2"}; },
     [](Scheme& s) { s.source.edition = "2021"; }},
    {"SourceIncompleteWithoutSayingWhere", Code::source_incomplete,
     [](Scheme& s) { s.source.complete = false; }, [](Scheme& s) { s.source.complete = true; }},
    {"IndicatorsSumShort", Code::indicators_sum_short,
     [](Scheme& s) { s.composition.indicators_full = dec("12.5"); },
     [](Scheme& s) { s.composition.indicators_full = dec("9"); }},
});

class CheckRegulation : public testing::TestWithParam<Case> {};

TEST_P(CheckRegulation, WarnsOnceAndOfNothingElse) {
    Scheme changed = scheme();
    GetParam().provoke(changed);
    const std::vector<std::string> expected{std::string(entry(GetParam().code).id)};
    EXPECT_EQ(ids(check_regulation(changed)), expected);
}

TEST_P(CheckRegulation, IsSilentOnTheNearMiss) {
    Scheme changed = scheme();
    GetParam().near_miss(changed);
    EXPECT_TRUE(ids(check_regulation(changed)).empty());
}

INSTANTIATE_TEST_SUITE_P(Cases, CheckRegulation, testing::ValuesIn(cases),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(CheckRegulationCases, ProvokeEveryWarning) {
    const std::vector<std::string> expected{"task_flat_overdrawn"};  // It never comes alone: below.
    EXPECT_EQ(unprovoked(cases, Code::task_overdrawn, Code::indicators_sum_short), expected);
}

TEST(CheckRegulationWords, AcceptsTheSample) {
    EXPECT_TRUE(ids(check_regulation(scheme())).empty());
}

TEST(CheckRegulationWords, FlatDeductionsAloneExceedTheTask) {
    Scheme changed = scheme();
    flat_branch(changed).points = dec("6.5");
    const Issues issues = check_regulation(changed);
    const std::vector<std::string> expected{"task_overdrawn", "task_flat_overdrawn"};
    ASSERT_EQ(ids(issues), expected);
    EXPECT_EQ(issues[0].args, (std::vector<std::string>{"(一)", "7", "6"}));
    EXPECT_EQ(issues[1].args, (std::vector<std::string>{"(一)", "6.5", "6"}));
    flat_branch(changed).points = dec("6");
    EXPECT_EQ(ids(check_regulation(changed)), std::vector<std::string>{"task_overdrawn"});
}

TEST(CheckRegulationWords, ShareOfTheTaskIsWorkedOut) {
    Scheme changed = scheme();
    flat_branch(changed).points.reset();
    flat_branch(changed).percent_of_task = dec("95");
    const Issues issues = check_regulation(changed);
    ASSERT_EQ(ids(issues), std::vector<std::string>{"task_overdrawn"});
    EXPECT_EQ(issues[0].args, (std::vector<std::string>{"(一)", "6.2", "6"}));
}

TEST(CheckRegulationWords, OneWarningNamesAllVagueWordsOfAClause) {
    Scheme changed = scheme();
    set_clause(changed, {flat("1.1a", "1", "推进明显滞后,扣1分"),
                         flat("1.1b", "1", "整改不到位、推进明显滞后,扣1分")});
    const Issues issues = check_regulation(changed);
    ASSERT_EQ(ids(issues), std::vector<std::string>{"threshold_without_figure"});
    EXPECT_EQ(issues[0].args, (std::vector<std::string>{"(一)1", "明显滞后、不到位"}));
    EXPECT_EQ(print(issues[0].place), "table.yaml:4 (一)1");
}

TEST(CheckRegulationWords, FigureOfOneBranchSettlesNothingInAnother) {
    Scheme changed = scheme();
    set_clause(changed,
               {flat("1.1a", "1", "未及时报送,扣1分"), flat("1.1b", "1", "未及时回应,扣1分")});
    first_clause(changed).branches[0].deadline = "3日内";
    EXPECT_EQ(ids(check_regulation(changed)), std::vector<std::string>{"threshold_without_figure"});
    first_clause(changed).branches[1].deadline = "3日内";
    EXPECT_TRUE(check_regulation(changed).empty());
}

TEST(CheckRegulationWords, OverlapNamesBothClausesAndTheSharedWords) {
    Scheme changed = scheme();
    set_texts(changed, "未查处形式主义、官僚主义,党支部标准化未达标,扣1分",
              "党支部标准化滑坡,形式主义反弹,扣1分");
    const Issues issues = check_regulation(changed);
    ASSERT_EQ(ids(issues), std::vector<std::string>{"clauses_overlap"});
    EXPECT_EQ(issues[0].args,
              (std::vector<std::string>{"(一)1", "(二)1", "形式主义、党支部标准化"}));
}

TEST(CheckRegulationWords, WordsOfManyClausesNameATopic) {
    Scheme changed = scheme();
    std::vector<Task>& tasks = first_category(changed).tasks;
    for (int i = 0; i < 4; ++i) {
        const std::string no = std::to_string(i);
        tasks.push_back(task(no, "4", {clause("1", {flat(no + 'x', "1", "村级组织" + no)}, 9)}));
    }
    EXPECT_TRUE(check_regulation(changed).empty());
    tasks.pop_back();
    EXPECT_EQ(check_regulation(changed).size(), 3U);
}

TEST(CheckRegulationWords, ReadsAnyBytes) {
    Scheme changed = scheme();
    first_clause(changed).text = "《未完\xE4\xB8 及时";
    flat_branch(changed).text = "";
    EXPECT_EQ(ids(check_regulation(changed)), std::vector<std::string>{"threshold_without_figure"});
}

}  // namespace
}  // namespace heng::scheme
