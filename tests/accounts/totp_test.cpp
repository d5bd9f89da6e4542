/// One-time codes against the vectors of RFC 6238, appendix B, and base 32 against RFC 4648.
#include "app/accounts/totp.hpp"
#include "shell/crypto/mac.hpp"

#include <gtest/gtest.h>

namespace heng::accounts_test {
namespace {

using namespace app::accounts;  // NOLINT(google-build-using-namespace)

Secrets only_hmac() {
    Secrets out;
    out.hmac_sha1 = crypto::hmac_sha1;
    return out;
}

Instant second(std::int64_t seconds) {
    return Instant(std::chrono::seconds(seconds));
}

TEST(Totp, GivesTheCodesOfTheStandard) {
    const std::string seed = "12345678901234567890";
    const std::pair<std::int64_t, const char*> vectors[] = {
        {59, "287082"},         {1111111109, "081804"}, {1111111111, "050471"},
        {1234567890, "005924"}, {2000000000, "279037"}, {20000000000, "353130"}};
    for (const auto& [at, code] : vectors)
        EXPECT_EQ(totp_code(only_hmac(), seed, totp_step(second(at))), code) << at;
}

TEST(Totp, TakesTheStepBeforeAndAfterAndEachOnce) {
    const Secrets secrets = only_hmac();
    Authenticator authenticator{"12345678901234567890", 0};
    const auto code = [&](std::int64_t step) {
        return totp_code(secrets, authenticator.seed, step);
    };
    const Instant at = second(30 * 1000 + 7);
    const auto matches = [&](std::int64_t step) {
        return matching_step(secrets, authenticator, code(step), at);
    };
    EXPECT_EQ(matches(998), std::nullopt);
    EXPECT_EQ(matches(999), 999);
    EXPECT_EQ(matches(1000), 1000);
    EXPECT_EQ(matches(1001), 1001);
    EXPECT_EQ(matches(1002), std::nullopt);
    authenticator.last_step = 1000;
    EXPECT_EQ(matches(999), std::nullopt);
    EXPECT_EQ(matches(1000), std::nullopt);
    EXPECT_EQ(matches(1001), 1001);
    EXPECT_EQ(matching_step(secrets, authenticator, "", at), std::nullopt);
}

TEST(Base32, IsAsInTheStandard) {
    EXPECT_EQ(print_base32(""), "");
    EXPECT_EQ(print_base32("f"), "MY");
    EXPECT_EQ(print_base32("fo"), "MZXQ");
    EXPECT_EQ(print_base32("foo"), "MZXW6");
    EXPECT_EQ(print_base32("foob"), "MZXW6YQ");
    EXPECT_EQ(print_base32("fooba"), "MZXW6YTB");
    EXPECT_EQ(print_base32("foobar"), "MZXW6YTBOI");
    EXPECT_EQ(print_base32("\xff\xff\xff\xff\xff"), "77777777");
}

}  // namespace
}  // namespace heng::accounts_test
