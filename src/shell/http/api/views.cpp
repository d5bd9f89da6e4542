/// @file
/// Views: each of `core/view` under its own address. Every one can be asked as of an earlier day
/// (`?at=2021-06-30`), lists come by the page, and an answer that is at hand is not made again.
#include "shell/http/api/view_table.hpp"

#include "shell/http/api/api.hpp"
#include "shell/http/api/paging.hpp"
#include "shell/http/api/problem.hpp"
#include "shell/http/encoding.hpp"

namespace heng::http {

namespace {

/// What an answer depends on beside the ledger's head.
std::string key_of(const Caller& caller, ledger::Date today, const Request& request) {
    std::string out = ledger::print_date(today);
    for (const std::string_view part :
         {std::string_view(caller.actor.person), cycle::name(caller.actor.as),
          std::string_view(caller.actor.of), act::name(caller.who.clearance),
          std::string_view(request.path), std::string_view(request.query)}) {
        out += '\0';
        out += part;
    }
    if (takes_encoding(request, "gzip")) out += '\1';
    return out;
}

struct Viewed {
    Checked<Answer> answer;
    std::int64_t head = 0;
};

Checked<Viewed> look(Api& api, const ViewRoute& route, const Caller& caller,
                     const Request& request) {
    const auto at = day_asked(request);
    if (!at) return tl::unexpected(Issues{at.error()});
    const ledger::Date today = api.today();
    const auto view = [&](const app::Live& live) {
        return print_view(
            route,
            {live.state, live.rulebooks, caller.actor, at->value_or(today), caller.who.clearance},
            request);
    };
    const auto now = [&](const app::Live& live) { return Viewed{view(live), live.head.seq}; };
    if (!*at) return caller.desk->read(now);
    // before the state is read: what comes in between must not be taken for known
    const std::int64_t head = caller.desk->read([](const app::Live& one) { return one.head.seq; });
    const auto live = api.past.at(*caller.desk, **at);
    if (!live) return tl::unexpected(live.error());
    return Viewed{view(**live), head};
}

/// Everything at once is for who may export, now and then (ASVS 11.1.4).
Result<void> check_bulk(Api& api, const Caller& caller, const Request& request) {
    if (!is_bulk(request)) return {};
    if (!caller.who.may_export) return refuse(Code::token_scope_missing, {}, {"export"});
    return api.bulk.take(account_of(caller));
}

Response answer(Api& api, const ViewRoute& route, const Request& request) {
    const auto caller = api.gate.admit(request);
    if (!caller) return problem({caller.error()});
    if (const auto room = check_bulk(api, *caller, request); !room) return problem({room.error()});
    if (route.is_confidential)
        if (const auto noted = note_confidential(api, *caller, request); !noted)
            return problem({noted.error()});
    const auto viewed = look(api, route, *caller, request);
    if (!viewed) return problem(viewed.error());
    if (!viewed->answer) return problem_of_address(viewed->answer.error());
    const Answer made =
        takes_encoding(request, "gzip") ? compressed(*viewed->answer) : *viewed->answer;
    api.answers.keep(caller->who.tenant, viewed->head, key_of(*caller, api.today(), request), made);
    return respond(made, request);
}

std::optional<Response> find_answer(Api& api, const Request& request) {
    if (is_bulk(request)) return std::nullopt;
    const auto caller = api.gate.admit_at_once(request);
    if (!caller) return std::nullopt;
    const std::int64_t head = caller->desk->read([](const app::Live& one) { return one.head.seq; });
    const auto kept =
        api.answers.find(caller->who.tenant, head, key_of(*caller, api.today(), request));
    if (!kept) return std::nullopt;
    return respond(*kept, request);
}

}  // namespace

void add_view_routes(Router& router, Api& api) {
    for (const ViewRoute& route : view_routes()) {
        Route added{Method::get, std::string(route.pattern),
                    Handler([&api, &route](const Request& request) {
                        return answer(api, route, request);
                    })};
        if (!route.is_confidential)
            added.at_hand = [&api](const Request& request) { return find_answer(api, request); };
        router.add(std::move(added));
    }
}

}  // namespace heng::http
