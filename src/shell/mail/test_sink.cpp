#include "shell/mail/test_sink.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace heng::mail::test {

namespace {

/// The next bytes of the line; none when it ends.
std::string receive(int line) {
    std::array<char, 4096> room{};
    const ssize_t got = recv(line, room.data(), room.size(), 0);
    return got > 0 ? std::string(room.data(), static_cast<std::size_t>(got)) : std::string();
}

void say(int line, const std::string& text) {
    send(line, text.data(), text.size(), MSG_NOSIGNAL);
}

/// The number behind "Content-Length: "; 0 where there is none.
std::size_t content_length(const std::string& head) {
    constexpr std::string_view name = "Content-Length: ";
    const std::size_t at = head.find(name);
    return at == head.npos ? 0 : std::stoul(head.substr(at + name.size()));
}

}  // namespace

Sink::Sink(Kind kind, std::string answer) : kind_(kind), answer_(std::move(answer)) {
    listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
        listen(listener_, 8) != 0 ||
        getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        throw std::runtime_error("no port on loopback");
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
}

Sink::~Sink() {
    shutdown(listener_, SHUT_RDWR);
    thread_.join();
    close(listener_);
}

std::string Sink::heard() {
    const std::lock_guard lock(mutex_);
    return heard_;
}

void Sink::hear(const std::string& text) {
    const std::lock_guard lock(mutex_);
    heard_ += text;
}

void Sink::serve() {
    for (;;) {
        const int line = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (line < 0) return;
        ++connections_;
        if (kind_ == Kind::http)
            talk_http(line);
        else if (kind_ == Kind::silent)
            while (!receive(line).empty()) {
            }
        else
            talk_smtp(line);
        close(line);
    }
}

void Sink::talk_smtp(int line) {
    say(line, "220 sink ESMTP\r\n");
    bool is_data = false;
    bool is_password = false;
    for (std::string pending;;) {
        const std::string got = receive(line);
        if (got.empty()) return;
        hear(got);
        pending += got;
        const std::string end = is_data ? "\r\n.\r\n" : "\r\n";
        if (!pending.ends_with(end)) continue;
        const std::string command = pending.substr(0, 4);
        pending.clear();
        if (is_data) {
            is_data = false;
            say(line, "250 taken\r\n");
        } else if (is_password) {
            is_password = false;
            say(line, "235 welcome\r\n");
        } else if (command == "EHLO") {
            say(line, "250-sink\r\n250 AUTH PLAIN\r\n");
        } else if (command == "AUTH") {
            is_password = true;
            say(line, "334 \r\n");
        } else if (command == "RCPT" && kind_ == Kind::smtp_refusing) {
            say(line, "550 nobody here\r\n");
        } else if (command == "DATA") {
            is_data = true;
            say(line, "354 go on\r\n");
        } else {
            say(line, "250 fine\r\n");
        }
    }
}

void Sink::talk_http(int line) {
    std::string request;
    for (;;) {
        const std::size_t end = request.find("\r\n\r\n");
        if (end != request.npos && request.size() >= end + 4 + content_length(request)) break;
        const std::string got = receive(line);
        if (got.empty()) return;
        request += got;
    }
    hear(request);
    say(line, answer_);
}

}  // namespace heng::mail::test
