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

/// The day under `key`, nothing without it, or an issue.
std::optional<ledger::Date> day_in(const Request& request, std::string_view key, Issues& issues) {
    const auto text = request.query_value(key);
    if (!text) return std::nullopt;
    const auto day = ledger::parse_date(*text);
    if (!day)
        issues.push_back({Code::argument_unusable, {}, {std::string(key), *text, "2021-06-30"}});
    return day;
}

Checked<view::LogFilter> filter_of(const Request& request) {
    Issues issues;
    view::LogFilter out{request.query_value("text").value_or(""), request.query_value("act"),
                        request.query_value("person"), day_in(request, "from", issues),
                        day_in(request, "to", issues)};
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    return out;
}

struct Found {
    std::vector<ledger::Event> events;
    std::optional<std::int64_t> goes_on_after;  ///< Nothing: the ledger ends.
};

/// The next events that pass, from number `first` on.
Result<Found> look_through(const Api& api, const std::string& tenant, std::int64_t first,
                           const view::LogFilter& filter) {
    Found out;
    for (std::size_t seen = 0; seen < api.looked_through_max;) {
        const auto sealed = api.store.read(tenant, first, page_size);
        if (!sealed) return tl::unexpected(sealed.error());
        for (const ledger::SealedEvent& one : *sealed) {
            auto event = ledger::decode_event(one.bytes);
            if (!event) return tl::unexpected(event.error());
            first = event->seq + 1;
            if (view::passes(filter, *event)) out.events.push_back(std::move(*event));
            if (out.events.size() == page_size) {
                out.goes_on_after = first - 1;
                return out;
            }
        }
        if (sealed->size() < page_size) return out;
        seen += sealed->size();
    }
    out.goes_on_after = first - 1;
    return out;
}

Response show(Api& api, const Caller& caller, const Request& request) {
    const std::int64_t first = first_seq(request);
    if (first < 1) return problem(Code::cursor_unknown);
    const auto filter = filter_of(request);
    if (!filter) return problem(filter.error());
    const auto found = look_through(api, caller.who.tenant, first, *filter);
    if (!found) return problem({found.error()});
    const auto rows = caller.desk->read([&](const app::Live& live) {
        return view::log(
            {live.state, live.rulebooks, caller.actor, api.today(), caller.who.clearance},
            found->events);
    });
    if (!rows) return problem(rows.error());
    ledger::Value next = found->goes_on_after ? ledger::Value(std::to_string(*found->goes_on_after))
                                              : ledger::Value();
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
