#pragma once
/// @file
/// What a server does by itself from time to time: notices of what is due, and clearing away what
/// is over.
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace heng {

/// Calls a function at once, and again and again after a pause, on a thread of its own.
class Rounds {
public:
    Rounds(std::chrono::seconds pause, std::function<void()> round);
    /// Returns once a round under way has ended.
    ~Rounds();
    Rounds(const Rounds&) = delete;
    Rounds& operator=(const Rounds&) = delete;

private:
    std::mutex mutex_;
    std::condition_variable stopping_;
    bool is_stopping_ = false;
    std::thread thread_;
};

}  // namespace heng
