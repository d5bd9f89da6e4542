/// Every earlier version of the tables becomes the latest, with its events in place.
#include "shell/postgres/migrations.hpp"
#include "app/migration.hpp"
#include "postgres_cluster.hpp"
#include "shell/sqlite/migrations.hpp"
#include "store_fixture.hpp"

namespace heng::store_test {
namespace {

/// Makes the tables of `version` as a program of that time would have.
void make_version(const std::string& address, int version) {
    if (address.starts_with("sqlite:")) {
        auto database = sqlite::Database::open(address.substr(7));
        ASSERT_TRUE(database);
        ASSERT_TRUE(sqlite::migrate(*database, version));
    } else {
        auto connection = postgres::Connection::open(address);
        ASSERT_TRUE(connection) << message(connection.error(), Language::en);
        ASSERT_TRUE(postgres::migrate(*connection, version));
    }
}

int latest(Kind kind) {
    return static_cast<int>(kind == Kind::sqlite ? sqlite::migrations().size()
                                                 : postgres::migrations().size());
}

class Migrations : public testing::TestWithParam<Kind> {};

TEST_P(Migrations, LeadFromEveryEarlierVersionToTheLatest) {
    for (int version = 1; version <= latest(GetParam()); ++version) {
        const auto place = make_place(GetParam());
        make_version(place->address(), version);
        const auto chain = make_chain(3);
        for (const ledger::SealedEvent& event : chain) {
            ASSERT_TRUE(
                *place->intrude("INSERT INTO event (tenant, seq, stored, hash) VALUES ('city', " +
                                std::to_string(event.seq) + ", '" + event.bytes + "', '" +
                                ledger::print_digest(event.hash) + "')"));
        }
        const auto store = place->open();
        EXPECT_EQ(*store->read("city", 1, 10), chain) << "from version " << version;
        EXPECT_FALSE(*place->intrude("DELETE FROM event")) << "from version " << version;
        EXPECT_TRUE(
            store->append("city", head_of(chain.back()), make_batch(head_of(chain.back()), 1)));
        EXPECT_TRUE(place->open_accounts()->change(
            "city", {{{app::accounts::Kind::account, "zhang.san", "", 1, "sealed"}}, {}, {}}))
            << "from version " << version;
        EXPECT_EQ(*place->look("SELECT version FROM account_record"), "1");
    }
}

TEST_P(Migrations, AreDoneOnce) {
    const auto place = make_place(GetParam());
    const auto first = place->open();
    const auto second = place->open();
    EXPECT_TRUE(*place->intrude("INSERT INTO schema_version (version) VALUES (" +
                                std::to_string(latest(GetParam()) + 1) + ")"));
    const auto refused = open_address(place->address());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Code::store_schema_newer);
}

TEST_P(Migrations, SeveralProcessesMayStartAtOnce) {
    const auto place = make_place(GetParam());
    std::vector<std::thread> threads;
    std::atomic<int> opened = 0;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] { opened += open_address(place->address()) ? 1 : 0; });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(opened, 4);
}

INSTANTIATE_TEST_SUITE_P(Every, Migrations, testing::Values(Kind::sqlite, Kind::postgres),
                         print_kind);

TEST(Stores, SayWhyTheyCannotBeOpened) {
    const Folder folder;
    EXPECT_EQ(open_address("sqlite:" + folder / "none/heng.db").error().code,
              Code::store_unreachable);
    EXPECT_EQ(open_address("postgresql://heng@127.0.0.1:1/heng").error().code,
              Code::store_unreachable);
    const auto place = make_place(Kind::postgres);
    ASSERT_TRUE(
        *place->intrude("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0 LOCALE 'C'"));
    const std::string latin = place->address().substr(0, place->address().rfind('/')) + "/latin";
    EXPECT_EQ(open_address(latin).error().code, Code::store_encoding_differs);
}

/// ASVS 7.3.3: who has the server's credentials can still not take the triggers away.
TEST(Stores, AreServedByARoleThatOwnsNothing) {
    const auto place = make_place(Kind::postgres);
    const auto chain = make_chain(2);
    ASSERT_TRUE(place->open()->append("city", std::nullopt, chain));
    for (const char* const sql :
         {"CREATE ROLE app LOGIN", "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
          "GRANT SELECT, INSERT ON event, request_mark TO app",
          "GRANT SELECT ON schema_version TO app"})
        ASSERT_TRUE(*place->intrude(sql)) << sql;
    std::string address = place->address();
    const std::size_t at = address.find('@');
    const std::size_t user = address.find("//") + 2;
    ASSERT_NE(at, address.npos);
    address.replace(user, at - user, "app");
    const auto store = open_address(address);
    ASSERT_TRUE(store) << message(store.error(), Language::en);
    const auto batch = make_batch(head_of(chain.back()), 1);
    EXPECT_TRUE((*store)->append("city", head_of(chain.back()), batch));
    EXPECT_EQ(*(*store)->read("city", 3, 1), batch);
}

TEST(Stores, ComeBackAfterTheServerDid) {
    const auto place = make_place(Kind::postgres);
    const auto chain = make_chain(2);
    const auto store = place->open();
    ASSERT_TRUE(store->append("city", std::nullopt, chain));
    ASSERT_TRUE(
        place->intrude("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE pid <> "
                       "pg_backend_pid()"));
    EXPECT_EQ(*store->head("city"), head_of(chain.back())) << "on a new connection";
    EXPECT_TRUE(store->append("city", head_of(chain.back()), make_batch(head_of(chain.back()), 1)));
}

}  // namespace
}  // namespace heng::store_test
