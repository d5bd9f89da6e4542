/// What every ballot box must do: one paper for each code, none lost, and no trace of who cast it.
#include "app/voting.hpp"
#include "store_fixture.hpp"

#include <atomic>
#include <thread>

namespace heng::store_test {
namespace {

using app::Papers;

const app::BallotKey key{"city", 17};

ledger::Digest code(int n) {
    ledger::Digest out{};
    out[0] = static_cast<std::uint8_t>(n);
    out[1] = static_cast<std::uint8_t>(n >> 8);
    return out;
}

/// The codes 0 … `count` - 1, by turns of 干部 and 群众.
std::vector<app::VoterCode> voters(int count) {
    std::vector<app::VoterCode> out;
    for (int n = 0; n < count; ++n) out.push_back({code(n), n % 2 == 0 ? "干部" : "群众"});
    return out;
}

std::size_t count_of(const Papers& papers) {
    std::size_t out = 0;
    for (const auto& [group, cast] : papers) out += cast.size();
    return out;
}

class Boxes : public testing::TestWithParam<Kind> {
protected:
    Code refusal(const Result<void>& done) {
        EXPECT_FALSE(done);
        return done ? Code::act_unknown : done.error().code;
    }
    void issue(int count, const app::BallotKey& of = key) {
        const auto done = boxes_->issue(of, voters(count));
        ASSERT_TRUE(done) << message(done.error(), Language::en);
    }
    void cast(int n, std::string_view paper, const app::BallotKey& of = key) {
        const auto done = boxes_->cast(of, code(n), paper);
        ASSERT_TRUE(done) << message(done.error(), Language::en);
    }

    std::unique_ptr<Place> place_ = make_place(GetParam());
    std::shared_ptr<app::BallotBox> boxes_ = place_->open_boxes();
};

TEST_P(Boxes, GiveOutTheirPapersByGroupInAlphabeticalOrder) {
    issue(6);
    for (int n = 0; n < 5; ++n) cast(n, std::string(1, static_cast<char>('e' - n)));
    const Papers expected{{"干部", {"a", "c", "e"}}, {"群众", {"b", "d"}}};
    EXPECT_EQ(*boxes_->close(key), expected);
    EXPECT_EQ(*boxes_->close(key), expected) << "each time the same";
    EXPECT_EQ(*place_->open_boxes()->close(key), expected) << "opened again";
}

TEST_P(Boxes, EqualPapersAllCount) {
    issue(4);
    cast(0, "gg");
    cast(2, "gg");
    EXPECT_EQ(*boxes_->close(key), (Papers{{"干部", {"gg", "gg"}}}));
}

TEST_P(Boxes, ACodeCastsOnePaper) {
    issue(2);
    cast(0, "g");
    EXPECT_EQ(refusal(boxes_->cast(key, code(0), "p")), Code::ballot_code_used);
    EXPECT_EQ(refusal(boxes_->cast(key, code(9), "p")), Code::ballot_code_unknown);
    EXPECT_EQ(*boxes_->close(key), (Papers{{"干部", {"g"}}}));
}

TEST_P(Boxes, TakeNothingOnceClosedOrBeforeTheyAreSetUp) {
    EXPECT_EQ(refusal(boxes_->cast(key, code(0), "g")), Code::ballot_closed);
    EXPECT_EQ(boxes_->close(key).error().code, Code::ballot_closed);
    issue(2);
    EXPECT_EQ(*boxes_->close(key), Papers{}) << "nobody voted";
    EXPECT_EQ(refusal(boxes_->cast(key, code(0), "g")), Code::ballot_closed);
    issue(2);
    EXPECT_EQ(refusal(boxes_->cast(key, code(0), "g")), Code::ballot_closed)
        << "setting it up again does not open it";
}

TEST_P(Boxes, SettingUpAgainAddsWhatIsMissingAndForgetsNothing) {
    issue(1);
    cast(0, "g");
    issue(2);
    EXPECT_EQ(refusal(boxes_->cast(key, code(0), "p")), Code::ballot_code_used);
    cast(1, "f");
    EXPECT_EQ(*boxes_->close(key), (Papers{{"干部", {"g"}}, {"群众", {"f"}}}));
}

TEST_P(Boxes, AreKeptApartByTenantAndBallot) {
    const app::BallotKey elsewhere{"town", 17};
    const app::BallotKey later{"city", 18};
    for (const auto& one : {key, elsewhere, later}) issue(1, one);
    cast(0, "g");
    cast(0, "f", elsewhere);
    cast(0, "o", later);
    EXPECT_EQ(*boxes_->close(key), (Papers{{"干部", {"g"}}}));
    EXPECT_EQ(*boxes_->close(elsewhere), (Papers{{"干部", {"f"}}}));
    EXPECT_EQ(*boxes_->close(later), (Papers{{"干部", {"o"}}}));
}

TEST_P(Boxes, TakeTextsAsTheyAre) {
    const app::BallotKey odd{"市'\";--", 1};
    const std::string group = "领导,\"'$1?";
    ASSERT_TRUE(boxes_->issue(odd, std::vector<app::VoterCode>{{code(1), group}}));
    cast(1, "好'\"\\%", odd);
    EXPECT_EQ(*boxes_->close(odd), (Papers{{group, {"好'\"\\%"}}}));
}

TEST_P(Boxes, OfManyWhoUseOneCodeOneIsTaken) {
    issue(2);
    std::atomic<int> taken = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 6; ++i) {
        threads.emplace_back([&] {
            const auto own = place_->open_boxes();
            const auto done = own->cast(key, code(0), "g");
            taken += done ? 1 : 0;
            EXPECT_TRUE(done || done.error().code == Code::ballot_code_used);
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(taken, 1);
    EXPECT_EQ(count_of(*boxes_->close(key)), 1u);
}

TEST_P(Boxes, CountEveryPaperThatWasAcknowledgedWhileOthersClose) {
    constexpr int people = 4;
    constexpr int each = 10;
    issue(people * each);
    std::atomic<int> taken = 0;
    std::vector<std::thread> threads;
    for (int person = 0; person < people; ++person) {
        threads.emplace_back([&, person] {
            const auto own = place_->open_boxes();
            for (int i = 0; i < each; ++i) {
                const auto done = own->cast(key, code(person * each + i), "g");
                taken += done ? 1 : 0;
                ASSERT_TRUE(done || done.error().code == Code::ballot_closed);
            }
        });
    }
    while (taken < people) std::this_thread::yield();
    const auto closed = boxes_->close(key);
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(count_of(*closed), static_cast<std::size_t>(taken)) << "what came later was refused";
    EXPECT_EQ(*boxes_->close(key), *closed);
}

TEST_P(Boxes, SeveralProcessesMaySetUpOneBox) {
    std::vector<std::thread> threads;
    std::atomic<int> done = 0;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] { done += place_->open_boxes()->issue(key, voters(50)) ? 1 : 0; });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(done, 4);
    cast(49, "g");
    EXPECT_EQ(count_of(*boxes_->close(key)), 1u);
}

/// The papers of a group are one row, whatever order they came in: no place, no version and no
/// further column can tell which paper came with which code.
TEST_P(Boxes, KeepNoTraceOfTheOrder) {
    const app::BallotKey reversed{"city", 18};
    issue(6);
    issue(6, reversed);
    for (int n = 0; n < 6; ++n) cast(n, std::string(1, static_cast<char>('a' + n)));
    for (int n = 5; n >= 0; --n) cast(n, std::string(1, static_cast<char>('a' + n)), reversed);
    const auto rows = place_->look("SELECT count(*) FROM ballot_urn WHERE ballot = 17");
    if (!rows) GTEST_SKIP() << "memory has no SQL";
    EXPECT_EQ(*rows, "2") << "one for each group";
    const std::string papers =
        "SELECT papers FROM ballot_urn WHERE voter_group = '干部' AND ballot = ";
    EXPECT_EQ(*place_->look(papers + "17"), "a\nc\ne\n");
    EXPECT_EQ(*place_->look(papers + "18"), "a\nc\ne\n");
}

TEST_P(Boxes, LeadFromCodesToTallies) {
    cycle::Ballot ballot;
    ballot.id = {17};
    ballot.units = {"C1", "C2"};
    app::Codes handed_out;
    {
        class Counting final : public app::Ids {
        public:
            std::string next() override { return "code" + std::to_string(++n_); }

        private:
            int n_ = 0;
        } ids;
        handed_out = app::make_codes(5, ids, sm3());
    }
    ballot.groups = {{"全体", Decimal::whole(100), 5, handed_out.digests}};
    ASSERT_TRUE(app::set_up_box(*boxes_, "city", ballot));
    using cycle::Mark;
    const auto vote = [&](const char* typed, std::map<cycle::UnitId, Mark> marks) {
        return app::cast_vote(*boxes_, "city", ballot, app::digest_of_code(typed, sm3()), marks);
    };
    EXPECT_EQ(refusal(vote("code1", {{"C1", Mark::good}})), Code::vote_incomplete);
    EXPECT_TRUE(vote("CO-DE 1", {{"C1", Mark::good}, {"C2", Mark::poor}}));
    EXPECT_TRUE(vote("code3", {{"C1", Mark::good}, {"C2", Mark::abstain}}));
    EXPECT_EQ(refusal(vote("code1", {{"C1", Mark::good}, {"C2", Mark::poor}})),
              Code::ballot_code_used);
    EXPECT_EQ(refusal(vote("code6", {{"C1", Mark::good}, {"C2", Mark::poor}})),
              Code::ballot_code_unknown);
    const auto tallies = app::count_box(*boxes_, "city", ballot);
    ASSERT_TRUE(tallies);
    EXPECT_TRUE(cycle::check_tallies(ballot, *tallies));
    EXPECT_EQ(tallies->at("全体").at("C1"), (cycle::Tally{{2, 0, 0, 0}, 0, 0}));
    EXPECT_EQ(tallies->at("全体").at("C2"), (cycle::Tally{{0, 0, 0, 1}, 1, 0}));
}

INSTANTIATE_TEST_SUITE_P(Every, Boxes, testing::Values(Kind::memory, Kind::sqlite, Kind::postgres),
                         print_kind);

TEST(BallotBoxes, ComeBackAfterTheServerDid) {
    const auto place = make_place(Kind::postgres);
    const auto boxes = place->open_boxes();
    ASSERT_TRUE(boxes->issue(key, voters(2)));
    ASSERT_TRUE(
        place->intrude("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE pid <> "
                       "pg_backend_pid()"));
    EXPECT_TRUE(boxes->cast(key, code(0), "g")) << "on a new connection";
}

}  // namespace
}  // namespace heng::store_test
