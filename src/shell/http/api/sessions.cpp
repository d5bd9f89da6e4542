/// @file
/// Signing in and out, the second factor, and one's own password and sessions.
#include "shell/http/api/json_text.hpp"
#include "shell/http/api/problem.hpp"
#include "shell/http/api/session_cookie.hpp"

namespace heng::http {

namespace {

namespace accounts = app::accounts;

std::string_view name(accounts::Pending pending) {
    switch (pending) {
        case accounts::Pending::change_password: return "change_password";
        case accounts::Pending::enrol_authenticator: return "enrol_authenticator";
        case accounts::Pending::show_second_factor: return "show_second_factor";
        default: return "nothing";
    }
}

ledger::Object print(const accounts::Session& session) {
    return {{"account", session.account},
            {"clearance", act::name(session.clearance)},
            {"id", session.id},
            {"is_by_identity", session.is_by_identity},
            {"is_demo", session.is_demo},
            {"last_used", print_time(session.last_used)},
            {"pending", name(session.pending)},
            {"person", session.person},
            {"remote", session.remote},
            {"since", print_time(session.since)},
            {"stepped_up_at", print_time(session.stepped_up_at)}};
}

/// The answer to whatever opened a session or gave it a new token.
Response opened(const Request& request, const std::string& tenant, const accounts::Opening& opening,
                int status) {
    ledger::Object body = print(opening.session);
    body.add("csrf_token", opening.session.csrf_token);
    body.add("tenant", tenant);
    Response response = json_response(status, print_json(body));
    set_session_cookie(response, request, tenant + '~' + opening.token);
    return response;
}

/// The tenant that the body names; where it names none, the only one there is.
std::string tenant_wanted(const Api& api, const ledger::Object& body) {
    if (const auto named = text_in(body, "tenant")) return *named;
    const auto all = api.tenants.names();
    return all.size() == 1 ? all.front() : std::string();
}

Response sign_in(Api& api, AccountParts& parts, const Request& request) {
    if (const auto own = api.gate.check_site(request); !own) return problem({own.error()});
    const auto body = read_body(api, request);
    if (!body) return problem({body.error()});
    const auto name = text_in(*body, "name");
    const auto password = text_in(*body, "password");
    if (!name || !password) return problem({(name ? password : name).error()});
    const std::string tenant = tenant_wanted(api, *body);
    if (api.tenants.find(tenant) == nullptr) return problem(Code::sign_in_refused);
    const auto code = text_in(*body, "code");
    const auto opening = parts.sessions.sign_in(
        {tenant, *name, *password, code ? std::optional(*code) : std::nullopt, request.remote});
    if (!opening) return problem({opening.error()});
    end_earlier(api, parts, visit_of(request));
    return opened(request, tenant, *opening, 201);
}

Response show(Api& api, AccountParts& parts, const Request& request) {
    const accounts::Visit visit = visit_of(request);
    if (api.tenants.find(visit.tenant) == nullptr) return problem(Code::sign_in_needed);
    const auto session = parts.sessions.authenticate(visit);
    if (!session) return problem({session.error()});
    ledger::Object body = print(*session);
    body.add("csrf_token", session->csrf_token);
    body.add("tenant", visit.tenant);
    return json_response(200, print_json(body));
}

/// The browser forgets what it has of us (SEC-13).
Response sign_out(Api& api, AccountParts& parts, const Request& request) {
    const auto done = parts.sessions.sign_out(visit_of(request));
    api.gate.forget_all();
    if (!done) return problem({done.error()});
    Response response{204, {}, std::string()};
    set_session_cookie(response, request, "", "; Max-Age=0");
    response.headers.add("Clear-Site-Data", "\"cache\", \"storage\"");
    return response;
}

Response step_up(Api& api, AccountParts& parts, const Request& request,
                 const ledger::Object& body) {
    const auto code = text_in(body, "code");
    if (!code) return problem({code.error()});
    const accounts::Visit visit = visit_of(request);
    const auto opening = parts.sessions.step_up(visit, *code);
    api.gate.forget_all();
    if (!opening) return problem({opening.error()});
    return opened(request, visit.tenant, *opening, 200);
}

Response change_password(Api& api, AccountParts& parts, const Request& request,
                         const ledger::Object& body) {
    const auto current = text_in(body, "current");
    const auto wanted = text_in(body, "wanted");
    if (!current || !wanted) return problem({(current ? wanted : current).error()});
    const accounts::Visit visit = visit_of(request);
    const auto opening = parts.sessions.change_password(visit, {*current, *wanted});
    api.gate.forget_all();
    if (!opening) return problem(opening.error());
    return opened(request, visit.tenant, *opening, 200);
}

Response offer_authenticator(Api&, AccountParts& parts, const Request& request,
                             const ledger::Object&) {
    const auto offer = parts.sessions.offer_authenticator(visit_of(request), "Heng");
    if (!offer) return problem({offer.error()});
    return json_response(201,
                         print_json(ledger::Object{{"seed", offer->seed}, {"uri", offer->uri}}));
}

Response confirm_authenticator(Api& api, AccountParts& parts, const Request& request,
                               const ledger::Object& body) {
    const auto code = text_in(body, "code");
    if (!code) return problem({code.error()});
    const accounts::Visit visit = visit_of(request);
    const auto opening = parts.sessions.confirm_authenticator(visit, *code);
    api.gate.forget_all();
    if (!opening) return problem({opening.error()});
    return opened(request, visit.tenant, *opening, 200);
}

Response list(AccountParts& parts, const Request& request) {
    const auto sessions = parts.sessions.list(visit_of(request));
    if (!sessions) return problem({sessions.error()});
    ledger::List items;
    for (const accounts::Session& one : *sessions) items.emplace_back(print(one));
    return json_response(200, print_json(ledger::Object{{"items", std::move(items)}}));
}

Response end(Api& api, AccountParts& parts, const Request& request, const ledger::Object& body) {
    const auto password = text_in(body, "password");
    if (!password) return problem({password.error()});
    const auto done = parts.sessions.end(visit_of(request),
                                         std::string(request.path_value("session")), *password);
    api.gate.forget_all();
    if (!done) return problem_of_address({done.error()});
    return Response{204, {}, std::string()};
}

using Write = Response (*)(Api&, AccountParts&, const Request&, const ledger::Object&);

/// For whoever is signed in, ready or not, from a page of ours.
Handler own(Api& api, AccountParts& parts, Write write) {
    return [&api, &parts, write](const Request& request) {
        const auto who = api.gate.identify(request);
        if (!who) return problem({who.error()});
        const auto body = read_body(api, request);
        if (!body) return problem({body.error()});
        return write(api, parts, request, *body);
    };
}

}  // namespace

Gate::LookUp look_up_in(AccountParts& parts, const app::Tenants& tenants) {
    return [&parts, &tenants](const Gate::Credential& credential,
                              const Request& request) -> Result<SignedIn> {
        SignedIn who;
        who.tenant = tenant_of(credential.text);
        const std::string token = token_of(credential.text);
        if (tenants.find(who.tenant) == nullptr || token.empty())
            return refuse(Code::sign_in_needed);
        if (credential.is_bearer) {
            const auto known = parts.tokens.authenticate(who.tenant, token);
            if (!known) return tl::unexpected(known.error());
            who.account = known->account;
            who.person = known->person;
            who.may_read = known->scopes.contains(accounts::Scope::read);
            who.may_act = known->scopes.contains(accounts::Scope::act);
            who.may_export = known->scopes.contains(accounts::Scope::export_data);
            who.clearance = act::Label::internal;  // no other system is told work secrets
            return who;
        }
        const bool is_idle = request.path == changes_path;
        const auto session =
            parts.sessions.authenticate({who.tenant, token, request.remote, is_idle});
        if (!session) return tl::unexpected(session.error());
        if (session->is_administrator && !parts.may_administrate(request.remote))
            return refuse(Code::address_refused);
        who.account = session->account;
        who.person = session->person;
        who.csrf_token = session->csrf_token;
        who.clearance = session->clearance;
        const auto ready = accounts::Sessions::require_ready(*session);
        if (!ready) who.pending = ready.error().code;
        who.is_stepped_up =
            session->is_demo || parts.sessions.require_step_up(*session).has_value();
        return who;
    };
}

Result<std::string> text_in(const ledger::Object& body, std::string_view key) {
    const ledger::Value* const value = body.find(key);
    if (value == nullptr || value->text() == nullptr)
        return refuse(Code::field_missing, {}, {std::string(key), std::string(key)});
    return *value->text();
}

ledger::Value print_time(const std::optional<ledger::Instant>& instant) {
    return instant ? ledger::Value(ledger::print_instant(*instant)) : ledger::Value();
}

void add_session_routes(Router& router, Api& api, AccountParts& parts) {
    router.add({Method::post, "/api/v1/session",
                Handler([&](const Request& request) { return sign_in(api, parts, request); })});
    router.add({Method::get, "/api/v1/session",
                Handler([&](const Request& request) { return show(api, parts, request); })});
    router.add({Method::erase, "/api/v1/session", Handler([&](const Request& request) {
                    const auto who = api.gate.identify(request);
                    return who ? sign_out(api, parts, request) : problem({who.error()});
                })});
    router.add({Method::post, "/api/v1/session/step-up", own(api, parts, step_up)});
    router.add({Method::post, "/api/v1/session/password", own(api, parts, change_password)});
    router.add(
        {Method::post, "/api/v1/session/authenticator", own(api, parts, offer_authenticator)});
    router.add({Method::post, "/api/v1/session/authenticator/confirmation",
                own(api, parts, confirm_authenticator)});
    router.add({Method::get, "/api/v1/sessions", Handler([&](const Request& request) {
                    const auto who = api.gate.identify(request);
                    return who ? list(parts, request) : problem({who.error()});
                })});
    router.add({Method::post, "/api/v1/sessions/{session}/end", own(api, parts, end)});
}

}  // namespace heng::http
