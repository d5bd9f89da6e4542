#pragma once
/// @file
/// Ledgers in one SQLite file: the default, for one server. Other processes on this machine may
/// read it and even append; they notice each other within a moment.
#include "app/ports.hpp"
#include "shell/sqlite/database.hpp"

#include <condition_variable>
#include <mutex>

namespace heng::sqlite {

class EventStore final : public app::EventStore {
public:
    /// Opens or creates the file and brings its tables up to date.
    /// @returns the store, or `store_unreachable`, `store_schema_newer`, or what SQLite says.
    [[nodiscard]] static Result<std::unique_ptr<EventStore>> open(const std::string& path,
                                                                  const char* vfs = nullptr);

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
    /// A connection with its statements; a lock, since a connection serves one thread at a time.
    struct Writing {
        Database database;
        Statement append;
        Statement append_behind;
        Statement mark;
        std::mutex mutex;
    };
    struct Reading {
        Database database;
        Statement head;
        Statement page;
        Statement next_tenant;
        Statement mark;
        std::mutex mutex;
    };

    EventStore() = default;
    [[nodiscard]] Result<void> prepare(const std::string& path, const char* vfs);

    Writing writing_;
    Reading reading_;
    std::mutex grown_mutex_;
    std::condition_variable grown_;
};

}  // namespace heng::sqlite
