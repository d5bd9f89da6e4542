#pragma once
/// @file
/// Accounts in the PostgreSQL database of the ledgers, for several servers at once.
#include "app/accounts/account_store.hpp"
#include "shell/postgres/connection.hpp"

#include <mutex>

namespace heng::postgres {

class AccountStore final : public app::accounts::AccountStore {
public:
    using Kind = app::accounts::Kind;

    /// Connects and brings the tables up to date. A connection that breaks later is made again when
    /// next needed.
    /// @returns the store, or `store_unreachable`, `store_encoding_differs`, `store_schema_newer`,
    /// or what the server says.
    [[nodiscard]] static Result<std::unique_ptr<AccountStore>> open(const std::string& url);

    [[nodiscard]] Result<std::optional<app::accounts::Record>> find(const std::string& tenant,
                                                                    Kind kind,
                                                                    const std::string& id) override;
    [[nodiscard]] Result<std::vector<app::accounts::Record>> list(
        const std::string& tenant, Kind kind, const std::string& owner) override;
    [[nodiscard]] Result<void> change(const std::string& tenant,
                                      const app::accounts::Changes& changes) override;
    [[nodiscard]] Result<std::vector<app::accounts::TrailEntry>> trail(
        const std::string& tenant, std::int64_t from_seq, std::size_t count_max) override;
    [[nodiscard]] Result<std::optional<app::accounts::TrailEntry>> trail_end(
        const std::string& tenant) override;

private:
    /// A connection, absent until needed and after it broke; a lock, since it serves one thread at
    /// a time.
    struct Line {
        std::optional<Connection> connection;
        std::mutex mutex;
    };

    explicit AccountStore(std::string url) : url_(std::move(url)) {}
    /// @pre the line's lock is held.
    [[nodiscard]] Result<Connection*> ready(Line& line) const;
    [[nodiscard]] Result<Rows> ask(const char* sql, std::initializer_list<const char*> parameters);

    const std::string url_;
    Line reading_;
    Line writing_;
};

}  // namespace heng::postgres
