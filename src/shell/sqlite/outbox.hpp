#pragma once
/// @file
/// The outbox in the SQLite file of the ledgers.
#include "app/notices/outbox.hpp"
#include "shell/sqlite/database.hpp"

#include <mutex>

namespace heng::sqlite {

class Outbox final : public app::notices::Outbox {
public:
    /// Opens or creates the file and brings its tables up to date.
    /// @returns the outbox, or `store_unreachable`, `store_schema_newer`, or what SQLite says.
    [[nodiscard]] static Result<std::unique_ptr<Outbox>> open(const std::string& path);

    [[nodiscard]] Result<std::size_t> post(
        const app::notices::Posting& posting,
        std::span<const app::notices::NoticeDraft> notices) override;
    [[nodiscard]] Result<std::vector<app::notices::Notice>> read(const std::string& tenant,
                                                                 const cycle::PersonId& person,
                                                                 std::int64_t before_id,
                                                                 std::size_t count_max) override;
    [[nodiscard]] Result<std::int64_t> count_unread(const std::string& tenant,
                                                    const cycle::PersonId& person) override;
    [[nodiscard]] Result<void> mark_read(const std::string& tenant, const cycle::PersonId& person,
                                         std::span<const std::int64_t> ids) override;
    [[nodiscard]] Result<std::optional<app::notices::Digest>> claim(const std::string& tenant,
                                                                    ledger::Instant now,
                                                                    ledger::Instant until) override;
    [[nodiscard]] Result<void> settle(const std::string& tenant, const app::notices::DigestKey& key,
                                      const app::notices::Outcome& outcome) override;
    [[nodiscard]] Result<std::vector<app::notices::Failure>> failures(
        const std::string& tenant, std::size_t count_max) override;

private:
    explicit Outbox(Database database) : database_(std::move(database)) {}
    [[nodiscard]] Result<bool> insert(const app::notices::Posting& posting,
                                      const app::notices::NoticeDraft& draft);
    [[nodiscard]] Result<void> make_digests(const app::notices::Posting& posting);
    [[nodiscard]] Result<void> count(const std::string& tenant, app::notices::Digest& digest);

    std::mutex mutex_;
    Database database_;
};

}  // namespace heng::sqlite
