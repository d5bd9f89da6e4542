#pragma once
/// @file
/// What a server counts, for `/metrics`.
#include "app/log.hpp"
#include "app/metrics.hpp"
#include "shell/http/api/service.hpp"

#include <map>
#include <shared_mutex>
#include <tuple>

namespace heng {

/// May be used from several threads at once.
class Figures {
public:
    void note(const http::AccessRecord& record);
    void note(const std::string& tenant, const ledger::Head& head);
    /// @param service  null before there is one.
    std::string print(const http::Service* service, const app::Log& log);

private:
    /// What one kind of answer is counted in.
    struct Series {
        app::Counter* requests;
        app::Histogram* seconds;
    };
    Series series_of(const http::AccessRecord& record);

    app::Metrics metrics_;
    /// By the places of method and pattern, which live as long as the routes, and the status:
    /// wording the labels for each request costs more than looking at a score.
    std::map<std::tuple<const char*, const char*, int>, Series> known_;
    std::shared_mutex knowing_;
};

}  // namespace heng
