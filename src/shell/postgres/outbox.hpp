#pragma once
/// @file
/// The outbox in the PostgreSQL database of the ledgers, for several servers at once.
#include "app/notices/outbox.hpp"
#include "shell/postgres/kept_connection.hpp"

#include <memory>

namespace heng::postgres {

class Outbox final : public app::notices::Outbox {
public:
    /// Connects and brings the tables up to date.
    /// @returns the outbox, or `store_unreachable`, `store_encoding_differs`, `store_schema_newer`,
    /// or what the server says.
    [[nodiscard]] static Result<std::unique_ptr<Outbox>> open(const std::string& url);

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
    explicit Outbox(const std::string& url) : kept_(url) {}

    KeptConnection kept_;
};

}  // namespace heng::postgres
