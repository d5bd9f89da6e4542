#include "shell/http/api/session_cookie.hpp"

namespace heng::http {

namespace accounts = app::accounts;

std::string tenant_of(const std::string& cookie) {
    return cookie.substr(0, cookie.find('~'));
}
std::string token_of(const std::string& cookie) {
    const std::size_t mark = cookie.find('~');
    return mark == cookie.npos ? std::string() : cookie.substr(mark + 1);
}

void set_session_cookie(Response& response, const Request& request, const std::string& value,
                        std::string_view more) {
    std::string cookie(session_cookie(request.is_secure));
    cookie += '=' + value + "; Path=/; HttpOnly; SameSite=Strict";
    if (request.is_secure) cookie += "; Secure";
    response.headers.add("Set-Cookie", cookie + std::string(more));
}

accounts::Visit visit_of(const Request& request) {
    const auto credential = Gate::credential_of(request);
    const std::string cookie = credential && !credential->is_bearer ? credential->text : "";
    return {tenant_of(cookie), token_of(cookie), request.remote};
}

void end_earlier(Api& api, AccountParts& parts, const accounts::Visit& visit) {
    if (visit.token.empty() || api.tenants.find(visit.tenant) == nullptr) return;
    static_cast<void>(parts.sessions.sign_out(visit));
    api.gate.forget_all();
}

}  // namespace heng::http
