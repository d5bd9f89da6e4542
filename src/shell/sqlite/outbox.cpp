/// @file
/// What belongs together is done under one write lock.
#include "shell/sqlite/outbox.hpp"

#include "app/notices/rows.hpp"
#include "shell/sqlite/migrations.hpp"

#include <variant>

namespace heng::sqlite {

namespace notices = app::notices;

namespace {

constexpr std::string_view insert_sql =
    "INSERT OR IGNORE INTO notice (tenant, id, person, matter, kind, day, duty, year, until_day, "
    "made_at, is_read) SELECT ?1, coalesce(max(id), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0 "
    "FROM notice WHERE tenant = ?1 RETURNING id";
constexpr std::string_view gather_sql =
    "UPDATE notice SET digest_day = ?2 WHERE tenant = ?1 AND digest_day IS NULL AND person NOT IN "
    "(SELECT person FROM notice WHERE tenant = ?1 AND digest_day = ?2)";
constexpr std::string_view digest_sql =
    "INSERT OR IGNORE INTO notice_digest (tenant, person, day, channel, attempts, is_open, "
    "next_at, failure) SELECT DISTINCT tenant, person, digest_day, ?3, 0, 1, ?4, '' FROM notice "
    "WHERE tenant = ?1 AND digest_day = ?2";
constexpr std::string_view read_sql =
    "SELECT id, person, matter, kind, day, duty, year, until_day, made_at, is_read FROM notice "
    "WHERE tenant = ?1 AND person = ?2 AND id < ?3 ORDER BY id DESC LIMIT ?4";
constexpr std::string_view unread_sql =
    "SELECT count(*) FROM notice WHERE tenant = ?1 AND person = ?2 AND is_read = 0";
constexpr std::string_view mark_sql =
    "UPDATE notice SET is_read = 1 WHERE tenant = ?1 AND person = ?2 AND id = ?3";
constexpr std::string_view claim_sql =
    "UPDATE notice_digest SET attempts = attempts + 1, next_at = ?3 WHERE tenant = ?1 AND "
    "(person, day, channel) = (SELECT person, day, channel FROM notice_digest WHERE tenant = ?1 "
    "AND is_open = 1 AND next_at <= ?2 ORDER BY next_at, person LIMIT 1) "
    "RETURNING person, day, channel, attempts";
constexpr std::string_view count_sql =
    "SELECT kind, count(*) FROM notice WHERE tenant = ?1 AND person = ?2 AND digest_day = ?3 "
    "GROUP BY kind";
constexpr std::string_view settle_sql =
    "UPDATE notice_digest SET is_open = ?5, next_at = ?6, failure = ?7 "
    "WHERE tenant = ?1 AND person = ?2 AND day = ?3 AND channel = ?4";
constexpr std::string_view failures_sql =
    "SELECT person, day, channel, attempts, failure, is_open FROM notice_digest "
    "WHERE tenant = ?1 AND failure <> '' ORDER BY day DESC, person, channel LIMIT ?2";

using Parameter = std::variant<std::string_view, std::int64_t>;

/// @pre the texts outlive the statement.
Result<Statement> prepared(Database& database, std::string_view sql,
                           std::initializer_list<Parameter> parameters) {
    auto statement = database.prepare(sql);
    if (!statement) return statement;
    int number = 0;
    for (const Parameter& parameter : parameters) {
        ++number;
        std::visit([&](auto value) { statement->bind(number, value); }, parameter);
    }
    return statement;
}

Result<void> run(Database& database, std::string_view sql,
                 std::initializer_list<Parameter> parameters) {
    return prepared(database, sql, parameters).and_then([](Statement statement) {
        return statement.run();
    });
}

/// What `make` makes of each row.
template <class Make>
auto rows_of(Result<Statement> statement, Make make)
    -> Result<std::vector<decltype(make(*statement))>> {
    std::vector<decltype(make(*statement))> out;
    if (!statement) return tl::unexpected(statement.error());
    for (;;) {
        const auto row = statement->step();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return out;
        out.push_back(make(*statement));
    }
}

std::string text(const Statement& row, int column) {
    return std::string(row.text(column));
}

notices::Notice notice_of(const Statement& row) {
    notices::Notice out;
    out.id = row.number(0);
    out.what.key = {text(row, 1), text(row, 2), notices::notice_kind_named(row.text(3)),
                    notices::day_of_row(row.text(4))};
    out.what.duty = text(row, 5);
    out.what.year = static_cast<int>(row.number(6));
    out.what.until = notices::day_of_row(row.text(7));
    out.made_at = notices::instant_of_row(row.number(8));
    out.is_read = row.number(9) != 0;
    return out;
}

notices::DigestKey digest_key_of(const Statement& row) {
    return {text(row, 0), notices::day_of_row(row.text(1)), text(row, 2)};
}

}  // namespace

Result<std::unique_ptr<Outbox>> Outbox::open(const std::string& path) {
    auto database = Database::open(path);
    if (!database) return tl::unexpected(database.error());
    const auto ready = migrate(*database, static_cast<int>(migrations().size()));
    if (!ready) return tl::unexpected(ready.error());
    return std::unique_ptr<Outbox>(new Outbox(std::move(*database)));
}

/// @returns whether there was none of this key.
Result<bool> Outbox::insert(const notices::Posting& posting, const notices::NoticeDraft& draft) {
    const std::string day = ledger::print_date(draft.key.day);
    const std::string until = ledger::print_date(draft.until);
    const auto rows = rows_of(
        prepared(database_, insert_sql,
                 {posting.tenant, draft.key.person, draft.key.matter, name(draft.key.kind), day,
                  draft.duty, std::int64_t{draft.year}, until, notices::print_row(posting.now)}),
        [](const Statement& row) { return row.number(0); });
    return rows.map([](const auto& ids) { return !ids.empty(); });
}

Result<void> Outbox::make_digests(const notices::Posting& posting) {
    const std::string today = ledger::print_date(posting.today);
    auto done = run(database_, gather_sql, {posting.tenant, today});
    for (const std::string& channel : posting.channels) {
        if (!done) break;
        done = run(database_, digest_sql,
                   {posting.tenant, today, channel, notices::print_row(posting.now)});
    }
    return done;
}

Result<std::size_t> Outbox::post(const notices::Posting& posting,
                                 std::span<const notices::NoticeDraft> drafts) {
    const std::lock_guard lock(mutex_);
    auto transaction = Transaction::begin(database_);
    if (!transaction) return tl::unexpected(transaction.error());
    std::size_t count = 0;
    for (const notices::NoticeDraft& draft : drafts) {
        const auto is_new = insert(posting, draft);
        if (!is_new) return tl::unexpected(is_new.error());
        count += *is_new ? 1 : 0;
    }
    const auto made = make_digests(posting);
    if (!made) return tl::unexpected(made.error());
    return transaction->commit().map([count] { return count; });
}

Result<std::vector<notices::Notice>> Outbox::read(const std::string& tenant,
                                                  const cycle::PersonId& person,
                                                  std::int64_t before_id, std::size_t count_max) {
    const std::lock_guard lock(mutex_);
    return rows_of(prepared(database_, read_sql,
                            {tenant, person, before_id, static_cast<std::int64_t>(count_max)}),
                   notice_of);
}

Result<std::int64_t> Outbox::count_unread(const std::string& tenant,
                                          const cycle::PersonId& person) {
    const std::lock_guard lock(mutex_);
    return rows_of(prepared(database_, unread_sql, {tenant, person}),
                   [](const Statement& row) { return row.number(0); })
        .map([](const auto& counts) { return counts.front(); });
}

Result<void> Outbox::mark_read(const std::string& tenant, const cycle::PersonId& person,
                               std::span<const std::int64_t> ids) {
    const std::lock_guard lock(mutex_);
    auto transaction = Transaction::begin(database_);
    if (!transaction) return tl::unexpected(transaction.error());
    for (const std::int64_t id : ids) {
        const auto done = run(database_, mark_sql, {tenant, person, id});
        if (!done) return done;
    }
    return transaction->commit();
}

Result<void> Outbox::count(const std::string& tenant, notices::Digest& digest) {
    const std::string day = ledger::print_date(digest.key.day);
    return rows_of(prepared(database_, count_sql, {tenant, digest.key.person, day}),
                   [&digest](const Statement& row) {
                       const auto kind = notices::notice_kind_named(row.text(0));
                       digest.counts[static_cast<std::size_t>(kind)] =
                           static_cast<int>(row.number(1));
                       return kind;
                   })
        .map([](const auto&) {});
}

Result<std::optional<notices::Digest>> Outbox::claim(const std::string& tenant, ledger::Instant now,
                                                     ledger::Instant until) {
    const std::lock_guard lock(mutex_);
    auto transaction = Transaction::begin(database_);
    if (!transaction) return tl::unexpected(transaction.error());
    auto claimed =
        rows_of(prepared(database_, claim_sql,
                         {tenant, notices::print_row(now), notices::print_row(until)}),
                [](const Statement& row) {
                    return notices::Digest{digest_key_of(row), {}, static_cast<int>(row.number(3))};
                });
    if (!claimed) return tl::unexpected(claimed.error());
    if (claimed->empty()) return std::nullopt;
    notices::Digest& digest = claimed->front();
    const auto counted = count(tenant, digest);
    if (!counted) return tl::unexpected(counted.error());
    return transaction->commit().map([&digest] { return std::optional(std::move(digest)); });
}

Result<void> Outbox::settle(const std::string& tenant, const notices::DigestKey& key,
                            const notices::Outcome& outcome) {
    const std::lock_guard lock(mutex_);
    const std::string day = ledger::print_date(key.day);
    const std::int64_t next = outcome.retry_at ? notices::print_row(*outcome.retry_at) : 0;
    return run(database_, settle_sql,
               {tenant, key.person, day, key.channel, std::int64_t{outcome.retry_at ? 1 : 0}, next,
                outcome.failure});
}

Result<std::vector<notices::Failure>> Outbox::failures(const std::string& tenant,
                                                       std::size_t count_max) {
    const std::lock_guard lock(mutex_);
    return rows_of(
        prepared(database_, failures_sql, {tenant, static_cast<std::int64_t>(count_max)}),
        [](const Statement& row) {
            return notices::Failure{digest_key_of(row), static_cast<int>(row.number(3)),
                                    text(row, 4), row.number(5) == 0};
        });
}

}  // namespace heng::sqlite
