#pragma once
/// @file
/// Accounts that live as long as the process: for tests and trials.
#include "app/accounts/account_store.hpp"

#include <map>
#include <mutex>

namespace heng::memory {

class AccountStore final : public app::accounts::AccountStore {
public:
    using Kind = app::accounts::Kind;

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
    using Key = std::pair<Kind, std::string>;
    struct Tables {
        std::map<Key, app::accounts::Record> records;
        std::vector<app::accounts::TrailEntry> trail;
    };

    static std::int64_t version_of(const Tables& tables, const Key& key);
    static bool fits(const Tables& tables, const app::accounts::Changes& changes);

    std::mutex mutex_;
    std::map<std::string, Tables> tenants_;
};

}  // namespace heng::memory
