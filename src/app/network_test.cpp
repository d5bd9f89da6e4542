/// @file
/// Who stands before whose word is believed: a wrong answer lets anybody pass for anybody.
#include "app/network.hpp"

#include <gtest/gtest.h>
#include <vector>

namespace heng::app {
namespace {

using Networks = std::vector<std::string>;

TEST(Network, IsAnAddressOrAPrefix) {
    for (const char* const text :
         {"10.1.2.3", "10.1.0.0/16", "0.0.0.0/0", "10.1.2.3/32", "::1", "fd00::/8", "::/0"})
        EXPECT_TRUE(is_network(text)) << text;
    for (const char* const text : {"", "10.1.2", "10.1.2.3/33", "10.1.2.3/16", "10.1.0.0/", "/8",
                                   "10.1.0.0/1 6", "fd00::1/8", "::/129", "::/-1", "localhost"})
        EXPECT_FALSE(is_network(text)) << text;
}

TEST(Network, HasWhatBeginsLikeIt) {
    const Networks office{"10.1.0.0/16", "192.168.7.9", "fd00::/8"};
    for (const char* const inside :
         {"10.1.0.1", "10.1.255.255", "192.168.7.9", "fd12::7", "::ffff:10.1.4.4"})
        EXPECT_TRUE(is_within(office, inside)) << inside;
    for (const char* const outside : {"10.2.0.1", "192.168.7.8", "fe00::1", "", "10.1.0.1x", "::1"})
        EXPECT_FALSE(is_within(office, outside)) << outside;
    EXPECT_FALSE(is_within({}, "10.1.0.1"));
    EXPECT_TRUE(is_within(Networks{"0.0.0.0/0"}, "8.8.8.8"));
    EXPECT_FALSE(is_within(Networks{"0.0.0.0/0"}, "fd00::1"));
}

/// What a client writes into the field itself is never believed.
TEST(ClientBehindProxies, IsTheLastThatIsNoProxy) {
    const Networks proxies{"127.0.0.1", "10.0.0.0/24"};
    EXPECT_EQ(client_of(proxies, "127.0.0.1", "172.16.5.5"), "172.16.5.5");
    EXPECT_EQ(client_of(proxies, "127.0.0.1", "1.2.3.4, 172.16.5.5"), "172.16.5.5");
    EXPECT_EQ(client_of(proxies, "127.0.0.1", "172.16.5.5,10.0.0.3"), "172.16.5.5");
    EXPECT_EQ(client_of(proxies, "172.16.5.5", "1.2.3.4"), "172.16.5.5") << "no proxy of ours";
    EXPECT_EQ(client_of({}, "127.0.0.1", "1.2.3.4"), "127.0.0.1");
    EXPECT_EQ(client_of(proxies, "127.0.0.1", ""), "127.0.0.1");
    EXPECT_EQ(client_of(proxies, "127.0.0.1", "8.8.8.8, unknown"), "127.0.0.1");
    EXPECT_EQ(client_of(proxies, "127.0.0.1", "10.0.0.3"), "10.0.0.3") << "the proxy itself";
}

}  // namespace
}  // namespace heng::app
