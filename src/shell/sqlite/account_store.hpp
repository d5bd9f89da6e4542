#pragma once
/// @file
/// Accounts in the SQLite file of the ledgers.
#include "app/accounts/account_store.hpp"
#include "shell/sqlite/database.hpp"

#include <memory>
#include <mutex>

namespace heng::sqlite {

class AccountStore final : public app::accounts::AccountStore {
public:
    using Kind = app::accounts::Kind;

    /// Opens or creates the file and brings its tables up to date.
    /// @returns the store, or `store_unreachable`, `store_schema_newer`, or what SQLite says.
    [[nodiscard]] static Result<std::unique_ptr<AccountStore>> open(const std::string& path,
                                                                    const char* vfs = nullptr);

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
    AccountStore(Database reading, Database writing)
        : reading_(std::move(reading)), writing_(std::move(writing)) {}
    [[nodiscard]] Result<void> put(const std::string& tenant, const app::accounts::Record& record,
                                   const char* sql);
    [[nodiscard]] Result<void> erase(const std::string& tenant, const app::accounts::Erasure& gone);
    [[nodiscard]] Result<void> append(const std::string& tenant,
                                      const app::accounts::TrailEntry& entry);
    /// Runs a statement that changes one row. @returns `version_stale` if it changed none.
    [[nodiscard]] Result<void> change_one(Statement statement);

    std::mutex reading_mutex_;
    Database reading_;
    Statement find_;
    std::mutex writing_mutex_;
    Database writing_;
};

}  // namespace heng::sqlite
