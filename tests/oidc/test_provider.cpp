#include "oidc/test_provider.hpp"

#include "shell/oidc/base64url.hpp"

#include <openssl/sha.h>

#include <stdexcept>

namespace heng::oidc_test {

namespace {

namespace json = boost::json;
using oidc::print_base64url;

http::Response answer(int status, const json::value& body) {
    http::Response out{status, {}, json::serialize(body)};
    out.headers.add("Content-Type", "application/json");
    return out;
}

std::string challenge_of(const std::string& verifier) {
    unsigned char digest[SHA256_DIGEST_LENGTH];
    SHA256(reinterpret_cast<const unsigned char*>(verifier.data()), verifier.size(), digest);
    return print_base64url({reinterpret_cast<const char*>(digest), sizeof digest});
}

/// RFC 6749 2.3.1: name and secret, each as a form has them, then in base64.
bool is_client(const http::Request& request) {
    // base64 of `heng:a%20s%2Bcret%2Fof%3Atwo`
    return request.headers.find("authorization") ==
           "Basic aGVuZzphJTIwcyUyQmNyZXQlMkZvZiUzQXR3bw==";
}

}  // namespace

std::string form_value(const std::string& form, std::string_view key) {
    http::Request read;
    read.query = form;
    return read.query_value(key).value_or("");
}

TestProvider::TestProvider(std::function<std::int64_t()> now, std::optional<http::TlsFiles> tls)
    : now_(std::move(now)), is_https_(tls.has_value()) {
    const auto add = [this](http::Method method, const char* path, auto handler) {
        router_.add({method, path, http::Handler(handler)});
    };
    add(http::Method::get, "/.well-known/openid-configuration",
        [this](const http::Request&) { return discover(); });
    add(http::Method::get, "/keys", [this](const http::Request&) { return show_keys(); });
    add(http::Method::post, "/token",
        [this](const http::Request& request) { return give_token(request); });
    http::ServerOptions options;
    options.port = 0;
    options.tls = std::move(tls);
    options.error_response = [](int status, const http::Request&) { return answer(status, {}); };
    options.on_exception = [](const std::exception&, const http::Request&) {
        return answer(500, {});
    };
    server_ = *http::Server::open(std::move(options), router_, hub_);
    thread_ = std::thread([this] { server_->run(); });
}

TestProvider::~TestProvider() {
    server_->stop();
    thread_.join();
}

std::string TestProvider::issuer() const {
    return (is_https_ ? "https://127.0.0.1:" : "http://127.0.0.1:") +
           std::to_string(server_->port());
}

http::Response TestProvider::discover() {
    ++discoveries_asked;
    json::object out{{"issuer", issuer()},
                     {"authorization_endpoint", issuer() + "/authorize?p=city"},
                     {"token_endpoint", issuer() + "/token"},
                     {"jwks_uri", issuer() + "/keys"}};
    if (change_discovery) change_discovery(out);
    return answer(200, out);
}

http::Response TestProvider::show_keys() {
    ++key_sets_asked;
    std::string list;
    for (const SigningKey& key : keys) list += (list.empty() ? "" : ",") + key.web_key();
    for (const std::string& key : more_web_keys) list += (list.empty() ? "" : ",") + key;
    return {200, {}, R"({"keys":[)" + list + "]}"};
}

std::string TestProvider::approve(const std::string& url, const Person& person) {
    const std::string query = url.substr(url.find('?') + 1);
    if (form_value(query, "response_type") != "code" ||
        form_value(query, "client_id") != client_id || form_value(query, "p") != "city" ||
        form_value(query, "code_challenge_method") != "S256")
        throw std::runtime_error("not asked as it should be: " + url);
    const std::lock_guard lock(mutex_);
    const std::string code = "code-" + std::to_string(++codes_made_);
    return_url_ = form_value(query, "redirect_uri");
    codes_[code] = {person, form_value(query, "nonce"), form_value(query, "code_challenge"),
                    return_url_};
    return "code=" + code + "&state=" + form_value(query, "state");
}

http::Response TestProvider::give_token(const http::Request& request) {
    if (answer_token) return answer_token();
    if (!is_client(request)) return answer(401, {{"error", "invalid_client"}});
    const std::lock_guard lock(mutex_);
    const auto found = codes_.find(form_value(request.body, "code"));
    if (found == codes_.end() ||
        challenge_of(form_value(request.body, "code_verifier")) != found->second.challenge ||
        form_value(request.body, "redirect_uri") != found->second.return_url ||
        form_value(request.body, "grant_type") != "authorization_code")
        return answer(400, {{"error", "invalid_grant"}});
    const std::string token = make_token(found->second);
    codes_.erase(found);
    return answer(200, {{"access_token", "unused"}, {"token_type", "Bearer"}, {"id_token", token}});
}

std::string TestProvider::make_token(const Approved& approved) const {
    const SigningKey& key = keys.back();
    Draft draft{{{"alg", key.is_rsa() ? "RS256" : "ES256"}, {"typ", "JWT"}, {"kid", key.id()}},
                {{"iss", issuer()},
                 {"aud", client_id},
                 {"sub", approved.person.subject},
                 {"preferred_username", approved.person.name},
                 {"nonce", approved.nonce},
                 {"iat", now_()},
                 {"exp", now_() + 300}},
                [&key](const std::string& text) { return key.sign(text); }};
    if (change_token) change_token(draft);
    const std::string text = print_base64url(json::serialize(draft.head)) + '.' +
                             print_base64url(json::serialize(draft.claims));
    return text + '.' + print_base64url(draft.sign(text));
}

}  // namespace heng::oidc_test
