/// @file
/// Runs initdb and postgres as children of this process; as root, under the user that Debian's
/// package makes.
#include "postgres_cluster.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <vector>

namespace heng::store_test {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void give_up(const std::string& why) {
    throw std::runtime_error("PostgreSQL: " + why);
}

/// /usr/lib/postgresql/NN/bin, the newest.
std::string find_programs() {
    std::string found;
    std::error_code none;
    for (const auto& version : fs::directory_iterator("/usr/lib/postgresql", none)) {
        const std::string bin = version.path() / "bin";
        if (fs::exists(bin + "/initdb") && fs::exists(bin + "/postgres") && bin > found)
            found = bin;
    }
    if (found.empty()) give_up("not installed; install Debian's package postgresql");
    return found;
}

int free_port() {
    const int probe = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool bound = bind(probe, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                       getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    close(probe);
    if (!bound) give_up("no free port");
    return ntohs(address.sin_port);
}

/// Starts a program in its own process group, its output going to `output`; it dies with this
/// process.
pid_t spawn(std::vector<std::string> words, int output, std::uint64_t file_bytes_max) {
    const passwd* user = geteuid() == 0 ? getpwnam("postgres") : nullptr;
    if (geteuid() == 0 && user == nullptr)
        give_up("root needs the user postgres of Debian's package");
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const uid_t uid = user == nullptr ? 0 : user->pw_uid;
    const gid_t gid = user == nullptr ? 0 : user->pw_gid;
    const pid_t child = fork();
    if (child != 0) return child;
    setpgid(0, 0);
    if (user != nullptr && (setgid(gid) != 0 || setuid(uid) != 0)) _exit(126);
    const rlimit limit{file_bytes_max, RLIM_INFINITY};
    if (file_bytes_max != UINT64_MAX && setrlimit(RLIMIT_FSIZE, &limit) != 0) _exit(125);
    prctl(PR_SET_PDEATHSIG, SIGQUIT);  // for postgres: stop at once
    unsetenv("LD_PRELOAD");
    dup2(output, STDOUT_FILENO);
    dup2(output, STDERR_FILENO);
    execv(arguments[0], arguments.data());
    _exit(127);
}

int wait_for(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

std::string make_folder() {
    std::string folder = fs::temp_directory_path() / "heng-postgres-XXXXXX";
    if (mkdtemp(folder.data()) == nullptr) give_up("no temporary folder");
    if (geteuid() == 0) {
        const passwd* user = getpwnam("postgres");
        if (user == nullptr || chown(folder.c_str(), user->pw_uid, user->pw_gid) != 0)
            give_up("the folder cannot be given to the user postgres");
    }
    return folder;
}

}  // namespace

PostgresCluster::PostgresCluster() : folder_(make_folder()), programs_(find_programs()) {
    const int log = open((folder_ + "/initdb.log").c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    const pid_t child = spawn(
        {programs_ + "/initdb", "-D", folder_ + "/data", "--encoding=UTF8", "--locale=C.UTF-8",
         "--auth=trust", "--username=heng", "--no-sync", "--wal-segsize=1"},
        log, UINT64_MAX);
    close(log);
    if (wait_for(child) != 0) give_up("initdb failed, see " + folder_ + "/initdb.log");
    start();
}

PostgresCluster::~PostgresCluster() {
    stop(SIGQUIT);  // at once: nobody needs the data any more
    std::error_code none;
    fs::remove_all(folder_, none);
}

void PostgresCluster::start() {
    if (port_ == 0) port_ = free_port();
    int log[2];
    if (pipe2(log, O_CLOEXEC) != 0) give_up("no pipe");
    server_ =
        spawn({programs_ + "/postgres", "-D", folder_ + "/data", "-p", std::to_string(port_), "-c",
               "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c",
               "logging_collector=off", "-c", "log_destination=stderr", "-c", "lc_messages=C"},
              log[1], file_bytes_max_);
    close(log[1]);
    wait_until_ready(log[0]);
}

void PostgresCluster::wait_until_ready(int log) {
    std::string text;
    char piece[4096];
    while (text.find("ready to accept connections") == std::string::npos) {
        const ssize_t got = read(log, piece, sizeof piece);
        if (got <= 0) give_up("the server did not start: " + text);
        text.append(piece, static_cast<std::size_t>(got));
    }
    log_reader_ = std::thread([log, path = folder_ + "/server.log"] {
        std::ofstream out(path, std::ios::app);
        char more[4096];
        for (ssize_t got = 0; (got = read(log, more, sizeof more)) > 0;) out.write(more, got);
        close(log);
    });
}

void PostgresCluster::stop(int signal) {
    if (server_ <= 0) return;
    kill(server_, signal);
    wait_for(server_);
    server_ = -1;
    log_reader_.join();  // ends when the last process of the server has closed its log
}

void PostgresCluster::crash_and_restart() {
    stop(SIGQUIT);
    start();
}

void PostgresCluster::restart_with_file_limit(std::uint64_t bytes) {
    file_bytes_max_ = bytes;
    crash_and_restart();
}

std::string PostgresCluster::url(const std::string& database) const {
    return "postgresql://heng@127.0.0.1:" + std::to_string(port_) + '/' + database;
}

std::string PostgresCluster::make_database() {
    const std::string name = "heng" + std::to_string(++databases_);
    PGconn* connection = PQconnectdb(url("postgres").c_str());
    PGresult* result = PQexec(connection, ("CREATE DATABASE " + name).c_str());
    const bool made = PQresultStatus(result) == PGRES_COMMAND_OK;
    const std::string why = PQerrorMessage(connection);
    PQclear(result);
    PQfinish(connection);
    if (!made) give_up(why);
    return url(name);
}

}  // namespace heng::store_test
