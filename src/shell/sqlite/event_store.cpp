/// @file
/// Appending under the write lock, reading on a connection of its own.
#include "shell/sqlite/event_store.hpp"

#include "app/batch.hpp"
#include "shell/sqlite/migrations.hpp"

#include <algorithm>

namespace heng::sqlite {

using ledger::Head;
using ledger::SealedEvent;

namespace {

/// How often a waiting reader looks whether another process has appended.
constexpr std::chrono::milliseconds look_every{20};

constexpr std::string_view head_sql =
    "SELECT seq, hash FROM event WHERE tenant = ?1 ORDER BY seq DESC LIMIT 1";

/// A hash that someone has damaged is no hash; zeros fit no event, so that the verifier names it.
ledger::Digest digest_of(std::string_view text) {
    return ledger::parse_digest(text).value_or(ledger::Digest{});
}

Result<std::optional<Head>> read_head(Statement& statement, const std::string& tenant) {
    statement.bind(1, tenant);
    const auto row = statement.step();
    if (!row) return tl::unexpected(row.error());
    std::optional<Head> head;
    if (*row) head = Head{statement.number(0), digest_of(statement.text(1))};
    statement.reset();
    return head;
}

/// What the table answers where someone has the number, nobody the one before it, or others are in
/// between.
bool is_out_of_place(int code) {
    return code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_NOTNULL ||
           code == SQLITE_CONSTRAINT_TRIGGER;
}

}  // namespace

Result<std::unique_ptr<EventStore>> EventStore::open(const std::string& path, const char* vfs) {
    std::unique_ptr<EventStore> store(new EventStore());
    const auto prepared = store->prepare(path, vfs);
    if (!prepared) return tl::unexpected(prepared.error());
    return store;
}

Result<void> EventStore::prepare(const std::string& path, const char* vfs) {
    const auto prepare_into = [](Database& database, Statement& into,
                                 std::string_view sql) -> Result<void> {
        auto statement = database.prepare(sql);
        if (!statement) return tl::unexpected(statement.error());
        into = std::move(*statement);
        return {};
    };
    for (Database* database : {&writing_.database, &reading_.database}) {
        auto opened = Database::open(path, vfs);
        if (!opened) return tl::unexpected(opened.error());
        *database = std::move(*opened);
        const auto migrated = migrate(*database, static_cast<int>(migrations().size()));
        if (!migrated) return migrated;
    }
    return prepare_into(writing_.database, writing_.append,
                        "INSERT INTO event (tenant, seq, stored, hash) VALUES (?1, ?2, ?3, ?4)")
        .and_then([&] {
            return prepare_into(writing_.database, writing_.append_behind,
                                "INSERT INTO event (tenant, seq, stored, hash) "
                                "VALUES (?1, ?2, ?3, (SELECT ?4 FROM event "
                                "WHERE tenant = ?1 AND seq = ?2 - 1 AND hash = ?5))");
        })
        .and_then([&] {
            return prepare_into(writing_.database, writing_.mark,
                                "INSERT INTO request_mark "
                                "(tenant, request_key, request, first_seq, last_seq) "
                                "VALUES (?1, ?2, ?3, ?4, ?5)");
        })
        .and_then([&] { return prepare_into(reading_.database, reading_.head, head_sql); })
        .and_then([&] {
            return prepare_into(reading_.database, reading_.mark,
                                "SELECT request, first_seq, last_seq FROM request_mark "
                                "WHERE tenant = ?1 AND request_key = ?2");
        })
        .and_then([&] {
            return prepare_into(
                reading_.database, reading_.page,
                "SELECT seq, stored, hash FROM event WHERE tenant = ?1 AND seq >= ?2 "
                "ORDER BY seq LIMIT ?3");
        })
        .and_then([&] {
            return prepare_into(
                reading_.database, reading_.next_tenant,
                "SELECT tenant FROM event WHERE tenant > ?1 ORDER BY tenant LIMIT 1");
        });
}

/// As with PostgreSQL, the table itself refuses a batch that is not behind the event it was sealed
/// on: its first event then has no hash.
Result<Head> EventStore::append_batch(const std::string& tenant,
                                      const std::optional<Head>& expected,
                                      std::span<const SealedEvent> events,
                                      std::span<const app::RequestMark> marks) {
    app::require_batch(expected, events);
    {
        const std::lock_guard lock(writing_.mutex);
        auto transaction = Transaction::begin(writing_.database);
        if (!transaction) return tl::unexpected(transaction.error());
        const std::string previous = expected ? ledger::print_digest(expected->hash) : "";
        const auto failed = [&](const Error& error) -> Result<Head> {
            if (is_out_of_place(writing_.database.code()))
                return refuse(Code::ledger_head_moved, {}, {tenant});
            return tl::unexpected(error);
        };
        for (const SealedEvent& event : events) {
            const std::string hash = ledger::print_digest(event.hash);
            const bool is_behind_another = expected && &event == events.data();
            Statement& insert = is_behind_another ? writing_.append_behind : writing_.append;
            insert.bind(1, tenant);
            insert.bind(2, event.seq);
            insert.bind(3, event.bytes);
            insert.bind(4, hash);
            if (is_behind_another) insert.bind(5, previous);
            if (const auto done = insert.run(); !done) return failed(done.error());
        }
        for (const app::RequestMark& mark : marks) {
            const std::string key = ledger::print_digest(mark.of.key);
            const std::string request = ledger::print_digest(mark.of.request);
            writing_.mark.bind(1, tenant);
            writing_.mark.bind(2, key);
            writing_.mark.bind(3, request);
            writing_.mark.bind(4, mark.first_seq);
            writing_.mark.bind(5, mark.last_seq);
            if (const auto done = writing_.mark.run(); !done) return failed(done.error());
        }
        const auto committed = transaction->commit();
        if (!committed) return tl::unexpected(committed.error());
    }
    { const std::lock_guard lock(grown_mutex_); }
    grown_.notify_all();
    return head_of(events.back());
}

Result<std::vector<SealedEvent>> EventStore::read(const std::string& tenant, std::int64_t from_seq,
                                                  std::size_t count_max) {
    const std::lock_guard lock(reading_.mutex);
    Statement& page = reading_.page;
    page.bind(1, tenant);
    page.bind(2, from_seq);
    page.bind(3, static_cast<std::int64_t>(count_max));
    std::vector<SealedEvent> out;
    for (;;) {
        const auto row = page.step();
        if (!row) return tl::unexpected(row.error());
        if (!*row) break;
        out.push_back({page.number(0), std::string(page.text(1)), digest_of(page.text(2))});
    }
    page.reset();
    return out;
}

Result<std::optional<app::RequestMark>> EventStore::find_mark(const std::string& tenant,
                                                              const ledger::Digest& key) {
    const std::lock_guard lock(reading_.mutex);
    Statement& statement = reading_.mark;
    const std::string text = ledger::print_digest(key);
    statement.bind(1, tenant);
    statement.bind(2, text);
    const auto row = statement.step();
    if (!row) return tl::unexpected(row.error());
    std::optional<app::RequestMark> out;
    if (*row)
        out = app::RequestMark{
            {key, digest_of(statement.text(0))}, statement.number(1), statement.number(2)};
    statement.reset();
    return out;
}

Result<std::optional<Head>> EventStore::head(const std::string& tenant) {
    const std::lock_guard lock(reading_.mutex);
    return read_head(reading_.head, tenant);
}

Result<std::vector<std::string>> EventStore::tenants() {
    const std::lock_guard lock(reading_.mutex);
    std::vector<std::string> out;
    for (std::string last;; last = out.back()) {
        reading_.next_tenant.bind(1, last);
        const auto row = reading_.next_tenant.step();
        if (!row) return tl::unexpected(row.error());
        if (*row) out.emplace_back(reading_.next_tenant.text(0));
        reading_.next_tenant.reset();
        if (!*row) return out;
    }
}

Result<std::optional<Head>> EventStore::await(const std::string& tenant, std::int64_t after_seq,
                                              std::chrono::milliseconds timeout) {
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    std::unique_lock lock(grown_mutex_);
    for (;;) {
        auto now = head(tenant);
        if (!now || (*now && (*now)->seq > after_seq)) return now;
        const auto time = std::chrono::steady_clock::now();
        if (time >= deadline) return now;
        grown_.wait_until(lock, std::min(deadline, time + look_every));
    }
}

}  // namespace heng::sqlite
