#pragma once
/// @file
/// Ballot boxes in the SQLite file of the ledgers.
#include "app/ports.hpp"
#include "shell/sqlite/database.hpp"

#include <mutex>

namespace heng::sqlite {

class BallotBox final : public app::BallotBox {
public:
    /// Opens or creates the file and brings its tables up to date.
    /// @returns the box, or `store_unreachable`, `store_schema_newer`, or what SQLite says.
    [[nodiscard]] static Result<std::unique_ptr<BallotBox>> open(const std::string& path,
                                                                 const char* vfs = nullptr);

    [[nodiscard]] Result<void> issue(const app::BallotKey& key,
                                     std::span<const app::VoterCode> codes) override;
    [[nodiscard]] Result<void> cast(const app::BallotKey& key, const ledger::Digest& code,
                                    std::string_view paper) override;
    [[nodiscard]] Result<app::Papers> close(const app::BallotKey& key) override;

private:
    explicit BallotBox(Database database) : database_(std::move(database)) {}
    [[nodiscard]] Result<std::string> use_code(const app::BallotKey& key, const std::string& hash);
    [[nodiscard]] Result<void> put(const app::BallotKey& key, const std::string& group,
                                   std::string_view paper);

    std::mutex mutex_;
    Database database_;
};

}  // namespace heng::sqlite
