/// @file
/// A code is used and its paper put in by one transaction. The row of the box is locked first by
/// whoever casts, shared, and by whoever closes, alone: a paper is either counted or refused.
#include "shell/postgres/ballot_box.hpp"

#include "app/urn.hpp"
#include "shell/postgres/migrations.hpp"

namespace heng::postgres {

namespace {

/// Two who set up the same box wait for each other; those who cast are not held up.
constexpr const char* lock_sql = "LOCK TABLE ballot_box IN SHARE ROW EXCLUSIVE MODE";
constexpr const char* box_sql =
    "INSERT INTO ballot_box (tenant, ballot, is_closed) "
    "SELECT CAST($1 AS text), CAST($2 AS bigint), 0 WHERE NOT EXISTS "
    "(SELECT 1 FROM ballot_box WHERE tenant = $1 AND ballot = $2)";
constexpr const char* urn_sql =
    "INSERT INTO ballot_urn (tenant, ballot, voter_group, papers) "
    "SELECT CAST($1 AS text), CAST($2 AS bigint), CAST($3 AS text), '' WHERE NOT EXISTS "
    "(SELECT 1 FROM ballot_urn WHERE tenant = $1 AND ballot = $2 AND voter_group = $3)";
/// $4: the hashes, with commas between them.
constexpr const char* codes_sql =
    "INSERT INTO ballot_code (tenant, ballot, hash, voter_group, is_used) "
    "SELECT CAST($1 AS text), CAST($2 AS bigint), one.hash, CAST($3 AS text), 0 "
    "FROM unnest(string_to_array($4, ',')) AS one(hash) WHERE NOT EXISTS "
    "(SELECT 1 FROM ballot_code WHERE tenant = $1 AND ballot = $2 AND hash = one.hash)";
constexpr const char* is_open_sql =
    "SELECT 1 FROM ballot_box WHERE tenant = $1 AND ballot = $2 AND is_closed = 0 FOR SHARE";
constexpr const char* use_sql =
    "UPDATE ballot_code SET is_used = 1 "
    "WHERE tenant = $1 AND ballot = $2 AND hash = $3 AND is_used = 0 RETURNING voter_group";
constexpr const char* has_code_sql =
    "SELECT 1 FROM ballot_code WHERE tenant = $1 AND ballot = $2 AND hash = $3";
constexpr const char* papers_sql =
    "SELECT papers FROM ballot_urn "
    "WHERE tenant = $1 AND ballot = $2 AND voter_group = $3 FOR UPDATE";
constexpr const char* put_sql =
    "UPDATE ballot_urn SET papers = $4 WHERE tenant = $1 AND ballot = $2 AND voter_group = $3";
constexpr const char* close_sql =
    "UPDATE ballot_box SET is_closed = 1 WHERE tenant = $1 AND ballot = $2 RETURNING 1";
constexpr const char* urns_sql =
    "SELECT voter_group, papers FROM ballot_urn WHERE tenant = $1 AND ballot = $2";

/// Statements about one ballot: $1 is its tenant, $2 its number.
class Asking {
public:
    Asking(Connection& connection, const app::BallotKey& key)
        : connection_(connection), tenant_(key.tenant), ballot_(std::to_string(key.ballot)) {}

    [[nodiscard]] Result<Rows> operator()(const char* sql) {
        return connection_.query(sql, {tenant_.c_str(), ballot_.c_str()});
    }
    [[nodiscard]] Result<Rows> operator()(const char* sql, const std::string& third) {
        return connection_.query(sql, {tenant_.c_str(), ballot_.c_str(), third.c_str()});
    }
    [[nodiscard]] Result<Rows> operator()(const char* sql, const std::string& third,
                                          const std::string& fourth) {
        return connection_.query(sql,
                                 {tenant_.c_str(), ballot_.c_str(), third.c_str(), fourth.c_str()});
    }
    tl::unexpected<Error> is_closed() const { return refuse(Code::ballot_closed, {}, {ballot_}); }

private:
    Connection& connection_;
    std::string tenant_;
    std::string ballot_;
};

/// The group of the code, which is used from now on.
Result<std::string> use_code(Asking& ask, const std::string& hash) {
    const auto used = ask(use_sql, hash);
    if (!used) return tl::unexpected(used.error());
    if (used->count() == 1) return std::string(used->text(0, 0));
    const auto known = ask(has_code_sql, hash);
    if (!known) return tl::unexpected(known.error());
    return refuse(known->count() == 0 ? Code::ballot_code_unknown : Code::ballot_code_used);
}

Result<void> put(Asking& ask, const std::string& group, std::string_view paper) {
    const auto urn = ask(papers_sql, group);
    if (!urn) return tl::unexpected(urn.error());
    INVARIANT(urn->count() == 1, "each group has its urn");
    return ask(put_sql, group, app::put_in(urn->text(0, 0), paper)).map([](const Rows&) {});
}

std::map<std::string, std::string> hashes_by_group(std::span<const app::VoterCode> codes) {
    std::map<std::string, std::string> out;
    for (const app::VoterCode& code : codes) {
        std::string& list = out[code.group];
        if (!list.empty()) list += ',';
        list += ledger::print_digest(code.hash);
    }
    return out;
}

}  // namespace

Result<std::unique_ptr<BallotBox>> BallotBox::open(const std::string& url) {
    auto connection = Connection::open(url);
    if (!connection) return tl::unexpected(connection.error());
    const auto migrated = migrate(*connection, static_cast<int>(migrations().size()));
    if (!migrated) return tl::unexpected(migrated.error());
    return std::unique_ptr<BallotBox>(new BallotBox(url));
}

template <class T, class Work>
Result<T> BallotBox::transact(const Work& work) {
    const std::lock_guard lock(mutex_);
    if (!connection_ || !connection_->is_alive()) {
        connection_.reset();
        auto made = Connection::open(url_);
        if (!made) return tl::unexpected(made.error());
        connection_ = std::move(*made);
    }
    const auto begun = connection_->run("BEGIN");
    if (!begun) return tl::unexpected(begun.error());
    Result<T> done = work(*connection_);
    const auto ended = connection_->run(done ? "COMMIT" : "ROLLBACK");
    if (done && !ended) return tl::unexpected(ended.error());
    return done;
}

Result<void> BallotBox::issue(const app::BallotKey& key, std::span<const app::VoterCode> codes) {
    return transact<void>([&](Connection& connection) -> Result<void> {
        Asking ask(connection, key);
        auto done =
            connection.query(lock_sql, {}).and_then([&](const Rows&) { return ask(box_sql); });
        for (const auto& one : hashes_by_group(codes)) {
            if (!done) break;
            done = ask(urn_sql, one.first).and_then([&](const Rows&) {
                return ask(codes_sql, one.first, one.second);
            });
        }
        return done.map([](const Rows&) {});
    });
}

Result<void> BallotBox::cast(const app::BallotKey& key, const ledger::Digest& code,
                             std::string_view paper) {
    return transact<void>([&](Connection& connection) -> Result<void> {
        Asking ask(connection, key);
        const auto open = ask(is_open_sql);
        if (!open) return tl::unexpected(open.error());
        if (open->count() == 0) return ask.is_closed();
        return use_code(ask, ledger::print_digest(code)).and_then([&](const std::string& group) {
            return put(ask, group, paper);
        });
    });
}

Result<app::Papers> BallotBox::close(const app::BallotKey& key) {
    return transact<app::Papers>([&](Connection& connection) -> Result<app::Papers> {
        Asking ask(connection, key);
        const auto closed = ask(close_sql);
        if (!closed) return tl::unexpected(closed.error());
        if (closed->count() == 0) return ask.is_closed();
        const auto urns = ask(urns_sql);
        if (!urns) return tl::unexpected(urns.error());
        app::Papers out;
        for (int row = 0; row < urns->count(); ++row)
            app::take_out(out, urns->text(row, 0), urns->text(row, 1));
        return out;
    });
}

}  // namespace heng::postgres
