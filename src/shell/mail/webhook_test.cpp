#include "shell/mail/webhook.hpp"

#include "shell/mail/test_sink.hpp"

#include <gtest/gtest.h>
#include <boost/json.hpp>

#include <cstdlib>

namespace heng::mail {
namespace {

using app::notices::Delivery;
using test::Sink;

WebhookRules rules(int port) {
    WebhookRules out;
    out.line.hosts = {"127.0.0.1"};
    out.url = *app::parse_url("http://127.0.0.1:" + std::to_string(port) + "/in?key=s3cret");
    return out;
}

Result<Delivery> send(const WebhookRules& rules) {
    app::notices::Message message;
    message.tenant = "city";
    message.person = "p\"1\n";
    message.day = *ledger::parse_date("2026-11-26");
    message.counts = {2, 0, 1};
    message.text = "您有\n";
    return Webhook(rules).send(message);
}

Error refusal(const WebhookRules& rules) {
    const auto sent = send(rules);
    EXPECT_FALSE(sent);
    return sent ? Error{} : sent.error();
}

TEST(WebhookChannel, PostsJson) {
    Sink sink(Sink::Kind::http);
    const auto sent = send(rules(sink.port()));
    ASSERT_TRUE(sent) << sent.error().args.front();
    const std::string heard = sink.heard();
    EXPECT_TRUE(heard.starts_with("POST /in?key=s3cret HTTP/1.1\r\n")) << heard;
    EXPECT_NE(heard.find("Content-Type: application/json\r\n"), std::string::npos);
    const auto body = boost::json::parse(heard.substr(heard.find("\r\n\r\n") + 4));
    EXPECT_EQ(body.at("person").as_string(), "p\"1\n");
    EXPECT_EQ(body.at("day").as_string(), "2026-11-26");
    EXPECT_EQ(body.at("due").as_int64(), 2);
    EXPECT_EQ(body.at("overdue").as_int64(), 1);
}

/// ASVS 5.2.6: an answer does not lead the program to another place.
TEST(WebhookChannel, FollowsNoRedirect) {
    Sink other(Sink::Kind::http);
    Sink sink(Sink::Kind::http, "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:" +
                                    std::to_string(other.port()) + "/\r\n\r\n");
    const Error refused = refusal(rules(sink.port()));
    EXPECT_EQ(refused.code, Code::notice_refused);
    EXPECT_EQ(refused.args.front(), "status 302");
    EXPECT_EQ(other.connections(), 0);
}

/// ASVS 5.2.6
TEST(WebhookChannel, GoesToListedHostsAndAddressesOnly) {
    Sink sink(Sink::Kind::http);
    WebhookRules unlisted = rules(sink.port());
    unlisted.line.hosts = {};
    EXPECT_EQ(refusal(unlisted).code, Code::notice_host_refused);
    WebhookRules by_name = rules(sink.port());
    by_name.url.host = "localhost";
    by_name.line.hosts = {"localhost"};
    EXPECT_EQ(refusal(by_name).code, Code::notice_host_refused);
    EXPECT_EQ(sink.connections(), 0);
    by_name.line.hosts = {"localhost", "127.0.0.1", "::1"};
    EXPECT_TRUE(send(by_name));
}

/// What the environment says of proxies is not asked: it would lead past the list.
TEST(WebhookChannel, UsesNoProxy) {
    Sink sink(Sink::Kind::http);
    Sink proxy(Sink::Kind::http);
    setenv("http_proxy", ("http://127.0.0.1:" + std::to_string(proxy.port())).c_str(), 1);
    EXPECT_TRUE(send(rules(sink.port())));
    unsetenv("http_proxy");
    EXPECT_EQ(proxy.connections(), 0);
    EXPECT_EQ(sink.connections(), 1);
}

TEST(WebhookChannel, SaysWhatWentWrongWithoutTheAddress) {
    Sink failing(Sink::Kind::http, "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n");
    EXPECT_EQ(refusal(rules(failing.port())).args.front(), "status 500");
    Sink endless(Sink::Kind::http, "HTTP/1.1 200 OK\r\n\r\n" + std::string(100'000, 'x'));
    EXPECT_EQ(refusal(rules(endless.port())).code, Code::notice_refused);
    Sink silent(Sink::Kind::silent);
    WebhookRules hasty = rules(silent.port());
    hasty.line.whole_max = std::chrono::milliseconds(200);
    EXPECT_EQ(refusal(hasty).args.front().find("s3cret"), std::string::npos);
    WebhookRules encrypted = rules(failing.port());
    encrypted.url.is_https = true;
    encrypted.line.whole_max = std::chrono::milliseconds(200);
    EXPECT_EQ(refusal(encrypted).code, Code::notice_refused) << "no plain answer to a TLS hello";
}

}  // namespace
}  // namespace heng::mail
