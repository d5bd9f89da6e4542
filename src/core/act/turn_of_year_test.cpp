#include "core/act/test_world.hpp"
#include "core/cycle/scheme_diff.hpp"

#include <gtest/gtest.h>

namespace heng::act {
namespace {

using test::day;
using test::Object;
using test::small_scheme;
using test::World;
using Codes = std::vector<Code>;

struct TurnOfYear : testing::Test {
    TurnOfYear() {
        world.today = day("2021-02-01");
        world.offer(small_scheme());
        put_in_force(2021, "2021-01-01");
    }

    std::int64_t put_in_force(int number, const char* from) {
        const auto draft =
            world.must(World::office(), "consolidate_indicators",
                       {{"year", number}, {"files", Object{{"year", std::to_string(number)}}}});
        world.must(World::commission(), "consent_to_indicators",
                   {{"year", number}, {"draft", draft}});
        world.must(World::office(), "issue_indicators",
                   {{"year", number}, {"draft", draft}, {"from", from}});
        return draft;
    }
    void come_to(cycle::Stage stage) { world.state.cycles.at(2021).stage = stage; }

    const Object year{{"year", 2021}};
    World world;
};

TEST_F(TurnOfYear, AYearIsClosedOnlyOnceItsResultIsPublished) {
    come_to(cycle::Stage::grading);
    EXPECT_EQ(world.refusal(World::office(), "close_year", year), Codes{Code::cycle_stage_unfit});
    come_to(cycle::Stage::published);
    world.must(World::office(), "close_year", year);
    EXPECT_EQ(world.year().stage, cycle::Stage::closed);
}

TEST_F(TurnOfYear, EveryOpenMatterIsNamed) {
    const Object wish{
        {"year", 2021}, {"domain", "counties"}, {"text", "增加一项"}, {"reason", "新部署"}};
    const auto first = world.must(World::assessor(), "request_change", wish);
    const auto second = world.must(World::publicity(), "request_change", wish);
    come_to(cycle::Stage::published);
    const auto closed = world.attempt(World::office(), "close_year", year);
    ASSERT_FALSE(closed);
    ASSERT_EQ(closed.error().size(), 2u);
    EXPECT_EQ(closed.error()[0].code, Code::matter_open);
    EXPECT_EQ(closed.error()[0].args.back(), std::to_string(first));
    EXPECT_EQ(closed.error()[1].args.back(), std::to_string(second));
    for (const auto change : {first, second})
        world.must(
            World::office(), "decide_change",
            {{"year", 2021}, {"change", change}, {"answer", "refuse"}, {"reason", "年度已结束"}});
    world.must(World::office(), "close_year", year);
}

TEST_F(TurnOfYear, A11_6A18_2RunningMattersAndUndecidedMisconductKeepAYearOpen) {
    world.today = day("2021-07-05");
    world.must(World::lead(), "open_monitoring",
               {{"year", 2021}, {"domain", "counties"}, {"quarter", "2"}});
    const auto matter = world.must(World::lead(), "remind",
                                   {{"year", 2021},
                                    {"unit", "C1"},
                                    {"quarter", "2"},
                                    {"tasks", ledger::List{"(一)"}},
                                    {"text", "进度滞后"}});
    const auto misconduct = world.must(World::office(1), "record_misconduct",
                                       {{"year", 2021},
                                        {"accused", "unit"},
                                        {"who", "C2"},
                                        {"conduct", "lobbying"},
                                        {"occurred_on", "2021-06-01"},
                                        {"text", "说情打招呼"},
                                        {"evidence", ledger::List{std::string(64, 'a')}}});
    come_to(cycle::Stage::published);
    EXPECT_EQ(world.refusal(World::office(), "close_year", year),
              (Codes{Code::matter_open, Code::matter_open}));
    world.must(World::office(), "withdraw_matter",
               {{"year", 2021}, {"matter", matter}, {"reason", "已撤并"}});
    world.must(World::commission(1), "decide_misconduct",
               {{"year", 2021},
                {"misconduct", misconduct},
                {"sanction", "unfounded"},
                {"authority", "市委"},
                {"reason", "查无实据"}});
    world.must(World::office(), "close_year", year);
}

TEST_F(TurnOfYear, OnlyAClosedYearIsArchivedAndThenNothingIsAdded) {
    const Object interpretation{
        {"year", 2021}, {"cites", "A16.3"}, {"question", "何为靠后"}, {"answer", "后10%"}};
    EXPECT_EQ(world.refusal(World::office(), "archive_year", year), Codes{Code::cycle_stage_unfit});
    come_to(cycle::Stage::closed);
    world.must(World::coordinator(), "interpret_article", interpretation);
    world.must(World::office(), "archive_year", year);
    EXPECT_EQ(world.refusal(World::coordinator(), "interpret_article", interpretation),
              Codes{Code::cycle_stage_unfit});
}

TEST_F(TurnOfYear, TheNextYearBeginsWithTheSchemeOfTheLast) {
    EXPECT_EQ(world.refusal(World::office(), "carry_forward", year),
              Codes{Code::cycle_stage_unfit});
    come_to(cycle::Stage::year_end);
    world.today = day("2022-01-05");
    const auto carried = world.must(World::office(), "carry_forward", year);
    EXPECT_EQ(world.refusal(World::office(), "carry_forward", year), Codes{Code::record_exists});
    const cycle::Indicators& next = world.state.cycles.at(2022).indicators;
    EXPECT_EQ(next.current_draft()->files, world.year().indicators.current_draft()->files);
    // It is last year's: it cannot be put before the commission as it is.
    EXPECT_EQ(world.refusal(World::commission(), "consent_to_indicators",
                            {{"year", 2022}, {"draft", carried}}),
              Codes{Code::record_stage_unfit});
}

TEST_F(TurnOfYear, WhatTheNewYearChangesIsItsDifferenceFromTheCarriedScheme) {
    come_to(cycle::Stage::year_end);
    world.today = day("2022-01-05");
    const auto carried = world.must(World::office(), "carry_forward", year);
    scheme::Scheme scheme = small_scheme();
    scheme.year = 2022;
    scheme.tables[0].categories[0].tasks[0].clauses[1].branches[0].points = Decimal::whole(2);
    world.offer(std::move(scheme));
    const auto draft = put_in_force(2022, "2022-01-01");
    const auto changes = cycle::scheme_diff(world.rulebooks.at({carried})->scheme(),
                                            world.rulebooks.at({draft})->scheme());
    ASSERT_EQ(changes.size(), 2u);
    EXPECT_EQ(changes[0].item + changes[0].field + changes[0].after, "1.2points2");
    EXPECT_EQ(changes[1].item, "year");
    // The same scheme id in two years: no edition of the one is called like one of the other.
    EXPECT_EQ(world.year().indicators.editions.back().id, "small/1");
    EXPECT_EQ(world.state.cycles.at(2022).indicators.editions.back().id, "small/2");
}

TEST_F(TurnOfYear, A22OnlyTheCoordinatorInterpretsAndOnlyWhatIsThere) {
    const auto about = [](const char* cites) {
        return Object{
            {"year", 2021}, {"cites", cites}, {"question", "何为靠后"}, {"answer", "后10%"}};
    };
    EXPECT_EQ(world.refusal(World::office(), "interpret_article", about("A16.3")),
              Codes{Code::act_not_permitted});
    world.must(World::coordinator(), "interpret_article", about("A16.3"));
    ASSERT_EQ(world.state.interpretations.size(), 1u);
    EXPECT_EQ(world.state.interpretations[0].cites, "A16.3");
    EXPECT_EQ(world.year().documents.all.back().kind, cycle::DocumentKind::interpretation);
    EXPECT_EQ(world.year().documents.all.back().issuer, "组织部");
}

TEST_F(TurnOfYear, WhereTheSchemeQuotesArticlesAnInterpretationNamesOneOfThem) {
    world.must(World::office(), "open_year", {{"year", 2022}});
    scheme::Scheme scheme = small_scheme();
    scheme.year = 2022;
    scheme.articles = {{16, "第五章", "年度考核等次评定", {}}};
    scheme.statements = {{"A16.3", "workflow", "靠后", {}}};
    world.offer(std::move(scheme));
    world.today = day("2022-01-05");
    put_in_force(2022, "2022-01-01");
    const auto about = [](const char* cites) {
        return Object{
            {"year", 2022}, {"cites", cites}, {"question", "何为靠后"}, {"answer", "后10%"}};
    };
    EXPECT_EQ(world.refusal(World::coordinator(), "interpret_article", about("A16.9")),
              Codes{Code::citation_dangling});
    world.must(World::coordinator(), "interpret_article", about("A16"));
    world.must(World::coordinator(), "interpret_article", about("A16.3"));
}

TEST_F(TurnOfYear, ReplayingGivesTheLiveState) {
    World again;
    again.today = day("2021-02-01");
    come_to(cycle::Stage::published);
    const auto from = again.events.size();
    world.must(World::coordinator(), "interpret_article",
               {{"year", 2021}, {"cites", "A16.3"}, {"question", "何为靠后"}, {"answer", "后10%"}});
    world.must(World::office(), "close_year", year);
    world.must(World::office(), "archive_year", year);
    world.must(World::office(), "carry_forward", year);
    for (std::size_t i = from; i < world.events.size(); ++i) replay(again.state, world.events[i]);
    EXPECT_TRUE(again.state == world.state);
}

}  // namespace
}  // namespace heng::act
