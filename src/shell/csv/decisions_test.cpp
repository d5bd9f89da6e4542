/// @file
/// The table of decisions: what is read, what is refused, and what it makes of the results.
#include "core/score/test_scheme.hpp"
#include "shell/csv/score_tables.hpp"

#include <gtest/gtest.h>

namespace heng::csv {
namespace {

using namespace score::test;

/// Ten units of one domain with totals from high to low; the quota holds three.
scheme::Scheme plain_scheme() {
    scheme::Scheme scheme = scheme_of({task_of("100", {each("a", "1")})});
    scheme.composition.indicators_full = Decimal::whole(100);
    scheme.composition.review_full = Decimal::whole(100);
    return scheme;
}

std::string ten_units(const std::string& flags_of_first = "0,0") {
    std::string out = "unit,domain,review,veto,serious,name\n";
    for (int i = 0; i < 10; ++i) {
        const std::string id = std::to_string(i);
        out += "U" + id + ",d,9" + std::to_string(9 - i) + "," + (i == 0 ? flags_of_first : "0,0") +
               ",单位" + id + "\n";
    }
    return out;
}

const std::string no_findings = "unit,branch,value,status\n";
const std::string head = "unit,grade,reason\n";

Scored score(const scheme::Scheme& scheme, const std::string& units, const std::string& decisions,
             const std::string& findings = no_findings) {
    const TableText table{"d.csv", decisions};
    return score_tables(scheme, {"u.csv", units}, {"f.csv", findings}, {}, &table);
}

/// `file:line:column code` of every issue.
std::vector<std::string> places(const Scored& scored) {
    std::vector<std::string> out;
    if (scored) return out;
    for (const Error& issue : scored.error().issues) {
        out.push_back(issue.place.file + ':' + std::to_string(issue.place.line) + ':' +
                      std::to_string(issue.place.column) + ' ' + std::string(entry(issue.code).id));
    }
    return out;
}

using Places = std::vector<std::string>;

TEST(Decisions, TakeThePlaceOfTheProposal) {
    const auto scheme = plain_scheme();
    const auto year = score(scheme, ten_units(), head + "U9,一般,成效不明显\nU2,fair,\"一,二\"\n");
    ASSERT_TRUE(year) << places(year).front();
    EXPECT_EQ(year->outcome(9).grade, scheme::Grade::ordinary);
    EXPECT_EQ(year->outcome(9).questions, 0);
    EXPECT_EQ(year->outcome(9).rank, 10U);
    EXPECT_EQ(year->settled(9)->proposal.grade, scheme::Grade::fair);
    EXPECT_TRUE(year->settled(9)->proposal.has(grade::Question::last_rank));
    EXPECT_EQ(year->settled(2)->decision.reason, "一,二");
    EXPECT_EQ(year->outcome(2).grade, scheme::Grade::fair);
    EXPECT_EQ(year->settled(1), nullptr);
    EXPECT_EQ(year->outcome(1).grade, scheme::Grade::good);
}

TEST(Decisions, MayStandInAnyOrderOfColumnsWithFurtherOnes) {
    const auto scheme = plain_scheme();
    const auto year = score(scheme, ten_units(), "meeting,reason,unit,grade\n1月,成效,U9,一般\n\n");
    ASSERT_TRUE(year) << places(year).front();
    EXPECT_EQ(year->outcome(9).grade, scheme::Grade::ordinary);
}

TEST(Decisions, MayBeNone) {
    const auto scheme = plain_scheme();
    const auto year = score(scheme, ten_units(), head);
    ASSERT_TRUE(year);
    EXPECT_EQ(year->settled(9), nullptr);
}

TEST(Decisions, ThatCannotBeReadAreAllNamed) {
    const auto scheme = plain_scheme();
    EXPECT_EQ(places(score(scheme, ten_units(),
                           head + "U1,一般,a\nX,一般,a\n,一般,a\nU2,很好,　\nU1,差,a\nU3,差\n"
                                  "U4,差,\xFF\n")),
              (Places{"d.csv:3:1 unit_unknown", "d.csv:4:1 unit_empty", "d.csv:5:4 grade_unknown",
                      "d.csv:5:7 decision_without_reason", "d.csv:6:1 unit_duplicate",
                      "d.csv:7:1 csv_fields_differ", "d.csv:8:6 text_not_utf8"}));
    EXPECT_EQ(places(score(scheme, ten_units(), "unit,grade,why\n")),
              Places{"d.csv:1:1 csv_header_missing"});
}

TEST(Decisions, AreReportedTogetherWithTheOtherTables) {
    const auto scheme = plain_scheme();
    EXPECT_EQ(
        places(score(scheme, ten_units("0,2"), head + "X,一般,a\n",
                     no_findings + "U1,q,1,confirmed\n")),
        (Places{"u.csv:2:11 flag_unknown", "f.csv:2:4 branch_unknown", "d.csv:2:1 unit_unknown"}));
    EXPECT_EQ(places(score(scheme, "unit\n", "unit\n", "unit\n")).size(), 4U + 3U + 2U);
}

TEST(Decisions, ThatTheRulesForbidAreAllNamedByLine) {
    const auto scheme = plain_scheme();
    const auto year =
        score(scheme, ten_units("1,0"), head + "U5,好,a\nU4,好,b\nU0,较好,c\nU6,一般,d\n");
    EXPECT_EQ(places(year),
              (Places{"d.csv:3:1 decision_over_quota", "d.csv:4:1 decision_above_bar"}));
    EXPECT_EQ(year.error().issues[1].args.front(), "单位0（U0）");
}

TEST(Decisions, MayFillTheQuotaAndNotMore) {
    const auto scheme = plain_scheme();
    EXPECT_TRUE(score(scheme, ten_units("1,0"), head + "U3,好,递补\n"));
    EXPECT_EQ(places(score(scheme, ten_units(), head + "U3,好,递补\n")),
              Places{"d.csv:2:1 decision_over_quota"});
}

}  // namespace
}  // namespace heng::csv
