/// @file
/// Memory, an SQLite file in a temporary folder, a database of a private PostgreSQL.
#include "store_fixture.hpp"

#include "postgres_cluster.hpp"
#include "shell/memory/account_store.hpp"
#include "shell/memory/ballot_box.hpp"
#include "shell/memory/event_store.hpp"
#include "shell/memory/outbox.hpp"
#include "shell/postgres/account_store.hpp"
#include "shell/postgres/ballot_box.hpp"
#include "shell/postgres/event_store.hpp"
#include "shell/postgres/outbox.hpp"
#include "shell/sqlite/account_store.hpp"
#include "shell/sqlite/ballot_box.hpp"
#include "shell/sqlite/event_store.hpp"
#include "shell/sqlite/outbox.hpp"

#include <atomic>
#include <filesystem>

namespace heng::store_test {

PostgresCluster& cluster() {
    static PostgresCluster one;  // stops when the program ends
    return one;
}

namespace {

template <class T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error(message(result.error(), Language::en));
    return std::move(*result);
}

class MemoryPlace final : public Place {
public:
    std::shared_ptr<app::EventStore> open() override { return store_; }
    std::shared_ptr<app::BallotBox> open_boxes() override { return boxes_; }
    std::shared_ptr<app::accounts::AccountStore> open_accounts() override { return accounts_; }
    std::shared_ptr<app::notices::Outbox> open_outbox() override { return outbox_; }
    std::optional<bool> intrude(const std::string&) override { return std::nullopt; }
    std::optional<std::string> look(const std::string&) override { return std::nullopt; }
    std::string address() const override { return "memory"; }

private:
    std::shared_ptr<app::EventStore> store_ = std::make_shared<memory::EventStore>();
    std::shared_ptr<app::BallotBox> boxes_ = std::make_shared<memory::BallotBox>();
    std::shared_ptr<memory::AccountStore> accounts_ = std::make_shared<memory::AccountStore>();
    std::shared_ptr<app::notices::Outbox> outbox_ = std::make_shared<memory::Outbox>();
};

class SqlitePlace final : public Place {
public:
    std::shared_ptr<app::EventStore> open() override {
        return must(sqlite::EventStore::open(path()));
    }
    std::shared_ptr<app::BallotBox> open_boxes() override {
        return must(sqlite::BallotBox::open(path()));
    }
    std::shared_ptr<app::accounts::AccountStore> open_accounts() override {
        return must(sqlite::AccountStore::open(path()));
    }
    std::shared_ptr<app::notices::Outbox> open_outbox() override {
        return must(sqlite::Outbox::open(path()));
    }
    std::optional<bool> intrude(const std::string& sql) override {
        auto database = must(sqlite::Database::open(path()));
        return database.run(sql).has_value();
    }
    std::optional<std::string> look(const std::string& sql) override {
        auto database = must(sqlite::Database::open(path()));
        auto statement = must(database.prepare(sql));
        must(statement.step());
        return std::string(statement.text(0));
    }
    std::string address() const override { return "sqlite:" + path(); }

private:
    std::string path() const { return folder_ / "heng.db"; }
    Folder folder_;
};

class PostgresPlace final : public Place {
public:
    std::shared_ptr<app::EventStore> open() override {
        return must(postgres::EventStore::open(url()));
    }
    std::shared_ptr<app::BallotBox> open_boxes() override {
        return must(postgres::BallotBox::open(url()));
    }
    std::shared_ptr<app::accounts::AccountStore> open_accounts() override {
        return must(postgres::AccountStore::open(url()));
    }
    std::shared_ptr<app::notices::Outbox> open_outbox() override {
        return must(postgres::Outbox::open(url()));
    }
    std::optional<bool> intrude(const std::string& sql) override {
        auto connection = must(postgres::Connection::open(url()));
        return connection.run(sql).has_value();
    }
    std::optional<std::string> look(const std::string& sql) override {
        auto connection = must(postgres::Connection::open(url()));
        return std::string(must(connection.query(sql.c_str(), {})).text(0, 0));
    }
    std::string address() const override { return url(); }

private:
    std::string url() const { return cluster().url(database_); }
    std::string database_ = [] {
        const std::string made = cluster().make_database();
        return made.substr(made.rfind('/') + 1);
    }();
};

}  // namespace

std::unique_ptr<Place> make_place(Kind kind) {
    switch (kind) {
        case Kind::memory: return std::make_unique<MemoryPlace>();
        case Kind::sqlite: return std::make_unique<SqlitePlace>();
        case Kind::postgres: return std::make_unique<PostgresPlace>();
    }
    throw std::logic_error("no such store");
}

void crash_and_restart_postgres() {
    cluster().crash_and_restart();
}

Result<std::shared_ptr<app::EventStore>> open_address(const std::string& address, const char* vfs) {
    if (address.starts_with("sqlite:")) {
        auto store = sqlite::EventStore::open(address.substr(7), vfs);
        if (!store) return tl::unexpected(store.error());
        return std::shared_ptr<app::EventStore>(std::move(*store));
    }
    auto store = postgres::EventStore::open(address);
    if (!store) return tl::unexpected(store.error());
    return std::shared_ptr<app::EventStore>(std::move(*store));
}

std::string print_kind(const testing::TestParamInfo<Kind>& info) {
    return info.param == Kind::memory   ? "memory"
           : info.param == Kind::sqlite ? "sqlite"
                                        : "postgres";
}

ledger::Instant Ticking::now() {
    static std::atomic<std::int64_t> ticks = 0;
    return ledger::Instant(std::chrono::sys_days(day)) + std::chrono::microseconds(++ticks);
}

ledger::HashFunction sm3() {
    return must(crypto::make_hash(ledger::Algorithm::sm3));
}
ledger::HashFunction sha256() {
    return must(crypto::make_hash(ledger::Algorithm::sha256));
}

ledger::Draft make_draft(std::int64_t n) {
    ledger::Object body{{"branch", "3.2.1"},   {"case", "2021-118"},           {"count", n},
                        {"points", "0.5"},     {"text", "谈心谈话不到位,1起"}, {"unit", "C02"},
                        {"source", "巡察反馈"}};
    return {"p-17", "record_finding", day, "party-building-2021/1", std::move(body)};
}

std::vector<ledger::SealedEvent> make_chain(std::int64_t count, const std::string& tenant) {
    Ticking clock;
    std::vector<ledger::SealedEvent> out;
    out.push_back(must(ledger::seal_opening({tenant, "system", day}, clock.now(), sm3())));
    const auto rest = make_batch(head_of(out.back()), count - 1, 0, tenant);
    out.insert(out.end(), rest.begin(), rest.end());
    return out;
}

std::vector<ledger::SealedEvent> make_batch(const ledger::Head& head, std::int64_t count,
                                            std::int64_t salt, const std::string& tenant) {
    Ticking clock;
    const auto hash = sm3();
    std::vector<ledger::SealedEvent> out;
    ledger::Head last = head;
    for (std::int64_t i = 0; i < count; ++i) {
        out.push_back(
            must(ledger::seal(tenant, last, make_draft(1000 * salt + i), clock.now(), hash)));
        last = head_of(out.back());
    }
    return out;
}

Result<ledger::Head> verify(app::EventStore& store, const std::string& tenant,
                            std::optional<ledger::Head> known) {
    ledger::Verifier verifier(tenant, sm3(), known);
    for (std::int64_t from = 1;;) {
        const auto page = store.read(tenant, from, 700);
        if (!page) return tl::unexpected(page.error());
        if (page->empty()) return verifier.finish();
        for (const ledger::SealedEvent& event : *page) verifier.feed(event);
        from = page->back().seq + 1;
    }
}

Folder::Folder() : path_(std::filesystem::temp_directory_path() / "heng-store-XXXXXX") {
    if (mkdtemp(path_.data()) == nullptr) throw std::runtime_error("no temporary folder");
}

Folder::~Folder() {
    std::error_code none;
    std::filesystem::remove_all(path_, none);
}

}  // namespace heng::store_test
