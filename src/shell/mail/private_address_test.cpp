/// ASVS 5.2.6: what is not out in the world.
#include "shell/mail/transfer.hpp"

#include <gtest/gtest.h>

namespace heng::mail {
namespace {

TEST(PrivateAddresses, AreKnown) {
    for (const char* const address : {"0.0.0.0",
                                      "10.1.2.3",
                                      "100.64.0.1",
                                      "100.127.255.255",
                                      "127.0.0.1",
                                      "127.255.0.1",
                                      "169.254.169.254",
                                      "172.16.0.1",
                                      "172.31.255.255",
                                      "192.0.0.1",
                                      "192.168.1.1",
                                      "198.18.0.1",
                                      "198.19.255.255",
                                      "224.0.0.1",
                                      "240.0.0.1",
                                      "255.255.255.255",
                                      "::",
                                      "::1",
                                      "fe80::1",
                                      "fc00::1",
                                      "fd12::1",
                                      "ff02::1",
                                      "::ffff:127.0.0.1",
                                      "::ffff:10.0.0.1",
                                      "64:ff9b::7f00:1",
                                      "2002:7f00:1::",
                                      "2002:a9fe:a9fe::1",
                                      "2001:db8::1",
                                      "2001::1",
                                      "::127.0.0.1",
                                      "nonsense"})
        EXPECT_TRUE(is_private(address)) << address;
}

TEST(PrivateAddresses, AreNotThoseOfTheWorld) {
    for (const char* const address :
         {"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.0.0.1",
          "128.0.0.1", "169.253.0.1", "172.15.0.1", "172.32.0.1", "192.167.0.1", "198.17.0.1",
          "198.20.0.1", "223.255.255.255", "2400:3200::1", "::ffff:1.1.1.1", "64:ff9b::101:101",
          "2002:101:101::1"})
        EXPECT_FALSE(is_private(address)) << address;
}

}  // namespace
}  // namespace heng::mail
