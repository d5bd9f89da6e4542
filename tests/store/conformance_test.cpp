/// What every store must do: the same events, the same bytes, the same answers.
#include "core/base/invariant.hpp"
#include "store_fixture.hpp"

#include <thread>

namespace heng::store_test {
namespace {

using ledger::Head;
using ledger::SealedEvent;
using namespace std::string_literals;

class Store : public testing::TestWithParam<Kind> {
protected:
    std::unique_ptr<Place> place_ = make_place(GetParam());
    std::shared_ptr<app::EventStore> store_ = place_->open();

    Head append(const std::vector<SealedEvent>& events, std::optional<Head> expected) {
        const auto head = store_->append("city", expected, events);
        EXPECT_TRUE(head) << message(head.error(), Language::en);
        return head.value_or(Head{});
    }
};

TEST_P(Store, IsEmptyAtFirst) {
    EXPECT_EQ(*store_->head("city"), std::nullopt);
    EXPECT_TRUE(store_->read("city", 1, 10)->empty());
    EXPECT_TRUE(store_->tenants()->empty());
}

TEST_P(Store, GivesBackTheSameBytes) {
    auto chain = make_chain(5);
    ledger::Draft odd = make_draft(9);
    odd.body = ledger::Object{{"text", "\0\x01\t\n\"\\%'$1\x7f 衡\U0001F600"s},
                              {"empty", ""},
                              {"long", std::string(300'000, 'x')}};
    chain.push_back(*ledger::seal("city", head_of(chain.back()), odd, Ticking().now(), sm3()));
    EXPECT_EQ(append(chain, std::nullopt), head_of(chain.back()));
    EXPECT_EQ(*store_->read("city", 1, 100), chain);
    EXPECT_EQ(*place_->open()->read("city", 1, 100), chain) << "opened again";
    EXPECT_EQ(*verify(*store_), head_of(chain.back()));
}

app::RequestMark mark_of(std::uint8_t key, std::uint8_t request, std::int64_t seq) {
    app::RequestMark out{{}, seq, seq};
    out.of.key.fill(key);
    out.of.request.fill(request);
    return out;
}

/// A request that is sent again, to whichever server, is not recorded again.
TEST_P(Store, RecordsNoKeyTwice) {
    const auto chain = make_chain(3);
    const app::RequestMark first = mark_of(1, 10, 3);
    ASSERT_TRUE(store_->append("city", std::nullopt, chain, std::span(&first, 1)));
    const auto other = place_->open();
    EXPECT_EQ(*other->find_mark("city", first.of.key), first);
    EXPECT_EQ(*other->find_mark("town", first.of.key), std::nullopt);
    EXPECT_EQ(*other->find_mark("city", first.of.request), std::nullopt);

    const Head head = head_of(chain.back());
    const std::vector<app::RequestMark> with_another{mark_of(2, 10, 4), mark_of(1, 10, 4)};
    const auto again = other->append("city", head, make_batch(head, 1), with_another);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, Code::ledger_head_moved);
    EXPECT_EQ(*store_->head("city"), head) << "nothing of it is recorded";
    EXPECT_EQ(*store_->find_mark("city", with_another.front().of.key), std::nullopt);
    ASSERT_TRUE(store_->append("city", head, make_batch(head, 1), std::span(&with_another[0], 1)));
    EXPECT_EQ(*store_->find_mark("city", with_another.front().of.key), with_another.front());
}

TEST_P(Store, ReadsInPages) {
    const auto chain = make_chain(10);
    append(chain, std::nullopt);
    const auto page = [&](std::int64_t from, std::size_t count) {
        std::vector<std::int64_t> out;
        const auto events = store_->read("city", from, count);
        for (const SealedEvent& event : *events) out.push_back(event.seq);
        return out;
    };
    EXPECT_EQ(page(1, 3), (std::vector<std::int64_t>{1, 2, 3}));
    EXPECT_EQ(page(4, 3), (std::vector<std::int64_t>{4, 5, 6}));
    EXPECT_EQ(page(9, 3), (std::vector<std::int64_t>{9, 10}));
    EXPECT_TRUE(page(11, 3).empty());
    EXPECT_TRUE(page(1, 0).empty());
    EXPECT_EQ(page(0, 1), (std::vector<std::int64_t>{1}));
}

TEST_P(Store, KeepsTenantsApart) {
    append(make_chain(3), std::nullopt);
    for (const char* tenant : {"town-b", "town-a", "0"}) {
        const auto chain = make_chain(2, tenant);
        ASSERT_TRUE(store_->append(tenant, std::nullopt, chain));
        EXPECT_EQ(*verify(*store_, tenant), head_of(chain.back()));
    }
    EXPECT_EQ(*store_->tenants(), (std::vector<std::string>{"0", "city", "town-a", "town-b"}));
    EXPECT_EQ((*store_->head("city"))->seq, 3);
}

TEST_P(Store, AppendsOnlyToTheHeadItIsTold) {
    const auto chain = make_chain(5);
    append(chain, std::nullopt);
    const Head head = head_of(chain.back());
    const auto refused = [&](std::optional<Head> expected, const std::vector<SealedEvent>& events) {
        const auto answer = store_->append("city", expected, events);
        return !answer && answer.error().code == Code::ledger_head_moved;
    };
    EXPECT_TRUE(refused(std::nullopt, make_chain(1))) << "it is open already";
    EXPECT_TRUE(refused(head_of(chain[3]), make_batch(head_of(chain[3]), 1))) << "too old";
    EXPECT_TRUE(refused(head_of(chain[3]), make_batch(head_of(chain[3]), 5)))
        << "too old, and longer";
    const Head ahead{6, chain.back().hash};
    EXPECT_TRUE(refused(ahead, make_batch(ahead, 2))) << "not yet there";
    const Head forked{5, chain[2].hash};
    EXPECT_TRUE(refused(forked, make_batch(forked, 2))) << "another event 5";
    EXPECT_EQ(*verify(*store_), head) << "nothing of all that was recorded";
    append(make_batch(head, 2), head);
    EXPECT_EQ((*store_->head("city"))->seq, 7);
}

TEST_P(Store, ABatchIsAllOrNothing) {
    const auto chain = make_chain(5);
    append({chain.begin(), chain.begin() + 3}, std::nullopt);
    auto batch = make_batch(head_of(chain[2]), 4);
    append({batch.begin(), batch.begin() + 1}, head_of(chain[2]));
    EXPECT_FALSE(store_->append("city", head_of(chain[2]), batch));
    EXPECT_EQ((*store_->head("city"))->seq, 4);
}

TEST_P(Store, TakesLargeBatches) {
    const auto chain = make_chain(3'000);
    append(chain, std::nullopt);
    EXPECT_EQ(*verify(*store_), head_of(chain.back()));
}

TEST_P(Store, ABatchMustBeNumberedOn) {
    const auto chain = make_chain(3);
    EXPECT_THROW(
        static_cast<void>(store_->append("city", std::nullopt, std::span<const SealedEvent>())),
        BrokenInvariant);
    EXPECT_THROW(
        static_cast<void>(store_->append("city", std::nullopt, std::span(chain).subspan(1))),
        BrokenInvariant);
}

TEST_P(Store, OfManyThatRaceOneWinsEachNumber) {
    constexpr int racers = 4;
    constexpr std::int64_t goal = 100;
    append(make_chain(1), std::nullopt);
    std::atomic<std::int64_t> won = 0;
    std::vector<std::thread> threads;
    for (int racer = 0; racer < racers; ++racer) {
        threads.emplace_back([&, racer] {
            const auto own = place_->open();
            for (;;) {
                const Head head = **own->head("city");
                if (head.seq > goal) return;
                const auto answer =
                    own->append("city", head, make_batch(head, 1 + racer % 2, racer + 1));
                if (answer)
                    won += 1 + racer % 2;
                else
                    ASSERT_EQ(answer.error().code, Code::ledger_head_moved)
                        << message(answer.error(), Language::en);
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    const auto head = verify(*store_);
    ASSERT_TRUE(head) << message(head.error(), Language::en);
    EXPECT_EQ(head->seq, won + 1) << "each winner's events stand there once, nobody else's";
}

TEST_P(Store, WhoWaitsHearsOfAnAppendElsewhere) {
    const auto chain = make_chain(2);
    append({chain.begin(), chain.begin() + 1}, std::nullopt);
    const auto elsewhere = place_->open();
    std::thread waiting([&] {
        const auto head = elsewhere->await("city", 1, std::chrono::seconds(20));
        ASSERT_TRUE(head);
        EXPECT_EQ((*head)->seq, 2);
    });
    append({chain.begin() + 1, chain.end()}, head_of(chain.front()));
    waiting.join();
    EXPECT_EQ((*elsewhere->await("city", 0, std::chrono::seconds(20)))->seq, 2)
        << "no need to wait";
    EXPECT_EQ((*elsewhere->await("city", 2, std::chrono::milliseconds(5)))->seq, 2) << "in vain";
    EXPECT_EQ(*elsewhere->await("none", 0, std::chrono::milliseconds(5)), std::nullopt);
}

TEST_P(Store, AnEventIsNeverAlteredInTheDatabaseEither) {
    const auto chain = make_chain(3);
    append(chain, std::nullopt);
    const char* const attempts[] = {
        "UPDATE event SET hash = hash WHERE seq = 2",
        "UPDATE event SET stored = 'x'",
        "DELETE FROM event WHERE seq = 3",
        "DELETE FROM event",
    };
    for (const char* attempt : attempts) {
        const auto taken = place_->intrude(attempt);
        if (!taken) GTEST_SKIP() << "memory has no SQL";
        EXPECT_FALSE(*taken) << attempt;
    }
    const std::string row = "('city', 2, 'x', '" + std::string(64, '0') + "')";
    if (GetParam() == Kind::sqlite) {
        EXPECT_FALSE(*place_->intrude("INSERT OR REPLACE INTO event VALUES " + row));
        EXPECT_FALSE(*place_->intrude(
            "INSERT OR IGNORE INTO event VALUES ('city', 9, 'x', hex(zeroblob(32)))"));
    } else {
        EXPECT_FALSE(*place_->intrude("TRUNCATE event"));
        EXPECT_FALSE(*place_->intrude("INSERT INTO event VALUES " + row));
    }
    EXPECT_EQ(*store_->read("city", 1, 10), chain);
}

TEST_P(Store, WhatAnIntruderDoesWithoutTheTriggersIsFound) {
    const auto chain = make_chain(5);
    append(chain, std::nullopt);
    const bool is_sqlite = GetParam() == Kind::sqlite;
    const auto freed = place_->intrude(
        is_sqlite ? "DROP TRIGGER event_is_never_updated; DROP TRIGGER event_is_never_deleted"
                  : "DROP TRIGGER event_is_never_changed ON event");
    if (!freed) GTEST_SKIP() << "memory has no SQL";
    const auto verdict = [&] { return verify(*store_, "city", head_of(chain.back())).error(); };
    ASSERT_TRUE(*place_->intrude("UPDATE event SET hash = 'z' || substr(hash, 2) WHERE seq = 3"));
    EXPECT_EQ(verdict().code, Code::event_changed);
    EXPECT_EQ(verdict().args.at(0), "3");
    ASSERT_TRUE(*place_->intrude("DELETE FROM event WHERE seq = 3"));
    EXPECT_EQ(verdict().code, Code::event_missing);
    ASSERT_TRUE(*place_->intrude("DELETE FROM event WHERE seq > 1"));
    EXPECT_EQ(verdict().code, Code::ledger_truncated);
}

INSTANTIATE_TEST_SUITE_P(Every, Store, testing::Values(Kind::memory, Kind::sqlite, Kind::postgres),
                         print_kind);

}  // namespace
}  // namespace heng::store_test
