#pragma once
/// @file
/// The tenants that a process serves, each at its desk, and who tells of their changes.
#include "app/desk.hpp"

#include <condition_variable>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace heng::app {

/// The desks of all ledgers of a store. One that is opened later is served from the next start on.
class Tenants {
public:
    /// Reads every ledger. `store` and `clock` must outlive it.
    /// @returns the desks, or what `Desk::open` says of the first that cannot be opened.
    [[nodiscard]] static Checked<Tenants> open(EventStore& store, const Readers& readers,
                                               Clock& clock);

    /// The desk, or nullptr.
    Desk* find(std::string_view tenant) const;
    std::vector<std::string> names() const;

private:
    std::map<std::string, std::unique_ptr<Desk>, std::less<>> desks_;
};

/// Follows the ledgers, whichever process writes them, on a thread for each.
class Follower {
public:
    /// @param on_change  called with a head beyond the last one told.
    /// @param on_failure called when a ledger cannot be followed; it is tried again a second later.
    /// Both are called on the follower's threads. `tenants` must outlive it.
    Follower(Tenants& tenants,
             std::function<void(const std::string& tenant, const ledger::Head&)> on_change,
             std::function<void(const std::string& tenant, const Issues&)> on_failure);
    /// Returns once no callback runs any more; that may take as long as one wait for the store.
    ~Follower();
    Follower(const Follower&) = delete;
    Follower& operator=(const Follower&) = delete;

private:
    void follow(Desk& desk);
    bool is_stopping() const;
    void pause();

    std::function<void(const std::string&, const ledger::Head&)> on_change_;
    std::function<void(const std::string&, const Issues&)> on_failure_;
    mutable std::mutex mutex_;
    std::condition_variable stopping_;
    bool is_stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace heng::app
