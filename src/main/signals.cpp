#include "main/signals.hpp"

namespace heng {

Signals::Signals() {
    sigemptyset(&set_);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP, SIGUSR2}) sigaddset(&set_, signal);
    pthread_sigmask(SIG_BLOCK, &set_, nullptr);
}

void Signals::listen(std::function<void()> stop, std::function<void()> reopen) {
    thread_ = std::thread([this, stop = std::move(stop), reopen = std::move(reopen)] {
        for (int signal = 0; sigwait(&set_, &signal) == 0;) {
            if (signal == SIGUSR2) return;  // our own end
            if (signal == SIGHUP)
                reopen();
            else
                stop();
        }
    });
}

void Signals::end() {
    if (!thread_.joinable()) return;
    pthread_kill(thread_.native_handle(), SIGUSR2);
    thread_.join();
}

}  // namespace heng
