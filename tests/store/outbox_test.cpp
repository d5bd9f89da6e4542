/// What every outbox must do: each notice once, one digest a person and day, nothing lost on the
/// way.
#include "app/notices/dispatch.hpp"
#include "store_fixture.hpp"

#include <atomic>
#include <set>
#include <thread>

namespace heng::store_test {
namespace {

using namespace app::notices;
using std::chrono::minutes;

ledger::Instant at(int minute) {
    return ledger::Instant(std::chrono::sys_days(day)) + minutes(minute);
}

cycle::Date days_later(int count) {
    return cycle::plus_days(day, count);
}

NoticeDraft draft(const char* person, const char* matter, NoticeKind kind = NoticeKind::due) {
    return {{person, matter, kind, days_later(9)}, "answer_matter", 2021, days_later(9)};
}

/// On day `later` after the first, at noon.
Posting posting(int later = 0, std::vector<std::string> channels = {"mail"}) {
    return {"city", days_later(later), at(later * 1440), std::move(channels)};
}

class Outboxes : public testing::TestWithParam<Kind> {
protected:
    std::size_t post(const Posting& posting, const std::vector<NoticeDraft>& drafts) {
        const auto count = outbox_->post(posting, drafts);
        EXPECT_TRUE(count) << message(count.error(), Language::en);
        return count.value_or(0);
    }
    std::vector<Notice> read(const char* person, std::int64_t before = 1000) {
        return *outbox_->read("city", person, before, 10);
    }
    /// Everything that can be taken at this minute, the persons' names before the counts.
    std::vector<Digest> claim_all(int minute) {
        std::vector<Digest> out;
        for (;;) {
            auto digest = outbox_->claim("city", at(minute), at(minute + 10));
            EXPECT_TRUE(digest);
            if (!digest || !*digest) return out;
            out.push_back(std::move(**digest));
        }
    }

    std::unique_ptr<Place> place_ = make_place(GetParam());
    std::shared_ptr<Outbox> outbox_ = place_->open_outbox();
};

TEST_P(Outboxes, KeepOneNoticeOfAPersonMatterKindAndDay) {
    EXPECT_EQ(post(posting(), {draft("p1", "m"), draft("p1", "m"), draft("p2", "m")}), 2U);
    EXPECT_EQ(post(posting(), {draft("p1", "m")}), 0U);
    EXPECT_EQ(post(posting(1), {draft("p1", "m"), draft("p1", "m", NoticeKind::near)}), 1U);
    NoticeDraft extended = draft("p1", "m");
    extended.key.day = days_later(30);
    EXPECT_EQ(post(posting(1), {extended}), 1U);
    Posting elsewhere = posting();
    elsewhere.tenant = "town";
    EXPECT_EQ(post(elsewhere, {draft("p1", "m")}), 1U);
    EXPECT_EQ(read("p1").size(), 3U);
}

TEST_P(Outboxes, GiveNoticesBackAsTheyWere) {
    const NoticeDraft odd{{"p'1", "a\tb'\";--市", NoticeKind::overdue, days_later(3)},
                          "file_explanation",
                          2021,
                          days_later(2)};
    post(posting(), {odd});
    const auto found = place_->open_outbox()->read("city", "p'1", 1000, 10);
    ASSERT_TRUE(found);
    EXPECT_EQ(*found, (std::vector<Notice>{{1, odd, at(0), false}}));
}

TEST_P(Outboxes, AreReadFromTheLatestInPages) {
    post(posting(), {draft("p1", "a"), draft("p2", "x"), draft("p1", "b"), draft("p1", "c")});
    const auto first = *outbox_->read("city", "p1", 1000, 2);
    ASSERT_EQ(first.size(), 2U);
    EXPECT_EQ(first[0].what.key.matter, "c");
    const auto rest = *outbox_->read("city", "p1", first[1].id, 2);
    ASSERT_EQ(rest.size(), 1U);
    EXPECT_EQ(rest[0].what.key.matter, "a");
}

/// ASVS 4.2.1: the ids of another's notices are of no use.
TEST_P(Outboxes, AreMarkedByTheirOwnReaderOnly) {
    post(posting(), {draft("p1", "a"), draft("p1", "b")});
    const auto ids = read("p1");
    const std::vector<std::int64_t> both{ids[0].id, ids[1].id, 77};
    ASSERT_TRUE(outbox_->mark_read("city", "p2", both));
    ASSERT_TRUE(outbox_->mark_read("town", "p1", both));
    EXPECT_EQ(*outbox_->count_unread("city", "p1"), 2);
    ASSERT_TRUE(outbox_->mark_read("city", "p1", std::vector<std::int64_t>{ids[0].id}));
    EXPECT_EQ(*outbox_->count_unread("city", "p1"), 1);
    EXPECT_TRUE(read("p1")[0].is_read);
    EXPECT_FALSE(read("p1")[1].is_read);
    ASSERT_TRUE(outbox_->mark_read("city", "p1", {}));
}

TEST_P(Outboxes, MakeOneDigestAPersonAndDay) {
    post(posting(), {draft("p1", "a"), draft("p1", "b", NoticeKind::near), draft("p2", "a")});
    post(posting(), {draft("p1", "c", NoticeKind::overdue)});
    const auto first = claim_all(0);
    ASSERT_EQ(first.size(), 2U);
    EXPECT_EQ(first[0], (Digest{{"p1", day, "mail"}, {1, 1, 0}, 1}));
    EXPECT_EQ(first[1], (Digest{{"p2", day, "mail"}, {1, 0, 0}, 1}));
    for (const Digest& digest : first) ASSERT_TRUE(outbox_->settle("city", digest.key, {}));
    post(posting(1), {});
    const auto next = claim_all(1440);
    ASSERT_EQ(next.size(), 1U) << "what came later that day is in the next digest";
    EXPECT_EQ(next[0], (Digest{{"p1", days_later(1), "mail"}, {0, 0, 1}, 1}));
    ASSERT_TRUE(outbox_->settle("city", next[0].key, {}));
    post(posting(2), {});
    EXPECT_TRUE(claim_all(2880).empty()) << "and none where nothing is new";
}

TEST_P(Outboxes, MakeADigestForEachChannel) {
    post(posting(0, {"mail", "webhook"}), {draft("p1", "a")});
    EXPECT_EQ(claim_all(0).size(), 2U);
    post(posting(1, {}), {draft("p1", "b")});
    post(posting(2), {});
    EXPECT_TRUE(claim_all(2).empty()) << "what nobody was to be told is not told later";
}

TEST_P(Outboxes, HoldADigestForWhoeverTookIt) {
    post(posting(), {draft("p1", "a")});
    ASSERT_EQ(claim_all(0).size(), 1U);
    EXPECT_TRUE(claim_all(9).empty());
    const auto again = claim_all(10);
    ASSERT_EQ(again.size(), 1U) << "he vanished";
    EXPECT_EQ(again[0].attempts, 2);
}

TEST_P(Outboxes, KeepTheLastFailureAndTryAgain) {
    post(posting(), {draft("p1", "a")});
    const DigestKey key{"p1", day, "mail"};
    claim_all(0);
    ASSERT_TRUE(outbox_->settle("city", key, {at(5), "notice_refused: status 500"}));
    EXPECT_TRUE(claim_all(4).empty());
    EXPECT_EQ(*outbox_->failures("city", 9),
              (std::vector<Failure>{{key, 1, "notice_refused: status 500", false}}));
    EXPECT_TRUE(outbox_->failures("town", 9)->empty());
    ASSERT_EQ(claim_all(5).size(), 1U);
    ASSERT_TRUE(outbox_->settle("city", key, {std::nullopt, "it's over"}));
    EXPECT_EQ(*outbox_->failures("city", 9), (std::vector<Failure>{{key, 2, "it's over", true}}));
    EXPECT_TRUE(claim_all(10'000).empty());
}

TEST_P(Outboxes, ForgetFailuresOnceItIsDelivered) {
    post(posting(), {draft("p1", "a")});
    claim_all(0);
    ASSERT_TRUE(outbox_->settle("city", {"p1", day, "mail"}, {at(5), "no"}));
    claim_all(5);
    ASSERT_TRUE(outbox_->settle("city", {"p1", day, "mail"}, {}));
    EXPECT_TRUE(outbox_->failures("city", 9)->empty());
}

/// ASVS 11.1.6: of several servers that do the same at once, one does it.
TEST_P(Outboxes, ServeSeveralProcessesAtOnce) {
    std::atomic<std::size_t> made = 0;
    std::atomic<std::size_t> taken = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            const auto own = place_->open_outbox();
            for (int n = 0; n < 10; ++n) {
                const std::string person = "p" + std::to_string(n);
                const auto count =
                    own->post(posting(), std::vector<NoticeDraft>{draft(person.c_str(), "m")});
                ASSERT_TRUE(count) << message(count.error(), Language::en);
                made += *count;
                const auto digest = own->claim("city", at(0), at(10));
                ASSERT_TRUE(digest) << message(digest.error(), Language::en);
                taken += *digest ? 1 : 0;
            }
        });
    for (std::thread& thread : threads) thread.join();
    taken += claim_all(0).size();
    EXPECT_EQ(made, 10U);
    EXPECT_EQ(taken, 10U);
}

/// Answers as it is told, and remembers to whom.
class Told final : public Channel {
public:
    std::string name() const override { return "mail"; }
    Result<Delivery> send(const Message& message) override {
        people.push_back(message.person);
        return answer;
    }
    Result<Delivery> answer = Delivery::done;
    std::vector<std::string> people;
};

class Standing final : public app::Clock {
public:
    ledger::Instant now() override { return time; }
    ledger::Instant time = at(0);
};

TEST_P(Outboxes, AreEmptiedByTheDispatch) {
    Told channel;
    Standing clock;
    Sending sending{*outbox_, clock, {&channel}, "https://heng.city"};
    cycle::Register people;
    people.people["p1"] = {
        "p1", {{cycle::Capacity::unit, "C1", cycle::Post::none, days_later(-100), {}}}};
    cycle::Due due =
        cycle::make_due(cycle::Duty::answer_matter, {cycle::Capacity::unit, "C1"}, days_later(9));
    const std::vector<cycle::Due> dues{due, due};
    EXPECT_EQ(*post_notices(sending, "city", dues, people, day), 1U);
    channel.answer = refuse(Code::notice_refused, {}, {"status 500"});
    EXPECT_EQ(*send_waiting(sending, "city", 10), (SendCount{0, 1, 0}));
    EXPECT_EQ(outbox_->failures("city", 9)->front().failure, "notice_refused: status 500");
    EXPECT_EQ(*send_waiting(sending, "city", 10), SendCount{}) << "not before the pause is over";
    clock.time = at(1);
    channel.answer = Delivery::done;
    EXPECT_EQ(*send_waiting(sending, "city", 10), (SendCount{1, 0, 0}));
    clock.time = at(10'000);
    EXPECT_EQ(*send_waiting(sending, "city", 10), SendCount{});
    EXPECT_EQ(channel.people, (std::vector<std::string>{"p1", "p1"}));
}

TEST_P(Outboxes, AreGivenUpOnInTheEnd) {
    Told channel;
    channel.answer = refuse(Code::notice_refused, {}, {"no"});
    Standing clock;
    Sending sending{*outbox_, clock, {&channel}, ""};
    post(posting(), {draft("p1", "m")});
    for (int day_of = 0; day_of < 20; ++day_of) {
        ASSERT_TRUE(send_waiting(sending, "city", 10));
        clock.time += minutes(1440);
    }
    EXPECT_EQ(channel.people.size(), 8U);
    EXPECT_TRUE(outbox_->failures("city", 9)->front().is_given_up);
}

TEST_P(Outboxes, CloseWhatHasNoWayOut) {
    Told channel;
    channel.answer = Delivery::nobody;
    Standing clock;
    Sending sending{*outbox_, clock, {&channel}, ""};
    post(posting(0, {"mail", "pigeon"}), {draft("p1", "m")});
    EXPECT_EQ(*send_waiting(sending, "city", 10), (SendCount{0, 1, 1}));
    const auto failures = *outbox_->failures("city", 9);
    ASSERT_EQ(failures.size(), 2U);
    EXPECT_EQ(failures[0].failure, "no address");
    EXPECT_EQ(failures[1].failure, "no such channel any more");
    EXPECT_TRUE(failures[0].is_given_up && failures[1].is_given_up);
}

INSTANTIATE_TEST_SUITE_P(Every, Outboxes,
                         testing::Values(Kind::memory, Kind::sqlite, Kind::postgres), print_kind);

}  // namespace
}  // namespace heng::store_test
