/// @file
/// Waits for the socket and for the order to stop at the same time.
#include "shell/postgres/listener.hpp"

#include "core/base/invariant.hpp"
#include "shell/postgres/connection.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace heng::postgres {

namespace {

constexpr int connect_again_ms = 500;

}  // namespace

Listener::Listener(std::string url) : url_(std::move(url)), wake_(eventfd(0, EFD_CLOEXEC)) {
    INVARIANT(wake_ >= 0, "the kernel gives an event descriptor");
}

Listener::~Listener() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    eventfd_write(wake_, 1);
    if (thread_.joinable()) thread_.join();
    close(wake_);
}

std::uint64_t Listener::heard() {
    std::unique_lock lock(mutex_);
    if (!thread_.joinable()) {
        thread_ = std::thread([this] { run(); });
        told_.wait(lock, [this] { return heard_ > 0; });  // connected, or found that it cannot be
    }
    return heard_;
}

void Listener::wait(std::uint64_t known, std::chrono::steady_clock::time_point deadline) {
    std::unique_lock lock(mutex_);
    told_.wait_until(lock, deadline, [&] { return heard_ > known; });
}

void Listener::tell() {
    {
        const std::lock_guard lock(mutex_);
        ++heard_;
    }
    told_.notify_all();
}

void Listener::run() {
    for (;;) {
        listen();
        tell();
        pollfd stop{wake_, POLLIN, 0};
        poll(&stop, 1, connect_again_ms);
        const std::lock_guard lock(mutex_);
        if (is_stopping_) return;
    }
}

void Listener::listen() {
    auto connection = Connection::open(url_);
    if (!connection || !connection->run("LISTEN heng_event")) return;
    tell();  // whoever waits looks again: something may have been appended before we listened
    for (;;) {
        pollfd ready[] = {{PQsocket(connection->get()), POLLIN, 0}, {wake_, POLLIN, 0}};
        poll(ready, 2, -1);
        if (ready[1].revents != 0 || !connection->is_alive()) return;
        bool is_told = false;
        while (PGnotify* notice = PQnotifies(connection->get())) {
            PQfreemem(notice);
            is_told = true;
        }
        if (is_told) tell();
    }
}

}  // namespace heng::postgres
