#pragma once
/// @file
/// What all connections of a server share, and how they are reached when it stops.
#include "shell/http/server.hpp"

#include <boost/asio/thread_pool.hpp>

#include <atomic>
#include <mutex>
#include <set>

namespace heng::http {

/// What all connections of a server share.
struct Shared {
    Shared(ServerOptions the_options, const Router& the_router, EventHub& the_hub)
        : options(std::move(the_options)),
          router(the_router),
          hub(the_hub),
          workers(options.worker_threads) {}

    const ServerOptions options;
    const Router& router;
    EventHub& hub;
    boost::asio::thread_pool workers;
    std::atomic<bool> is_stopping = false;
    std::atomic<std::size_t> connections = 0;
};

/// A connection that `stop` can reach.
class Connection {
public:
    virtual ~Connection() = default;
    /// On any thread: end it as soon as the request under way is answered.
    virtual void wind_up() = 0;
    virtual void cut() = 0;
};

class Connections {
public:
    void add(Connection* one) {
        const std::lock_guard lock(mutex_);
        all_.insert(one);
    }
    void remove(Connection* one) {
        const std::lock_guard lock(mutex_);
        all_.erase(one);
    }
    template <class Use>
    void for_each(Use use) {
        const std::lock_guard lock(mutex_);
        for (Connection* const one : all_) use(*one);
    }

private:
    std::mutex mutex_;
    std::set<Connection*> all_;
};

}  // namespace heng::http
