/// @file
/// Released steps are never edited; a change is a new step at the end.
#include "shell/sqlite/migrations.hpp"

#include <array>

namespace heng::sqlite {

namespace {

constexpr auto steps = std::to_array<app::Migration>({
    {1, R"(
CREATE TABLE event (
    tenant TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq >= 1),
    stored TEXT NOT NULL,
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    PRIMARY KEY (tenant, seq)
) WITHOUT ROWID;
)"},
    {2, R"(
CREATE TRIGGER event_is_never_updated BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never updated'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;
CREATE TRIGGER event_is_appended BEFORE INSERT ON event
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event WHERE tenant = NEW.tenant)
BEGIN SELECT RAISE(ABORT, 'an event follows the one before'); END;
)"},
    {3, R"(
CREATE TABLE ballot_box (
    tenant TEXT NOT NULL,
    ballot INTEGER NOT NULL,
    is_closed INTEGER NOT NULL,
    PRIMARY KEY (tenant, ballot)
) WITHOUT ROWID;
CREATE TABLE ballot_code (
    tenant TEXT NOT NULL,
    ballot INTEGER NOT NULL,
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    voter_group TEXT NOT NULL,
    is_used INTEGER NOT NULL,
    PRIMARY KEY (tenant, ballot, hash)
) WITHOUT ROWID;
CREATE TABLE ballot_urn (
    tenant TEXT NOT NULL,
    ballot INTEGER NOT NULL,
    voter_group TEXT NOT NULL,
    papers TEXT NOT NULL,
    PRIMARY KEY (tenant, ballot, voter_group)
) WITHOUT ROWID;
)"},
    {4, R"(
CREATE TABLE account_record (
    tenant TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    owner TEXT NOT NULL,
    version INTEGER NOT NULL,
    sealed TEXT NOT NULL,
    PRIMARY KEY (tenant, kind, id)
) WITHOUT ROWID;
CREATE INDEX account_record_by_owner ON account_record (tenant, kind, owner);
CREATE TABLE account_trail (
    tenant TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq >= 1),
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    matter TEXT NOT NULL,
    account TEXT NOT NULL,
    is_refused INTEGER NOT NULL,
    detail TEXT NOT NULL,
    remote TEXT NOT NULL,
    mac TEXT NOT NULL,
    PRIMARY KEY (tenant, seq)
) WITHOUT ROWID;
CREATE TRIGGER account_trail_is_never_updated BEFORE UPDATE ON account_trail
BEGIN SELECT RAISE(ABORT, 'the trail is never updated'); END;
CREATE TRIGGER account_trail_is_never_deleted BEFORE DELETE ON account_trail
BEGIN SELECT RAISE(ABORT, 'the trail is never deleted'); END;
)"},
    {5, R"(
CREATE TABLE notice (
    tenant TEXT NOT NULL,
    id INTEGER NOT NULL,
    person TEXT NOT NULL,
    matter TEXT NOT NULL,
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    duty TEXT NOT NULL,
    year INTEGER NOT NULL,
    until_day TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    is_read INTEGER NOT NULL,
    digest_day TEXT,
    PRIMARY KEY (tenant, id),
    UNIQUE (tenant, person, matter, kind, day)
) WITHOUT ROWID;
CREATE INDEX notice_by_digest ON notice (tenant, digest_day);
CREATE TABLE notice_digest (
    tenant TEXT NOT NULL,
    person TEXT NOT NULL,
    day TEXT NOT NULL,
    channel TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    is_open INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    failure TEXT NOT NULL,
    PRIMARY KEY (tenant, person, day, channel)
) WITHOUT ROWID;
CREATE INDEX notice_digest_by_time ON notice_digest (tenant, is_open, next_at);
)"},
    {6, R"(
CREATE TABLE request_mark (
    tenant TEXT NOT NULL,
    request_key TEXT NOT NULL CHECK (length(request_key) = 64),
    request TEXT NOT NULL CHECK (length(request) = 64),
    first_seq INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    PRIMARY KEY (tenant, request_key)
) WITHOUT ROWID;
)"},
});

Result<int> version_of(Database& database) {
    const auto created = database.run(
        "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL PRIMARY KEY)");
    if (!created) return tl::unexpected(created.error());
    const auto version = database.number("SELECT coalesce(max(version), 0) FROM schema_version");
    if (!version) return tl::unexpected(version.error());
    return static_cast<int>(version->value_or(0));
}

}  // namespace

std::span<const app::Migration> migrations() {
    return steps;
}

Result<void> migrate(Database& database, int wanted) {
    for (;;) {
        auto transaction = Transaction::begin(database);  // another process may be migrating too
        if (!transaction) return tl::unexpected(transaction.error());
        const auto found = version_of(database);
        if (!found) return tl::unexpected(found.error());
        const auto open = app::pending(steps, *found, wanted);
        if (!open) return tl::unexpected(open.error());
        if (!open->empty()) {
            const app::Migration& next = open->front();
            const auto done = database.run(std::string(next.sql) +
                                           "INSERT INTO schema_version (version) VALUES (" +
                                           std::to_string(next.version) + ");");
            if (!done) return done;
        }
        const auto committed = transaction->commit();
        if (!committed || open->empty()) return committed;
    }
}

}  // namespace heng::sqlite
