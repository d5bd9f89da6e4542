#pragma once
/// @file
/// A line to a server that is cut on order: everything passes until then, and again after the next
/// connection.
#include <atomic>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

namespace heng::store_test {

class FaultyLine {
public:
    /// Listens on a free port of the loopback and passes on to `port`.
    explicit FaultyLine(int port);
    ~FaultyLine();
    FaultyLine(const FaultyLine&) = delete;
    FaultyLine& operator=(const FaultyLine&) = delete;

    int port() const { return port_; }

    enum class Direction { to_server, to_client };
    /// Cuts the connection once `bytes` more have passed in this direction; what is beyond them is
    /// lost.
    void cut_after(Direction direction, std::int64_t bytes);

private:
    void serve();
    void pass(int client);
    /// Passes what there is on. @returns false when the connection shall end.
    bool pass_on(int from, int to, std::atomic<std::int64_t>& budget);

    int server_port_;
    int port_ = 0;
    int listening_ = -1;
    int stop_ = -1;
    std::atomic<std::int64_t> to_server_ = -1;  ///< Bytes until the cut; below 0: none.
    std::atomic<std::int64_t> to_client_ = -1;
    std::thread thread_;
    std::vector<std::thread> lines_;
};

}  // namespace heng::store_test
