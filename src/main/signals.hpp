#pragma once
/// @file
/// What a running server is told by signals.
#include <csignal>
#include <functional>
#include <thread>

namespace heng {

/// Blocks SIGTERM, SIGINT and SIGHUP for the thread that makes it and all that this one starts; one
/// thread waits for them. Made before any other thread.
class Signals {
public:
    Signals();
    ~Signals() { end(); }
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;

    /// Calls `stop` for SIGTERM and SIGINT, `reopen` for SIGHUP. @pre called at most once
    void listen(std::function<void()> stop, std::function<void()> reopen);
    /// Nothing is called any more once this returns.
    void end();

private:
    sigset_t set_{};
    std::thread thread_;
};

}  // namespace heng
