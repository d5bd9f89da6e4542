/// @file
/// Notices of what is due, as one reads them in the program.
#include "shell/http/api/json_text.hpp"
#include "shell/http/api/notice_routes.hpp"
#include "shell/http/api/problem.hpp"

#include <limits>

namespace heng::http {

namespace {

namespace notices = app::notices;

constexpr std::size_t page_size = 50;

/// The notices before the one that the cursor names; all without one.
std::int64_t before(const Request& request) {
    const auto cursor = request.query_value("cursor");
    if (!cursor) return std::numeric_limits<std::int64_t>::max();
    return whole_number(*cursor).value_or(0);
}

ledger::Object print(const notices::Notice& notice) {
    const notices::NoticeDraft& what = notice.what;
    return {{"duty", what.duty},         {"id", notice.id},
            {"is_read", notice.is_read}, {"kind", notices::name(what.key.kind)},
            {"matter", what.key.matter}, {"until", ledger::print_date(what.until)},
            {"year", what.year}};
}

Response list(notices::Outbox& outbox, const Caller& caller, const Request& request) {
    const std::int64_t below = before(request);
    if (below < 1) return problem(Code::cursor_unknown);
    const auto all = outbox.read(caller.who.tenant, caller.who.person, below, page_size);
    if (!all) return problem({all.error()});
    const auto unread = outbox.count_unread(caller.who.tenant, caller.who.person);
    if (!unread) return problem({unread.error()});
    ledger::List items;
    for (const notices::Notice& one : *all) items.emplace_back(print(one));
    const bool is_last = all->size() < page_size;
    ledger::Value next = is_last ? ledger::Value() : ledger::Value(std::to_string(all->back().id));
    return json_response(
        200, print_json(ledger::Object{
                 {"items", std::move(items)}, {"next", std::move(next)}, {"unread", *unread}}));
}

/// `{"ids": [1, 2]}`
Response mark_read(Api& api, notices::Outbox& outbox, const Caller& caller,
                   const Request& request) {
    const auto body = read_body(api, request);
    if (!body) return problem({body.error()});
    const ledger::Value* const listed = body->find("ids");
    if (listed == nullptr || listed->list() == nullptr)
        return problem(Code::field_missing, {"ids", "ids"});
    std::vector<std::int64_t> ids;
    for (const ledger::Value& one : *listed->list()) {
        if (one.number() == nullptr)
            return problem(Code::field_malformed, {"ids", "ids", "[1, …]"});
        ids.push_back(*one.number());
    }
    const auto done = outbox.mark_read(caller.who.tenant, caller.who.person, ids);
    if (!done) return problem({done.error()});
    return Response{204, {}, std::string()};
}

}  // namespace

void add_notice_routes(Router& router, Api& api, notices::Outbox& outbox) {
    router.add({Method::get, "/api/v1/notices",
                reading(api, [&outbox](const Caller& caller, const Request& request) {
                    return list(outbox, caller, request);
                })});
    router.add({Method::post, "/api/v1/notices/read", Handler([&](const Request& request) {
                    const auto caller = api.gate.admit_to_write(request);
                    return caller ? mark_read(api, outbox, *caller, request)
                                  : problem({caller.error()});
                })});
}

}  // namespace heng::http
