#pragma once
/// @file
/// The service as a whole: the API, the pages around it, the server that carries them, and the
/// followers of the ledgers that tell its clients of changes.
#include "shell/http/api/api.hpp"
#include "shell/http/assets.hpp"
#include "shell/http/server.hpp"

namespace heng::http {

/// What a service is made of. References must outlive it.
struct ServiceParts {
    app::Tenants& tenants;
    app::EventStore& store;
    app::BallotBox& boxes;
    app::Blobs& blobs;
    Gate::LookUp look_up;
    app::Readers readers;
    std::function<Result<ledger::Object>(std::string_view text)> read_object;
    /// The day on which acts happen, where the regulation holds.
    std::function<ledger::Date()> today;
    /// Origins of a proxy in front, beside the server's own.
    std::vector<std::string> origins;
    /// Pages and files for everyone, by their path without the leading slash.
    Assets assets;
    /// More routes, such as those of accounts.
    std::function<void(Router&, Api&)> add_routes;
    std::function<std::string()> print_metrics;
    /// Whether metrics may be read from this address; empty: from any.
    std::function<bool(std::string_view remote)> may_read_metrics;
    /// Nothing, or why the server cannot do its work just now.
    std::function<Result<void>()> check_ready;
    /// Notes what went wrong inside. @returns the name of the incident.
    std::function<std::string(std::string_view what)> note_incident;
    std::function<void(const std::string& tenant, const ledger::Head&)> on_change;
    std::function<void(const std::string& tenant, const Issues&)> on_follow_failure;
    /// See `Api::note_reading`.
    std::function<Result<void>(const Caller&, const Request&)> note_reading = nullptr;
    /// See `Api::looked_through_max`; nothing: as it is there.
    std::optional<std::size_t> looked_through_max = {};
};

class Service {
public:
    /// Of `options`, the service fills in the answers and the header fields, and keeps from
    /// `on_access` what is about voting.
    /// @returns the service, or what `Server::open` says.
    [[nodiscard]] static Result<std::unique_ptr<Service>> open(ServiceParts parts,
                                                               ServerOptions options);

    std::uint16_t port() const { return server_->port(); }
    std::size_t connections() const { return server_->connections(); }
    std::size_t listeners() const { return hub_.listeners(); }
    const Router& router() const { return router_; }
    Gate& gate() { return gate_; }
    void run() { server_->run(); }  ///< See `Server::run`.
    void stop() { server_->stop(); }

private:
    explicit Service(ServiceParts parts);
    void add_routes();
    void add_pages();
    void add_health();

    ServiceParts parts_;
    EventHub hub_;
    Gate gate_;
    Api api_;
    Router router_;
    std::unique_ptr<Server> server_;
    std::unique_ptr<app::Follower> follower_;  ///< Last: it uses the hub.
};

}  // namespace heng::http
