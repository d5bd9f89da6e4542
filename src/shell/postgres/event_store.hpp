#pragma once
/// @file
/// Ledgers in a PostgreSQL database, for several servers at once. Whoever inserts a number first
/// has it; the others are told to decide again, and hear of it by LISTEN and NOTIFY.
#include "app/ports.hpp"
#include "shell/postgres/connection.hpp"
#include "shell/postgres/listener.hpp"

#include <mutex>

namespace heng::postgres {

class EventStore final : public app::EventStore {
public:
    /// Connects and brings the tables up to date. A connection that breaks later is made again when
    /// next needed.
    /// @returns the store, or `store_unreachable`, `store_encoding_differs`, `store_schema_newer`,
    /// or what the server says.
    [[nodiscard]] static Result<std::unique_ptr<EventStore>> open(const std::string& url);

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
    /// A connection, absent until needed and after it broke; a lock, since it serves one thread at
    /// a time.
    struct Line {
        std::optional<Connection> connection;
        bool has_answer_to_come = false;  ///< Of the notification, which nobody waits for.
        std::mutex mutex;
    };

    explicit EventStore(const std::string& url) : url_(url), listener_(url) {}
    [[nodiscard]] Result<Connection*> ready(Line& line);
    [[nodiscard]] Result<Rows> ask(const char* name, std::initializer_list<const char*> parameters);

    const std::string url_;
    Line writing_;
    Line reading_;
    Listener listener_;
};

}  // namespace heng::postgres
