#include "main/figures.hpp"

namespace heng {

Figures::Series Figures::series_of(const http::AccessRecord& record) {
    const std::tuple key(record.method.data(), record.pattern.data(), record.status);
    {
        const std::shared_lock lock(knowing_);
        if (const auto known = known_.find(key); known != known_.end()) return known->second;
    }
    const std::string pattern(record.pattern.empty() ? "none" : record.pattern);
    const Series made{&metrics_.counter("heng_http_requests_total", "Requests answered.",
                                        {{"method", std::string(record.method)},
                                         {"route", pattern},
                                         {"status", std::to_string(record.status)}}),
                      &metrics_.histogram("heng_http_request_seconds",
                                          "From the first byte of a request to its answer.",
                                          app::request_bounds(), {{"route", pattern}})};
    const std::unique_lock lock(knowing_);
    return known_.emplace(key, made).first->second;
}

void Figures::note(const http::AccessRecord& record) {
    const Series series = series_of(record);
    series.requests->add();
    series.seconds->observe(record.took);
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
