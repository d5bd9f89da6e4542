#pragma once
/// @file
/// How often someone may ask for much (ASVS 11.1.4).
#include "core/base/result.hpp"

#include <chrono>
#include <deque>
#include <map>
#include <mutex>
#include <string>

namespace heng::http {

/// May be used from several threads at once.
class Rates {
public:
    using Clock = std::chrono::steady_clock;

    Rates(std::size_t count_max, std::chrono::seconds within)
        : count_max_(count_max), within_(within) {}

    /// Counts one more of `who` at `now`. @returns nothing, or `rate_exceeded` with the seconds
    /// after which there is room again; then it is not counted.
    [[nodiscard]] Result<void> take(const std::string& who, Clock::time_point now = Clock::now());

private:
    const std::size_t count_max_;
    const std::chrono::seconds within_;
    std::mutex mutex_;
    std::map<std::string, std::deque<Clock::time_point>> taken_;
};

}  // namespace heng::http
