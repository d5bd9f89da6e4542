/// @file
/// Live changes: that a ledger has gone on, and how far; who listens asks for what he looks at
/// anew. Nothing of what happened is told, since not everyone may know it.
#include "shell/http/api/api.hpp"
#include "shell/http/api/problem.hpp"

namespace heng::http {

namespace {

/// The last event that the client has: what its browser remembers, or says in the query.
std::int64_t last_known(const Request& request, std::int64_t head) {
    std::string text(request.headers.find("last-event-id").value_or(""));
    if (text.empty()) text = request.query_value("after").value_or("");
    const std::int64_t known = whole_number(text).value_or(-1);
    return known >= 0 ? known : head;
}

}  // namespace

void add_change_routes(Router& router, Api& api) {
    router.add(
        {Method::get, std::string(changes_path), Handler([&api](const Request& request) {
             const auto caller = api.gate.admit(request);
             if (!caller) return problem({caller.error()});
             const std::int64_t head =
                 caller->desk->read([](const app::Live& live) { return live.head.seq; });
             const auto holds = [&api, request] { return api.gate.admit(request).has_value(); };
             Response response{
                 200,
                 {},
                 EventStream{topic_of(caller->who.tenant), last_known(request, head), holds}};
             response.headers.add("Content-Type", "text/event-stream");
             response.headers.add("X-Accel-Buffering", "no");
             return response;
         })});
}

}  // namespace heng::http
