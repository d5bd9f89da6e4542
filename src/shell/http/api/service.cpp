#include "shell/http/api/service.hpp"

#include "shell/http/api/json_text.hpp"
#include "shell/http/api/problem.hpp"

namespace heng::http {

namespace {

/// For every answer (ASVS 14.4): nothing runs or is framed but what is ours, and nothing is kept.
Headers safe_headers(bool is_secure) {
    Headers out;
    out.add("Content-Security-Policy",
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
            "form-action 'self'; frame-ancestors 'none'");
    out.add("X-Content-Type-Options", "nosniff");
    out.add("Referrer-Policy", "no-referrer");
    out.add("Cross-Origin-Opener-Policy", "same-origin");
    out.add("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    out.add("Cache-Control", "no-store");
    if (is_secure) out.add("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    return out;
}

/// Votes are secret: not even that one was cast at some moment is told to who notes requests.
std::function<void(const AccessRecord&)> without_votes(
    std::function<void(const AccessRecord&)> note) {
    if (!note) return nullptr;
    return [note = std::move(note)](const AccessRecord& record) {
        if (!record.path.starts_with("/api/v1/voting")) note(record);
    };
}

Response refusal(int status, const Request& request) {
    switch (status) {
        case 404: return problem(Code::resource_unknown);
        case 405: return problem(Code::method_not_allowed, {std::string(name(request.method)), ""});
        case 408: return problem(Code::request_too_slow);
        case 413: return problem(Code::body_too_large, {""});
        case 431: return problem(Code::header_too_large);
        default: return problem(Code::request_malformed, {"HTTP"});
    }
}

constexpr std::string_view incident_field = "Incident-Id";

bool is_problem(const Response& response) {
    const auto type = response.headers.find("content-type");
    return type && type->starts_with("application/problem+json") &&
           std::holds_alternative<std::string>(response.body);
}

/// Under which the log has what went wrong, for whoever reads the answer and calls for help.
void add_incident(Response& response, const std::string& incident) {
    response.headers.add(std::string(incident_field), incident);
    std::get<std::string>(response.body).insert(1, R"("incident":")" + incident + R"(",)");
}

}  // namespace

Service::Service(ServiceParts parts)
    : parts_(std::move(parts)),
      gate_(parts_.tenants, parts_.look_up, parts_.today, parts_.origins),
      api_{parts_.tenants,     parts_.store, parts_.boxes, parts_.blobs, gate_, parts_.readers,
           parts_.read_object, parts_.today, {},           {},           {}} {
    api_.note_reading = parts_.note_reading;
    if (parts_.looked_through_max) api_.looked_through_max = *parts_.looked_through_max;
}

Result<std::unique_ptr<Service>> Service::open(ServiceParts parts, ServerOptions options) {
    std::unique_ptr<Service> service(new Service(std::move(parts)));
    Service& self = *service;
    self.add_routes();
    options.default_headers = safe_headers(options.tls.has_value() || options.is_behind_tls);
    options.error_response = refusal;
    options.on_access = without_votes(std::move(options.on_access));
    options.on_exception = [&self](const std::exception& exception, const Request&) {
        const std::string incident = self.parts_.note_incident(exception.what());
        Response response = problem(Code::internal_error, {incident});
        add_incident(response, incident);
        return response;
    };
    options.on_failure = [&self](Response& response, const Request&) {
        if (!is_problem(response) || response.headers.find(incident_field)) return;
        add_incident(response,
                     self.parts_.note_incident("answered " + std::to_string(response.status) +
                                               ": " + std::get<std::string>(response.body)));
    };
    auto server = Server::open(std::move(options), self.router_, self.hub_);
    if (!server) return tl::unexpected(server.error());
    self.server_ = std::move(*server);
    for (const std::string& tenant : self.parts_.tenants.names())
        self.hub_.start(topic_of(tenant), self.parts_.tenants.find(tenant)->read(
                                              [](const auto& live) { return live.head.seq; }));
    self.follower_ = std::make_unique<app::Follower>(
        self.parts_.tenants,
        [&self](const std::string& tenant, const ledger::Head& head) {
            self.hub_.publish(topic_of(tenant), head.seq, "changed",
                              print_json(ledger::Object{{"seq", head.seq}}));
            if (self.parts_.on_change) self.parts_.on_change(tenant, head);
        },
        self.parts_.on_follow_failure);
    return service;
}

void Service::add_routes() {
    add_act_routes(router_, api_);
    add_view_routes(router_, api_);
    add_change_routes(router_, api_);
    add_evidence_routes(router_, api_);
    add_voting_routes(router_, api_);
    add_trial_routes(router_, api_);
    add_log_routes(router_, api_);
    if (parts_.add_routes) parts_.add_routes(router_, api_);
    add_pages();
    add_health();
}

void Service::add_pages() {
    for (const std::string& file : parts_.assets.names()) {
        const bool is_index = file == "index.html";
        router_.add({Method::get, is_index ? "/" : '/' + file,
                     Handler([this, file](const Request& request) {
                         return parts_.assets.answer(request, file);
                     }),
                     0, true});
    }
}

/// For whoever watches over the server: it lives, it can work, what it counts. None tells of
/// scores.
void Service::add_health() {
    const auto text = [](int status, std::string body) {
        Response response{status, {}, std::move(body)};
        response.headers.add("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        return response;
    };
    router_.add({Method::get, "/healthz",
                 Handler([text](const Request&) { return text(200, "alive\n"); }), 0, true});
    router_.add({Method::get, "/readyz", Handler([this, text](const Request&) {
                     const auto ready = parts_.check_ready();
                     if (ready) return text(200, "ready\n");
                     return text(503, std::string(entry(ready.error().code).id) + '\n');
                 })});
    router_.add({Method::get, "/metrics", Handler([this, text](const Request& request) {
                     if (parts_.may_read_metrics && !parts_.may_read_metrics(request.remote))
                         return problem(Code::resource_unknown);
                     return text(200, parts_.print_metrics());
                 })});
}

}  // namespace heng::http
