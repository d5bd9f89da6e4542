/// @file
/// Workbooks to take away: what a screen shows, as XLSX; and the templates of imports. Whoever asks
/// must be allowed to export, and some times an hour alone (ASVS 11.1.4).
#include "core/report/books.hpp"
#include "core/act/perform.hpp"
#include "shell/http/api/json_text.hpp"
#include "shell/http/api/office_parts.hpp"
#include "shell/http/api/problem.hpp"

namespace heng::http {

namespace {

constexpr std::string_view xlsx_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

Language language_of(const Request& request) {
    return request.query_value("lang") == "en" ? Language::en : Language::zh;
}

int year_of(const Request& request) {
    return static_cast<int>(whole_number(request.path_value("year")).value_or(0));
}

/// What a book is made of.
struct Asked {
    const view::Scope& scope;
    const app::Live& live;
    const Request& request;
};

using MakeBook = Checked<report::Book> (*)(const Asked& asked);

Checked<report::Book> score_book(const Asked& asked) {
    return report::score_book(
        asked.scope, year_of(asked.request), std::string(asked.request.path_value("domain")),
        {asked.live.state.tenant, asked.live.head}, language_of(asked.request));
}

Checked<report::Book> finding_book(const Asked& asked) {
    view::FindingFilter filter;
    filter.unit = asked.request.query_value("unit");
    filter.domain = asked.request.query_value("domain");
    filter.task = asked.request.query_value("task");
    return report::finding_book(asked.scope, year_of(asked.request), filter,
                                language_of(asked.request));
}

Checked<report::Book> register_book(const Asked& asked) {
    return report::register_book(asked.scope, language_of(asked.request));
}

Checked<report::Book> template_book(const Asked& asked) {
    const std::string name(asked.request.path_value("act"));
    const act::Act* const act = act::find_act(name);
    if (act == nullptr) return tl::unexpected(Issues{{Code::act_unknown, {}, {name}}});
    return report::template_book(*act, asked.scope, language_of(asked.request));
}

/// The file's name is the last segment of the address, as the browser would have it anyway.
std::string name_of(const Request& request) {
    std::string name = request.path.substr(request.path.rfind('/') + 1);
    return name.ends_with(".xlsx") ? name : name + ".xlsx";
}

/// As the ledger stands, or stood at the end of the day that `?at=` names.
Checked<report::Book> make_book(Api& api, const Caller& caller, MakeBook make,
                                const Request& request) {
    const auto at = day_asked(request);
    if (!at) return tl::unexpected(Issues{at.error()});
    const auto of = [&](const app::Live& live) {
        const view::Scope scope{live.state, live.rulebooks, caller.actor, at->value_or(api.today()),
                                caller.who.clearance};
        return make({scope, live, request});
    };
    if (!*at) return caller.desk->read(of);
    const auto live = api.past.at(*caller.desk, **at);
    if (!live) return tl::unexpected(live.error());
    return of(**live);
}

Response hand_out(Api& api, OfficeParts& parts, MakeBook make, const Request& request) {
    const auto caller = api.gate.admit(request);
    if (!caller) return problem({caller.error()});
    if (!caller->who.may_export) return problem(Code::token_scope_missing, {"export"});
    if (const auto room = api.bulk.take(account_of(*caller)); !room) return problem({room.error()});
    const auto book = make_book(api, *caller, make, request);
    if (!book) return problem_of_address(book.error());
    auto bytes = parts.print_book(*book);
    if (!bytes) return problem({bytes.error()});
    return as_file(std::move(*bytes), xlsx_type, name_of(request));
}

struct BookRoute {
    const char* pattern;
    MakeBook make;
};
constexpr BookRoute routes[] = {
    {"/api/v1/years/{year}/domains/{domain}/scorebook.xlsx", score_book},
    {"/api/v1/years/{year}/findings.xlsx", finding_book},
    {"/api/v1/register.xlsx", register_book},
    {"/api/v1/templates/{act}", template_book},
};

}  // namespace

void add_book_routes(Router& router, Api& api, OfficeParts& parts) {
    for (const BookRoute& route : routes)
        router.add({Method::get, route.pattern,
                    Handler([&api, &parts, make = route.make](const Request& request) {
                        return hand_out(api, parts, make, request);
                    })});
}

}  // namespace heng::http
