/// @file
/// The batch gives every unit the score that its explanation adds up to, whatever the size, order
/// and threads.
#include "core/score/test_scheme.hpp"
#include "shell/csv/score_tables.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <map>

namespace heng::csv {
namespace {

using namespace score::test;

scheme::Scheme every_shape() {
    scheme::Scheme scheme =
        scheme_of({task_of("6", {once("a", "2"), each("b", "0.5"), each("c", "1", "10")}),
                   task("5", {clause({level("d", "0.5", "中"), level("e", "2", "差")}),
                              clause({capped(each("f", "1"), "2.5")})}),
                   task("4", {clause({capped_together(each("g", "1"), "2"),
                                      capped_together(once("h", "1.5"), "2")})}),
                   task_of("5", {shortfall("i", "0.1", "5", "90"), excess("j", "0.2", "1"),
                                 range("k", "1", "3")}),
                   task_of("3", {without_amount("z", scheme::Effect::zero),
                                 without_amount("v", scheme::Effect::veto)}),
                   task_of("7", {award(capped(each("w", "0.5"), "2")), percent("p", "50"),
                                 partial(each("q", "1", "3"), scheme::Partial::proportional)})});
    scheme.composition.indicators_full = scheme.tables.front().points;
    scheme.composition.review_full = Decimal::whole(100);
    return scheme;
}

struct Row {
    std::size_t unit;
    Fact fact;
    bool confirmed;
};

std::vector<Row> random_rows(std::size_t units) {
    const std::vector<std::string> ids{"a", "b", "c", "d", "e", "f", "g", "h",
                                       "i", "j", "k", "z", "v", "w", "p", "q"};
    std::vector<Row> rows;
    const int count = *rc::gen::inRange(0, 120);
    for (int i = 0; i < count; ++i) {
        Row row;
        row.unit = *rc::gen::inRange<std::size_t>(0, units);
        row.fact.branch = *rc::gen::elementOf(ids);
        const bool is_range = row.fact.branch == "k";
        row.fact.value =
            std::to_string(is_range ? *rc::gen::inRange(1, 4) : *rc::gen::inRange(0, 30));
        if (*rc::gen::inRange(0, 5) == 0 && !is_range) row.fact.value += ".25";
        if (*rc::gen::inRange(0, 4) == 0)
            row.fact.case_id = "x" + std::to_string(*rc::gen::inRange(0, 3));
        row.confirmed = *rc::gen::inRange(0, 5) != 0;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string id_of(std::size_t unit, int kind) {
    if (kind == 0) return std::to_string(unit + 1);
    if (kind == 3) return (unit < 5 ? "区0" : "区") + std::to_string(unit + 5);  // 05 … 09, 10 …
    const std::string number = std::to_string(1'000 + unit);
    return kind == 1 ? "单位-" + number : (unit % 2 == 0 ? "甲" : "第二机关") + number;
}

RC_GTEST_PROP(Batch, EqualsTheExplainedScoreOfEveryUnit, ()) {
    const auto scheme = every_shape();
    const auto rules = score::compile(scheme, scheme.tables.front());
    const std::size_t count = *rc::gen::inRange<std::size_t>(1, 40);
    const int kind = *rc::gen::inRange(0, 4);
    const std::vector<Row> rows = random_rows(count);
    std::string units = "unit,domain,review,veto,serious\n";
    for (std::size_t unit = 0; unit < count; ++unit) units += id_of(unit, kind) + ",d,80,0,0\n";
    std::string findings = "unit,branch,value,status,case\n";
    std::map<std::size_t, std::vector<Fact>> confirmed;
    for (const Row& row : rows) {
        findings += id_of(row.unit, kind) + ',' + row.fact.branch + ',' + row.fact.value + ',' +
                    (row.confirmed ? "confirmed," : "draft,") + row.fact.case_id + '\n';
        if (row.confirmed) confirmed[row.unit].push_back(row.fact);
    }
    const unsigned threads = *rc::gen::inRange(1U, 4U);
    const auto year =
        score_tables(scheme, {"u", units}, {"f", findings}, {threads, {}, id_of(0, kind)});
    RC_ASSERT(year.has_value());
    for (std::size_t unit = 0; unit < count; ++unit) {
        const auto score = score_unit(rules, findings_of(rules, confirmed[unit]));
        RC_ASSERT(year->indicator(unit) == score.indicator);
        RC_ASSERT(year->is_vetoed(unit) == score.vetoed);
    }
    RC_ASSERT(year->watched.size() == confirmed[0].size());
}

TEST(Batch, TakesNumbersPastTheWidthTheyAreFilledUpTo) {
    const auto scheme = every_shape();
    const std::string head = "unit,branch,value,status\n";
    const std::string units =
        "unit,domain,review,veto,serious\n区98,d,80,0,0\n区99,d,80,0,0\n"
        "区100,d,80,0,0\n区101,d,80,0,0\n";
    const auto year = score_tables(scheme, {"u", units},
                                   {"f", head + "区100,a,1,confirmed\n区98,b,1,confirmed\n"},
                                   {1, {}, std::nullopt});
    ASSERT_TRUE(year);
    EXPECT_EQ(year->indicator(0), dec("29.5"));
    EXPECT_EQ(year->indicator(2), dec("28"));
    for (const std::string id : {"区098", "区0100", "区97", "区102", "区", "98", "区9 "}) {
        EXPECT_FALSE(score_tables(scheme, {"u", units}, {"f", head + id + ",a,1,confirmed\n"},
                                  {1, {}, std::nullopt}))
            << id;
    }
}

TEST(Batch, GivesTheSameYearForAnyNumberOfThreads) {
    const auto scheme = every_shape();
    std::string units = "unit,domain,review,veto,serious\n";
    for (int unit = 0; unit < 5'000; ++unit) units += std::to_string(unit) + ",d,80.5,0,0\n";
    std::string findings = "unit,branch,value,status\n";
    const std::string ids = "abcfghijq";
    for (int i = 0; i < 200'000; ++i) {
        findings += std::to_string(i * 7919 % 5'000) + ',' +
                    ids[static_cast<std::size_t>(i * 31 % 9)] + ',' + std::to_string(i % 13) +
                    ",confirmed\n";
    }
    const auto one = score_tables(scheme, {"u", units}, {"f", findings}, {1, {}, "17"});
    const auto four = score_tables(scheme, {"u", units}, {"f", findings}, {4, {}, "17"});
    ASSERT_TRUE(one && four);
    for (std::size_t unit = 0; unit < one->size(); ++unit) {
        ASSERT_EQ(one->published(unit), four->published(unit));
        ASSERT_EQ(one->outcome(unit), four->outcome(unit));
    }
    EXPECT_EQ(one->watched, four->watched);
}

}  // namespace
}  // namespace heng::csv
