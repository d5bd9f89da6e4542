#pragma once
/// @file
/// Ballot boxes that live as long as the process: for tests and trials.
#include "app/ports.hpp"

#include <mutex>

namespace heng::memory {

class BallotBox final : public app::BallotBox {
public:
    [[nodiscard]] Result<void> issue(const app::BallotKey& key,
                                     std::span<const app::VoterCode> codes) override;
    [[nodiscard]] Result<void> cast(const app::BallotKey& key, const ledger::Digest& code,
                                    std::string_view paper) override;
    [[nodiscard]] Result<app::Papers> close(const app::BallotKey& key) override;

private:
    struct Voter {
        std::string group;
        bool is_used = false;
    };
    struct Box {
        bool is_closed = false;
        std::map<ledger::Digest, Voter> voters;
        std::map<std::string, std::string> urns;
    };

    std::mutex mutex_;
    std::map<app::BallotKey, Box> boxes_;
};

}  // namespace heng::memory
