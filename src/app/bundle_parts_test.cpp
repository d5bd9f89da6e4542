#include "app/bundle_parts.hpp"

#include "core/act/grading_world.hpp"

#include <gtest/gtest.h>

namespace heng::app {
namespace {

using act::test::GradingWorld;
using act::test::World;

struct PublishedResult : testing::Test {
    PublishedResult() {
        world.published();
        live.state = world.state;
        live.rulebooks = world.rulebooks;
    }
    cycle::ResultRow& row(std::size_t index) {
        return live.state.cycles.at(2021).grading.versions.back().rows[index];
    }
    /// What is found wrong: the second argument of each difference.
    std::vector<std::string> differing() const {
        std::vector<std::string> out;
        for (const Error& issue : compare_published(live, world.events.back())) {
            EXPECT_EQ(issue.code, Code::bundle_result_differs);
            out.push_back(issue.args[0] + ' ' + issue.args[1]);
        }
        return out;
    }

    GradingWorld world;
    Live live;
};

using Texts = std::vector<std::string>;

TEST_F(PublishedResult, IsWhatTheFactsGive) {
    ASSERT_FALSE(world.year().grading.versions.empty());
    EXPECT_EQ(differing(), Texts{});
}

TEST_F(PublishedResult, DiffersInEachPart) {
    row(0).published.total += Decimal::whole(1);
    row(1).published.indicator += Decimal::whole(1);
    row(1).published.review -= Decimal::whole(1);
    row(2).rank = 7;
    row(2).grade = scheme::Grade::poor;
    EXPECT_EQ(differing(), (Texts{"C1 total", "C2 indicator", "C2 review", "C3 rank", "C3 grade"}));
}

TEST_F(PublishedResult, LeavesGradesToThePeopleWhoDecidedThem) {
    ASSERT_EQ(row(3).unit, "C4");  // deliberated
    row(3).grade = scheme::Grade::ordinary;
    EXPECT_EQ(differing(), Texts{});
}

TEST_F(PublishedResult, DiffersOnceAFactIsAnother) {
    auto& findings = live.state.cycles.at(2021).findings.all;
    findings.at({world.c3}).stage = cycle::FindingStage::withdrawn;
    EXPECT_EQ(differing(), (Texts{"C1 rank", "C1 grade", "C2 rank", "C3 indicator", "C3 total",
                                  "C3 rank", "C3 grade"}))
        << "and those that it overtakes";
}

TEST(EvidenceOf, TakesTheListsOfBodyAndRows) {
    const std::string a(64, 'a');
    const std::string b(64, 'b');
    ledger::Event event;
    event.what.body = {
        {"evidence", ledger::List{a}},
        {"codes", ledger::List{b}},
        {"rows", ledger::List{ledger::Object{{"evidence", ledger::List{b}}}, "text"}},
        {"files", ledger::Object{{"evidence", ledger::List{std::string(64, 'c')}}}}};
    const auto found = evidence_of(event);
    ASSERT_EQ(found.size(), 2U) << "codes are hashes too, but of no file";
    EXPECT_EQ(found[0], *ledger::parse_digest(a));
    EXPECT_EQ(found[1], *ledger::parse_digest(b));
}

}  // namespace
}  // namespace heng::app
