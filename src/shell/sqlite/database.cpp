/// @file
/// Opening, preparing, stepping; SQLite's result codes in our words.
#include "shell/sqlite/database.hpp"

#include "core/base/invariant.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace heng::sqlite {

namespace {

constexpr int busy_timeout_ms = 10'000;

Code code_of(int result) {
    switch (result & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return Code::store_busy;
        case SQLITE_FULL: return Code::store_full;
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_READONLY:
        case SQLITE_NOTADB:
        case SQLITE_AUTH: return Code::store_unreachable;
        default: return Code::store_failed;
    }
}

tl::unexpected<Error> failure(sqlite3* connection) {
    return refuse(code_of(sqlite3_extended_errcode(connection)), {}, {sqlite3_errmsg(connection)});
}

}  // namespace

void Statement::bind(int parameter, std::string_view text) {
    const int result = sqlite3_bind_text64(statement_.get(), parameter, text.data(), text.size(),
                                           SQLITE_STATIC, SQLITE_UTF8);
    INVARIANT(result == SQLITE_OK, "the parameter exists and the text fits");
}

void Statement::bind(int parameter, std::int64_t number) {
    const int result = sqlite3_bind_int64(statement_.get(), parameter, number);
    INVARIANT(result == SQLITE_OK, "the parameter exists");
}

Result<bool> Statement::step() {
    const int result = sqlite3_step(statement_.get());
    if (result == SQLITE_ROW) return true;
    if (result == SQLITE_DONE) return false;
    auto error = failure(sqlite3_db_handle(statement_.get()));
    reset();
    return error;
}

Result<void> Statement::run() {
    const auto row = step();
    if (!row) return tl::unexpected(row.error());
    reset();
    return {};
}

std::string_view Statement::text(int column) const {
    const auto* bytes = sqlite3_column_text(statement_.get(), column);
    const int size = sqlite3_column_bytes(statement_.get(), column);
    if (bytes == nullptr) return {};
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

Result<Database> Database::open(const std::string& path, const char* vfs) {
    Database database;
    // made here, for its owner alone: what SQLite puts beside it follows
    if (vfs == nullptr)
        ::close(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR));
    sqlite3* connection = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    const int result = sqlite3_open_v2(path.c_str(), &connection, flags, vfs);
    database.connection_.reset(connection);
    if (result != SQLITE_OK)
        return refuse(Code::store_unreachable, {path, 0, 0, {}}, {sqlite3_errstr(result)});
    sqlite3_busy_timeout(connection, busy_timeout_ms);
    const auto prepared = database.run(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;"
        "PRAGMA recursive_triggers = ON;");
    if (!prepared) return tl::unexpected(prepared.error());
    auto begin = database.prepare("BEGIN IMMEDIATE");
    auto commit = database.prepare("COMMIT");
    if (!begin || !commit) return tl::unexpected((begin ? commit : begin).error());
    database.begin_ = std::move(*begin);
    database.commit_ = std::move(*commit);
    return database;
}

Result<Statement> Database::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const int result =
        sqlite3_prepare_v3(connection_.get(), sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (result != SQLITE_OK) return failure(connection_.get());
    return Statement(statement);
}

Result<void> Database::run(const std::string& sql) {
    const int result = sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) return failure(connection_.get());
    return {};
}

Result<std::optional<std::int64_t>> Database::number(std::string_view sql) {
    auto statement = prepare(sql);
    if (!statement) return tl::unexpected(statement.error());
    const auto row = statement->step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return std::nullopt;
    return statement->number(0);
}

Result<Transaction> Transaction::begin(Database& database) {
    const auto begun = database.begin_.run();
    if (!begun) return tl::unexpected(begun.error());
    return Transaction(database);
}

Transaction::~Transaction() {
    // After some failures SQLite has rolled back already. A rollback only forgets: it cannot fail
    // in a way that would leave anything visible.
    if (database_ != nullptr && database_->is_in_transaction())
        static_cast<void>(database_->run("ROLLBACK"));
}

Result<void> Transaction::commit() {
    auto done = database_->commit_.run();
    if (done) return done;
    // A write that failed left the commit record out. After a sync that failed nobody knows.
    const int code = database_->code();
    const int kind = code & 0xFF;
    if (kind == SQLITE_FULL || kind == SQLITE_BUSY || code == SQLITE_IOERR_WRITE) return done;
    return refuse(Code::ledger_outcome_unknown, {}, done.error().args);
}

}  // namespace heng::sqlite
