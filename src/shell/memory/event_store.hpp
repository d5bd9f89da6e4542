#pragma once
/// @file
/// Ledgers that live as long as the process: for tests, trials and dry runs.
#include "app/ports.hpp"

#include <condition_variable>
#include <map>
#include <mutex>

namespace heng::memory {

class EventStore final : public app::EventStore {
public:
    [[nodiscard]] Result<std::optional<app::RequestMark>> find_mark(
        const std::string& tenant, const ledger::Digest& key) override;
    [[nodiscard]] Result<std::vector<ledger::SealedEvent>> read(const std::string& tenant,
                                                                std::int64_t from_seq,
                                                                std::size_t count_max) override;
    [[nodiscard]] Result<std::optional<ledger::Head>> head(const std::string& tenant) override;
    [[nodiscard]] Result<std::vector<std::string>> tenants() override;
    [[nodiscard]] Result<std::optional<ledger::Head>> await(
        const std::string& tenant, std::int64_t after_seq,
        std::chrono::milliseconds timeout) override;

private:
    [[nodiscard]] Result<ledger::Head> append_batch(
        const std::string& tenant, const std::optional<ledger::Head>& expected,
        std::span<const ledger::SealedEvent> events,
        std::span<const app::RequestMark> marks) override;
    std::optional<ledger::Head> head_locked(const std::string& tenant) const;

    std::mutex mutex_;
    std::condition_variable grown_;
    std::map<std::string, std::vector<ledger::SealedEvent>> ledgers_;
    std::map<std::pair<std::string, ledger::Digest>, app::RequestMark> marks_;
};

}  // namespace heng::memory
