/// @file
/// Each change of a record names the version that it follows on; a statement that finds no such row
/// takes the whole transaction back. Two servers that change one row wait for each other, and the
/// second then finds another version.
#include "shell/postgres/account_store.hpp"

#include "shell/postgres/migrations.hpp"

#include <algorithm>
#include <tuple>

namespace heng::postgres {

using app::accounts::Changes;
using app::accounts::Erasure;
using app::accounts::Outcome;
using app::accounts::Record;
using app::accounts::TrailEntry;

namespace {

constexpr const char* find_sql =
    "SELECT id, owner, version, sealed FROM account_record "
    "WHERE tenant = $1 AND kind = $2 AND id = $3";
constexpr const char* list_sql =
    "SELECT id, owner, version, sealed FROM account_record "
    "WHERE tenant = $1 AND kind = $2 ORDER BY id COLLATE \"C\"";
constexpr const char* list_of_owner_sql =
    "SELECT id, owner, version, sealed FROM account_record "
    "WHERE tenant = $1 AND kind = $2 AND owner = $3 ORDER BY id COLLATE \"C\"";
constexpr const char* insert_sql =
    "INSERT INTO account_record (tenant, kind, id, owner, version, sealed) "
    "SELECT CAST($1 AS text), CAST($2 AS text), CAST($3 AS text), CAST($4 AS text), "
    "CAST($6 AS bigint), CAST($5 AS text) WHERE NOT EXISTS "
    "(SELECT 1 FROM account_record WHERE tenant = $1 AND kind = $2 AND id = $3) RETURNING 1";
constexpr const char* update_sql =
    "UPDATE account_record SET owner = $4, version = CAST($6 AS bigint), sealed = $5 "
    "WHERE tenant = $1 AND kind = $2 AND id = $3 AND version = CAST($6 AS bigint) - 1 RETURNING 1";
constexpr const char* erase_sql =
    "DELETE FROM account_record "
    "WHERE tenant = $1 AND kind = $2 AND id = $3 AND version = CAST($4 AS bigint) RETURNING 1";
constexpr const char* append_sql =
    "INSERT INTO account_trail "
    "(tenant, seq, at, actor, matter, account, is_refused, detail, remote, mac) "
    "SELECT CAST($1 AS text), CAST($2 AS bigint), CAST($3 AS bigint), CAST($4 AS text), "
    "CAST($5 AS text), CAST($6 AS text), CAST($7 AS integer), CAST($8 AS text), "
    "CAST($9 AS text), CAST($10 AS text) WHERE CAST($2 AS bigint) = "
    "(SELECT coalesce(max(seq), 0) + 1 FROM account_trail WHERE tenant = $1) RETURNING 1";
constexpr const char* trail_sql =
    "SELECT seq, at, actor, matter, account, is_refused, detail, remote, mac FROM account_trail "
    "WHERE tenant = $1 AND seq >= CAST($2 AS bigint) ORDER BY seq LIMIT CAST($3 AS bigint)";
constexpr const char* trail_end_sql =
    "SELECT seq, at, actor, matter, account, is_refused, detail, remote, mac FROM account_trail "
    "WHERE tenant = $1 ORDER BY seq DESC LIMIT 1";

Record record_of(const Rows& rows, int row, app::accounts::Kind kind) {
    return {kind, std::string(rows.text(row, 0)), std::string(rows.text(row, 1)),
            rows.number(row, 2), std::string(rows.text(row, 3))};
}

TrailEntry entry_of(const Rows& rows, int row) {
    return {rows.number(row, 0),
            ledger::Instant(std::chrono::microseconds(rows.number(row, 1))),
            std::string(rows.text(row, 2)),
            std::string(rows.text(row, 3)),
            std::string(rows.text(row, 4)),
            rows.number(row, 5) == 0 ? Outcome::done : Outcome::refused,
            std::string(rows.text(row, 6)),
            std::string(rows.text(row, 7)),
            std::string(rows.text(row, 8))};
}

/// `version_stale` where the statement changed no row.
Result<void> changed_one(const Result<Rows>& rows) {
    if (!rows) return tl::unexpected(rows.error());
    if (rows->count() == 0) return refuse(Code::version_stale);
    return {};
}

Result<void> put(Connection& connection, const std::string& tenant, const Record& record,
                 const char* sql) {
    const std::string version = std::to_string(record.version);
    return changed_one(
        connection.query(sql, {tenant.c_str(), name(record.kind), record.id.c_str(),
                               record.owner.c_str(), record.sealed.c_str(), version.c_str()}));
}

Result<void> erase(Connection& connection, const std::string& tenant, const Erasure& gone) {
    const std::string version = std::to_string(gone.version);
    return changed_one(connection.query(
        erase_sql, {tenant.c_str(), name(gone.kind), gone.id.c_str(), version.c_str()}));
}

Result<void> append(Connection& connection, const std::string& tenant, const TrailEntry& entry) {
    const std::string seq = std::to_string(entry.seq);
    const std::string at = std::to_string(entry.at.time_since_epoch().count());
    return changed_one(connection.query(
        append_sql,
        {tenant.c_str(), seq.c_str(), at.c_str(), entry.actor.c_str(), entry.matter.c_str(),
         entry.account.c_str(), entry.outcome == Outcome::done ? "0" : "1", entry.detail.c_str(),
         entry.remote.c_str(), entry.mac.c_str()}));
}

/// In one order for everybody: two servers that change the same records then wait for each other
/// once, instead of each holding what the other one needs.
template <class One>
std::vector<One> in_order(std::vector<One> all) {
    std::sort(all.begin(), all.end(), [](const One& a, const One& b) {
        return std::tie(a.kind, a.id) < std::tie(b.kind, b.id);
    });
    return all;
}

Result<void> make_changes(Connection& connection, const std::string& tenant,
                          const Changes& changes) {
    Result<void> done;
    for (const Erasure& gone : in_order(changes.erasures))
        if (done) done = erase(connection, tenant, gone);
    for (const Record& record : in_order(changes.puts))
        if (done)
            done = put(connection, tenant, record, record.version == 1 ? insert_sql : update_sql);
    for (const Record& record : in_order(changes.restored))
        if (done) done = put(connection, tenant, record, insert_sql);
    for (const TrailEntry& entry : changes.trail)
        if (done) done = append(connection, tenant, entry);
    return done;
}

/// Someone had the number, or the row, first.
bool is_stale(const Error& error) {
    return error.code == Code::ledger_head_moved || error.code == Code::store_busy;
}

}  // namespace

Result<std::unique_ptr<AccountStore>> AccountStore::open(const std::string& url) {
    auto connection = Connection::open(url);
    if (!connection) return tl::unexpected(connection.error());
    const auto migrated = migrate(*connection, static_cast<int>(migrations().size()));
    if (!migrated) return tl::unexpected(migrated.error());
    return std::unique_ptr<AccountStore>(new AccountStore(url));
}

Result<Connection*> AccountStore::ready(Line& line) const {
    if (!line.connection || !line.connection->is_alive()) {
        line.connection.reset();
        auto made = Connection::open(url_);
        if (!made) return tl::unexpected(made.error());
        line.connection = std::move(*made);
    }
    return &*line.connection;
}

Result<Rows> AccountStore::ask(const char* sql, std::initializer_list<const char*> parameters) {
    const std::lock_guard lock(reading_.mutex);
    return ready(reading_).and_then(
        [&](Connection* connection) { return connection->query(sql, parameters); });
}

Result<std::optional<Record>> AccountStore::find(const std::string& tenant, Kind kind,
                                                 const std::string& id) {
    // PostgreSQL would look for the part before it.
    if (id.find('\0') != id.npos) return std::optional<Record>();
    const auto rows = ask(find_sql, {tenant.c_str(), name(kind), id.c_str()});
    if (!rows) return tl::unexpected(rows.error());
    if (rows->count() == 0) return std::optional<Record>();
    return record_of(*rows, 0, kind);
}

Result<std::vector<Record>> AccountStore::list(const std::string& tenant, Kind kind,
                                               const std::string& owner) {
    const auto rows = owner.empty()
                          ? ask(list_sql, {tenant.c_str(), name(kind)})
                          : ask(list_of_owner_sql, {tenant.c_str(), name(kind), owner.c_str()});
    if (!rows) return tl::unexpected(rows.error());
    std::vector<Record> out;
    out.reserve(static_cast<std::size_t>(rows->count()));
    for (int row = 0; row < rows->count(); ++row) out.push_back(record_of(*rows, row, kind));
    return out;
}

Result<void> AccountStore::change(const std::string& tenant, const Changes& changes) {
    const std::lock_guard lock(writing_.mutex);
    const auto connection = ready(writing_);
    if (!connection) return tl::unexpected(connection.error());
    const auto begun = (*connection)->run("BEGIN");
    if (!begun) return begun;
    const auto done = make_changes(**connection, tenant, changes);
    const auto ended = (*connection)->run(done ? "COMMIT" : "ROLLBACK");
    if (!done && is_stale(done.error())) return refuse(Code::version_stale);
    if (!done) return done;
    return ended;
}

Result<std::vector<TrailEntry>> AccountStore::trail(const std::string& tenant,
                                                    std::int64_t from_seq, std::size_t count_max) {
    const std::string from = std::to_string(from_seq);
    const std::string count = std::to_string(count_max);
    const auto rows = ask(trail_sql, {tenant.c_str(), from.c_str(), count.c_str()});
    if (!rows) return tl::unexpected(rows.error());
    std::vector<TrailEntry> out;
    out.reserve(static_cast<std::size_t>(rows->count()));
    for (int row = 0; row < rows->count(); ++row) out.push_back(entry_of(*rows, row));
    return out;
}

Result<std::optional<TrailEntry>> AccountStore::trail_end(const std::string& tenant) {
    const auto rows = ask(trail_end_sql, {tenant.c_str()});
    if (!rows) return tl::unexpected(rows.error());
    if (rows->count() == 0) return std::optional<TrailEntry>();
    return entry_of(*rows, 0);
}

}  // namespace heng::postgres
