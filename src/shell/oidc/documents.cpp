#include "shell/oidc/documents.hpp"

#include "app/url.hpp"
#include "shell/oidc/exchange.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <optional>

namespace heng::oidc {

namespace {

namespace json = boost::json;

std::optional<json::object> parse_object(std::string_view text) {
    json::error_code failed;
    json::value value = json::parse(text, failed);
    if (failed || !value.is_object()) return std::nullopt;
    return std::move(value.get_object());
}

std::string text_at(const json::object& object, std::string_view key) {
    const json::value* const found = object.if_contains(key);
    if (found == nullptr || !found->is_string()) return {};
    return std::string(found->get_string());
}

std::vector<std::string> texts_of(const json::value& value) {
    if (value.is_string()) return {std::string(value.get_string())};
    if (!value.is_array()) return {};
    std::vector<std::string> out;
    for (const json::value& one : value.get_array()) {
        if (!one.is_string()) return {};
        out.emplace_back(one.get_string());
    }
    return out;
}

}  // namespace

Result<Endpoints> read_endpoints(std::string_view text, const std::string& issuer) {
    const auto document = parse_object(text);
    if (!document) return unusable("discovery: no JSON object");
    if (text_at(*document, "issuer") != issuer) return unusable("discovery: another issuer");
    const auto own = app::parse_url(issuer);
    const bool may_be_plain = own && !own->is_https && app::is_loopback(own->host);
    Endpoints out{text_at(*document, "authorization_endpoint"),
                  text_at(*document, "token_endpoint"), text_at(*document, "jwks_uri")};
    for (const std::string* const address : {&out.authorization, &out.token, &out.keys}) {
        const auto url = app::parse_url(*address);
        if (!url || !(url->is_https || (may_be_plain && app::is_loopback(url->host))))
            return unusable("discovery: an address that is not https://HOST");
    }
    const json::value* const ways = document->if_contains("token_endpoint_auth_methods_supported");
    if (ways == nullptr) return out;
    const auto names = texts_of(*ways);
    out.takes_basic = std::find(names.begin(), names.end(), "client_secret_basic") != names.end();
    return out;
}

Result<std::string> read_id_token_text(long status, std::string_view text) {
    const auto document = parse_object(text);
    if (!document) return unusable("token: no JSON object, status " + std::to_string(status));
    const std::string error = text_at(*document, "error");
    if (status == 400 && error == "invalid_grant")
        return refuse(Code::identity_refused, {"", 0, 0, "token: invalid_grant"});
    // which of the known words, not whatever it says
    if (error == "invalid_client") return unusable("token: invalid_client");
    if (status != 200) return unusable("token: status " + std::to_string(status));
    std::string token = text_at(*document, "id_token");
    if (token.empty()) return unusable("token: no id_token");
    return token;
}

Result<std::vector<WebKey>> read_web_keys(std::string_view text) {
    const auto document = parse_object(text);
    const json::value* const keys = document ? document->if_contains("keys") : nullptr;
    if (keys == nullptr || !keys->is_array()) return unusable("keys: no set of keys");
    std::vector<WebKey> out;
    for (const json::value& one : keys->get_array()) {
        if (!one.is_object()) continue;
        const json::object& key = one.get_object();
        out.push_back({text_at(key, "kid"), text_at(key, "kty"), text_at(key, "use"),
                       text_at(key, "alg"), text_at(key, "crv"), text_at(key, "n"),
                       text_at(key, "e"), text_at(key, "x"), text_at(key, "y")});
    }
    return out;
}

std::vector<std::string> read_texts(std::string_view json_text) {
    json::error_code failed;
    const json::value value = json::parse(json_text, failed);
    return failed ? std::vector<std::string>() : texts_of(value);
}

}  // namespace heng::oidc
