#include "shell/http/api/rates.hpp"

namespace heng::http {

Result<void> Rates::take(const std::string& who, Clock::time_point now) {
    const std::lock_guard lock(mutex_);
    std::deque<Clock::time_point>& taken = taken_[who];
    while (!taken.empty() && taken.front() + within_ <= now) taken.pop_front();
    if (taken.size() >= count_max_) {
        const auto left = std::chrono::ceil<std::chrono::seconds>(taken.front() + within_ - now);
        return refuse(Code::rate_exceeded, {}, {std::to_string(left.count())});
    }
    taken.push_back(now);
    return {};
}

}  // namespace heng::http
