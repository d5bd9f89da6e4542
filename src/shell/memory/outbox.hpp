#pragma once
/// @file
/// An outbox that lives as long as the process: for tests and trials.
#include "app/notices/outbox.hpp"

#include <map>
#include <mutex>

namespace heng::memory {

class Outbox final : public app::notices::Outbox {
public:
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
    struct Kept {
        app::notices::Notice notice;
        std::optional<cycle::Date> digest_day;
    };
    struct Sending {
        int attempts = 0;
        std::optional<ledger::Instant> next_at;  ///< Nothing: it is done with.
        std::string failure;
    };
    struct Box {
        std::vector<Kept> notices;
        std::map<app::notices::DigestKey, Sending> digests;
    };
    static bool has(const Box& box, const app::notices::NoticeKey& key);
    static void make_digests(Box& box, const app::notices::Posting& posting);

    std::mutex mutex_;
    std::map<std::string, Box> boxes_;  ///< By tenant.
};

}  // namespace heng::memory
