#pragma once
/// @file
/// For tests: a client that sends exactly the bytes it is told to.
#include <cstdint>
#include <string>
#include <string_view>

namespace heng::http_test {

class RawClient {
public:
    explicit RawClient(std::uint16_t port);
    ~RawClient();
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    /// What the peer took of it; less than all once it has closed.
    std::size_t send(std::string_view bytes);
    /// Says that nothing more comes.
    void finish();
    /// All that comes until the peer closes, at most 64 MiB. Gives up after ten seconds of silence.
    std::string read_all();
    /// Until `mark` has come.
    std::string read_until(std::string_view mark);

private:
    int socket_;
};

/// Sends `bytes` on a connection of its own, ends it, and returns what came.
std::string exchange(std::uint16_t port, std::string_view bytes);

/// The status of each response in `bytes`, joined by commas: "200,400"; "closed" for none.
std::string statuses(std::string_view bytes);

}  // namespace heng::http_test
