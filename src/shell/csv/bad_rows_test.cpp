/// @file
/// What a wrong table answers: every bad row, with line and column, and no result.
#include "core/score/test_scheme.hpp"
#include "shell/csv/score_tables.hpp"

#include <gtest/gtest.h>

namespace heng::csv {
namespace {

using namespace score::test;

scheme::Scheme small_scheme() {
    scheme::Scheme scheme =
        scheme_of({task_of("60", {once("a", "2"), each("b", "0.5"), range("r", "1", "3")}),
                   task_of("40", {})});
    scheme.composition.indicators_full = Decimal::whole(100);
    scheme.composition.review_full = Decimal::whole(100);
    return scheme;
}

const std::string units_head = "unit,domain,review,veto,serious\n";
const std::string findings_head = "unit,branch,value,status\n";

Scored score(const scheme::Scheme& scheme, const std::string& units, const std::string& findings,
             unsigned threads = 1) {
    return score_tables(scheme, {"u.csv", units}, {"f.csv", findings}, {threads, {}, std::nullopt});
}

/// `file:line:column code` of every issue listed.
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

TEST(BadRows, OfUnitsAreAllNamed) {
    const auto scheme = small_scheme();
    const auto scored = score(scheme,
                              units_head +
                                  "A,d,90,0,0\n,d,90,0,0\nA,d,90,0,0\nB,x,90,0,0\nC,d,100.1,0,0\n"
                                  "D,d,9O,0,0\nE,d,90,2,0\nF,d,90,0\n",
                              findings_head);
    EXPECT_EQ(places(scored), (Places{"u.csv:3:1 unit_empty", "u.csv:4:1 unit_duplicate",
                                      "u.csv:5:3 domain_unknown", "u.csv:6:5 review_out_of_range",
                                      "u.csv:7:5 review_out_of_range", "u.csv:8:8 flag_unknown",
                                      "u.csv:9:1 csv_fields_differ"}));
}

TEST(BadRows, OfFindingsAreAllNamed) {
    const auto scheme = small_scheme();
    const auto scored = score(scheme, units_head + "A,d,90,0,0\n",
                              findings_head +
                                  "B,a,1,confirmed\nA,x,1,confirmed\nA,b,-1,confirmed\n"
                                  "A,b,1.23456,confirmed\nA,a,1,maybe\nA,r,4,confirmed\n");
    EXPECT_EQ(places(scored), (Places{"f.csv:2:1 unit_unknown", "f.csv:3:3 branch_unknown",
                                      "f.csv:4:5 value_out_of_range", "f.csv:5:5 value_not_decimal",
                                      "f.csv:6:7 status_unknown", "f.csv:7:5 value_out_of_range"}));
}

TEST(BadRows, FindingsThatDoNotCountMustStillFitTheScheme) {
    const auto scheme = small_scheme();
    EXPECT_EQ(places(score(scheme, units_head + "A,d,90,0,0\n", findings_head + "A,x,1,draft\n")),
              Places{"f.csv:2:3 branch_unknown"});
}

TEST(BadRows, OfBothTablesComeTogetherUnitsFirst) {
    const auto scheme = small_scheme();
    EXPECT_EQ(
        places(score(scheme, units_head + "A,x,90,0,0\n", findings_head + "A,q,1,confirmed\n")),
        (Places{"u.csv:2:3 domain_unknown", "f.csv:2:3 branch_unknown"}));
}

TEST(BadRows, AHeaderSaysWhatItLacksAndWhatItRepeats) {
    const auto scheme = small_scheme();
    EXPECT_EQ(places(score(scheme, "unit,domain,review,veto,veto\n", findings_head)),
              (Places{"u.csv:1:1 csv_header_missing", "u.csv:1:25 csv_header_duplicate"}));
}

TEST(BadRows, AreNamedWhereATableHoldsNothing) {
    const auto scheme = small_scheme();
    EXPECT_EQ(places(score(scheme, "", findings_head)), Places{"u.csv:1:1 csv_empty"});
    EXPECT_EQ(places(score(scheme, units_head, findings_head)),
              Places{"u.csv:2:1 domain_without_units"});
}

TEST(BadRows, NameABranchOfAnotherDomain) {
    auto scheme = small_scheme();
    scheme.domains.push_back(scheme.domains.front());
    scheme.domains.back().id = scheme.domains.back().name = "e";
    scheme.tables.push_back(scheme.tables.front());
    scheme.tables.back().domain = "e";
    for (scheme::Clause& clause : scheme.tables.back().categories[0].tasks[0].clauses) {
        for (scheme::Branch& branch : clause.branches) branch.id = "e" + branch.id;
    }
    EXPECT_EQ(places(score(scheme, units_head + "A,d,90,0,0\nB,e,90,0,0\n",
                           findings_head + "A,a,1,confirmed\nB,b,1,confirmed\n")),
              Places{"f.csv:3:3 branch_not_in_domain"});
}

TEST(BadRows, AreListedToAHundredAndCountedToTheLast) {
    const auto scheme = small_scheme();
    std::string findings = findings_head;
    for (int i = 0; i < 250; ++i) findings += "A,x,1,confirmed\n";
    const auto scored = score(scheme, units_head + "A,d,90,0,0\n", findings);
    ASSERT_FALSE(scored);
    EXPECT_EQ(scored.error().issues.size(), app::listed_issues_max);
    EXPECT_EQ(scored.error().count, 250U);
}

TEST(BadRows, AreTheSameForAnyNumberOfThreads) {
    const auto scheme = small_scheme();
    std::string findings = findings_head;
    // Several stripes of a mebibyte, with a bad row every so often.
    for (int i = 0; i < 200'000; ++i) {
        findings += i % 9973 == 0 ? "A,x,1,confirmed\n" : "A,b,1,confirmed\n";
    }
    const std::string units = units_head + "A,d,90,0,0\n";
    EXPECT_EQ(places(score(scheme, units, findings, 1)), places(score(scheme, units, findings, 4)));
    EXPECT_EQ(places(score(scheme, units, findings, 4)).size(), 21U);
}

TEST(Tables, MayComeWithByteOrderMarkReturnsQuotesAndColumnsInAnyOrder) {
    const auto scheme = small_scheme();
    const auto scored = score(
        scheme, "\xEF\xBB\xBFreview,unit,serious,domain,veto,extra\r\n90,\"A,1\",0,领域,0,x\r\n",
        "status,value,\"branch\",unit\r\nconfirmed,3,b,\"A,1\"\r\n");
    ASSERT_TRUE(scored) << places(scored).front();
    EXPECT_EQ(scored->id(0), "A,1");
    EXPECT_EQ(scored->published(0).indicator, dec("98.5"));
    EXPECT_EQ(scored->published(0).total, dec("96.8"));
}

TEST(Tables, WithoutALastLineEndAreWhole) {
    const auto scheme = small_scheme();
    const auto scored = score(scheme, units_head + "A,d,90,0,0", findings_head + "A,a,1,confirmed");
    ASSERT_TRUE(scored);
    EXPECT_EQ(scored->indicator(0), Decimal::whole(98));
}

TEST(Tables, AFieldOfSeveralLinesIsOneField) {
    const auto scheme = small_scheme();
    const auto scored =
        score(scheme, units_head + "A,d,90,0,0\n",
              "unit,branch,value,status,note\nA,a,1,confirmed,\"first\nA,a,1,maybe\"\n"
              "A,b,2,confirmed,\n");
    ASSERT_TRUE(scored) << places(scored).front();
    EXPECT_EQ(scored->indicator(0), Decimal::whole(97));
}

TEST(Tables, AnOpenQuoteIsReported) {
    const auto scheme = small_scheme();
    const auto scored =
        score(scheme, units_head + "A,d,90,0,0\n", findings_head + "A,\"a,1,confirmed\n");
    ASSERT_FALSE(scored);
    EXPECT_EQ(scored.error().issues.front().code, Code::csv_quote_open);
}

TEST(Tables, CircumstancesLimitTheGrade) {
    const auto scheme = small_scheme();
    const auto scored = score(scheme,
                              "unit,domain,review,veto,serious,fraud\nA,d,99,1,0,0\nB,d,98,0,0,1\n"
                              "C,d,97,0,0,0\nD,d,1,0,1,0\n",
                              findings_head);
    ASSERT_TRUE(scored);
    EXPECT_EQ(scored->outcome(0).grade, scheme::Grade::ordinary);
    EXPECT_EQ(scored->outcome(1).grade, scheme::Grade::ordinary);
    EXPECT_EQ(scored->outcome(2).grade, scheme::Grade::fair);
    EXPECT_EQ(scored->outcome(3).grade, scheme::Grade::poor);
}

}  // namespace
}  // namespace heng::csv
