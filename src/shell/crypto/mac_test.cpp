#include "shell/crypto/mac.hpp"

#include "app/accounts/bytes_text.hpp"

#include <gtest/gtest.h>

namespace heng::crypto {
namespace {

std::string sm3_of(std::string_view key, std::string_view message) {
    return ledger::print_digest(hmac_sm3(key, message));
}

/// The keys and messages of RFC 2202 and RFC 4231 with SM3, as OpenSSL's own tests have them.
TEST(Mac, HmacSm3GivesTheKnownAnswers) {
    EXPECT_EQ(sm3_of("Jefe", "what do ya want for nothing?"),
              "2e87f1d16862e6d964b50a5200bf2b10b764faa9680a296a2405f24bec39f882");
    EXPECT_EQ(sm3_of(std::string(32, '\x0b'), "Hi There"),
              "c0ba18c68b90c88bc07de794bfc7d2c8d19ec31ed8773bc2b390c9604e0be11e");
    std::string key;
    for (char byte = 1; byte <= 0x25; ++byte) key += byte;
    EXPECT_EQ(sm3_of(key, std::string(50, '\xcd')),
              "220bf579ded555393f0159f66c99877822a3ecf610d1552154b41d44b94db3ae");
}

TEST(Mac, HmacSha1GivesTheAnswersOfRfc2202) {
    const auto of = [](std::string_view key, std::string_view message) {
        const auto code = hmac_sha1(key, message);
        return app::accounts::print_hex({reinterpret_cast<const char*>(code.data()), code.size()});
    };
    EXPECT_EQ(of("Jefe", "what do ya want for nothing?"),
              "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
    EXPECT_EQ(of(std::string(20, '\x0b'), "Hi There"), "b617318655057264e28bc0b6fb378c8ef146be00");
}

TEST(Mac, CodesAreComparedAsAWhole) {
    EXPECT_TRUE(is_same_code("abc", "abc"));
    EXPECT_TRUE(is_same_code("", ""));
    EXPECT_FALSE(is_same_code("abc", "abd"));
    EXPECT_FALSE(is_same_code("abc", "ab"));
}

}  // namespace
}  // namespace heng::crypto
