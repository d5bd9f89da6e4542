#pragma once
/// @file
/// Hears what other processes append: one connection that LISTENs, on a thread of its own, for all
/// who wait.
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

namespace heng::postgres {

class Listener {
public:
    explicit Listener(std::string url);
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    /// How often something was heard so far. The first call connects; until then nothing listens.
    /// While the server cannot be reached nothing is heard: whoever waits must look again from time
    /// to time.
    std::uint64_t heard();

    /// Returns when more than `known` was heard, or at the deadline.
    void wait(std::uint64_t known, std::chrono::steady_clock::time_point deadline);

private:
    void run();
    /// Listens until the connection breaks or the program stops.
    void listen();
    void tell();

    const std::string url_;
    int wake_ = -1;  ///< An event descriptor: something to read means stop.
    std::mutex mutex_;
    std::condition_variable told_;
    std::uint64_t heard_ = 0;
    bool is_stopping_ = false;
    std::thread thread_;
};

}  // namespace heng::postgres
