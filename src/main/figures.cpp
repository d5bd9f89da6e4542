#include "main/figures.hpp"

namespace heng {

void Figures::note(const http::AccessRecord& record) {
    const std::string pattern(record.pattern.empty() ? "none" : record.pattern);
    const std::string method(record.method);
    metrics_
        .counter(
            "heng_http_requests_total", "Requests answered.",
            {{"method", method}, {"route", pattern}, {"status", std::to_string(record.status)}})
        .add();
    metrics_
        .histogram("heng_http_request_seconds", "From the first byte of a request to its answer.",
                   app::request_bounds(), {{"route", pattern}})
        .observe(record.took);
}

void Figures::note(const std::string& tenant, const ledger::Head& head) {
    metrics_.gauge("heng_ledger_events", "Events of a ledger.", {{"tenant", tenant}}).set(head.seq);
}

std::string Figures::print(const http::Service* service, const app::Log& log) {
    metrics_.gauge("heng_log_failures", "Log records that could not be written.")
        .set(log.failures());
    if (service != nullptr) {
        metrics_.gauge("heng_http_connections", "Open connections.")
            .set(static_cast<std::int64_t>(service->connections()));
        metrics_.gauge("heng_http_listeners", "Clients that listen to changes.")
            .set(static_cast<std::int64_t>(service->listeners()));
    }
    return metrics_.print();
}

}  // namespace heng
