/// @file
/// The log of acts, for the audit administrator: who did what when, without what it says. It is
/// read from the ledger page by page, since nobody looks at all of it.
#include "core/view/log.hpp"
#include "shell/http/api/api.hpp"
#include "shell/http/api/json_text.hpp"
#include "shell/http/api/problem.hpp"

#include <limits>

namespace heng::http {

namespace {

constexpr std::size_t page_size = 200;

/// The event after the one that the cursor names; the first without one, 0 for a cursor that is
/// none.
std::int64_t first_seq(const Request& request) {
    const auto cursor = request.query_value("cursor");
    if (!cursor) return 1;
    const std::int64_t last = whole_number(*cursor).value_or(-1);
    return last < std::numeric_limits<std::int64_t>::max() ? last + 1 : 0;
}

Response show(Api& api, const Caller& caller, const Request& request) {
    const std::int64_t first = first_seq(request);
    if (first < 1) return problem(Code::cursor_unknown);
    const auto sealed = api.store.read(caller.who.tenant, first, page_size);
    if (!sealed) return problem({sealed.error()});
    std::vector<ledger::Event> events;
    for (const ledger::SealedEvent& one : *sealed) {
        auto event = ledger::decode_event(one.bytes);
        if (!event) return problem({event.error()});
        events.push_back(std::move(*event));
    }
    const auto rows = caller.desk->read([&](const app::Live& live) {
        return view::log(
            {live.state, live.rulebooks, caller.actor, api.today(), caller.who.clearance}, events);
    });
    if (!rows) return problem(rows.error());
    const bool is_last = events.size() < page_size;
    ledger::Value next =
        is_last ? ledger::Value() : ledger::Value(std::to_string(events.back().seq));
    return json_response(200,
                         print_json(ledger::Object{{"items", *rows}, {"next", std::move(next)}}));
}

/// Reads the whole ledger and computes it again. @returns the head, or the first event that does
/// not hold
Response verify(Api& api, const Caller& caller, const Request&) {
    const auto permitted = caller.desk->read([&](const app::Live& live) {
        return view::log(
            {live.state, live.rulebooks, caller.actor, api.today(), caller.who.clearance}, {});
    });
    if (!permitted) return problem(permitted.error());
    if (const auto room = api.bulk.take(account_of(caller)); !room) return problem({room.error()});
    const auto live = app::replay_store(api.store, caller.who.tenant, api.readers);
    if (!live) return problem(live.error());
    return json_response(200, print_json(ledger::Object{{"head", print_head(live->head)}}));
}

}  // namespace

void add_log_routes(Router& router, Api& api) {
    router.add({Method::get, "/api/v1/log",
                reading(api, [&api](const Caller& caller, const Request& request) {
                    return show(api, caller, request);
                })});
    router.add({Method::get, "/api/v1/log/verification",
                reading(api, [&api](const Caller& caller, const Request& request) {
                    return verify(api, caller, request);
                })});
}

}  // namespace heng::http
