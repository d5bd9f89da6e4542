#include "app/url.hpp"

#include <gtest/gtest.h>

namespace heng::app {
namespace {

TEST(Url, IsReadIntoItsParts) {
    EXPECT_EQ(parse_url("https://Hook.City:8443/in?a=b"),
              (Url{true, "hook.city", 8443, "/in?a=b"}));
    EXPECT_EQ(parse_url("http://[::1]:80"), (Url{false, "::1", 80, "/"}));
    EXPECT_EQ(parse_url("HTTPS://10.0.0.1/"), (Url{true, "10.0.0.1", 443, "/"}));
}

/// ASVS 5.2.6: what two readers could take for different hosts is no address.
TEST(Url, IsStrict) {
    for (const char* const text : {"",
                                   "https://",
                                   "ftp://a/",
                                   "//a/",
                                   "https:/a",
                                   "https://user@a/",
                                   "https://a:b@c/",
                                   "https://a\\@b/",
                                   "https://a#@b/",
                                   "https://a b/",
                                   "https://a\n/",
                                   "https://a:0/",
                                   "https://a:65536/",
                                   "https://a:/",
                                   "https://a:1x/",
                                   "https://[::1/",
                                   "https://[a]/",
                                   "https://.a/",
                                   "https://a..b/",
                                   "https://%61/",
                                   "https://市/",
                                   "https://a?b",
                                   " https://a"})
        EXPECT_FALSE(parse_url(text)) << text;
}

TEST(Url, KnowsWhatStaysOnTheMachine) {
    for (const char* const host : {"127.0.0.1", "127.9.9.9", "::1", "localhost", "LOCALHOST"})
        EXPECT_TRUE(is_loopback(host)) << host;
    for (const char* const host : {"0.0.0.0", "::", "127.0.0.1.evil.org", "128.0.0.1", "10.0.0.1"})
        EXPECT_FALSE(is_loopback(host)) << host;
}

TEST(Url, KnowsHostsAndAddresses) {
    EXPECT_TRUE(is_host("a-b.city"));
    EXPECT_TRUE(is_host("::1"));
    EXPECT_FALSE(is_host("a/b"));
    EXPECT_FALSE(is_host(""));
    EXPECT_TRUE(is_ip_address("0.0.0.0"));
    EXPECT_FALSE(is_ip_address("localhost"));
}

TEST(Url, KnowsMailboxes) {
    EXPECT_TRUE(is_mailbox("heng@mail.city"));
    EXPECT_TRUE(is_mailbox("a.b+c@10.0.0.1"));
    for (const char* const text :
         {"", "a", "@b", "a@", "a@b@c", "a b@c", "<a@b>", "a@b,c@d", "a@b\r\nBcc: c@d", "张@市"})
        EXPECT_FALSE(is_mailbox(text)) << text;
    EXPECT_FALSE(is_mailbox(std::string(250, 'a') + "@b.cd"));
}

}  // namespace
}  // namespace heng::app
