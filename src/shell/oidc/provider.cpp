#include "shell/oidc/provider.hpp"

#include "shell/oidc/base64url.hpp"
#include "shell/oidc/id_token.hpp"

#include <openssl/sha.h>

#include <array>

namespace heng::oidc {

namespace {

using app::accounts::Errand;
using app::accounts::Grant;
using app::accounts::Vouched;

/// As forms and queries have a value: everything but letters, digits and -._~ is escaped.
std::string escape(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') ||
                              std::string_view("-._~").find(c) != std::string_view::npos;
        if (is_plain) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += digits[byte >> 4];
        out += digits[byte & 0xF];
    }
    return out;
}

using Fields = std::vector<std::pair<const char*, std::string>>;

std::string print_form(const Fields& fields) {
    std::string out;
    for (const auto& [name, value] : fields)
        out += (out.empty() ? "" : "&") + std::string(name) + '=' + escape(value);
    return out;
}

/// A route of the API.
constexpr const char* return_path = "/api/v1/session/oidc/callback";

/// RFC 7636: the hash that goes ahead of the verifier.
std::string challenge_of(const std::string& verifier) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char*>(verifier.data()), verifier.size(), digest.data());
    return print_base64url({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

std::string discovery_url(std::string issuer) {
    if (issuer.ends_with('/')) issuer.pop_back();
    return issuer + "/.well-known/openid-configuration";
}

}  // namespace

Result<ProviderRules> provider_rules(
    const app::Settings& settings,
    const std::function<Result<std::string>(const std::string& path)>& read_file) {
    const auto text = read_file(settings.oidc_client_secret_file);
    if (!text) return tl::unexpected(text.error());
    const std::string secret = text->substr(0, text->find_first_of("\r\n"));
    if (secret.empty())
        return refuse(Code::setting_unusable, {},
                      {"oidc.client_secret_file", settings.oidc_client_secret_file, "SECRET"});
    std::string own = settings.server_public_url;
    if (own.ends_with('/')) own.pop_back();
    ProviderRules out{settings.oidc_issuer, settings.oidc_client_id, app::Secret(secret),
                      settings.oidc_claim,  settings.oidc_ca_file,   own + return_path};
    return out;
}

/// Workers wait for the provider. Were all of them to, a provider that is slow would keep everyone
/// from everything.
class Provider::Place {
public:
    explicit Place(Provider& provider) : provider_(provider) {
        const std::lock_guard lock(provider_.mutex_);
        is_held_ = provider_.sign_ins_ < provider_.rules_.sign_ins_max;
        if (is_held_) ++provider_.sign_ins_;
    }
    ~Place() {
        const std::lock_guard lock(provider_.mutex_);
        if (is_held_) --provider_.sign_ins_;
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    bool is_held() const { return is_held_; }

private:
    Provider& provider_;
    bool is_held_ = false;
};

template <class T>
std::shared_ptr<const T> Provider::kept(const Kept<T>& one) const {
    const auto now = clock_.now();
    const std::lock_guard lock(mutex_);
    return one.value && now <= one.until ? one.value : nullptr;
}

template <class T>
std::shared_ptr<const T> Provider::keep(Kept<T>& one, T value) {
    const auto until = clock_.now() + kept_for;
    const std::lock_guard lock(mutex_);
    one = {std::make_shared<const T>(std::move(value)), until};
    return one.value;
}

Result<std::string> Provider::fetch(const std::string& url, Deadline deadline) const {
    auto answer = exchange({url, {}, {}, {}}, rules_.ca_file, deadline);
    if (!answer) return tl::unexpected(answer.error());
    if (answer->status != 200) return unusable("status " + std::to_string(answer->status));
    return std::move(answer->body);
}

Result<std::shared_ptr<const Endpoints>> Provider::endpoints(Deadline deadline) {
    if (auto known = kept(endpoints_)) return known;
    const auto text = fetch(discovery_url(rules_.issuer), deadline);
    if (!text) return tl::unexpected(text.error());
    return read_endpoints(*text, rules_.issuer).map([&](Endpoints read) {
        return keep(endpoints_, std::move(read));
    });
}

Result<std::shared_ptr<const Provider::Keys>> Provider::fetch_keys(const Endpoints& endpoints,
                                                                   Deadline deadline) {
    const auto text = fetch(endpoints.keys, deadline);
    if (!text) return tl::unexpected(text.error());
    const auto all = read_web_keys(*text);
    if (!all) return tl::unexpected(all.error());
    Keys keys;
    for (const WebKey& one : *all)
        if (auto key = make_key(one)) keys.push_back(std::move(*key));
    return keep(keys_, std::move(keys));
}

Result<Key> Provider::key_of(const std::string& token, const Endpoints& endpoints,
                             Deadline deadline) {
    const auto head = read_head(token);
    if (!head) return tl::unexpected(head.error());
    const auto known = kept(keys_);
    if (known) {
        const Key* const key = find_key(*known, head->key_id, head->algorithm);
        if (key != nullptr) return *key;
    }
    const auto fetched = fetch_keys(endpoints, deadline);
    if (!fetched) return tl::unexpected(fetched.error());
    const Key* const key = find_key(**fetched, head->key_id, head->algorithm);
    if (key == nullptr) return refuse(Code::identity_refused, {"", 0, 0, "kid"});
    return *key;
}

Result<std::string> Provider::fetch_token(const Endpoints& endpoints, const std::string& code,
                                          const std::string& verifier, Deadline deadline) {
    Fields fields{{"grant_type", "authorization_code"},
                  {"code", code},
                  {"redirect_uri", rules_.return_url},
                  {"code_verifier", verifier}};
    Question question{endpoints.token, {}, {}, {}};
    if (endpoints.takes_basic) {
        question.user = escape(rules_.client_id);
        question.password = escape(rules_.client_secret.reveal());
    } else {
        fields.emplace_back("client_id", rules_.client_id);
        fields.emplace_back("client_secret", rules_.client_secret.reveal());
    }
    question.form = print_form(fields);
    const auto answer = exchange(question, rules_.ca_file, deadline);
    if (!answer) return tl::unexpected(answer.error());
    return read_id_token_text(answer->status, answer->body);
}

Result<std::string> Provider::address(const Errand& errand) {
    const Place place(*this);
    if (!place.is_held()) return unusable("too many wait for it");
    const auto known = endpoints(std::chrono::steady_clock::now() + rules_.time_max);
    if (!known) return tl::unexpected(known.error());
    const std::string& address = (*known)->authorization;
    const bool has_query = address.find('?') != std::string::npos;
    return address + (has_query ? '&' : '?') +
           print_form({{"response_type", "code"},
                       {"client_id", rules_.client_id},
                       {"redirect_uri", rules_.return_url},
                       {"scope", rules_.claim == "email" ? "openid email" : "openid profile"},
                       {"state", errand.state},
                       {"nonce", errand.nonce},
                       {"code_challenge", challenge_of(errand.verifier)},
                       {"code_challenge_method", "S256"}});
}

Result<Vouched> Provider::redeem(const Grant& grant, const Errand& errand) {
    if (grant.code.empty() || (!grant.issuer.empty() && grant.issuer != rules_.issuer))
        return refuse(Code::identity_refused, {"", 0, 0, "the return"});
    const Place place(*this);
    if (!place.is_held()) return unusable("too many wait for it");
    const Deadline deadline = std::chrono::steady_clock::now() + rules_.time_max;
    const auto known = endpoints(deadline);
    if (!known) return tl::unexpected(known.error());
    const auto token = fetch_token(**known, grant.code, errand.verifier, deadline);
    if (!token) return tl::unexpected(token.error());
    const auto key = key_of(*token, **known, deadline);
    if (!key) return tl::unexpected(key.error());
    return read_id_token(
        *token, *key, {rules_.issuer, rules_.client_id, errand.nonce, rules_.claim, clock_.now()});
}

}  // namespace heng::oidc
