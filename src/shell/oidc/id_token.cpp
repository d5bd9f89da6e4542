#include "shell/oidc/id_token.hpp"

#include "app/accounts/same_text.hpp"

#include <jwt.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <memory>

namespace heng::oidc {

namespace {

struct FreeToken {
    void operator()(jwt_t* token) const { jwt_free(token); }
};
struct FreeText {
    // libjwt hands out what malloc made
    void operator()(char* text) const { std::free(text); }  // NOLINT(cppcoreguidelines-no-malloc)
};
using Token = std::unique_ptr<jwt_t, FreeToken>;
using Text = std::unique_ptr<char, FreeText>;

tl::unexpected<Error> refused(const char* why) {
    return refuse(Code::identity_refused, {"", 0, 0, why});
}

/// @param pem  nothing: the signature is not looked at.
Token decode(const std::string& token, const std::string* pem) {
    jwt_t* out = nullptr;
    const auto* const key =
        pem == nullptr ? nullptr : reinterpret_cast<const unsigned char*>(pem->data());
    if (jwt_decode(&out, token.c_str(), key, pem == nullptr ? 0 : static_cast<int>(pem->size())) !=
        0)
        return nullptr;
    return Token(out);
}

std::string text_of(const Token& token, const char* claim) {
    const char* const found = jwt_get_grant(token.get(), claim);
    return found == nullptr ? std::string() : std::string(found);
}

/// A moment in seconds since 1970; nothing where the token has none.
std::optional<app::accounts::Instant> moment_of(const Token& token, const char* claim) {
    errno = 0;
    const long found = jwt_get_grant_int(token.get(), claim);
    // Far from where the arithmetic of instants would end.
    constexpr long latest = 100'000'000'000;
    if (errno != 0 || found <= 0 || found > latest) return std::nullopt;
    return app::accounts::Instant(std::chrono::seconds(found));
}

/// The token is for us, and who is named as the party it was given to is us.
bool is_for(const Token& token, const std::string& client_id) {
    const Text json(jwt_get_grants_json(token.get(), "aud"));
    if (!json) return false;
    const auto audience = read_texts(json.get());
    const std::string party = text_of(token, "azp");
    if (!party.empty() && party != client_id) return false;
    if (audience.size() > 1 && party.empty()) return false;
    return std::find(audience.begin(), audience.end(), client_id) != audience.end();
}

Result<void> check_time(const Token& token, app::accounts::Instant now) {
    const auto expires = moment_of(token, "exp");
    const auto issued = moment_of(token, "iat");
    const auto begins = moment_of(token, "nbf");
    if (!expires || now > *expires + leeway) return refused("exp");
    if (!issued || *issued > now + leeway || now - *issued > token_age_max + leeway)
        return refused("iat");
    if (begins && *begins > now + leeway) return refused("nbf");
    return {};
}

}  // namespace

Result<TokenHead> read_head(const std::string& token) {
    const Token read = decode(token, nullptr);
    if (!read) return refused("no token");
    const Text critical(jwt_get_headers_json(read.get(), "crit"));
    if (critical) return refused("crit");
    const char* const key_id = jwt_get_header(read.get(), "kid");
    TokenHead out{key_id == nullptr ? std::string() : std::string(key_id), Algorithm::rs256};
    // Without a key libjwt says of every token that its algorithm is none.
    const char* const algorithm = jwt_get_header(read.get(), "alg");
    const std::string_view name = algorithm == nullptr ? "" : algorithm;
    if (name != "RS256" && name != "ES256") return refused("alg");
    if (name == "ES256") out.algorithm = Algorithm::es256;
    return out;
}

Result<app::accounts::Vouched> read_id_token(const std::string& token, const Key& key,
                                             const Expected& expected) {
    const Token read = decode(token, &key.pem);
    const jwt_alg_t algorithm = key.algorithm == Algorithm::rs256 ? JWT_ALG_RS256 : JWT_ALG_ES256;
    if (!read || jwt_get_alg(read.get()) != algorithm) return refused("signature");
    if (text_of(read, "iss") != expected.issuer) return refused("iss");
    if (!is_for(read, expected.client_id)) return refused("aud");
    const auto in_time = check_time(read, expected.now);
    if (!in_time) return tl::unexpected(in_time.error());
    if (!app::accounts::same_text(text_of(read, "nonce"), expected.nonce)) return refused("nonce");
    app::accounts::Vouched out{{expected.issuer, text_of(read, "sub")},
                               text_of(read, expected.claim.c_str())};
    if (out.identity.subject.empty()) return refused("sub");
    if (out.name.empty()) return refused("no such claim");
    // anyone may have given an address that nobody has verified
    if (expected.claim == "email" && jwt_get_grant_bool(read.get(), "email_verified") != 1)
        return refused("email_verified");
    return out;
}

}  // namespace heng::oidc
