#pragma once
/// @file
/// A connection to an SQLite file and its prepared statements: the C interface with owners and
/// errors.
#include "core/base/result.hpp"

#include <sqlite3.h>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace heng::sqlite {

/// A prepared statement. Parameters and columns are counted as SQLite does: parameters from 1,
/// columns from 0.
class Statement {
public:
    Statement() = default;
    explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}

    /// The text must outlive the next `step`.
    void bind(int parameter, std::string_view text);
    void bind(int parameter, std::int64_t number);

    /// @returns whether there is a row.
    [[nodiscard]] Result<bool> step();
    /// Runs it to its end and makes it ready again.
    [[nodiscard]] Result<void> run();
    void reset() { sqlite3_reset(statement_.get()); }

    std::string_view text(int column) const;
    std::int64_t number(int column) const { return sqlite3_column_int64(statement_.get(), column); }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// One connection; used by one thread at a time.
class Database {
public:
    /// Opens or creates the file, in WAL mode with every commit on disk.
    /// @param vfs  SQLite's name of the file system to use, or nullptr for its own.
    [[nodiscard]] static Result<Database> open(const std::string& path, const char* vfs = nullptr);

    /// @pre the SQL is ours and right.
    [[nodiscard]] Result<Statement> prepare(std::string_view sql);
    /// Runs one or more statements that give no rows.
    [[nodiscard]] Result<void> run(const std::string& sql);
    /// The number in the first column of the first row, if there is one.
    [[nodiscard]] Result<std::optional<std::int64_t>> number(std::string_view sql);

    bool is_in_transaction() const { return sqlite3_get_autocommit(connection_.get()) == 0; }
    /// What the last call complained of.
    int code() const { return sqlite3_extended_errcode(connection_.get()); }

private:
    friend class Transaction;
    struct Close {
        void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
    };
    std::unique_ptr<sqlite3, Close> connection_;
    Statement begin_;
    Statement commit_;
};

/// A transaction that takes the write lock at once, and is rolled back unless committed.
class Transaction {
public:
    [[nodiscard]] static Result<Transaction> begin(Database& database);
    ~Transaction();
    Transaction(Transaction&& other) noexcept
        : database_(std::exchange(other.database_, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;

    /// On success it is on disk. When the disk failed at the very end it is
    /// `ledger_outcome_unknown`: the events may come to light after a crash, unless others take
    /// their place.
    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(Database& database) : database_(&database) {}
    Database* database_;
};

}  // namespace heng::sqlite
