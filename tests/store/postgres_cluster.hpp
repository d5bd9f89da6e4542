#pragma once
/// @file
/// A private PostgreSQL for tests and benchmarks: Debian's programs, a temporary folder, a free
/// port on the loopback, no Unix socket, no system service. Stopped by its process id, also when
/// the test dies first.
#include <sys/types.h>
#include <cstdint>
#include <string>
#include <thread>

namespace heng::store_test {

class PostgresCluster {
public:
    /// Makes and starts one. Throws std::runtime_error saying what is missing.
    PostgresCluster();
    ~PostgresCluster();
    PostgresCluster(const PostgresCluster&) = delete;
    PostgresCluster& operator=(const PostgresCluster&) = delete;

    /// The address of a new, empty database.
    std::string make_database();
    /// The address of this database.
    std::string url(const std::string& database) const;

    /// Stops it at once, with nothing written back, as a crash would, and starts it again on the
    /// same port.
    void crash_and_restart();

    /// The same, and from now on no file of the server may grow beyond this: a disk that is full.
    void restart_with_file_limit(std::uint64_t bytes);

private:
    void start();
    void stop(int signal);
    /// Reads the server's log until it says that it is ready; afterwards a thread keeps reading.
    void wait_until_ready(int log);

    std::string folder_;
    std::string programs_;
    int port_ = 0;
    pid_t server_ = -1;
    int databases_ = 0;
    std::uint64_t file_bytes_max_ = UINT64_MAX;
    std::thread log_reader_;
};

}  // namespace heng::store_test
