/// @file
/// Nothing but the calls that a durable insert needs.
#include "raw_store.hpp"

#include <libpq-fe.h>
#include <sqlite3.h>
#include <stdexcept>

namespace heng::bench {

namespace {

void must(bool done) {
    if (!done) throw std::runtime_error("the raw store failed");
}

class RawSqlite final : public RawStore {
public:
    explicit RawSqlite(const std::string& file) {
        must(sqlite3_open(file.c_str(), &connection_) == SQLITE_OK);
        run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        sqlite3_busy_timeout(connection_, 10'000);
        begin_ = prepare("BEGIN IMMEDIATE");
        insert_ =
            prepare("INSERT INTO event (tenant, seq, stored, hash) VALUES ('raw', ?1, ?2, ?3)");
        commit_ = prepare("COMMIT");
    }
    ~RawSqlite() override {
        for (sqlite3_stmt* statement : {begin_, insert_, commit_}) sqlite3_finalize(statement);
        sqlite3_close(connection_);
    }
    RawSqlite(const RawSqlite&) = delete;
    RawSqlite& operator=(const RawSqlite&) = delete;

    void insert(const std::vector<ledger::SealedEvent>& batch) override {
        step(begin_);
        for (const ledger::SealedEvent& event : batch) {
            const std::string hash = ledger::print_digest(event.hash);
            sqlite3_bind_int64(insert_, 1, event.seq);
            sqlite3_bind_text64(insert_, 2, event.bytes.data(), event.bytes.size(), SQLITE_STATIC,
                                SQLITE_UTF8);
            sqlite3_bind_text64(insert_, 3, hash.data(), hash.size(), SQLITE_STATIC, SQLITE_UTF8);
            step(insert_);
        }
        step(commit_);
    }

private:
    void run(const char* sql) {
        must(sqlite3_exec(connection_, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    }
    sqlite3_stmt* prepare(const char* sql) {
        sqlite3_stmt* statement = nullptr;
        must(sqlite3_prepare_v2(connection_, sql, -1, &statement, nullptr) == SQLITE_OK);
        return statement;
    }
    static void step(sqlite3_stmt* statement) {
        must(sqlite3_step(statement) == SQLITE_DONE);
        sqlite3_reset(statement);
    }

    sqlite3* connection_ = nullptr;
    sqlite3_stmt* begin_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
    sqlite3_stmt* commit_ = nullptr;
};

/// A single row goes as one round trip without a pipeline, several as one pipeline.
class RawPostgres final : public RawStore {
public:
    explicit RawPostgres(const std::string& url) : connection_(PQconnectdb(url.c_str())) {
        must(PQstatus(connection_) == CONNECTION_OK);
        PQclear(
            PQprepare(connection_, "insert",
                      "INSERT INTO event (tenant, seq, stored, hash) VALUES ('raw', $1, $2, $3)", 0,
                      nullptr));
    }
    ~RawPostgres() override { PQfinish(connection_); }
    RawPostgres(const RawPostgres&) = delete;
    RawPostgres& operator=(const RawPostgres&) = delete;

    void insert(const std::vector<ledger::SealedEvent>& batch) override {
        if (batch.size() == 1) {
            with_parameters(batch.front(), [&](const char* const* values) {
                PGresult* result =
                    PQexecPrepared(connection_, "insert", 3, values, nullptr, nullptr, 0);
                must(PQresultStatus(result) == PGRES_COMMAND_OK);
                PQclear(result);
            });
            return;
        }
        must(PQenterPipelineMode(connection_) == 1);
        for (const ledger::SealedEvent& event : batch)
            with_parameters(event, [&](const char* const* values) {
                must(PQsendQueryPrepared(connection_, "insert", 3, values, nullptr, nullptr, 0) ==
                     1);
            });
        must(PQpipelineSync(connection_) == 1);
        for (bool is_synced = false; !is_synced;) {
            PGresult* result = PQgetResult(connection_);
            if (result == nullptr) continue;
            is_synced = PQresultStatus(result) == PGRES_PIPELINE_SYNC;
            must(is_synced || PQresultStatus(result) == PGRES_COMMAND_OK);
            PQclear(result);
        }
        must(PQexitPipelineMode(connection_) == 1);
    }

private:
    template <class Use>
    static void with_parameters(const ledger::SealedEvent& event, Use use) {
        const std::string seq = std::to_string(event.seq);
        const std::string hash = ledger::print_digest(event.hash);
        const char* const values[] = {seq.c_str(), event.bytes.c_str(), hash.c_str()};
        use(values);
    }

    PGconn* connection_;
};

}  // namespace

std::unique_ptr<RawStore> open_raw_sqlite(const std::string& file) {
    return std::make_unique<RawSqlite>(file);
}
std::unique_ptr<RawStore> open_raw_postgres(const std::string& url) {
    return std::make_unique<RawPostgres>(url);
}

}  // namespace heng::bench
