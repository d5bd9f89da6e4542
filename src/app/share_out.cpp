#include "app/share_out.hpp"

#include "core/base/invariant.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace heng::app {

void share_out(unsigned threads, std::size_t count,
               const std::function<void(unsigned thread, std::size_t item)>& work,
               const std::function<void(std::size_t begun)>& report) {
    INVARIANT(threads >= 1, "the calling thread works too");
    std::atomic<std::size_t> next = 0;
    std::exception_ptr failure;
    std::mutex failing;
    const auto run = [&](unsigned thread) {
        try {
            for (std::size_t item = next++; item < count; item = next++) {
                work(thread, item);
                if (thread == 0 && report) report(std::min(next.load(), count));
            }
        } catch (...) {
            const std::lock_guard lock(failing);
            failure = std::current_exception();
            next = count;
        }
    };
    {
        std::vector<std::jthread> others;
        for (unsigned thread = 1; thread < threads && thread < count; ++thread) {
            others.emplace_back(run, thread);
        }
        run(0);
    }
    if (failure) std::rethrow_exception(failure);
}

}  // namespace heng::app
