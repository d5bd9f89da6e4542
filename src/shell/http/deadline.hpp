#pragma once
/// @file
/// The clock of a connection. Included by session.hpp alone.
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <memory>

namespace heng::http {

/// Cancels a socket when a deadline passes. Used on the socket's strand only.
/// A deadline is moved several times for each request, and hardly ever passes: the timer is left
/// running, and looks where the deadline stands when it goes off.
class Deadline {
public:
    using Clock = std::chrono::steady_clock;

    explicit Deadline(boost::asio::ip::tcp::socket& socket)
        : socket_(socket), timer_(socket.get_executor()) {}

    void set(Clock::time_point at) {
        has_passed_ = false;
        at_ = at;
        if (at < rings_at_) ring_at(at);
    }
    void set(std::chrono::milliseconds from_now) { set(Clock::now() + from_now); }
    void clear() { at_ = Clock::time_point::max(); }
    bool has_passed() const { return has_passed_; }

private:
    void ring_at(Clock::time_point at) {
        rings_at_ = at;
        timer_.expires_at(at);
        timer_.async_wait([this, alive = std::weak_ptr(alive_)](boost::system::error_code ec) {
            if (ec || alive.expired() || timer_.expiry() > Clock::now()) return;
            rings_at_ = Clock::time_point::max();
            if (at_ == Clock::time_point::max()) return;
            if (at_ > Clock::now()) return ring_at(at_);
            has_passed_ = true;
            boost::system::error_code ignored;
            socket_.cancel(ignored);
        });
    }

    boost::asio::ip::tcp::socket& socket_;
    boost::asio::steady_timer timer_;
    Clock::time_point at_ = Clock::time_point::max();        ///< Where the deadline stands.
    Clock::time_point rings_at_ = Clock::time_point::max();  ///< When the timer goes off.
    bool has_passed_ = false;
    std::shared_ptr<int> alive_ = std::make_shared<int>();
};

}  // namespace heng::http
