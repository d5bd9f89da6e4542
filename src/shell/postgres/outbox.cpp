/// @file
/// Whoever posts or claims has the table to himself meanwhile: two servers that post the same
/// notices make each once, and one of two gets a digest. Readers are not held up.
#include "shell/postgres/outbox.hpp"

#include "app/notices/rows.hpp"
#include "core/base/text.hpp"
#include "shell/postgres/migrations.hpp"

#include <charconv>

namespace heng::postgres {

namespace notices = app::notices;

namespace {

constexpr const char* lock_notices_sql = "LOCK TABLE notice IN SHARE ROW EXCLUSIVE MODE";
constexpr const char* lock_digests_sql = "LOCK TABLE notice_digest IN SHARE ROW EXCLUSIVE MODE";
constexpr const char* insert_sql =
    "INSERT INTO notice (tenant, id, person, matter, kind, day, duty, year, until_day, made_at, "
    "is_read) SELECT CAST($1 AS text), coalesce(max(id), 0) + 1, CAST($2 AS text), "
    "CAST($3 AS text), CAST($4 AS text), CAST($5 AS text), CAST($6 AS text), "
    "CAST($7 AS integer), CAST($8 AS text), CAST($9 AS bigint), 0 FROM notice WHERE tenant = $1 "
    "HAVING NOT EXISTS (SELECT 1 FROM notice WHERE tenant = $1 AND person = $2 AND matter = $3 "
    "AND kind = $4 AND day = $5) RETURNING id";
constexpr const char* gather_sql =
    "UPDATE notice SET digest_day = $2 WHERE tenant = $1 AND digest_day IS NULL AND person NOT IN "
    "(SELECT person FROM notice WHERE tenant = $1 AND digest_day = $2)";
constexpr const char* digest_sql =
    "INSERT INTO notice_digest (tenant, person, day, channel, attempts, is_open, next_at, failure) "
    "SELECT DISTINCT one.tenant, one.person, one.digest_day, CAST($3 AS text), 0, 1, "
    "CAST($4 AS bigint), '' FROM notice one WHERE one.tenant = $1 AND one.digest_day = $2 AND NOT "
    "EXISTS (SELECT 1 FROM notice_digest had WHERE had.tenant = one.tenant AND "
    "had.person = one.person AND had.day = one.digest_day AND had.channel = $3)";
constexpr const char* read_sql =
    "SELECT id, person, matter, kind, day, duty, year, until_day, made_at, is_read FROM notice "
    "WHERE tenant = $1 AND person = $2 AND id < $3 ORDER BY id DESC LIMIT $4";
constexpr const char* unread_sql =
    "SELECT count(*) FROM notice WHERE tenant = $1 AND person = $2 AND is_read = 0";
/// $3: the ids, with commas between them.
constexpr const char* mark_sql =
    "UPDATE notice SET is_read = 1 WHERE tenant = $1 AND person = $2 AND id IN "
    "(SELECT CAST(one.id AS bigint) FROM unnest(string_to_array($3, ',')) AS one(id))";
constexpr const char* waiting_sql =
    "SELECT person, day, channel, attempts + 1 FROM notice_digest WHERE tenant = $1 AND "
    "is_open = 1 AND next_at <= $2 ORDER BY next_at, person LIMIT 1";
constexpr const char* hold_sql =
    "UPDATE notice_digest SET attempts = attempts + 1, next_at = $5 "
    "WHERE tenant = $1 AND person = $2 AND day = $3 AND channel = $4";
constexpr const char* count_sql =
    "SELECT kind, count(*) FROM notice WHERE tenant = $1 AND person = $2 AND digest_day = $3 "
    "GROUP BY kind";
constexpr const char* settle_sql =
    "UPDATE notice_digest SET is_open = $5, next_at = $6, failure = $7 "
    "WHERE tenant = $1 AND person = $2 AND day = $3 AND channel = $4";
constexpr const char* failures_sql =
    "SELECT person, day, channel, attempts, failure, is_open FROM notice_digest "
    "WHERE tenant = $1 AND failure <> '' ORDER BY day DESC, person, channel LIMIT $2";

std::string text(const Rows& rows, int row, int column) {
    return std::string(rows.text(row, column));
}

std::string print(ledger::Instant instant) {
    return std::to_string(notices::print_row(instant));
}

notices::Notice notice_of(const Rows& rows, int row) {
    notices::Notice out;
    out.id = rows.number(row, 0);
    out.what.key = {text(rows, row, 1), text(rows, row, 2),
                    notices::notice_kind_named(rows.text(row, 3)),
                    notices::day_of_row(rows.text(row, 4))};
    out.what.duty = text(rows, row, 5);
    out.what.year = static_cast<int>(rows.number(row, 6));
    out.what.until = notices::day_of_row(rows.text(row, 7));
    out.made_at = notices::instant_of_row(rows.number(row, 8));
    out.is_read = rows.number(row, 9) != 0;
    return out;
}

notices::DigestKey digest_key_of(const Rows& rows, int row) {
    return {text(rows, row, 0), notices::day_of_row(rows.text(row, 1)), text(rows, row, 2)};
}

/// @returns whether there was none of this key.
Result<bool> insert(Connection& connection, const notices::Posting& posting,
                    const notices::NoticeDraft& draft) {
    const std::string kind{name(draft.key.kind)};
    const std::string day = ledger::print_date(draft.key.day);
    const std::string year = std::to_string(draft.year);
    const std::string until = ledger::print_date(draft.until);
    const std::string now = print(posting.now);
    return connection
        .query(insert_sql, {posting.tenant.c_str(), draft.key.person.c_str(),
                            draft.key.matter.c_str(), kind.c_str(), day.c_str(), draft.duty.c_str(),
                            year.c_str(), until.c_str(), now.c_str()})
        .map([](const Rows& rows) { return rows.count() == 1; });
}

Result<void> make_digests(Connection& connection, const notices::Posting& posting) {
    const std::string today = ledger::print_date(posting.today);
    const std::string now = print(posting.now);
    auto done = connection.query(gather_sql, {posting.tenant.c_str(), today.c_str()});
    for (const std::string& channel : posting.channels) {
        if (!done) break;
        done = connection.query(
            digest_sql, {posting.tenant.c_str(), today.c_str(), channel.c_str(), now.c_str()});
    }
    return done.map([](const Rows&) {});
}

Result<void> count(Connection& connection, const std::string& tenant, notices::Digest& digest) {
    const std::string day = ledger::print_date(digest.key.day);
    const auto rows =
        connection.query(count_sql, {tenant.c_str(), digest.key.person.c_str(), day.c_str()});
    if (!rows) return tl::unexpected(rows.error());
    for (int row = 0; row < rows->count(); ++row) {
        const auto kind = notices::notice_kind_named(rows->text(row, 0));
        digest.counts[static_cast<std::size_t>(kind)] = static_cast<int>(rows->number(row, 1));
    }
    return {};
}

/// Takes the first digest whose time has come, under the lock of the table.
Result<std::optional<notices::Digest>> take_first(Connection& connection, const std::string& tenant,
                                                  ledger::Instant now, ledger::Instant until) {
    const auto locked = connection.query(lock_digests_sql, {});
    if (!locked) return tl::unexpected(locked.error());
    const std::string time = print(now);
    const auto waiting = connection.query(waiting_sql, {tenant.c_str(), time.c_str()});
    if (!waiting) return tl::unexpected(waiting.error());
    if (waiting->count() == 0) return std::nullopt;
    notices::Digest digest{digest_key_of(*waiting, 0), {}, static_cast<int>(waiting->number(0, 3))};
    const std::string day = ledger::print_date(digest.key.day);
    const std::string next = print(until);
    const auto held =
        connection.query(hold_sql, {tenant.c_str(), digest.key.person.c_str(), day.c_str(),
                                    digest.key.channel.c_str(), next.c_str()});
    if (!held) return tl::unexpected(held.error());
    return count(connection, tenant, digest).map([&digest] {
        return std::optional(std::move(digest));
    });
}

}  // namespace

Result<std::unique_ptr<Outbox>> Outbox::open(const std::string& url) {
    auto connection = Connection::open(url);
    if (!connection) return tl::unexpected(connection.error());
    const auto migrated = migrate(*connection, static_cast<int>(migrations().size()));
    if (!migrated) return tl::unexpected(migrated.error());
    return std::unique_ptr<Outbox>(new Outbox(url));
}

Result<std::size_t> Outbox::post(const notices::Posting& posting,
                                 std::span<const notices::NoticeDraft> drafts) {
    return kept_.transact<std::size_t>([&](Connection& connection) -> Result<std::size_t> {
        const auto locked = connection.query(lock_notices_sql, {});
        if (!locked) return tl::unexpected(locked.error());
        std::size_t count = 0;
        for (const notices::NoticeDraft& draft : drafts) {
            const auto is_new = insert(connection, posting, draft);
            if (!is_new) return tl::unexpected(is_new.error());
            count += *is_new ? 1 : 0;
        }
        return make_digests(connection, posting).map([count] { return count; });
    });
}

Result<std::vector<notices::Notice>> Outbox::read(const std::string& tenant,
                                                  const cycle::PersonId& person,
                                                  std::int64_t before_id, std::size_t count_max) {
    using Notices = std::vector<notices::Notice>;
    return kept_.transact<Notices>([&](Connection& connection) -> Result<Notices> {
        const std::string before = std::to_string(before_id);
        const std::string limit = std::to_string(count_max);
        const auto rows = connection.query(
            read_sql, {tenant.c_str(), person.c_str(), before.c_str(), limit.c_str()});
        if (!rows) return tl::unexpected(rows.error());
        Notices out;
        for (int row = 0; row < rows->count(); ++row) out.push_back(notice_of(*rows, row));
        return out;
    });
}

Result<std::int64_t> Outbox::count_unread(const std::string& tenant,
                                          const cycle::PersonId& person) {
    return kept_.transact<std::int64_t>([&](Connection& connection) {
        return connection.query(unread_sql, {tenant.c_str(), person.c_str()})
            .map([](const Rows& rows) { return rows.number(0, 0); });
    });
}

Result<void> Outbox::mark_read(const std::string& tenant, const cycle::PersonId& person,
                               std::span<const std::int64_t> ids) {
    std::vector<std::string> texts;
    for (const std::int64_t id : ids) texts.push_back(std::to_string(id));
    const std::string list = join(texts, ",");
    return kept_.transact<void>([&](Connection& connection) {
        return connection.query(mark_sql, {tenant.c_str(), person.c_str(), list.c_str()})
            .map([](const Rows&) {});
    });
}

Result<std::optional<notices::Digest>> Outbox::claim(const std::string& tenant, ledger::Instant now,
                                                     ledger::Instant until) {
    return kept_.transact<std::optional<notices::Digest>>(
        [&](Connection& connection) { return take_first(connection, tenant, now, until); });
}

Result<void> Outbox::settle(const std::string& tenant, const notices::DigestKey& key,
                            const notices::Outcome& outcome) {
    const std::string day = ledger::print_date(key.day);
    const std::string next = outcome.retry_at ? print(*outcome.retry_at) : "0";
    return kept_.transact<void>([&](Connection& connection) {
        return connection
            .query(settle_sql,
                   {tenant.c_str(), key.person.c_str(), day.c_str(), key.channel.c_str(),
                    outcome.retry_at ? "1" : "0", next.c_str(), outcome.failure.c_str()})
            .map([](const Rows&) {});
    });
}

Result<std::vector<notices::Failure>> Outbox::failures(const std::string& tenant,
                                                       std::size_t count_max) {
    using Failures = std::vector<notices::Failure>;
    return kept_.transact<Failures>([&](Connection& connection) -> Result<Failures> {
        const std::string limit = std::to_string(count_max);
        const auto rows = connection.query(failures_sql, {tenant.c_str(), limit.c_str()});
        if (!rows) return tl::unexpected(rows.error());
        Failures out;
        for (int row = 0; row < rows->count(); ++row)
            out.push_back({digest_key_of(*rows, row), static_cast<int>(rows->number(row, 3)),
                           text(*rows, row, 4), rows->number(row, 5) == 0});
        return out;
    });
}

}  // namespace heng::postgres
