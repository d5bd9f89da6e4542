#include "core/act/grading_world.hpp"
#include "core/cycle/follow_up.hpp"

#include <gtest/gtest.h>

namespace heng::act {
namespace {

using test::day;
using test::GradingWorld;
using test::Object;
using test::World;
using Codes = std::vector<Code>;

/// C3 is graded 一般 for fraud, and owes an explanation by 2022-02-08.
struct ExplanationActs : testing::Test {
    ExplanationActs() {
        world.fraud("C3");
        world.published();
    }

    static Object explanation(const char* unit) {
        return GradingWorld::with({{"unit", unit},
                                   {"causes", "审核不严"},
                                   {"measures", ledger::List{Object{{"measure", "健全审核"},
                                                                    {"date", "2022-03-31"},
                                                                    {"person", "书记"}}}}});
    }
    Codes file(const char* unit) {
        return world.refusal(World::unit(unit), "file_explanation", explanation(unit));
    }
    static Object about(std::int64_t no) {
        return GradingWorld::with({{"explanation", no}, {"reason", "措施不具体"}});
    }
    std::vector<cycle::OwedExplanation> owed() const {
        return cycle::explanations_owed(world.year(), world.rulebook().scheme());
    }

    GradingWorld world;
};

TEST_F(ExplanationActs, AreOwedByTheGradesOfTheScheme) {
    EXPECT_EQ(file("C1"), Codes{Code::explanation_not_owed});
    EXPECT_EQ(file("C3"), Codes{});
    const cycle::Explanation& filed = *world.year().aftermath.last_explanation_of("C3");
    EXPECT_EQ(filed.measures.front().until, day("2022-03-31"));
    const cycle::Document& document = world.year().documents.all.back();
    EXPECT_EQ(document.kind, cycle::DocumentKind::explanation);
    EXPECT_EQ(document.issuer, "C3");
}

TEST_F(ExplanationActs, NameTheirMeasures) {
    Object bare = GradingWorld::with({{"unit", "C3"}, {"causes", "审核不严"}});
    bare.add("measures", ledger::List{});
    EXPECT_EQ(world.refusal(World::unit("C3"), "file_explanation", bare),
              Codes{Code::field_malformed});
    EXPECT_EQ(world.refusal(World::unit("C1"), "file_explanation", explanation("C3")),
              Codes{Code::act_not_permitted});
}

TEST_F(ExplanationActs, AreFiledAgainOnlyOnceReturned) {
    ASSERT_EQ(file("C3"), Codes{});
    EXPECT_EQ(file("C3"), Codes{Code::record_exists});
    const auto first = world.year().aftermath.last_explanation_of("C3")->id.seq;
    EXPECT_EQ(world.refusal(World::office(), "return_explanation", about(first + 1)),
              Codes{Code::record_unknown});
    EXPECT_EQ(world.refusal(World::office(), "return_explanation", about(first)), Codes{});
    EXPECT_EQ(world.refusal(World::office(), "return_explanation", about(first)),
              Codes{Code::record_stage_unfit});
    ASSERT_EQ(file("C3"), Codes{});
    const auto second = world.year().aftermath.last_explanation_of("C3")->id.seq;
    const Object accept = GradingWorld::with({{"explanation", second}});
    EXPECT_EQ(world.refusal(World::commission(), "accept_explanation", accept),
              Codes{Code::act_not_permitted});
    EXPECT_EQ(world.refusal(World::office(), "accept_explanation", accept), Codes{});
    EXPECT_EQ(world.refusal(World::office(), "accept_explanation", accept),
              Codes{Code::record_stage_unfit});
    EXPECT_EQ(file("C3"), Codes{Code::record_exists});
}

TEST_F(ExplanationActs, OverdueOnesAreListedUntilTheyAreFiled) {
    ASSERT_EQ(owed().size(), 1u);
    EXPECT_EQ(owed()[0].unit, "C3");
    EXPECT_EQ(owed()[0].due, day("2022-02-08"));
    EXPECT_FALSE(owed()[0].is_overdue(day("2022-02-08")));
    EXPECT_TRUE(owed()[0].is_overdue(day("2022-02-09")));
    world.today = day("2022-02-10");
    ASSERT_EQ(file("C3"), Codes{}) << "late ones are taken";
    EXPECT_FALSE(owed()[0].is_overdue(world.today));
    world.must(World::office(), "return_explanation", about(owed()[0].last->id.seq));
    EXPECT_TRUE(owed()[0].is_overdue(world.today));
}

TEST_F(ExplanationActs, A17_7AYearStaysOpenUntilTheyAreAccepted) {
    const auto close = [&] {
        return world.refusal(World::office(), "close_year", GradingWorld::with({}));
    };
    EXPECT_EQ(close(), Codes{Code::matter_open});
    ASSERT_EQ(file("C3"), Codes{});
    EXPECT_EQ(close(), Codes{Code::matter_open});
    world.must(World::office(), "accept_explanation",
               GradingWorld::with({{"explanation", owed()[0].last->id.seq}}));
    EXPECT_EQ(close(), Codes{});
}

TEST_F(ExplanationActs, TheTimeRunsFromTheVersionSinceWhichOneIsOwed) {
    world.today = day("2022-02-01");
    world.fraud("C2");
    ASSERT_EQ(owed().size(), 2u);
    EXPECT_EQ(owed()[0].unit, "C2");
    EXPECT_EQ(owed()[0].due, day("2022-03-02"));
    EXPECT_EQ(owed()[1].due, day("2022-02-08")) << "a later version leaves C3's date";
}

struct HandingOn : ExplanationActs {
    static Object to(ledger::List bodies) { return GradingWorld::with({{"to", bodies}}); }
    Codes hand_on(ledger::List bodies) {
        return world.refusal(World::office(), "hand_on_consequences", to(std::move(bodies)));
    }
};

TEST_F(HandingOn, ListsWhatEachGradeEntailsAndForWhom) {
    world.must(world.system_admin, "add_person", {{"person", "C3-2"}});
    world.today = day("2021-12-01");
    world.must(world.security_admin, "appoint",
               {{"person", "C3-2"}, {"role", "unit"}, {"for", "C3"}, {"post", "deputy_in_charge"}});
    world.today = day("2022-01-11");
    ASSERT_EQ(hand_on({"市综合考核办"}), Codes{});
    const auto rows = world.last().rows("rows");
    ASSERT_EQ(rows.size(), 5u) << "all but C1, which is 好";
    EXPECT_EQ(rows[0].text("unit"), "C2");
    EXPECT_EQ(rows[0].texts("entails"), (std::vector<std::string>{"performance"}));
    EXPECT_EQ(rows[1].texts("entails"), (std::vector<std::string>{"performance", "explanation"}));
    EXPECT_EQ(rows[1].texts("persons"), (std::vector<std::string>{"C3-1", "C3-2"}));
}

TEST_F(HandingOn, ConcernsWhoWasInPostAtTheEndOfTheYear) {
    world.must(world.security_admin, "dismiss",
               {{"person", "C2-1"}, {"role", "unit"}, {"for", "C2"}});
    ASSERT_EQ(hand_on({"市综合考核办"}), Codes{});
    EXPECT_EQ(world.last().rows("rows")[0].texts("persons"), (std::vector<std::string>{"C2-1"}));
}

TEST_F(HandingOn, HappensOnceForEachVersion) {
    EXPECT_EQ(hand_on({}), Codes{Code::field_missing});
    ASSERT_EQ(hand_on({"市综合考核办"}), Codes{});
    EXPECT_EQ(hand_on({"市综合考核办"}), Codes{Code::record_exists});
    world.fraud("C2");
    EXPECT_EQ(hand_on({"市综合考核办"}), Codes{});
    EXPECT_EQ(world.year().aftermath.hand_overs.back().version, 2);
}

TEST_F(HandingOn, ReplayingGivesTheLiveState) {
    ASSERT_EQ(file("C3"), Codes{});
    const auto first = world.year().aftermath.last_explanation_of("C3")->id.seq;
    world.must(World::office(), "return_explanation", about(first));
    ASSERT_EQ(file("C3"), Codes{});
    const auto second = world.year().aftermath.last_explanation_of("C3")->id.seq;
    world.must(World::office(), "accept_explanation",
               GradingWorld::with({{"explanation", second}}));
    ASSERT_EQ(hand_on({"市综合考核办"}), Codes{});
    EXPECT_TRUE(test::replayed(world) == world.state);
}

}  // namespace
}  // namespace heng::act
