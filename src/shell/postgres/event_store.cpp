/// @file
/// Appending in pipeline mode: one round trip and one transaction for a batch of any size.
#include "shell/postgres/event_store.hpp"

#include "app/batch.hpp"
#include "shell/postgres/migrations.hpp"

#include <algorithm>

namespace heng::postgres {

using ledger::Head;
using ledger::SealedEvent;

namespace {

constexpr std::chrono::milliseconds look_every{1000};

struct Prepared {
    const char* name;
    const char* sql;
};

/// A batch goes in only behind the event it was sealed on: where that is missing its first event
/// has no hash, which the table refuses; where the number is taken the key does. Either rolls the
/// whole batch back.
constexpr Prepared statements[] = {
    {"append", "INSERT INTO event (tenant, seq, stored, hash) VALUES ($1, $2, $3, $4)"},
    {"append_behind",
     "INSERT INTO event (tenant, seq, stored, hash) "
     "VALUES (CAST($1 AS text), CAST($2 AS bigint), $3, (SELECT CAST($4 AS text) FROM event "
     "WHERE tenant = CAST($1 AS text) AND seq = CAST($2 AS bigint) - 1 AND hash = $5))"},
    {"mark",
     "INSERT INTO request_mark (tenant, request_key, request, first_seq, last_seq) "
     "VALUES ($1, $2, $3, $4, $5)"},
    {"find_mark",
     "SELECT request, first_seq, last_seq FROM request_mark "
     "WHERE tenant = $1 AND request_key = $2"},
    {"notify", "SELECT pg_notify('heng_event', $1)"},
    {"head", "SELECT seq, hash FROM event WHERE tenant = $1 ORDER BY seq DESC LIMIT 1"},
    {"page",
     "SELECT seq, stored, hash FROM event WHERE tenant = $1 AND seq >= $2 ORDER BY seq LIMIT $3"},
    {"next_tenant", "SELECT tenant FROM event WHERE tenant > $1 ORDER BY tenant LIMIT 1"},
};

/// A hash that someone has damaged is no hash; zeros fit no event, so that the verifier names it.
ledger::Digest digest_of(std::string_view text) {
    return ledger::parse_digest(text).value_or(ledger::Digest{});
}

/// Reads answers up to and with the next synchronisation point.
/// @returns nothing, or the first error, or `ledger_outcome_unknown` if the connection broke. One
/// that the server ends with a last word looks alive for a while: then no more answers come, which
/// shows as two ends in a row.
Result<void> read_to_sync(Connection& connection) {
    std::optional<Error> first;
    for (bool is_at_end = false;;) {
        const Rows answer(PQgetResult(connection.get()));
        if (answer.get() == nullptr) {
            const bool is_between_statements =
                PQstatus(connection.get()) == CONNECTION_OK && !is_at_end;
            is_at_end = true;
            if (is_between_statements) continue;
            const Error error = first ? *first : error_of(connection.get(), nullptr);
            return refuse(Code::ledger_outcome_unknown, {}, error.args);
        }
        is_at_end = false;
        switch (PQresultStatus(answer.get())) {
            case PGRES_PIPELINE_SYNC:
                if (first) return tl::unexpected(*first);
                return {};
            case PGRES_COMMAND_OK:
            case PGRES_PIPELINE_ABORTED:
            case PGRES_TUPLES_OK: break;
            default:
                if (!first) first = error_of(connection.get(), answer.get());
        }
    }
}

bool send(Connection& connection, const char* name, std::initializer_list<const char*> parameters) {
    return PQsendQueryPrepared(connection.get(), name, static_cast<int>(parameters.size()),
                               parameters.begin(), nullptr, nullptr, 0) == 1;
}

/// Sends the batch as one transaction, and behind it the notification as another: NOTIFY inside the
/// first would make the batches of different ledgers wait for each other's disk.
bool send_batch(Connection& connection, const std::string& tenant,
                const std::optional<Head>& expected, std::span<const SealedEvent> events,
                std::span<const app::RequestMark> marks) {
    const std::string previous = expected ? ledger::print_digest(expected->hash) : std::string();
    for (const SealedEvent& event : events) {
        const std::string seq = std::to_string(event.seq);
        const std::string hash = ledger::print_digest(event.hash);
        const bool is_behind_another = expected && &event == events.data();
        const bool sent =
            is_behind_another
                ? send(connection, "append_behind",
                       {tenant.c_str(), seq.c_str(), event.bytes.c_str(), hash.c_str(),
                        previous.c_str()})
                : send(connection, "append",
                       {tenant.c_str(), seq.c_str(), event.bytes.c_str(), hash.c_str()});
        if (!sent) return false;
    }
    for (const app::RequestMark& mark : marks) {
        const std::string key = ledger::print_digest(mark.of.key);
        const std::string request = ledger::print_digest(mark.of.request);
        const std::string first = std::to_string(mark.first_seq);
        const std::string last = std::to_string(mark.last_seq);
        if (!send(connection, "mark",
                  {tenant.c_str(), key.c_str(), request.c_str(), first.c_str(), last.c_str()}))
            return false;
    }
    return PQpipelineSync(connection.get()) == 1 && send(connection, "notify", {tenant.c_str()}) &&
           PQpipelineSync(connection.get()) == 1;
}

}  // namespace

Result<std::unique_ptr<EventStore>> EventStore::open(const std::string& url) {
    auto connection = Connection::open(url);
    if (!connection) return tl::unexpected(connection.error());
    const auto migrated = migrate(*connection, static_cast<int>(migrations().size()));
    if (!migrated) return tl::unexpected(migrated.error());
    return std::unique_ptr<EventStore>(new EventStore(url));
}

/// The line's connection, made anew if need be, with nothing left to read on it.
Result<Connection*> EventStore::ready(Line& line) {
    if (line.connection && line.has_answer_to_come) {
        line.has_answer_to_come = false;
        static_cast<void>(read_to_sync(*line.connection));  // followers look again in any case
    }
    if (line.connection && line.connection->is_alive()) return &*line.connection;
    line.connection.reset();
    auto made = Connection::open(url_);
    if (!made) return tl::unexpected(made.error());
    for (const auto& [name, sql] : statements) {
        const auto prepared = made->prepare(name, sql);
        if (!prepared) return tl::unexpected(prepared.error());
    }
    line.connection = std::move(*made);
    return &*line.connection;
}

Result<Head> EventStore::append_batch(const std::string& tenant,
                                      const std::optional<Head>& expected,
                                      std::span<const SealedEvent> events,
                                      std::span<const app::RequestMark> marks) {
    app::require_batch(expected, events);
    const std::lock_guard lock(writing_.mutex);
    const auto connection = ready(writing_);
    if (!connection) return tl::unexpected(connection.error());
    PQenterPipelineMode((*connection)->get());
    if (!send_batch(**connection, tenant, expected, events, marks)) {
        auto error = error_of((*connection)->get(), nullptr);
        writing_.connection.reset();
        return refuse(Code::ledger_outcome_unknown, {}, std::move(error.args));
    }
    const auto done = read_to_sync(**connection);
    const bool is_broken = !done && done.error().code == Code::ledger_outcome_unknown;
    writing_.has_answer_to_come = !is_broken;
    if (is_broken) writing_.connection.reset();
    if (!done && done.error().code == Code::ledger_head_moved)
        return refuse(Code::ledger_head_moved, {}, {tenant});
    if (!done) return tl::unexpected(done.error());
    return head_of(events.back());
}

/// Asks on the reading line; a connection that breaks meanwhile is made anew, once.
Result<Rows> EventStore::ask(const char* name, std::initializer_list<const char*> parameters) {
    const std::lock_guard lock(reading_.mutex);
    for (bool is_first = true;; is_first = false) {
        const auto connection = ready(reading_);
        if (!connection) return tl::unexpected(connection.error());
        auto rows = (*connection)->query_prepared(name, parameters);
        if (rows || !is_first || rows.error().code != Code::store_unreachable) return rows;
        reading_.connection.reset();
    }
}

Result<std::vector<SealedEvent>> EventStore::read(const std::string& tenant, std::int64_t from_seq,
                                                  std::size_t count_max) {
    const std::string from = std::to_string(from_seq);
    const std::string count = std::to_string(count_max);
    const auto rows = ask("page", {tenant.c_str(), from.c_str(), count.c_str()});
    if (!rows) return tl::unexpected(rows.error());
    std::vector<SealedEvent> out;
    out.reserve(static_cast<std::size_t>(rows->count()));
    for (int row = 0; row < rows->count(); ++row)
        out.push_back(
            {rows->number(row, 0), std::string(rows->text(row, 1)), digest_of(rows->text(row, 2))});
    return out;
}

Result<std::optional<app::RequestMark>> EventStore::find_mark(const std::string& tenant,
                                                              const ledger::Digest& key) {
    const std::string text = ledger::print_digest(key);
    const auto rows = ask("find_mark", {tenant.c_str(), text.c_str()});
    if (!rows) return tl::unexpected(rows.error());
    if (rows->count() == 0) return std::nullopt;
    return app::RequestMark{
        {key, digest_of(rows->text(0, 0))}, rows->number(0, 1), rows->number(0, 2)};
}

Result<std::optional<Head>> EventStore::head(const std::string& tenant) {
    const auto rows = ask("head", {tenant.c_str()});
    if (!rows) return tl::unexpected(rows.error());
    if (rows->count() == 0) return std::nullopt;
    return Head{rows->number(0, 0), digest_of(rows->text(0, 1))};
}

Result<std::vector<std::string>> EventStore::tenants() {
    std::vector<std::string> out;
    for (std::string last;; last = out.back()) {
        const auto rows = ask("next_tenant", {last.c_str()});
        if (!rows) return tl::unexpected(rows.error());
        if (rows->count() == 0) break;
        out.emplace_back(rows->text(0, 0));
    }
    std::sort(out.begin(), out.end());  // the server's order depends on its locale
    return out;
}

Result<std::optional<Head>> EventStore::await(const std::string& tenant, std::int64_t after_seq,
                                              std::chrono::milliseconds timeout) {
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    for (;;) {
        const std::uint64_t heard = listener_.heard();
        auto now = head(tenant);
        if (!now || (*now && (*now)->seq > after_seq)) return now;
        const auto time = std::chrono::steady_clock::now();
        if (time >= deadline) return now;
        listener_.wait(heard, std::min(deadline, time + look_every));
    }
}

}  // namespace heng::postgres
