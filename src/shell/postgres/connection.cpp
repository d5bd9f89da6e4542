/// @file
/// Connecting, asking, and what SQLSTATE means in our words.
#include "shell/postgres/connection.hpp"

#include "core/base/invariant.hpp"

#include <poll.h>
#include <charconv>

namespace heng::postgres {

namespace {

void ignore_notice(void*, const PGresult*) {}

std::string_view trimmed(const char* text) {
    std::string_view out(text == nullptr ? "" : text);
    while (!out.empty() && (out.back() == '\n' || out.back() == ' ')) out.remove_suffix(1);
    return out;
}

Code code_of(std::string_view state) {
    // unique_violation, not_null_violation: someone has that number, nobody the one before it
    if (state == "23505" || state == "23502") return Code::ledger_head_moved;
    if (state == "40001" || state == "40P01" || state == "55P03") return Code::store_busy;
    if (state == "53100") return Code::store_full;
    if (state.empty() || state.starts_with("08") || state.starts_with("28") || state == "3D000" ||
        state.starts_with("57P"))
        return Code::store_unreachable;
    return Code::store_failed;
}

/// An event counts as recorded once it is on disk, whatever the server's default is.
constexpr const char* durable_sql =
    "SELECT set_config('synchronous_commit', 'on', false) "
    "WHERE current_setting('synchronous_commit') IN ('off', 'local')";

}  // namespace

Error error_of(const PGconn* connection, const PGresult* result) {
    const char* state = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char* primary =
        result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    const auto text = trimmed(primary == nullptr ? PQerrorMessage(connection) : primary);
    return {code_of(state == nullptr ? "" : state), {}, {std::string(text)}};
}

std::string_view Rows::text(int row, int column) const {
    return {PQgetvalue(result_.get(), row, column),
            static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
}

std::int64_t Rows::number(int row, int column) const {
    std::int64_t out = 0;
    const std::string_view digits = text(row, column);
    const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), out);
    INVARIANT(end.ec == std::errc{} && end.ptr == digits.data() + digits.size(),
              "a column of numbers");
    return out;
}

Result<Connection> Connection::open(const std::string& url) {
    const char* const keywords[] = {"connect_timeout", "fallback_application_name", "dbname",
                                    "client_encoding", nullptr};
    const char* const values[] = {"10", "heng", url.c_str(), "UTF8", nullptr};
    Connection connection(PQconnectdbParams(keywords, values, 1));
    if (PQstatus(connection.get()) != CONNECTION_OK)
        return refuse(Code::store_unreachable, {},
                      {std::string(trimmed(PQerrorMessage(connection.get())))});
    PQsetNoticeReceiver(connection.get(), ignore_notice, nullptr);
    const char* encoding = PQparameterStatus(connection.get(), "server_encoding");
    if (encoding == nullptr || std::string_view(encoding) != "UTF8")
        return refuse(Code::store_encoding_differs, {}, {encoding == nullptr ? "" : encoding});
    const auto durable = connection.query(durable_sql, {});
    if (!durable) return tl::unexpected(durable.error());
    return connection;
}

Result<Rows> Connection::take(PGresult* result) {
    Rows rows(result);
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK) return rows;
    return tl::unexpected(error_of(get(), result));
}

Result<void> Connection::run(const std::string& sql) {
    return take(PQexec(get(), sql.c_str())).map([](const Rows&) {});
}

Result<Rows> Connection::query(const char* sql, std::initializer_list<const char*> parameters) {
    return take(PQexecParams(get(), sql, static_cast<int>(parameters.size()), nullptr,
                             parameters.begin(), nullptr, nullptr, 0));
}

Result<void> Connection::prepare(const char* name, const char* sql) {
    return take(PQprepare(get(), name, sql, 0, nullptr)).map([](const Rows&) {});
}

Result<Rows> Connection::query_prepared(const char* name,
                                        std::initializer_list<const char*> parameters) {
    return take(PQexecPrepared(get(), name, static_cast<int>(parameters.size()), parameters.begin(),
                               nullptr, nullptr, 0));
}

bool Connection::is_alive() {
    pollfd incoming{PQsocket(get()), POLLIN, 0};
    while (PQstatus(get()) == CONNECTION_OK && poll(&incoming, 1, 0) > 0)
        if (PQconsumeInput(get()) != 1) return false;  // the end of a connection can be read, too
    return PQstatus(get()) == CONNECTION_OK;
}

}  // namespace heng::postgres
