#pragma once
/// @file
/// Ballot boxes in the PostgreSQL database of the ledgers, for several servers at once.
#include "app/ports.hpp"
#include "shell/postgres/connection.hpp"

#include <mutex>

namespace heng::postgres {

class BallotBox final : public app::BallotBox {
public:
    /// Connects and brings the tables up to date. A connection that breaks later is made again when
    /// next needed.
    /// @returns the box, or `store_unreachable`, `store_encoding_differs`, `store_schema_newer`, or
    /// what the server says.
    [[nodiscard]] static Result<std::unique_ptr<BallotBox>> open(const std::string& url);

    [[nodiscard]] Result<void> issue(const app::BallotKey& key,
                                     std::span<const app::VoterCode> codes) override;
    [[nodiscard]] Result<void> cast(const app::BallotKey& key, const ledger::Digest& code,
                                    std::string_view paper) override;
    [[nodiscard]] Result<app::Papers> close(const app::BallotKey& key) override;

private:
    explicit BallotBox(std::string url) : url_(std::move(url)) {}
    /// Runs `work` with a connection, in a transaction that is rolled back if it fails.
    template <class T, class Work>
    [[nodiscard]] Result<T> transact(const Work& work);

    const std::string url_;
    std::mutex mutex_;
    std::optional<Connection> connection_;  ///< Absent until needed and after it broke.
};

}  // namespace heng::postgres
