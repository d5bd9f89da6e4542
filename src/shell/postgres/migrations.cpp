/// @file
/// Released steps are never edited; a change is a new step at the end. The SQL keeps to what the
/// kin of PostgreSQL know too: no ON CONFLICT, no identity columns, no jsonb.
#include "shell/postgres/migrations.hpp"

#include <array>

namespace heng::postgres {

namespace {

constexpr auto steps = std::to_array<app::Migration>({
    {1, R"(
CREATE TABLE event (
    tenant text NOT NULL,
    seq bigint NOT NULL CHECK (seq >= 1),
    stored text NOT NULL,
    hash text NOT NULL CHECK (length(hash) = 64),
    PRIMARY KEY (tenant, seq)
);
)"},
    {2, R"(
CREATE FUNCTION refuse_change_of_event() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'an event is never updated or deleted'; END; $$;
CREATE TRIGGER event_is_never_changed BEFORE UPDATE OR DELETE ON event
FOR EACH ROW EXECUTE PROCEDURE refuse_change_of_event();
CREATE TRIGGER event_is_never_emptied BEFORE TRUNCATE ON event
FOR EACH STATEMENT EXECUTE PROCEDURE refuse_change_of_event();
)"},
    {3, R"(
CREATE TABLE ballot_box (
    tenant text NOT NULL,
    ballot bigint NOT NULL,
    is_closed integer NOT NULL,
    PRIMARY KEY (tenant, ballot)
);
CREATE TABLE ballot_code (
    tenant text NOT NULL,
    ballot bigint NOT NULL,
    hash text NOT NULL CHECK (length(hash) = 64),
    voter_group text NOT NULL,
    is_used integer NOT NULL,
    PRIMARY KEY (tenant, ballot, hash)
);
CREATE TABLE ballot_urn (
    tenant text NOT NULL,
    ballot bigint NOT NULL,
    voter_group text NOT NULL,
    papers text NOT NULL,
    PRIMARY KEY (tenant, ballot, voter_group)
);
)"},
    {4, R"(
CREATE TABLE account_record (
    tenant text NOT NULL,
    kind text NOT NULL,
    id text NOT NULL,
    owner text NOT NULL,
    version bigint NOT NULL,
    sealed text NOT NULL,
    PRIMARY KEY (tenant, kind, id)
);
CREATE INDEX account_record_by_owner ON account_record (tenant, kind, owner);
CREATE TABLE account_trail (
    tenant text NOT NULL,
    seq bigint NOT NULL CHECK (seq >= 1),
    at bigint NOT NULL,
    actor text NOT NULL,
    matter text NOT NULL,
    account text NOT NULL,
    is_refused integer NOT NULL,
    detail text NOT NULL,
    remote text NOT NULL,
    mac text NOT NULL,
    PRIMARY KEY (tenant, seq)
);
CREATE FUNCTION refuse_change_of_trail() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the trail is never updated or deleted'; END; $$;
CREATE TRIGGER account_trail_is_never_changed BEFORE UPDATE OR DELETE ON account_trail
FOR EACH ROW EXECUTE PROCEDURE refuse_change_of_trail();
CREATE TRIGGER account_trail_is_never_emptied BEFORE TRUNCATE ON account_trail
FOR EACH STATEMENT EXECUTE PROCEDURE refuse_change_of_trail();
)"},
    {5, R"(
CREATE TABLE notice (
    tenant text NOT NULL,
    id bigint NOT NULL,
    person text NOT NULL,
    matter text NOT NULL,
    kind text NOT NULL,
    day text NOT NULL,
    duty text NOT NULL,
    year integer NOT NULL,
    until_day text NOT NULL,
    made_at bigint NOT NULL,
    is_read integer NOT NULL,
    digest_day text,
    PRIMARY KEY (tenant, id),
    UNIQUE (tenant, person, matter, kind, day)
);
CREATE INDEX notice_by_digest ON notice (tenant, digest_day);
CREATE TABLE notice_digest (
    tenant text NOT NULL,
    person text NOT NULL,
    day text NOT NULL,
    channel text NOT NULL,
    attempts integer NOT NULL,
    is_open integer NOT NULL,
    next_at bigint NOT NULL,
    failure text NOT NULL,
    PRIMARY KEY (tenant, person, day, channel)
);
CREATE INDEX notice_digest_by_time ON notice_digest (tenant, is_open, next_at);
)"},
    {6, R"(
CREATE TABLE request_mark (
    tenant text NOT NULL,
    request_key text NOT NULL CHECK (length(request_key) = 64),
    request text NOT NULL CHECK (length(request) = 64),
    first_seq bigint NOT NULL,
    last_seq bigint NOT NULL,
    PRIMARY KEY (tenant, request_key)
);
)"},
});

/// Any number that nothing else in the database locks: "heng" in ASCII.
constexpr const char* lock_sql = "SELECT pg_advisory_xact_lock(1751477863)";

/// Makes no table where there is one: a server may run as a role that cannot.
Result<void> lock_versions(Connection& connection) {
    return connection.query(lock_sql, {})
        .and_then([&](const Rows&) {
            return connection.query(
                "SELECT count(*) FROM information_schema.tables "
                "WHERE table_schema = current_schema() AND table_name = 'schema_version'",
                {});
        })
        .and_then([&](const Rows& found) -> Result<void> {
            if (found.number(0, 0) != 0) return {};
            return connection.run(
                "CREATE TABLE schema_version (version integer NOT NULL PRIMARY KEY)");
        });
}

/// Inside a transaction. @returns whether a step was made.
Result<bool> make_step(Connection& connection, int wanted) {
    const auto locked = lock_versions(connection);
    if (!locked) return tl::unexpected(locked.error());
    const auto version =
        connection.query("SELECT coalesce(max(version), 0) FROM schema_version", {});
    if (!version) return tl::unexpected(version.error());
    const auto open = app::pending(steps, static_cast<int>(version->number(0, 0)), wanted);
    if (!open) return tl::unexpected(open.error());
    if (open->empty()) return false;
    const app::Migration& next = open->front();
    return connection
        .run(std::string(next.sql) + "INSERT INTO schema_version (version) VALUES (" +
             std::to_string(next.version) + ");")
        .map([] { return true; });
}

}  // namespace

std::span<const app::Migration> migrations() {
    return steps;
}

Result<void> migrate(Connection& connection, int wanted) {
    for (;;) {
        const auto begun = connection.run("BEGIN");
        if (!begun) return begun;
        const auto made = make_step(connection, wanted);
        const auto ended = connection.run(made ? "COMMIT" : "ROLLBACK");
        if (!made) return tl::unexpected(made.error());
        if (!ended || !*made) return ended;
    }
}

}  // namespace heng::postgres
