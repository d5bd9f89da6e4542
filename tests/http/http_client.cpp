#include "http_client.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include <stdexcept>
#include <vector>

namespace heng::http_test {

RawClient::RawClient(std::uint16_t port) : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("nobody listens");
    const timeval silence{10, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &silence, sizeof silence);
}

RawClient::~RawClient() {
    close(socket_);
}

std::size_t RawClient::send(std::string_view bytes) {
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        const ssize_t count =
            ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (count <= 0) break;
        sent += static_cast<std::size_t>(count);
    }
    return sent;
}

void RawClient::finish() {
    shutdown(socket_, SHUT_WR);
}

std::string RawClient::read_all() {
    return read_until({});
}

std::string RawClient::read_until(std::string_view mark) {
    constexpr std::size_t bytes_max = 64 << 20;
    std::string out;
    std::vector<char> piece(64 << 10);
    while (out.size() < bytes_max && (mark.empty() || out.find(mark) == out.npos)) {
        const ssize_t count = recv(socket_, piece.data(), piece.size(), 0);
        if (count <= 0) break;
        out.append(piece.data(), static_cast<std::size_t>(count));
    }
    return out;
}

std::string exchange(std::uint16_t port, std::string_view bytes) {
    RawClient client(port);
    client.send(bytes);
    client.finish();
    return client.read_all();
}

std::string statuses(std::string_view bytes) {
    std::string out;
    constexpr std::string_view start = "HTTP/1.1 ";
    for (std::size_t at = bytes.find(start); at != bytes.npos; at = bytes.find(start, at + 1))
        out += (out.empty() ? "" : ",") + std::string(bytes.substr(at + start.size(), 3));
    return out.empty() ? "closed" : out;
}

}  // namespace heng::http_test
