/// @file
/// A code is used and its paper put in under one write lock.
#include "shell/sqlite/ballot_box.hpp"

#include "app/urn.hpp"
#include "shell/sqlite/migrations.hpp"

namespace heng::sqlite {

namespace {

/// A statement about one ballot: ?1 is its tenant, ?2 its number, further texts follow.
/// @pre `key` and `texts` outlive it.
Result<Statement> about(Database& database, std::string_view sql, const app::BallotKey& key,
                        std::initializer_list<std::string_view> texts = {}) {
    auto statement = database.prepare(sql);
    if (!statement) return statement;
    statement->bind(1, key.tenant);
    statement->bind(2, key.ballot);
    int parameter = 2;
    for (const std::string_view text : texts) statement->bind(++parameter, text);
    return statement;
}

Result<void> run(Database& database, std::string_view sql, const app::BallotKey& key,
                 std::initializer_list<std::string_view> texts = {}) {
    return about(database, sql, key, texts).and_then([](Statement statement) {
        return statement.run();
    });
}

tl::unexpected<Error> is_closed(const app::BallotKey& key) {
    return refuse(Code::ballot_closed, {}, {std::to_string(key.ballot)});
}

}  // namespace

Result<std::unique_ptr<BallotBox>> BallotBox::open(const std::string& path, const char* vfs) {
    auto database = Database::open(path, vfs);
    if (!database) return tl::unexpected(database.error());
    const auto ready = migrate(*database, static_cast<int>(migrations().size())).and_then([&] {
        return database->run("PRAGMA secure_delete = ON");  // no earlier urn is left in the file
    });
    if (!ready) return tl::unexpected(ready.error());
    return std::unique_ptr<BallotBox>(new BallotBox(std::move(*database)));
}

Result<void> BallotBox::issue(const app::BallotKey& key, std::span<const app::VoterCode> codes) {
    const std::lock_guard lock(mutex_);
    auto transaction = Transaction::begin(database_);
    if (!transaction) return tl::unexpected(transaction.error());
    auto done = run(database_, "INSERT OR IGNORE INTO ballot_box VALUES (?1, ?2, 0)", key);
    for (const app::VoterCode& code : codes) {
        const std::string hash = ledger::print_digest(code.hash);
        done = done.and_then([&] {
                       return run(database_,
                                  "INSERT OR IGNORE INTO ballot_urn VALUES (?1, ?2, ?3, '')", key,
                                  {code.group});
                   })
                   .and_then([&] {
                       return run(database_,
                                  "INSERT OR IGNORE INTO ballot_code VALUES (?1, ?2, ?3, ?4, 0)",
                                  key, {hash, code.group});
                   });
        if (!done) break;
    }
    if (!done) return done;
    return transaction->commit();
}

/// The group of the code, which is used from now on.
Result<std::string> BallotBox::use_code(const app::BallotKey& key, const std::string& hash) {
    auto code = about(database_,
                      "SELECT voter_group, is_used FROM ballot_code "
                      "WHERE tenant = ?1 AND ballot = ?2 AND hash = ?3",
                      key, {hash});
    if (!code) return tl::unexpected(code.error());
    const auto row = code->step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return refuse(Code::ballot_code_unknown);
    if (code->number(1) != 0) return refuse(Code::ballot_code_used);
    std::string group(code->text(0));
    code->reset();
    return run(database_,
               "UPDATE ballot_code SET is_used = 1 "
               "WHERE tenant = ?1 AND ballot = ?2 AND hash = ?3",
               key, {hash})
        .map([&] { return std::move(group); });
}

Result<void> BallotBox::put(const app::BallotKey& key, const std::string& group,
                            std::string_view paper) {
    auto urn = about(database_,
                     "SELECT papers FROM ballot_urn "
                     "WHERE tenant = ?1 AND ballot = ?2 AND voter_group = ?3",
                     key, {group});
    if (!urn) return tl::unexpected(urn.error());
    const auto row = urn->step();
    if (!row) return tl::unexpected(row.error());
    INVARIANT(*row, "each group has its urn");
    const std::string papers = app::put_in(urn->text(0), paper);
    urn->reset();
    return run(database_,
               "UPDATE ballot_urn SET papers = ?4 "
               "WHERE tenant = ?1 AND ballot = ?2 AND voter_group = ?3",
               key, {group, papers});
}

Result<void> BallotBox::cast(const app::BallotKey& key, const ledger::Digest& code,
                             std::string_view paper) {
    const std::lock_guard lock(mutex_);
    auto transaction = Transaction::begin(database_);
    if (!transaction) return tl::unexpected(transaction.error());
    const auto is_open = about(database_,
                               "SELECT 1 FROM ballot_box "
                               "WHERE tenant = ?1 AND ballot = ?2 AND is_closed = 0",
                               key)
                             .and_then([](Statement statement) { return statement.step(); });
    if (!is_open) return tl::unexpected(is_open.error());
    if (!*is_open) return is_closed(key);
    const auto done =
        use_code(key, ledger::print_digest(code)).and_then([&](const std::string& group) {
            return put(key, group, paper);
        });
    if (!done) return done;
    return transaction->commit();
}

Result<app::Papers> BallotBox::close(const app::BallotKey& key) {
    const std::lock_guard lock(mutex_);
    auto transaction = Transaction::begin(database_);
    if (!transaction) return tl::unexpected(transaction.error());
    const auto closed = about(database_,
                              "UPDATE ballot_box SET is_closed = 1 "
                              "WHERE tenant = ?1 AND ballot = ?2 RETURNING 1",
                              key)
                            .and_then([](Statement statement) { return statement.step(); });
    if (!closed) return tl::unexpected(closed.error());
    if (!*closed) return is_closed(key);
    app::Papers out;
    {
        auto urns = about(database_,
                          "SELECT voter_group, papers FROM ballot_urn "
                          "WHERE tenant = ?1 AND ballot = ?2",
                          key);
        if (!urns) return tl::unexpected(urns.error());
        for (;;) {
            const auto row = urns->step();
            if (!row) return tl::unexpected(row.error());
            if (!*row) break;
            app::take_out(out, urns->text(0), urns->text(1));
        }
    }
    const auto committed = transaction->commit();
    if (!committed) return tl::unexpected(committed.error());
    return out;
}

}  // namespace heng::sqlite
