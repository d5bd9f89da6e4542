/// @file
/// Maps under a lock.
#include "shell/memory/ballot_box.hpp"

#include "app/urn.hpp"

namespace heng::memory {

Result<void> BallotBox::issue(const app::BallotKey& key, std::span<const app::VoterCode> codes) {
    const std::lock_guard lock(mutex_);
    Box& box = boxes_[key];
    for (const app::VoterCode& code : codes) box.voters.try_emplace(code.hash, Voter{code.group});
    return {};
}

Result<void> BallotBox::cast(const app::BallotKey& key, const ledger::Digest& code,
                             std::string_view paper) {
    const std::lock_guard lock(mutex_);
    const auto box = boxes_.find(key);
    if (box == boxes_.end() || box->second.is_closed)
        return refuse(Code::ballot_closed, {}, {std::to_string(key.ballot)});
    const auto found = box->second.voters.find(code);
    if (found == box->second.voters.end()) return refuse(Code::ballot_code_unknown);
    if (found->second.is_used) return refuse(Code::ballot_code_used);
    std::string& urn = box->second.urns[found->second.group];
    urn = app::put_in(urn, paper);
    found->second.is_used = true;
    return {};
}

Result<app::Papers> BallotBox::close(const app::BallotKey& key) {
    const std::lock_guard lock(mutex_);
    const auto box = boxes_.find(key);
    if (box == boxes_.end()) return refuse(Code::ballot_closed, {}, {std::to_string(key.ballot)});
    box->second.is_closed = true;
    app::Papers out;
    for (const auto& [group, urn] : box->second.urns) app::take_out(out, group, urn);
    return out;
}

}  // namespace heng::memory
