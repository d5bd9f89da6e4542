/// @file
/// One thread accepts, one for each connection passes bytes.
#include "faulty_line.hpp"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>
#include <stdexcept>

namespace heng::store_test {

namespace {

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    return address;
}

bool send_all(int to, const char* bytes, std::size_t size) {
    while (size > 0) {
        const ssize_t sent = send(to, bytes, size, MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes += sent;
        size -= static_cast<std::size_t>(sent);
    }
    return true;
}

}  // namespace

FaultyLine::FaultyLine(int port)
    : server_port_(port),
      listening_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)),
      stop_(eventfd(0, EFD_CLOEXEC)) {
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    if (bind(listening_, any, size) != 0 || listen(listening_, 8) != 0 ||
        getsockname(listening_, any, &size) != 0)
        throw std::runtime_error("no free port");
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
}

FaultyLine::~FaultyLine() {
    eventfd_write(stop_, 1);
    thread_.join();
    for (std::thread& line : lines_) line.join();
    close(listening_);
    close(stop_);
}

void FaultyLine::cut_after(Direction direction, std::int64_t bytes) {
    (direction == Direction::to_server ? to_server_ : to_client_) = bytes;
}

void FaultyLine::serve() {
    for (;;) {
        pollfd ready[] = {{listening_, POLLIN, 0}, {stop_, POLLIN, 0}};
        poll(ready, 2, -1);
        if (ready[1].revents != 0) return;
        const int client = accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
        if (client >= 0) lines_.emplace_back([this, client] { pass(client); });
    }
}

void FaultyLine::pass(int client) {
    const int server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(server_port_);
    bool goes_on =
        connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    while (goes_on) {
        pollfd ready[] = {{client, POLLIN, 0}, {server, POLLIN, 0}, {stop_, POLLIN, 0}};
        poll(ready, 3, -1);
        if (ready[2].revents != 0) break;
        if (ready[0].revents != 0) goes_on = pass_on(client, server, to_server_);
        if (goes_on && ready[1].revents != 0) goes_on = pass_on(server, client, to_client_);
    }
    close(client);
    close(server);
}

bool FaultyLine::pass_on(int from, int to, std::atomic<std::int64_t>& budget) {
    char piece[16 << 10];
    const ssize_t got = recv(from, piece, sizeof piece, 0);
    if (got <= 0) return false;
    const std::int64_t left = budget;
    if (left < 0) return send_all(to, piece, static_cast<std::size_t>(got));
    if (got < left) {
        budget = left - got;
        return send_all(to, piece, static_cast<std::size_t>(got));
    }
    budget = -1;
    send_all(to, piece, static_cast<std::size_t>(left));
    return false;
}

}  // namespace heng::store_test
