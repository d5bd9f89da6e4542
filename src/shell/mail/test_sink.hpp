#pragma once
/// @file
/// A server on loopback for tests: it answers each connection by a script and keeps what it was
/// told.
#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace heng::mail::test {

class Sink {
public:
    enum class Kind {
        smtp,           ///< Takes every mail.
        smtp_refusing,  ///< Answers 550 to every recipient.
        http,           ///< Answers with `answer`.
        silent,         ///< Takes the connection and says nothing.
    };
    explicit Sink(Kind kind, std::string answer = "HTTP/1.1 204 No Content\r\n\r\n");
    ~Sink();
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;

    int port() const { return port_; }
    int connections() const { return connections_; }
    /// Everything that clients sent so far.
    std::string heard();

private:
    void hear(const std::string& text);
    void serve();
    void talk_smtp(int line);
    void talk_http(int line);

    Kind kind_;
    std::string answer_;
    int listener_ = -1;
    int port_ = 0;
    std::atomic<int> connections_ = 0;
    std::mutex mutex_;
    std::string heard_;
    std::thread thread_;
};

}  // namespace heng::mail::test
