/// @file
/// Each change of a record names the version that it follows on; a statement that finds no such row
/// takes the whole transaction back.
#include "shell/sqlite/account_store.hpp"

#include "shell/sqlite/migrations.hpp"

namespace heng::sqlite {

using app::accounts::Changes;
using app::accounts::Erasure;
using app::accounts::Outcome;
using app::accounts::Record;
using app::accounts::TrailEntry;

namespace {

constexpr const char* find_sql =
    "SELECT id, owner, version, sealed FROM account_record "
    "WHERE tenant = ?1 AND kind = ?2 AND id = ?3";
constexpr const char* list_sql =
    "SELECT id, owner, version, sealed FROM account_record "
    "WHERE tenant = ?1 AND kind = ?2 ORDER BY id";
constexpr const char* list_of_owner_sql =
    "SELECT id, owner, version, sealed FROM account_record "
    "WHERE tenant = ?1 AND kind = ?2 AND owner = ?3 ORDER BY id";
constexpr const char* insert_sql =
    "INSERT INTO account_record (tenant, kind, id, owner, version, sealed) "
    "SELECT ?1, ?2, ?3, ?4, ?6, ?5 WHERE NOT EXISTS "
    "(SELECT 1 FROM account_record WHERE tenant = ?1 AND kind = ?2 AND id = ?3) RETURNING 1";
constexpr const char* update_sql =
    "UPDATE account_record SET owner = ?4, version = ?6, sealed = ?5 "
    "WHERE tenant = ?1 AND kind = ?2 AND id = ?3 AND version = ?6 - 1 RETURNING 1";
constexpr const char* erase_sql =
    "DELETE FROM account_record "
    "WHERE tenant = ?1 AND kind = ?2 AND id = ?3 AND version = ?4 RETURNING 1";
constexpr const char* append_sql =
    "INSERT INTO account_trail "
    "(tenant, seq, at, actor, matter, account, is_refused, detail, remote, mac) "
    "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 WHERE ?2 = "
    "(SELECT coalesce(max(seq), 0) + 1 FROM account_trail WHERE tenant = ?1) RETURNING 1";
constexpr const char* trail_sql =
    "SELECT seq, at, actor, matter, account, is_refused, detail, remote, mac FROM account_trail "
    "WHERE tenant = ?1 AND seq >= ?2 ORDER BY seq LIMIT ?3";
constexpr const char* trail_end_sql =
    "SELECT seq, at, actor, matter, account, is_refused, detail, remote, mac FROM account_trail "
    "WHERE tenant = ?1 ORDER BY seq DESC LIMIT 1";

Record record_of(const Statement& row, app::accounts::Kind kind) {
    return {kind, std::string(row.text(0)), std::string(row.text(1)), row.number(2),
            std::string(row.text(3))};
}

TrailEntry entry_of(const Statement& row) {
    return {row.number(0),
            ledger::Instant(std::chrono::microseconds(row.number(1))),
            std::string(row.text(2)),
            std::string(row.text(3)),
            std::string(row.text(4)),
            row.number(5) == 0 ? Outcome::done : Outcome::refused,
            std::string(row.text(6)),
            std::string(row.text(7)),
            std::string(row.text(8))};
}

/// What `read` makes of each row.
template <class T, class Read>
Result<std::vector<T>> rows_of(Statement& statement, const Read& read) {
    std::vector<T> out;
    for (;;) {
        const auto row = statement.step();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return out;
        out.push_back(read(statement));
    }
}

}  // namespace

Result<std::unique_ptr<AccountStore>> AccountStore::open(const std::string& path, const char* vfs) {
    auto writing = Database::open(path, vfs);
    if (!writing) return tl::unexpected(writing.error());
    const auto ready = migrate(*writing, static_cast<int>(migrations().size())).and_then([&] {
        return writing->run("PRAGMA secure_delete = ON");  // what is erased is gone (SEC-13)
    });
    if (!ready) return tl::unexpected(ready.error());
    auto reading = Database::open(path, vfs);
    if (!reading) return tl::unexpected(reading.error());
    auto find = reading->prepare(find_sql);
    if (!find) return tl::unexpected(find.error());
    std::unique_ptr<AccountStore> store(new AccountStore(std::move(*reading), std::move(*writing)));
    store->find_ = std::move(*find);
    return store;
}

Result<std::optional<Record>> AccountStore::find(const std::string& tenant, Kind kind,
                                                 const std::string& id) {
    const std::lock_guard lock(reading_mutex_);
    find_.bind(1, tenant);
    find_.bind(2, name(kind));
    find_.bind(3, id);
    const auto row = find_.step();
    if (!row) return tl::unexpected(row.error());
    std::optional<Record> out;
    if (*row) out = record_of(find_, kind);
    find_.reset();
    return out;
}

Result<std::vector<Record>> AccountStore::list(const std::string& tenant, Kind kind,
                                               const std::string& owner) {
    const std::lock_guard lock(reading_mutex_);
    auto statement = reading_.prepare(owner.empty() ? list_sql : list_of_owner_sql);
    if (!statement) return tl::unexpected(statement.error());
    statement->bind(1, tenant);
    statement->bind(2, name(kind));
    if (!owner.empty()) statement->bind(3, owner);
    return rows_of<Record>(*statement, [&](const Statement& row) { return record_of(row, kind); });
}

Result<void> AccountStore::change_one(Statement statement) {
    const auto changed = statement.step();
    if (!changed) return tl::unexpected(changed.error());
    if (!*changed) return refuse(Code::version_stale);
    statement.reset();
    return {};
}

Result<void> AccountStore::put(const std::string& tenant, const Record& record, const char* sql) {
    auto statement = writing_.prepare(sql);
    if (!statement) return tl::unexpected(statement.error());
    statement->bind(1, tenant);
    statement->bind(2, name(record.kind));
    statement->bind(3, record.id);
    statement->bind(4, record.owner);
    statement->bind(5, record.sealed);
    statement->bind(6, record.version);
    return change_one(std::move(*statement));
}

Result<void> AccountStore::erase(const std::string& tenant, const Erasure& gone) {
    auto statement = writing_.prepare(erase_sql);
    if (!statement) return tl::unexpected(statement.error());
    statement->bind(1, tenant);
    statement->bind(2, name(gone.kind));
    statement->bind(3, gone.id);
    statement->bind(4, gone.version);
    return change_one(std::move(*statement));
}

Result<void> AccountStore::append(const std::string& tenant, const TrailEntry& entry) {
    auto statement = writing_.prepare(append_sql);
    if (!statement) return tl::unexpected(statement.error());
    statement->bind(1, tenant);
    statement->bind(2, entry.seq);
    statement->bind(3, std::int64_t{entry.at.time_since_epoch().count()});
    statement->bind(4, entry.actor);
    statement->bind(5, entry.matter);
    statement->bind(6, entry.account);
    statement->bind(7, std::int64_t{entry.outcome == Outcome::done ? 0 : 1});
    statement->bind(8, entry.detail);
    statement->bind(9, entry.remote);
    statement->bind(10, entry.mac);
    return change_one(std::move(*statement));
}

Result<void> AccountStore::change(const std::string& tenant, const Changes& changes) {
    const std::lock_guard lock(writing_mutex_);
    auto transaction = Transaction::begin(writing_);
    if (!transaction) return tl::unexpected(transaction.error());
    Result<void> done;
    for (const Erasure& gone : changes.erasures)
        if (done) done = erase(tenant, gone);
    for (const Record& record : changes.puts)
        if (done) done = put(tenant, record, record.version == 1 ? insert_sql : update_sql);
    for (const Record& record : changes.restored)
        if (done) done = put(tenant, record, insert_sql);
    for (const TrailEntry& entry : changes.trail)
        if (done) done = append(tenant, entry);
    if (!done) return done;
    return transaction->commit();
}

Result<std::vector<TrailEntry>> AccountStore::trail(const std::string& tenant,
                                                    std::int64_t from_seq, std::size_t count_max) {
    const std::lock_guard lock(reading_mutex_);
    auto statement = reading_.prepare(trail_sql);
    if (!statement) return tl::unexpected(statement.error());
    statement->bind(1, tenant);
    statement->bind(2, from_seq);
    statement->bind(3, static_cast<std::int64_t>(count_max));
    return rows_of<TrailEntry>(*statement, entry_of);
}

Result<std::optional<TrailEntry>> AccountStore::trail_end(const std::string& tenant) {
    const std::lock_guard lock(reading_mutex_);
    auto statement = reading_.prepare(trail_end_sql);
    if (!statement) return tl::unexpected(statement.error());
    statement->bind(1, tenant);
    const auto row = statement->step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return std::optional<TrailEntry>();
    return entry_of(*statement);
}

}  // namespace heng::sqlite
