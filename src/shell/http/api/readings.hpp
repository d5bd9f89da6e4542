#pragma once
/// @file
/// Who has read what is confidential: told once an hour, however often a page asks again (ASVS
/// 8.3.5).
#include "core/base/result.hpp"

#include <chrono>
#include <map>
#include <mutex>
#include <string>

namespace heng::http {

/// May be used from several threads at once.
class Readings {
public:
    using Clock = std::chrono::steady_clock;

    /// Calls `tell` unless it has told of `what` within the hour. @returns what it says.
    template <class Tell>
    [[nodiscard]] Result<void> note(const std::string& what, Tell tell,
                                    Clock::time_point now = Clock::now()) {
        constexpr std::chrono::hours told_for{1};
        const std::lock_guard lock(mutex_);
        std::erase_if(told_, [&](const auto& one) { return one.second + told_for <= now; });
        if (told_.contains(what)) return {};
        const Result<void> told = tell();
        if (told) told_[what] = now;
        return told;
    }

private:
    std::mutex mutex_;
    std::map<std::string, Clock::time_point> told_;
};

}  // namespace heng::http
