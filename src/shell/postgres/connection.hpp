#pragma once
/// @file
/// A connection to PostgreSQL and the rows it gives: libpq with owners and errors.
#include "core/base/result.hpp"

#include <libpq-fe.h>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace heng::postgres {

/// What a statement gave.
class Rows {
public:
    explicit Rows(PGresult* result) : result_(result) {}
    int count() const { return PQntuples(result_.get()); }
    std::string_view text(int row, int column) const;
    /// @pre the column holds a whole number.
    std::int64_t number(int row, int column) const;
    PGresult* get() const { return result_.get(); }

private:
    struct Clear {
        void operator()(PGresult* result) const { PQclear(result); }
    };
    std::unique_ptr<PGresult, Clear> result_;
};

/// One connection; used by one thread at a time.
class Connection {
public:
    /// @param url  postgresql://… or key=value words, as libpq takes them.
    /// @returns the connection, or `store_unreachable`, or `store_encoding_differs`.
    [[nodiscard]] static Result<Connection> open(const std::string& url);

    /// Runs one or more statements.
    [[nodiscard]] Result<void> run(const std::string& sql);
    /// Runs one statement with parameters $1, $2 ….
    [[nodiscard]] Result<Rows> query(const char* sql,
                                     std::initializer_list<const char*> parameters);
    [[nodiscard]] Result<void> prepare(const char* name, const char* sql);
    [[nodiscard]] Result<Rows> query_prepared(const char* name,
                                              std::initializer_list<const char*> parameters);

    /// Whether the server is still there, as far as this side has heard.
    bool is_alive();
    PGconn* get() const { return connection_.get(); }

private:
    struct Finish {
        void operator()(PGconn* connection) const { PQfinish(connection); }
    };
    explicit Connection(PGconn* connection) : connection_(connection) {}
    [[nodiscard]] Result<Rows> take(PGresult* result);

    std::unique_ptr<PGconn, Finish> connection_;
};

/// Why `result` (or, without one, the connection) failed, by its SQLSTATE: `ledger_head_moved`,
/// `store_busy`, `store_full`, `store_unreachable`, `store_failed`.
Error error_of(const PGconn* connection, const PGresult* result);

}  // namespace heng::postgres
