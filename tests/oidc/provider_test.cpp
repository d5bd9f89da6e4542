/// The way to an OpenID provider and back, against one that keeps to the rules and many that do
/// not. ASVS 3.5.3: a token counts with its signature, its audience and its time.
#include "shell/oidc/provider.hpp"
#include "accounts/accounts_fixture.hpp"
#include "oidc/test_provider.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <netinet/in.h>

#include <filesystem>
#include <thread>

namespace heng::oidc_test {
namespace {

using namespace std::chrono_literals;
using app::accounts::Errand;
using app::accounts::Vouched;

const Errand errand{std::string(64, 'a'), std::string(64, 'b'), std::string(64, 'c')};

class OidcProvider : public testing::Test {
protected:
    oidc::ProviderRules rules(const std::string& issuer) {
        return {issuer,
                TestProvider::client_id,
                app::Secret(TestProvider::client_secret),
                "preferred_username",
                {},
                "http://heng.test/api/v1/session/oidc/callback"};
    }
    /// Away and back as it should be.
    Result<Vouched> sign_in() {
        const auto url = provider_.address(errand);
        if (!url) return tl::unexpected(url.error());
        const std::string back = their_.approve(*url, {"s-1", "zhang.san"});
        return provider_.redeem({form_value(back, "code"), {}}, errand);
    }
    /// What is wrong with the token, once `change` has made it so.
    std::string complaint(const std::function<void(Draft&)>& change) {
        their_.change_token = change;
        const auto done = sign_in();
        if (done) return "nothing";
        EXPECT_EQ(done.error().code, Code::identity_refused);
        return done.error().place.item;
    }
    std::string complaint_of(const char* claim, const boost::json::value& value) {
        return complaint([&](Draft& draft) { draft.claims[claim] = value; });
    }
    /// Why the provider cannot be used.
    std::string trouble() {
        const auto done = sign_in();
        if (done) return "none";
        EXPECT_EQ(done.error().code, Code::identity_provider_unusable);
        return done.error().place.item;
    }
    std::int64_t now() {
        return std::chrono::duration_cast<std::chrono::seconds>(clock_.now().time_since_epoch())
            .count();
    }

    accounts_test::StandingClock clock_;
    TestProvider their_{[this] { return now(); }};
    oidc::Provider provider_{rules(their_.issuer()), clock_};
};

TEST_F(OidcProvider, VouchesForWhoSignedInThere) {
    const auto vouched = sign_in();
    ASSERT_TRUE(vouched) << message(vouched.error(), Language::en) << vouched.error().place.item;
    EXPECT_EQ(vouched->identity.issuer, their_.issuer());
    EXPECT_EQ(vouched->identity.subject, "s-1");
    EXPECT_EQ(vouched->name, "zhang.san");
}

TEST_F(OidcProvider, IsAskedForACodeBoundToThisSignIn) {
    const auto url = provider_.address(errand);
    ASSERT_TRUE(url);
    EXPECT_TRUE(url->starts_with(their_.issuer() + "/authorize?p=city&")) << *url;
    EXPECT_EQ(form_value(*url, "state"), errand.state);
    EXPECT_EQ(form_value(*url, "nonce"), errand.nonce);
    EXPECT_EQ(form_value(*url, "scope"), "openid profile");
    EXPECT_EQ(form_value(*url, "redirect_uri"), "http://heng.test/api/v1/session/oidc/callback");
    EXPECT_EQ(form_value(*url, "code_challenge").size(), 43u);
    EXPECT_EQ(url->find(errand.verifier), std::string::npos) << "shown at the end only";
    EXPECT_EQ(url->find("s%2Bcret"), std::string::npos);
}

TEST_F(OidcProvider, IsAskedOnceForWhatItKeepsSaying) {
    ASSERT_TRUE(sign_in());
    ASSERT_TRUE(sign_in());
    EXPECT_EQ(their_.discoveries_asked, 1);
    EXPECT_EQ(their_.key_sets_asked, 1);
    clock_.go_on(oidc::Provider::kept_for + 1us);
    ASSERT_TRUE(sign_in());
    EXPECT_EQ(their_.discoveries_asked, 2);
    EXPECT_EQ(their_.key_sets_asked, 2);
}

TEST_F(OidcProvider, MaySignWithRsa) {
    their_.keys = {SigningKey::rsa("r1")};
    EXPECT_TRUE(sign_in());
    their_.keys = {SigningKey::rsa("r1", 1024)};
    clock_.go_on(oidc::Provider::kept_for + 1us);
    EXPECT_EQ(complaint(nullptr), "kid") << "too short a key is none";
}

/// PKCE, and a code for one use (RFC 7636, RFC 6749).
TEST_F(OidcProvider, TakesACodeFromItsOwnSignInAlone) {
    const auto redeem = [&](const std::string& code, const Errand& by) {
        const auto done = provider_.redeem({code, {}}, by);
        return done ? std::string() : done.error().place.item;
    };
    const std::string url = *provider_.address(errand);
    const std::string code = form_value(their_.approve(url, {"s-1", "zhang.san"}), "code");
    Errand other = errand;
    other.verifier = std::string(64, 'd');
    EXPECT_EQ(redeem(code, other), "token: invalid_grant");
    EXPECT_EQ(redeem("guessed", errand), "token: invalid_grant");
    EXPECT_EQ(redeem("", errand), "the return");
    EXPECT_EQ(redeem(code, errand), "");
    EXPECT_EQ(redeem(code, errand), "token: invalid_grant") << "a second time";
}

/// RFC 9207: a code of another provider, brought to this one.
TEST_F(OidcProvider, TakesNoCodeOfAnother) {
    const std::string url = *provider_.address(errand);
    const std::string code = form_value(their_.approve(url, {"s-1", "zhang.san"}), "code");
    EXPECT_EQ(provider_.redeem({code, "https://evil.test"}, errand).error().code,
              Code::identity_refused);
    EXPECT_TRUE(provider_.redeem({code, their_.issuer()}, errand));
}

TEST_F(OidcProvider, TakesATokenForThisSignInAlone) {
    EXPECT_EQ(complaint_of("nonce", boost::json::string(64, 'd')), "nonce");
    EXPECT_EQ(complaint_of("nonce", ""), "nonce");
    EXPECT_EQ(complaint([](Draft& draft) { draft.claims.erase("nonce"); }), "nonce");
}

TEST_F(OidcProvider, TakesATokenForThisServerAlone) {
    using boost::json::array;
    EXPECT_EQ(complaint_of("aud", "another"), "aud");
    EXPECT_EQ(complaint_of("aud", array{"another"}), "aud");
    EXPECT_EQ(complaint_of("aud", array{}), "aud");
    EXPECT_EQ(complaint_of("aud", nullptr), "aud");
    EXPECT_EQ(complaint_of("aud", array{"heng"}), "nothing");
    EXPECT_EQ(complaint_of("aud", array{"heng", "another"}), "aud") << "whose is it?";
    EXPECT_EQ(complaint_of("azp", "another"), "aud");
    EXPECT_EQ(complaint([](Draft& draft) {
                  draft.claims["aud"] = array{"another", "heng"};
                  draft.claims["azp"] = "heng";
              }),
              "nothing");
}

TEST_F(OidcProvider, TakesNoTokenOfAnotherIssuer) {
    EXPECT_EQ(complaint_of("iss", "https://evil.test"), "iss");
    EXPECT_EQ(complaint_of("iss", boost::json::string(their_.issuer() + "/")), "iss");
    EXPECT_EQ(complaint([](Draft& draft) { draft.claims.erase("iss"); }), "iss");
}

TEST_F(OidcProvider, TakesATokenInItsTime) {
    EXPECT_EQ(complaint_of("exp", now() - 61), "exp");
    EXPECT_EQ(complaint_of("exp", now() - 59), "nothing") << "clocks differ a little";
    EXPECT_EQ(complaint_of("exp", "never"), "exp");
    EXPECT_EQ(complaint([](Draft& draft) { draft.claims.erase("exp"); }), "exp");
    EXPECT_EQ(complaint_of("exp", std::int64_t{1} << 62), "exp");
    EXPECT_EQ(complaint_of("iat", now() + 61), "iat");
    EXPECT_EQ(complaint_of("iat", now() - 661), "iat") << "made for an earlier sign-in";
    EXPECT_EQ(complaint([](Draft& draft) { draft.claims.erase("iat"); }), "iat");
    EXPECT_EQ(complaint_of("nbf", now() + 61), "nbf");
    EXPECT_EQ(complaint_of("nbf", now()), "nothing");
}

TEST_F(OidcProvider, MustNameSomeone) {
    EXPECT_EQ(complaint_of("sub", ""), "sub");
    EXPECT_EQ(complaint([](Draft& draft) { draft.claims.erase("sub"); }), "sub");
    EXPECT_EQ(complaint_of("preferred_username", 7), "no such claim");
    EXPECT_EQ(complaint([](Draft& draft) { draft.claims.erase("preferred_username"); }),
              "no such claim");
}

/// ASVS 3.5.3: what a token says of its own signature decides nothing.
TEST_F(OidcProvider, TakesNoTokenWithoutItsSignature) {
    ASSERT_TRUE(sign_in());
    const auto unsigned_by = [&](const char* algorithm) {
        return complaint([&](Draft& draft) {
            draft.head["alg"] = algorithm;
            draft.sign = [](const std::string&) { return std::string(); };
        });
    };
    EXPECT_EQ(unsigned_by("none"), "alg");
    EXPECT_EQ(unsigned_by("NONE"), "alg");
    EXPECT_EQ(unsigned_by("RS256"), "kid") << "there is no such key of RSA";
    EXPECT_EQ(unsigned_by("ES256"), "signature");
    EXPECT_EQ(complaint([](Draft& draft) {
                  draft.sign = [](const std::string&) { return std::string(64, '\1'); };
              }),
              "signature");
    EXPECT_EQ(complaint([](Draft& draft) { draft.head["crit"] = boost::json::array{"b64"}; }),
              "crit");
    EXPECT_EQ(complaint([](Draft& draft) { draft.head.erase("alg"); }), "no token");
}

/// The oldest trick: the public key, which everybody has, as the secret of an HMAC.
TEST_F(OidcProvider, TakesNoPublicKeyForASecret) {
    their_.keys = {SigningKey::rsa("r1")};
    for (const char* const algorithm : {"HS256", "HS384", "HS512"})
        EXPECT_EQ(complaint([&](Draft& draft) {
                      draft.head["alg"] = algorithm;
                      draft.sign = [&](const std::string& text) {
                          return hmac_sha256(their_.keys.back().pem(), text);
                      };
                  }),
                  "alg")
            << algorithm;
}

TEST_F(OidcProvider, TakesNoSignatureOfAnotherKey) {
    const SigningKey stranger = SigningKey::p256("k1");
    EXPECT_EQ(complaint([&](Draft& draft) {
                  draft.sign = [&](const std::string& text) { return stranger.sign(text); };
              }),
              "signature");
}

/// A key that the provider took into use meanwhile is fetched, once for each sign-in.
TEST_F(OidcProvider, MayChangeItsKeys) {
    ASSERT_TRUE(sign_in());
    their_.keys.push_back(SigningKey::p256("k2"));
    EXPECT_TRUE(sign_in());
    EXPECT_EQ(their_.key_sets_asked, 2);
    EXPECT_TRUE(sign_in());
    EXPECT_EQ(their_.key_sets_asked, 2);
    EXPECT_EQ(complaint([](Draft& draft) { draft.head["kid"] = "k3"; }), "kid");
    EXPECT_EQ(their_.key_sets_asked, 3);
}

/// Where there is one key only, a token need not name it.
TEST_F(OidcProvider, MayNameNoKey) {
    const auto unnamed = [](Draft& draft) { draft.head.erase("kid"); };
    EXPECT_EQ(complaint(unnamed), "nothing");
    their_.keys.push_back(SigningKey::p256("k2"));
    clock_.go_on(oidc::Provider::kept_for + 1us);
    EXPECT_EQ(complaint(unnamed), "kid");
}

TEST_F(OidcProvider, MayHaveKeysOfOtherKinds) {
    their_.more_web_keys = {R"({"kid":"k1","kty":"oct","k":"c2VjcmV0"})",
                            R"({"kid":"k1","kty":"EC","crv":"P-521","x":"AA","y":"AA"})",
                            R"({"kid":"k1","kty":"EC","crv":"P-256","x":"AA","y":"AA"})",
                            R"({"kid":"k1","kty":"RSA","n":"!!","e":"AQAB"})",
                            R"({"kid":"k1","kty":"RSA","use":"enc","n":"AQAB","e":"AQAB"})",
                            R"({"kid":7})",
                            "7",
                            "[]"};
    EXPECT_TRUE(sign_in());
}

/// ASVS 5.2.6: it is asked where the issuer's own document says, over TLS, and nowhere else.
TEST_F(OidcProvider, IsAskedAtProperAddressesOnly) {
    for (const char* const name : {"authorization_endpoint", "token_endpoint", "jwks_uri"})
        for (const char* const address :
             {"http://id.test/a", "ftp://127.0.0.1/a", "file:///etc/passwd", "",
              "https://user@id.test/", "javascript:alert(1)"}) {
            their_.change_discovery = [&](boost::json::object& out) { out[name] = address; };
            EXPECT_EQ(trouble(), "discovery: an address that is not https://HOST")
                << name << ' ' << address;
        }
    their_.change_discovery = [](boost::json::object& out) { out["issuer"] = "https://evil.test"; };
    EXPECT_EQ(trouble(), "discovery: another issuer");
    their_.change_discovery = nullptr;
    EXPECT_EQ(trouble(), "none");
}

TEST_F(OidcProvider, IsFollowedNowhere) {
    their_.answer_token = [&] {
        http::Response out{307, {}, std::string("{}")};
        out.headers.add("Location", their_.issuer() + "/keys");
        return out;
    };
    EXPECT_EQ(trouble(), "token: status 307");
    EXPECT_EQ(their_.key_sets_asked, 0);
}

TEST_F(OidcProvider, MayAnswerAnything) {
    const std::pair<std::string, const char*> answers[] = {
        {"", "token: no JSON object, status 200"},
        {"[]", "token: no JSON object, status 200"},
        {"{}", "token: no id_token"},
        {R"({"id_token":7})", "token: no id_token"},
        {std::string(40, '['), "token: no JSON object, status 200"},
        {std::string(oidc::answer_bytes_max + 1, ' '),
         "Failed writing received data to disk/application"}};
    for (const auto& [body, expected] : answers) {
        their_.answer_token = [&] { return http::Response{200, {}, body}; };
        EXPECT_EQ(trouble(), expected) << body.substr(0, 40);
    }
    for (const char* const token :
         {"x", "..", "a.b.c", "e30.e30.e30", "eyJhbGciOiJSUzI1NiJ9.e30."}) {
        their_.answer_token = [&] {
            return http::Response{200, {}, R"({"id_token":")" + std::string(token) + "\"}"};
        };
        const auto done = sign_in();
        ASSERT_FALSE(done) << token;
        EXPECT_EQ(done.error().code, Code::identity_refused) << token;
    }
}

/// The secret is wrong or not taken: that is for the administrators, not for whoever signs in.
TEST_F(OidcProvider, MayNotKnowThisServer) {
    auto wrong = rules(their_.issuer());
    wrong.client_secret = app::Secret("another");
    oidc::Provider stranger(std::move(wrong), clock_);
    const std::string url = *stranger.address(errand);
    const std::string code = form_value(their_.approve(url, {"s-1", "zhang.san"}), "code");
    const auto done = stranger.redeem({code, {}}, errand);
    EXPECT_EQ(done.error().code, Code::identity_provider_unusable);
    EXPECT_EQ(done.error().place.item, "token: invalid_client");
}

TEST_F(OidcProvider, MayBeAway) {
    std::string gone;
    {
        const TestProvider other([] { return 0; });
        gone = other.issuer();
    }
    oidc::Provider provider(rules(gone), clock_);
    const auto done = provider.address(errand);
    EXPECT_EQ(done.error().code, Code::identity_provider_unusable);
}

/// Listens, and never answers.
class SilentProvider {
public:
    SilentProvider() : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (bind(socket_, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
            listen(socket_, 8) != 0 ||
            getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
            throw std::runtime_error("cannot listen");
        port_ = ntohs(address.sin_port);
    }
    ~SilentProvider() { close(socket_); }
    SilentProvider(const SilentProvider&) = delete;
    SilentProvider& operator=(const SilentProvider&) = delete;
    std::string issuer() const { return "http://127.0.0.1:" + std::to_string(port_); }

private:
    int socket_;
    int port_ = 0;
};

TEST_F(OidcProvider, MayBeSlow) {
    const SilentProvider silent;
    auto patient = rules(silent.issuer());
    patient.time_max = 100ms;
    oidc::Provider provider(std::move(patient), clock_);
    const auto done = provider.address(errand);
    EXPECT_EQ(done.error().code, Code::identity_provider_unusable);
    EXPECT_EQ(done.error().place.item, "Timeout was reached");
}

/// A provider that is slow holds up those who sign in there, and only so many of them.
TEST_F(OidcProvider, HoldsUpOnlySoMany) {
    const SilentProvider silent;
    auto few = rules(silent.issuer());
    few.time_max = 2'000ms;
    few.sign_ins_max = 1;
    oidc::Provider provider(std::move(few), clock_);
    std::vector<std::string> trouble(2);
    {
        std::vector<std::jthread> threads;
        for (std::string& one : trouble)
            threads.emplace_back([&] { one = provider.address(errand).error().place.item; });
    }
    std::sort(trouble.begin(), trouble.end());
    EXPECT_EQ(trouble, (std::vector<std::string>{"Timeout was reached", "too many wait for it"}));
}

/// A folder for a test, gone with it.
struct Scratch {
    Scratch() {
        std::string name = (std::filesystem::temp_directory_path() / "heng_oidc_XXXXXX").string();
        path = mkdtemp(name.data());
    }
    ~Scratch() { std::filesystem::remove_all(path); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    std::filesystem::path path;
};

/// ASVS 9.2.1
TEST_F(OidcProvider, MustHaveATrustedCertificate) {
    const Scratch scratch;
    const http::TlsFiles files{scratch.path / "cert.pem", scratch.path / "key.pem"};
    SigningKey::p256("tls").write_certificate(files.certificate, files.key);
    TestProvider their([this] { return now(); }, files);
    oidc::Provider doubtful(rules(their.issuer()), clock_);
    const auto refused = doubtful.address(errand);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().place.item, "SSL peer certificate or SSH remote key was not OK");
    auto trusting = rules(their.issuer());
    trusting.ca_file = files.certificate;
    oidc::Provider provider(std::move(trusting), clock_);
    const auto url = provider.address(errand);
    ASSERT_TRUE(url) << url.error().place.item;
    const std::string back = their.approve(*url, {"s-1", "zhang.san"});
    EXPECT_TRUE(provider.redeem({form_value(back, "code"), {}}, errand));
    their.change_discovery = [](boost::json::object& out) {
        out["token_endpoint"] = "http://127.0.0.1/token";
    };
    clock_.go_on(oidc::Provider::kept_for + 1us);
    EXPECT_FALSE(provider.address(errand)) << "who is asked over TLS names no plain address";
}

TEST_F(OidcProvider, MayWantTheSecretInTheForm) {
    their_.change_discovery = [](boost::json::object& out) {
        out["token_endpoint_auth_methods_supported"] = boost::json::array{"client_secret_post"};
    };
    EXPECT_EQ(trouble(), "token: invalid_client") << "this one takes it in the header alone";
}

/// An address counts as a name once the provider has verified it.
TEST_F(OidcProvider, MayNamePeopleByTheirMail) {
    auto by_mail = rules(their_.issuer());
    by_mail.claim = "email";
    oidc::Provider provider(std::move(by_mail), clock_);
    const auto sign_in_by_mail = [&](bool is_verified) {
        their_.change_token = [is_verified](Draft& draft) {
            draft.claims["email"] = "zhang.san@city.test";
            draft.claims["email_verified"] = is_verified;
        };
        const std::string back = their_.approve(*provider.address(errand), {"s-1", "zhang.san"});
        return provider.redeem({form_value(back, "code"), {}}, errand);
    };
    EXPECT_EQ(sign_in_by_mail(true)->name, "zhang.san@city.test");
    EXPECT_EQ(sign_in_by_mail(false).error().place.item, "email_verified");
}

/// The secret of the file, and the address that was told to the provider.
TEST(OidcRules, AreThoseOfTheSettings) {
    app::Settings settings;
    settings.oidc_issuer = "https://id.test";
    settings.oidc_client_secret_file = "secret";
    settings.server_public_url = "https://heng.test/";
    const auto reading = [](std::string text) {
        return [text = std::move(text)](const std::string&) -> Result<std::string> { return text; };
    };
    const auto rules = oidc::provider_rules(settings, reading("s3cret\n"));
    ASSERT_TRUE(rules);
    EXPECT_EQ(rules->client_secret.reveal(), "s3cret");
    EXPECT_EQ(rules->return_url, "https://heng.test/api/v1/session/oidc/callback");
    EXPECT_EQ(oidc::provider_rules(settings, reading("\n")).error().code, Code::setting_unusable);
}

}  // namespace
}  // namespace heng::oidc_test
