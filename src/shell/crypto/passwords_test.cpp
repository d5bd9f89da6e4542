#include "shell/crypto/passwords.hpp"

#include "app/accounts/bytes_text.hpp"
#include "shell/crypto/secrets.hpp"

#include <gtest/gtest.h>

namespace heng::crypto {
namespace {

PasswordCost cost_of(PasswordScheme scheme) {
    PasswordCost out;
    out.scheme = scheme;
    out.argon2_passes = 1;
    out.argon2_memory_bytes = 8192;
    out.pbkdf2_rounds = 3;
    return out;
}
const PasswordCost argon2 = cost_of(PasswordScheme::argon2id);
const PasswordCost pbkdf2 = cost_of(PasswordScheme::pbkdf2_sm3);

class Passwords : public testing::TestWithParam<PasswordScheme> {};

/// ASVS 2.4.1: salted, so that two users with one password have different values.
TEST_P(Passwords, AreHashedWithASaltOfTheirOwn) {
    const PasswordCost cost = cost_of(GetParam());
    const std::string one = *hash_password(cost, "衡-secret-1");
    const std::string other = *hash_password(cost, "衡-secret-1");
    EXPECT_NE(one, other);
    for (const std::string& hash : {one, other}) {
        EXPECT_TRUE(is_password(hash, "衡-secret-1"));
        EXPECT_FALSE(is_password(hash, "衡-secret-2"));
        EXPECT_FALSE(is_password(hash, ""));
        EXPECT_EQ(hash.find("secret"), std::string::npos);
        EXPECT_FALSE(is_outdated(cost, hash));
    }
}

TEST_P(Passwords, AreOutdatedWhenTheCostIsAnother) {
    const std::string hash = *hash_password(cost_of(GetParam()), "x");
    PasswordCost dearer = cost_of(GetParam());
    dearer.argon2_passes = 2;
    dearer.pbkdf2_rounds = 4;
    EXPECT_TRUE(is_outdated(dearer, hash));
    EXPECT_TRUE(is_password(hash, "x")) << "and yet known";
    const PasswordCost other = GetParam() == PasswordScheme::argon2id ? pbkdf2 : argon2;
    EXPECT_TRUE(is_outdated(other, hash));
}

INSTANTIATE_TEST_SUITE_P(Every, Passwords,
                         testing::Values(PasswordScheme::argon2id, PasswordScheme::pbkdf2_sm3));

/// The values of another implementation: HMAC-SM3 iterated in Python.
TEST(Pbkdf2, GivesTheKnownAnswers) {
    const auto of = [](int rounds) {
        return app::accounts::print_hex(*pbkdf2_sm3("password", "salt", rounds));
    };
    EXPECT_EQ(of(1), "4612f922a1fdcefaf4312fc6f8f3322b489cbf24f2ea361b44c2bd8fa2c6dcb0");
    EXPECT_EQ(of(2), "fee723a2bc966e11dffb66133f4e8df577383c78ade30e3298edbd3e54ed85b7");
    EXPECT_EQ(of(4096), "b6e8f2074c87432b78f62e5ced980fdff89e86af2f693dab1638e2b3683045dd");
}

TEST(PasswordHashes, NameTheirAlgorithmAndCost) {
    EXPECT_TRUE(hash_password(argon2, "x")->starts_with("$argon2id$v=19$m=8,t=1,p=1$"));
    EXPECT_TRUE(hash_password(pbkdf2, "x")->starts_with("$pbkdf2-sm3$i=3$"));
}

/// CRY-3: what is made without further settings is worth what the standards ask for.
TEST(PasswordHashes, CostEnoughByDefault) {
    const PasswordCost usual;
    EXPECT_EQ(usual.scheme, PasswordScheme::argon2id);
    EXPECT_GE(usual.argon2_memory_bytes, std::size_t{19} << 20);
    EXPECT_GE(usual.argon2_passes, 2u);
    EXPECT_GE(usual.pbkdf2_rounds, 600'000);
    const std::string hash = *hash_password(usual, "x");
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=32768,t=3,p=1$")) << hash;
}

TEST(PasswordHashes, AreThoseOfTheSetting) {
    using app::PasswordHash;
    EXPECT_EQ(crypto::cost_of(PasswordHash::argon2id).scheme, PasswordScheme::argon2id);
    EXPECT_EQ(crypto::cost_of(PasswordHash::pbkdf2_sm3).scheme, PasswordScheme::pbkdf2_sm3);
}

TEST(PasswordHashes, ThatAreNoneFitNoPassword) {
    for (const char* const hash :
         {"", "x", "$argon2id$", "$argon2id$v=19$m=8,t=1,p=1$",
          "$pbkdf2-sm3$i=", "$pbkdf2-sm3$i=3$", "$pbkdf2-sm3$i=3$00$", "$pbkdf2-sm3$i=0$00$00",
          "$pbkdf2-sm3$i=-1$00$00", "$pbkdf2-sm3$i=3x$00$00", "$pbkdf2-sm3$i=99999999999$00$00",
          "$1$abc$def", "plain"}) {
        EXPECT_FALSE(is_password(hash, "")) << hash;
        EXPECT_FALSE(is_password(hash, "plain")) << hash;
        EXPECT_TRUE(is_outdated(argon2, hash)) << hash;
        EXPECT_TRUE(is_outdated(pbkdf2, hash)) << hash;
    }
    const std::string rounds_without_end = "$pbkdf2-sm3$i=2000000000$00$" + std::string(64, '0');
    EXPECT_FALSE(is_password(rounds_without_end, "x"));
    EXPECT_FALSE(is_password(std::string("$argon2id$") + std::string(500, 'x'), "x"));
}

}  // namespace
}  // namespace heng::crypto
