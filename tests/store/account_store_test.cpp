/// What every store of accounts must do: all of a change or nothing, one winner among several, and
/// a trail that only grows.
#include "app/accounts/account_store.hpp"
#include "store_fixture.hpp"

#include <atomic>
#include <thread>

namespace heng::store_test {
namespace {

using app::accounts::AccountStore;
using RecordKind = app::accounts::Kind;
using app::accounts::Changes;
using app::accounts::Outcome;
using app::accounts::Record;
using app::accounts::TrailEntry;

Record record(const std::string& id, std::int64_t version = 1, const std::string& sealed = "x",
              RecordKind kind = RecordKind::session, const std::string& owner = "zhang.san") {
    return {kind, id, owner, version, sealed};
}

TrailEntry entry(std::int64_t seq, const std::string& detail = "") {
    return {seq,
            ledger::Instant(std::chrono::microseconds(1'600'000'000'000'000 + seq)),
            "root",
            "disable_account",
            "zhang.san",
            seq % 2 == 0 ? Outcome::done : Outcome::refused,
            detail,
            "10.0.0.7",
            "key:" + std::to_string(seq)};
}

class Accounts : public testing::TestWithParam<Kind> {
protected:
    void change(const Changes& changes) {
        const auto done = store_->change("city", changes);
        ASSERT_TRUE(done) << message(done.error(), Language::en);
    }
    void expect_stale(const Changes& changes) {
        const auto done = store_->change("city", changes);
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().code, Code::version_stale);
    }
    std::vector<std::string> ids(RecordKind kind, const std::string& owner = {}) {
        std::vector<std::string> out;
        const auto all = store_->list("city", kind, owner);
        for (const Record& one : *all) out.push_back(one.id);
        return out;
    }
    std::optional<Record> find(const std::string& id) {
        return *store_->find("city", RecordKind::session, id);
    }

    std::unique_ptr<Place> place_ = make_place(GetParam());
    std::shared_ptr<AccountStore> store_ = place_->open_accounts();
};

TEST_P(Accounts, AreKeptAsTheyWerePut) {
    const Record one{RecordKind::account, "zhang.san", "", 1, "sealed'\"\\%\n衡"};
    EXPECT_EQ(*store_->find("city", RecordKind::account, "zhang.san"), std::nullopt);
    change({{one}, {}, {}});
    EXPECT_EQ(*store_->find("city", RecordKind::account, "zhang.san"), one);
    EXPECT_EQ(*place_->open_accounts()->find("city", RecordKind::account, "zhang.san"), one);
    EXPECT_EQ(*store_->find("city", RecordKind::card, "zhang.san"), std::nullopt);
    EXPECT_EQ(*store_->find("town", RecordKind::account, "zhang.san"), std::nullopt);
}

/// An id is all of its bytes: what comes from outside finds nothing by its beginning.
TEST_P(Accounts, AreFoundByTheWholeId) {
    change({{record("a")}, {}, {}});
    EXPECT_EQ(find(std::string("a\0b", 3)), std::nullopt);
    EXPECT_EQ(find(std::string("a\0", 2)), std::nullopt);
    EXPECT_EQ(find(""), std::nullopt);
}

/// A backup brings records in the version that they had, which their seals are bound to.
TEST_P(Accounts, AreRestoredInTheirVersionWhereNoneAre) {
    Changes restored;
    restored.restored = {record("a", 7), record("b", 1)};
    restored.trail = {entry(1)};
    change(restored);
    EXPECT_EQ(find("a"), record("a", 7));
    change({{record("a", 8, "y")}, {}, {}});
    Changes again;
    again.restored = {record("c", 3), record("b", 2)};
    expect_stale(again);
    EXPECT_EQ(find("c"), std::nullopt);
}

TEST_P(Accounts, FollowOnTheVersionBefore) {
    change({{record("a")}, {}, {}});
    expect_stale({{record("a")}, {}, {}});
    expect_stale({{record("a", 3)}, {}, {}});
    change({{record("a", 2, "y")}, {}, {}});
    expect_stale({{record("a", 2, "z")}, {}, {}});
    EXPECT_EQ(find("a"), record("a", 2, "y"));
    expect_stale({{record("b", 2)}, {}, {}});
}

TEST_P(Accounts, AreErasedInTheVersionSeen) {
    change({{record("a")}, {}, {}});
    expect_stale({{}, {{RecordKind::session, "a", 2}}, {}});
    change({{}, {{RecordKind::session, "a", 1}}, {}});
    EXPECT_EQ(find("a"), std::nullopt);
    expect_stale({{}, {{RecordKind::session, "a", 1}}, {}});
    change({{record("a")}, {}, {}});
}

TEST_P(Accounts, ChangeTogetherOrNotAtAll) {
    change({{record("a"), record("b")}, {}, {entry(1)}});
    expect_stale({{record("a", 2), record("c"), record("b", 3)}, {}, {entry(2)}});
    expect_stale({{record("a", 2)}, {{RecordKind::session, "b", 7}}, {entry(2)}});
    expect_stale({{record("a", 2)}, {{RecordKind::session, "b", 1}}, {entry(3)}});
    EXPECT_EQ(find("a"), record("a"));
    EXPECT_EQ(ids(RecordKind::session), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ((*store_->trail_end("city"))->seq, 1);
    change({{record("a", 2)}, {{RecordKind::session, "b", 1}}, {entry(2), entry(3)}});
    EXPECT_EQ(ids(RecordKind::session), (std::vector<std::string>{"a"}));
    EXPECT_EQ((*store_->trail_end("city"))->seq, 3);
}

TEST_P(Accounts, AreListedInOrderByKindAndOwner) {
    change({{record("b"), record("a"), record("B"), record("_"),
             record("c", 1, "x", RecordKind::session, "li.si"),
             record("d", 1, "x", RecordKind::token)},
            {},
            {}});
    EXPECT_EQ(ids(RecordKind::session), (std::vector<std::string>{"B", "_", "a", "b", "c"}))
        << "in the order of bytes, whatever the server's language";
    EXPECT_EQ(ids(RecordKind::session, "li.si"), (std::vector<std::string>{"c"}));
    EXPECT_EQ(ids(RecordKind::token, "zhang.san"), (std::vector<std::string>{"d"}));
    EXPECT_EQ(ids(RecordKind::card), std::vector<std::string>());
}

TEST_P(Accounts, KeepTenantsApart) {
    change({{record("a")}, {}, {entry(1)}});
    ASSERT_TRUE(store_->change("town", {{record("a", 1, "other")}, {}, {entry(1, "theirs")}}));
    EXPECT_EQ(find("a")->sealed, "x");
    EXPECT_EQ(store_->trail("town", 1, 10)->front().detail, "theirs");
    EXPECT_EQ(store_->list("town", RecordKind::session, {})->size(), 1u);
    EXPECT_EQ(*store_->trail_end("village"), std::nullopt);
}

TEST_P(Accounts, KeepATrailInOrder) {
    const std::vector<TrailEntry> all{entry(1, "'\"\\%\n衡"), entry(2), entry(3)};
    change({{}, {}, {all[0]}});
    change({{}, {}, {all[1], all[2]}});
    EXPECT_EQ(*store_->trail("city", 1, 10), all);
    EXPECT_EQ(*store_->trail("city", 2, 1), std::vector<TrailEntry>{all[1]});
    EXPECT_EQ(*store_->trail("city", 4, 10), std::vector<TrailEntry>());
    EXPECT_EQ(*store_->trail_end("city"), all[2]);
    expect_stale({{}, {}, {entry(3)}});
    expect_stale({{}, {}, {entry(5)}});
}

/// SEC-8: not even SQL changes the trail.
TEST_P(Accounts, TrailIsNeverChanged) {
    change({{}, {}, {entry(1)}});
    const auto updated = place_->intrude("UPDATE account_trail SET actor = 'x'");
    if (!updated) GTEST_SKIP() << "memory has no SQL";
    EXPECT_FALSE(*updated);
    EXPECT_FALSE(*place_->intrude("DELETE FROM account_trail"));
    EXPECT_EQ(*store_->trail_end("city"), entry(1));
}

/// Of several who change one record at once, one wins.
TEST_P(Accounts, HaveOneWinner) {
    constexpr int rounds = 5;
    change({{record("a")}, {}, {}});
    for (std::int64_t version = 2; version < 2 + rounds; ++version) {
        std::atomic<int> won = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                const auto own = place_->open_accounts();
                const auto done = own->change("city", {{record("a", version)}, {}, {}});
                won += done ? 1 : 0;
                EXPECT_TRUE(done || done.error().code == Code::version_stale);
            });
        for (std::thread& thread : threads) thread.join();
        EXPECT_EQ(won, 1);
    }
}

/// Two servers that write to the trail at once: each number once, none left out.
TEST_P(Accounts, TrailGrowsWithoutGaps) {
    constexpr int people = 3;
    constexpr int each = 5;
    std::vector<std::thread> threads;
    for (int person = 0; person < people; ++person)
        threads.emplace_back([&] {
            const auto own = place_->open_accounts();
            for (int done = 0; done < each;) {
                const auto end = own->trail_end("city");
                ASSERT_TRUE(end);
                const auto put = own->change("city", {{}, {}, {entry(*end ? (*end)->seq + 1 : 1)}});
                done += put ? 1 : 0;
                ASSERT_TRUE(put || put.error().code == Code::version_stale);
            }
        });
    for (std::thread& thread : threads) thread.join();
    const auto all = *store_->trail("city", 1, 100);
    ASSERT_EQ(all.size(), static_cast<std::size_t>(people * each));
    for (std::size_t i = 0; i < all.size(); ++i)
        EXPECT_EQ(all[i].seq, static_cast<std::int64_t>(i) + 1);
}

/// Changes of the same records in another order do not stand in each other's way for ever.
TEST_P(Accounts, DoNotWaitForEachOtherForEver) {
    change({{record("a"), record("b")}, {}, {}});
    std::vector<std::thread> threads;
    for (const bool forward : {true, false})
        threads.emplace_back([&, forward] {
            const auto own = place_->open_accounts();
            for (int done = 0; done < 10;) {
                const auto first = *own->find("city", RecordKind::session, "a");
                const auto second = *own->find("city", RecordKind::session, "b");
                const Record a = record("a", first->version + 1);
                const Record b = record("b", second->version + 1);
                const auto put =
                    own->change("city", {forward ? std::vector{a, b} : std::vector{b, a}, {}, {}});
                done += put ? 1 : 0;
                ASSERT_TRUE(put || put.error().code == Code::version_stale)
                    << message(put.error(), Language::en);
            }
        });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(find("a")->version, 21);
    EXPECT_EQ(find("b")->version, 21);
}

INSTANTIATE_TEST_SUITE_P(Every, Accounts,
                         testing::Values(Kind::memory, Kind::sqlite, Kind::postgres), print_kind);

TEST(AccountStores, ComeBackAfterTheServerDid) {
    const auto place = make_place(Kind::postgres);
    const auto store = place->open_accounts();
    ASSERT_TRUE(store->change("city", {{record("a")}, {}, {}}));
    ASSERT_TRUE(
        place->intrude("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE pid <> "
                       "pg_backend_pid()"));
    EXPECT_TRUE(store->change("city", {{record("b")}, {}, {}})) << "on a new connection";
    EXPECT_EQ(store->list("city", RecordKind::session, {})->size(), 2u);
}

}  // namespace
}  // namespace heng::store_test
