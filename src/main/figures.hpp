#pragma once
/// @file
/// What a server counts, for `/metrics`.
#include "app/log.hpp"
#include "app/metrics.hpp"
#include "shell/http/api/service.hpp"

namespace heng {

/// May be used from several threads at once.
class Figures {
public:
    void note(const http::AccessRecord& record);
    void note(const std::string& tenant, const ledger::Head& head);
    /// @param service  null before there is one.
    std::string print(const http::Service* service, const app::Log& log);

private:
    app::Metrics metrics_;
};

}  // namespace heng
