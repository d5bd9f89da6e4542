/// @file
/// What administrators do about accounts; which of them may do what stands in the table of duties.
#include "shell/http/api/account_parts.hpp"
#include "shell/http/api/json_text.hpp"
#include "shell/http/api/paging.hpp"
#include "shell/http/api/problem.hpp"

#include <array>

namespace heng::http {

namespace {

namespace accounts = app::accounts;

std::string_view name(accounts::Disabled disabled) {
    switch (disabled) {
        case accounts::Disabled::unapproved: return "unapproved";
        case accounts::Disabled::by_administrator: return "by_administrator";
        case accounts::Disabled::idle: return "idle";
        default: return "no";
    }
}

ledger::Object print(const accounts::AccountRow& row) {
    return {{"clearance", act::name(row.clearance)},
            {"disabled", name(row.disabled)},
            {"has_authenticator", row.has_authenticator},
            {"has_identity", row.has_identity},
            {"id", row.name},
            {"is_demo", row.is_demo},
            {"last_seen", print_time(row.last_seen)},
            {"locked_until", print_time(row.locked_until)},
            {"made_at", print_time(row.made_at)},
            {"must_change", row.must_change},
            {"person", row.person}};
}

ledger::Object print(const accounts::TrailEntry& entry) {
    return {{"account", entry.account},
            {"actor", entry.actor},
            {"at", print_time(entry.at)},
            {"detail", entry.detail},
            {"id", entry.seq},
            {"matter", entry.matter},
            {"outcome", entry.outcome == accounts::Outcome::done ? "done" : "refused"},
            {"remote", entry.remote}};
}

Response page(const ledger::List& items, const Request& request) {
    const auto page = page_of(items, request);
    if (!page) return problem({page.error()});
    return json_response(200, print_json(*page));
}

Response list(AccountParts& parts, const Caller& caller, const Request& request) {
    const auto rows = parts.administration.list(administrator_of(caller, request));
    if (!rows) return problem({rows.error()});
    ledger::List items;
    for (const accounts::AccountRow& row : *rows) items.emplace_back(print(row));
    return page(items, request);
}

Response show_trail(AccountParts& parts, const Caller& caller, const Request& request) {
    constexpr std::size_t entries_max = 10'000;
    const auto entries =
        parts.administration.trail(administrator_of(caller, request), 1, entries_max);
    if (!entries) return problem({entries.error()});
    ledger::List items;
    for (const accounts::TrailEntry& one : *entries) items.emplace_back(print(one));
    return page(items, request);
}

Response tell_password(const Result<std::string>& password) {
    if (!password) return problem({password.error()});
    return json_response(201, print_json(ledger::Object{{"one_time_password", *password}}));
}

Response create(Api& api, AccountParts& parts, const Caller& caller, const Request& request) {
    const auto body = read_body(api, request);
    if (!body) return problem({body.error()});
    const auto account = text_in(*body, "name");
    const auto person = text_in(*body, "person");
    if (!account || !person) return problem({(account ? person : account).error()});
    return tell_password(
        parts.administration.create(administrator_of(caller, request), {*account, *person}));
}

Response reset_password(AccountParts& parts, const Caller& caller, const Request& request) {
    return tell_password(parts.administration.reset_password(
        administrator_of(caller, request), std::string(request.path_value("account"))));
}

using Change = Result<void> (accounts::Administration::*)(const accounts::Administrator&,
                                                          const std::string&);
struct ChangeRoute {
    const char* matter;
    Change change;
};
constexpr auto changes = std::to_array<ChangeRoute>({
    {"approve", &accounts::Administration::approve},
    {"disable", &accounts::Administration::disable},
    {"enable", &accounts::Administration::enable},
    {"end-sessions", &accounts::Administration::end_sessions},
    {"reset-authenticator", &accounts::Administration::reset_authenticator},
    {"unlink-identity", &accounts::Administration::unlink_identity},
    {"unlock", &accounts::Administration::unlock},
});

Response change(Api& api, AccountParts& parts, Change what, const Caller& caller,
                const Request& request) {
    const auto done = (parts.administration.*what)(administrator_of(caller, request),
                                                   std::string(request.path_value("account")));
    api.gate.forget_all();
    if (!done) return problem({done.error()});
    return Response{204, {}, std::string()};
}

Response set_clearance(Api& api, AccountParts& parts, const Caller& caller,
                       const Request& request) {
    const auto body = read_body(api, request);
    if (!body) return problem({body.error()});
    const auto wanted = text_in(*body, "clearance");
    if (!wanted) return problem({wanted.error()});
    const auto label = act::label_named(*wanted);
    if (!label)
        return problem(Code::field_choice_unknown,
                       {"知悉范围", "clearance", *wanted, "open | internal | work_secret"});
    const auto done = parts.administration.clear_for(
        administrator_of(caller, request), std::string(request.path_value("account")), *label);
    api.gate.forget_all();
    return done ? Response{204, {}, std::string()} : problem({done.error()});
}

}  // namespace

accounts::Administrator administrator_of(const Caller& caller, const Request& request) {
    return {caller.who.tenant, caller.who.account, caller.actor.as, request.remote};
}

void add_account_routes(Router& router, Api& api, AccountParts& parts) {
    add_backup_routes(router, api, parts);
    add_sign_in_rule_routes(router, api, parts);
    router.add({Method::get, "/api/v1/accounts",
                reading(api, [&parts](const Caller& caller, const Request& request) {
                    return list(parts, caller, request);
                })});
    router.add({Method::get, "/api/v1/trail",
                reading(api, [&parts](const Caller& caller, const Request& request) {
                    return show_trail(parts, caller, request);
                })});
    router.add({Method::post, "/api/v1/accounts",
                once(api, [&api, &parts](const Caller& caller, const Request& request) {
                    return create(api, parts, caller, request);
                })});
    router.add({Method::post, "/api/v1/accounts/{account}/reset-password",
                once(api, [&parts](const Caller& caller, const Request& request) {
                    return reset_password(parts, caller, request);
                })});
    router.add({Method::post, "/api/v1/accounts/{account}/clearance",
                once(api, [&api, &parts](const Caller& caller, const Request& request) {
                    return set_clearance(api, parts, caller, request);
                })});
    for (const ChangeRoute& route : changes)
        router.add({Method::post, std::string("/api/v1/accounts/{account}/") + route.matter,
                    once(api, [&api, &parts, what = route.change](const Caller& caller,
                                                                  const Request& request) {
                        return change(api, parts, what, caller, request);
                    })});
}

}  // namespace heng::http
