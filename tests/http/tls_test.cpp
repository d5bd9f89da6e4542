/// ASVS 3.4.1, 9.1.1, 14.4.5, SEC-5: the service behind a certificate of its own.
#include "secured_city.hpp"

#include "app/demo/people.hpp"

#include <arpa/inet.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <sys/socket.h>
#include <unistd.h>

namespace heng::http_test {
namespace {

using app::demo::office;

template <auto free>
struct Freed {
    template <class T>
    void operator()(T* one) const {
        free(one);
    }
};
template <class T, auto free>
using Owned = std::unique_ptr<T, Freed<free>>;

/// A key and a certificate that it signs itself, for a day.
http::TlsFiles make_certificate(const store_test::Folder& folder) {
    const http::TlsFiles files{folder / "cert.pem", folder / "key.pem"};
    const Owned<EVP_PKEY, EVP_PKEY_free> key(EVP_EC_gen("P-256"));
    const Owned<X509, X509_free> certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 24 * 60 * 60);
    X509_set_pubkey(certificate.get(), key.get());
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    const Owned<FILE, fclose> certificate_file(std::fopen(files.certificate.c_str(), "w"));
    PEM_write_X509(certificate_file.get(), certificate.get());
    const Owned<FILE, fclose> key_file(std::fopen(files.key.c_str(), "w"));
    PEM_write_PrivateKey(key_file.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return files;
}

SecuredCity& city() {
    static const store_test::Folder folder;
    static SecuredCity served({app::demo::usual_seed, ledger::parse_date("2021-01-20")}, [] {
        http::ServerOptions options;
        options.tls = make_certificate(folder);
        return options;
    }());
    return served;
}

/// What the service answers to these bytes over TLS of at most this version; empty where the two
/// do not agree on one.
std::string exchange_over_tls(std::string_view bytes, int version_max = TLS1_3_VERSION) {
    const Owned<SSL_CTX, SSL_CTX_free> context(SSL_CTX_new(TLS_client_method()));
    SSL_CTX_set_cipher_list(context.get(), "ALL:@SECLEVEL=0");  // old versions may be tried, too
    SSL_CTX_set_min_proto_version(context.get(), TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context.get(), version_max);
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(city().port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    std::string out;
    const Owned<SSL, SSL_free> line(SSL_new(context.get()));
    SSL_set_fd(line.get(), socket);
    if (connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 &&
        SSL_connect(line.get()) == 1) {
        SSL_write(line.get(), bytes.data(), static_cast<int>(bytes.size()));
        std::array<char, 4096> piece{};
        for (int count; (count = SSL_read(line.get(), piece.data(), piece.size())) > 0;)
            out.append(piece.data(), static_cast<std::size_t>(count));
    }
    close(socket);
    return out;
}

constexpr std::string_view alive =
    "GET /healthz HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n";

Answered sign_in(const std::string& origin) {
    const std::string body = R"({"tenant":"demo-city","name":")" +
                             city().open_account(office().person) + R"(","password":")" +
                             accounts_test::good_password + "\"}";
    return parse_answer(exchange_over_tls(
        "POST /api/v1/session HTTP/1.1\r\nHost: test\r\nConnection: close\r\nOrigin: " + origin +
        "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
        "\r\n\r\n" + body));
}

int status_with_cookie(const std::string& cookie) {
    return parse_answer(exchange_over_tls("GET /api/v1/units HTTP/1.1\r\nHost: test\r\n"
                                          "Connection: close\r\nCookie: " +
                                          cookie + "\r\n\r\n"))
        .status;
}

/// ASVS 14.4.5
TEST(OverTls, BrowsersAreToldToStayThere) {
    const auto answered = parse_answer(exchange_over_tls(alive));
    ASSERT_EQ(answered.status, 200);
    EXPECT_EQ(answered.field("Strict-Transport-Security"), "max-age=31536000; includeSubDomains");
}

/// ASVS 3.4.1, 3.4.4: a cookie that came over a plain line, or from a neighbour, opens nothing.
TEST(OverTls, TheCookieIsForTlsAlone) {
    const auto opened = sign_in("https://test");
    ASSERT_EQ(opened.status, 201) << opened.body;
    const std::string set = opened.field("Set-Cookie");
    ASSERT_TRUE(set.starts_with("__Host-heng_session=")) << set;
    EXPECT_NE(set.find("; Secure"), set.npos);
    const std::string cookie = set.substr(0, set.find(';'));
    EXPECT_EQ(status_with_cookie(cookie), 200);
    EXPECT_EQ(status_with_cookie(cookie.substr(7)), 401) << "without the prefix";
}

/// ASVS 4.2.2: the same host over plain HTTP is another origin.
TEST(OverTls, APlainOriginIsForeign) {
    EXPECT_EQ(sign_in("http://test").status, 403);
}

/// SEC-5, ASVS 9.1.1
TEST(OverTls, NothingIsSaidInTheClear) {
    const std::string answered = exchange(city().port(), alive);
    EXPECT_EQ(answered.find("HTTP/"), std::string::npos) << answered;
    EXPECT_EQ(answered.find("alive"), std::string::npos);
}

/// ASVS 9.1.3: 1.2 is the oldest that is spoken.
TEST(OverTls, OldVersionsAreRefused) {
    EXPECT_NE(exchange_over_tls(alive, TLS1_2_VERSION), "");
    EXPECT_EQ(exchange_over_tls(alive, TLS1_1_VERSION), "");
    EXPECT_EQ(exchange_over_tls(alive, TLS1_VERSION), "");
}

}  // namespace
}  // namespace heng::http_test
