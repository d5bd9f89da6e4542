#pragma once
/// @file
/// The session's cookie: which tenant, and the token, as `TENANT~TOKEN`.
#include "shell/http/api/account_parts.hpp"

namespace heng::http {

std::string tenant_of(const std::string& cookie);
std::string token_of(const std::string& cookie);

/// No script can read it, and no other site can have it sent (ASVS 3.4.1 to 3.4.5).
void set_session_cookie(Response& response, const Request& request, const std::string& value,
                        std::string_view more = {});

/// What the session cookie of the request says; empty texts where there is none.
app::accounts::Visit visit_of(const Request& request);

/// Of the session that this browser had before nothing is left (ASVS 3.2.1). There need not have
/// been one, and if it cannot be ended now it will be over soon.
void end_earlier(Api& api, AccountParts& parts, const app::accounts::Visit& visit);

}  // namespace heng::http
