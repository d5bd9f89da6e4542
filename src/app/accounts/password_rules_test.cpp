#include "app/accounts/password_rules.hpp"

#include <gtest/gtest.h>

namespace heng::app::accounts {
namespace {

std::size_t flaws(std::string_view password, const PasswordPolicy& policy = {}) {
    const auto checked = check_password(policy, "zhang.san", password);
    if (checked) return 0;
    for (const Error& one : checked.error()) EXPECT_EQ(one.code, Code::password_weak);
    return checked.error().size();
}

/// SEC-2: at least twelve characters, three of four classes.
TEST(PasswordRules, AskForLengthAndClasses) {
    EXPECT_EQ(flaws("Green-hill-20"), 0u);
    EXPECT_EQ(flaws("Green-hill2"), 1u) << "eleven characters";
    EXPECT_EQ(flaws("green-hill-of"), 1u) << "two classes";
    EXPECT_EQ(flaws("青山绿水Hill7两岸"), 1u) << "eleven characters, in more bytes";
    EXPECT_EQ(flaws("青山绿水Hill7两岸边"), 0u);
    EXPECT_EQ(flaws(std::string(257, 'x') + "A1"), 1u) << "too long";
    EXPECT_EQ(flaws("Green-hill-\xff-20"), 1u) << "no UTF-8";
}

/// ASVS 2.1.9 instead, by setting.
TEST(PasswordRules, AskForNoClassesWhereTheSettingSaysSo) {
    PasswordPolicy policy;
    policy.classes_min = 1;
    EXPECT_EQ(flaws("green hill of old", policy), 0u);
}

/// ASVS 2.1.7
TEST(PasswordRules, RefuseCommonPasswordsHoweverSpelt) {
    for (const char* const password :
         {"Password1234!", "P@ssw0rd-2021", "Admin@123456", "Huawei@12345678", "1qaz@WSX3edc",
          "Qwertyuiop123", "Woaini1314520!", "!QAZ2wsx3EDC", "Zaq1xsw2cde3", "Abcd-1234567",
          "aB1!aB1!aB1!", "123456789012", "!!!!11112222", "Beijing@2008#"})
        EXPECT_TRUE(is_common(password)) << password;
    for (const char* const password :
         {"Green-hill-20", "Lüshan-mountain-7", "correct horse battery 1A", "xK9#mQ2$vL5p"})
        EXPECT_FALSE(is_common(password)) << password;
}

TEST(PasswordRules, RefuseTheNameOfTheAccount) {
    EXPECT_EQ(flaws("Zhang.San-river-7"), 1u);
}

TEST(PasswordRules, TakeNamesThatCannotBeMistaken) {
    for (const char* const name : {"abc", "zhang.san", "office-1", "a_b", "007"})
        EXPECT_TRUE(check_account_name(name)) << name;
    EXPECT_TRUE(check_account_name(std::string(64, 'a')));
    for (const char* const name :
         {"", "ab", "Zhang", "张三丰", "a b c", "a\nb", "a/b/c", "zhang@x"})
        EXPECT_FALSE(check_account_name(name)) << name;
    EXPECT_FALSE(check_account_name(std::string(65, 'a')));
}

TEST(PasswordRules, OneTimePasswordsCanBeReadOut) {
    Secrets secrets;
    secrets.random = [](std::size_t count) {
        std::string out;
        for (std::size_t i = 0; i < count; ++i) out += static_cast<char>(13 * i);
        return out;
    };
    EXPECT_EQ(make_one_time_password(secrets), "AP4H-WBQ5-JXCR-6KYD-S7LZ");
}

}  // namespace
}  // namespace heng::app::accounts
