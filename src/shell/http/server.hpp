#pragma once
/// @file
/// The HTTP/1.1 server: connections, limits, deadlines, TLS and a stop that loses nothing. What is
/// answered is the router's business. docs/adr/0007 says why this layer is ours.
#include "core/base/result.hpp"
#include "shell/http/event_hub.hpp"
#include "shell/http/router.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace heng::http {

struct Limits {
    std::size_t header_bytes_max = 16 << 10;
    std::chrono::milliseconds header_time{10'000};  ///< From a request's first byte.
    std::chrono::milliseconds idle_time{75'000};    ///< Between two requests.
    /// A body may take `header_time` and so long more as its bytes need at this rate.
    std::uint64_t body_bytes_per_second_min = 4 << 10;
    std::chrono::milliseconds write_time{30'000};  ///< For each piece that is written.
    std::chrono::milliseconds drain_time{20'000};  ///< After `stop`, for requests under way.
    std::size_t connections_max = 10'000;
    std::chrono::milliseconds heartbeat{15'000};  ///< Of a stream of events without news.
};

struct TlsFiles {
    std::string certificate;  ///< PEM, the chain.
    std::string key;          ///< PEM.
};

/// What was asked and answered, for logs and metrics.
struct AccessRecord {
    std::string_view method;
    std::string_view path;
    std::string_view pattern;  ///< Of the route; empty where none was found.
    std::string_view remote;
    int status = 0;
    std::uint64_t response_bytes = 0;
    std::chrono::microseconds took{};
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  ///< 0: any free one; see `Server::port`.
    std::optional<TlsFiles> tls;
    unsigned io_threads = 1;
    unsigned worker_threads = 4;
    Limits limits;
    /// TLS ends at a proxy in front: requests count as secure.
    bool is_behind_tls = false;
    /// Where a request comes from, by its peer and its X-Forwarded-For; empty: the peer.
    std::function<std::string(std::string_view peer, std::string_view forwarded)> client_of;
    /// Added to every response that does not have the field itself.
    Headers default_headers;
    /// The body of an answer that no handler gives: 400, 404, 405, 408, 413, 431, 500.
    std::function<Response(int status, const Request&)> error_response;
    /// A handler threw: answer it. Called on a worker thread.
    std::function<Response(const std::exception&, const Request&)> on_exception;
    /// A handler's answer is 5xx: may add to it. Called on any thread; empty: it stays as it is.
    std::function<void(Response&, const Request&)> on_failure = nullptr;
    std::function<void(const AccessRecord&)> on_access;
};

class Server {
public:
    /// Listens; nothing is answered before `run`. `router` and `hub` must outlive it.
    /// @returns the server, or `address_unusable`, `certificate_unusable`.
    [[nodiscard]] static Result<std::unique_ptr<Server>> open(ServerOptions options,
                                                              const Router& router, EventHub& hub);
    virtual ~Server() = default;

    virtual std::uint16_t port() const = 0;
    /// Serves until `stop`, then until the requests under way are answered or the drain time is up.
    virtual void run() = 0;
    /// From any thread: refuse new connections, answer what is under way, end streams of events.
    virtual void stop() = 0;
    virtual std::size_t connections() const = 0;
};

}  // namespace heng::http
