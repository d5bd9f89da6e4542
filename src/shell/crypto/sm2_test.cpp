#include "shell/crypto/sm2.hpp"

#include <gtest/gtest.h>

namespace heng::crypto {
namespace {

constexpr std::string_view identity = "1234567812345678";

struct Sm2 : testing::Test {
    const std::string key = make_sm2_key().value();
    const std::string public_key = sm2_public_key(key).value();
    const std::string signature = sm2_sign(key, identity, "message").value();
};

TEST_F(Sm2, SignsWhatItVerifies) {
    EXPECT_EQ(public_key.size(), 130U);
    EXPECT_TRUE(public_key.starts_with("04"));
    EXPECT_EQ(signature.size(), 128U);
    EXPECT_TRUE(sm2_verify(public_key, identity, "message", signature));
}

TEST_F(Sm2, RefusesAnythingElse) {
    EXPECT_FALSE(sm2_verify(public_key, identity, "Message", signature));
    EXPECT_FALSE(sm2_verify(public_key, "8765432187654321", "message", signature));
    const std::string other = sm2_public_key(make_sm2_key().value()).value();
    EXPECT_FALSE(sm2_verify(other, identity, "message", signature));
    for (std::size_t i = 0; i < signature.size(); ++i) {
        std::string damaged = signature;
        damaged[i] = damaged[i] == '0' ? '1' : '0';
        EXPECT_FALSE(sm2_verify(public_key, identity, "message", damaged)) << i;
    }
    EXPECT_FALSE(sm2_verify(public_key, identity, "message", ""));
    EXPECT_FALSE(sm2_verify("04", identity, "message", signature));
}

/// GM/T 0003.5-2012, annex A: the recommended curve, with the key, message and signature there.
TEST(Sm2Example, OfTheStandardVerifies) {
    EXPECT_TRUE(
        sm2_verify("0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                   "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13",
                   identity, "message digest",
                   "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
                   "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa"));
}

TEST(Sm2Key, MustBeOne) {
    EXPECT_EQ(sm2_public_key("no key").error().code, Code::key_unusable);
    EXPECT_EQ(sm2_sign("", identity, "message").error().code, Code::key_unusable);
}

}  // namespace
}  // namespace heng::crypto
