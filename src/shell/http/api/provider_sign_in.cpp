/// @file
/// Signing in at an identity provider. The browser goes there and comes back by redirects, so what
/// goes wrong is told to our own sign-in page. No address that a request names is ever followed.
#include "shell/http/api/json_text.hpp"
#include "shell/http/api/problem.hpp"
#include "shell/http/api/session_cookie.hpp"

#include <algorithm>

namespace heng::http {

namespace {

namespace accounts = app::accounts;

/// The cookie of a sign-in under way. It comes back from another site, so it is Lax.
constexpr std::string_view ticket_cookie(bool is_secure) {
    return is_secure ? "__Host-heng_ticket" : "heng_ticket";
}

void set_ticket(Response& response, const Request& request, const std::string& ticket,
                std::chrono::seconds age_max) {
    std::string cookie(ticket_cookie(request.is_secure));
    cookie += '=' + ticket +
              "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + std::to_string(age_max.count());
    if (request.is_secure) cookie += "; Secure";
    response.headers.add("Set-Cookie", cookie);
}

Response redirect(const std::string& location) {
    Response response{303, {}, std::string()};
    response.headers.add("Location", location);
    return response;
}

/// Times and counts, which fill the places of a problem's text.
bool is_figure(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == ' ' || c == '-' || c == ':';
    });
}

Response to_sign_in(const Error& error) {
    std::string location = "/#/sign-in?problem=" + std::string(entry(error.code).id);
    if (!error.args.empty() && is_figure(error.args.front())) {
        std::string figure = error.args.front();
        std::replace(figure.begin(), figure.end(), ' ', '+');
        location += "&figure=" + figure;
    }
    return redirect(location);
}

std::string query_of(const Request& request, std::string_view key) {
    return request.query_value(key).value_or(std::string());
}

/// The session cookie as it came, to end that session on return: then, coming from another site,
/// the browser keeps it back.
std::string earlier_of(const Request& request) {
    constexpr std::size_t bytes_max = 200;
    const auto cookie = request.cookie(session_cookie(request.is_secure)).value_or("");
    const bool fits =
        cookie.size() <= bytes_max &&
        std::all_of(cookie.begin(), cookie.end(), [](char c) { return c > 0x20 && c < 0x7F; });
    return fits ? std::string(cookie) : std::string();
}

Response depart(Api& api, AccountParts& parts, const Request& request) {
    if (parts.provider == nullptr) return problem(Code::resource_unknown);
    std::string tenant = query_of(request, "tenant");
    const auto all = api.tenants.names();
    if (tenant.empty() && all.size() == 1) tenant = all.front();
    if (api.tenants.find(tenant) == nullptr) return to_sign_in({Code::identity_unlinked, {}, {}});
    const auto departure = parts.provider->depart(tenant, earlier_of(request));
    if (!departure) return to_sign_in(departure.error());
    Response response = redirect(departure->url);
    set_ticket(response, request, departure->ticket, accounts::ProviderSignIn::ticket_age_max);
    return response;
}

Response arrive(Api& api, AccountParts& parts, const Request& request) {
    if (parts.provider == nullptr) return problem(Code::resource_unknown);
    const auto ticket = request.cookie(ticket_cookie(request.is_secure)).value_or("");
    const auto arrival =
        parts.provider->arrive({std::string(ticket),
                                query_of(request, "state"),
                                {query_of(request, "code"), query_of(request, "iss")},
                                query_of(request, "error"),
                                request.remote});
    Response response = arrival ? redirect("/") : to_sign_in(arrival.error());
    if (arrival) {
        end_earlier(api, parts,
                    {tenant_of(arrival->earlier), token_of(arrival->earlier), request.remote});
        set_session_cookie(response, request, arrival->tenant + '~' + arrival->opening.token);
    }
    set_ticket(response, request, "", std::chrono::seconds(0));
    return response;
}

Response show_ways(const AccountParts& parts) {
    ledger::List ways{"password"};
    if (parts.provider != nullptr) ways.emplace_back("oidc");
    return json_response(
        200, print_json(ledger::Object{{"is_demo", parts.is_demo}, {"ways", std::move(ways)}}));
}

}  // namespace

void add_provider_routes(Router& router, Api& api, AccountParts& parts) {
    router.add({Method::get, "/api/v1/sign-in-ways",
                Handler([&parts](const Request&) { return show_ways(parts); }), 0, true});
    router.add({Method::get, "/api/v1/session/oidc",
                Handler([&](const Request& request) { return depart(api, parts, request); })});
    router.add({Method::get, "/api/v1/session/oidc/callback",
                Handler([&](const Request& request) { return arrive(api, parts, request); })});
}

}  // namespace heng::http
