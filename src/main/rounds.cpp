#include "main/rounds.hpp"

namespace heng {

Rounds::Rounds(std::chrono::seconds pause, std::function<void()> round)
    : thread_([this, pause, round = std::move(round)] {
          std::unique_lock lock(mutex_);
          while (!is_stopping_) {
              lock.unlock();
              round();
              lock.lock();
              stopping_.wait_for(lock, pause, [this] { return is_stopping_; });
          }
      }) {}

Rounds::~Rounds() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    stopping_.notify_all();
    thread_.join();
}

}  // namespace heng
