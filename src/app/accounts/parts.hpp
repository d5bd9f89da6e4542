#pragma once
/// @file
/// What sign-in and administration work with, and the step that both share: decide on what is kept,
/// change it, and decide again if someone else was faster.
#include "app/accounts/records.hpp"
#include "app/ports.hpp"

#include <functional>
#include <mutex>

namespace heng::app::accounts {

/// Store, secrets and clock must outlive whoever holds this.
struct Parts {
    AccountStore& store;
    const Secrets& secrets;
    Clock& clock;
    Policy policy;
    /// Whether the ledger has this person as one of the three administrators today.
    std::function<bool(const std::string& tenant, const PersonId& person)> is_administrator;
    /// Whether accounts with documented passwords may be used: only by a server that cannot be
    /// reached from outside.
    bool allows_demo = false;
};

/// Keeps threads of this process from taking each other's place again and again.
class Turns {
public:
    /// Calls `decide` until it gives something else than `version_stale`.
    /// @returns that, or `store_busy` after very many times.
    template <class Decide>
    [[nodiscard]] auto take(Decide decide) -> decltype(decide()) {
        constexpr int times_max = 50;
        const std::lock_guard lock(mutex_);
        for (int times = 0; times < times_max; ++times) {
            auto done = decide();
            if (done || done.error().code != Code::version_stale) return done;
        }
        return refuse(Code::store_busy, {}, {"accounts"});
    }

private:
    std::mutex mutex_;
};

/// Erases every session of the account.
[[nodiscard]] Result<void> erase_sessions(const Records& records, const std::string& tenant,
                                          const std::string& account, Batch& batch);
/// Erases every API token of the account.
[[nodiscard]] Result<void> erase_tokens(const Records& records, const std::string& tenant,
                                        const std::string& account, Batch& batch);

/// The hash by which a token is kept: 64 hexadecimal digits.
std::string token_id(const Secrets& secrets, std::string_view token);
/// 256 random bits as 64 hexadecimal digits.
std::string make_token(const Secrets& secrets);
/// Where failures for an account name, or from an address, are counted.
std::string attempts_of_name(std::string_view name);
std::string attempts_of_remote(std::string_view remote);

}  // namespace heng::app::accounts
