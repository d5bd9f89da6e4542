#include "shell/crypto/vault.hpp"

#include "app/accounts/bytes_text.hpp"

#include <gtest/gtest.h>

namespace heng::crypto {
namespace {

using app::accounts::parse_hex;
using app::accounts::print_hex;

Vault vault_of(const std::string& file) {
    return *Vault::parse(file, "city.vault");
}

/// The example of draft-ribose-cfrg-sm4, A.2.5, which OpenSSL's tests have as well (CRY-1).
TEST(Sm4, CounterModeGivesTheKnownAnswer) {
    const std::string key = *parse_hex("0123456789abcdeffedcba9876543210");
    const std::string start = *parse_hex("000102030405060708090a0b0c0d0e0f");
    std::string plain;
    for (const char byte : {'\xaa', '\xbb', '\xcc', '\xdd', '\xee', '\xff', '\xaa', '\xbb'})
        plain += std::string(8, byte);
    const std::string encrypted = *sm4_ctr(key, start, plain);
    EXPECT_EQ(print_hex(encrypted),
              "ac3236cb970cc20791364c395a1342d1a3cbc1878c6f30cd074cce385cdd70c7"
              "f234bc0e24c11980fd1286310ce37b926e02fcd0faa0baf38b2933851d824514");
    EXPECT_EQ(*sm4_ctr(key, start, encrypted), plain);
    EXPECT_EQ(*sm4_ctr(key, start, ""), "");
}

/// The block of GB/T 32907-2016, appendix A: its key encrypted with itself.
TEST(Sm4, AgreesWithTheStandard) {
    const std::string key = *parse_hex("0123456789abcdeffedcba9876543210");
    EXPECT_EQ(print_hex(*sm4_ctr(key, key, std::string(16, '\0'))),
              "681edf34d206965e86b3e94f536e4246");
}

TEST(Vaults, OpenWhatTheySealed) {
    const Vault vault = vault_of(Vault::with_new_key(""));
    for (const std::string& plain :
         {std::string(), std::string("衡"), std::string(100'000, 'x'), std::string("\0\n", 2)})
        EXPECT_EQ(*vault.open(*vault.seal(plain, "here"), "here"), plain);
}

TEST(Vaults, SealTheSameDifferentlyEachTime) {
    const Vault vault = vault_of(Vault::with_new_key(""));
    EXPECT_NE(*vault.seal("13812345678", ""), *vault.seal("13812345678", ""));
}

TEST(Vaults, OpenNothingInAnotherContext) {
    const Vault vault = vault_of(Vault::with_new_key(""));
    const std::string sealed = *vault.seal("text", "here");
    EXPECT_EQ(vault.open(sealed, "there").error().code, Code::vault_text_damaged);
    EXPECT_EQ(vault.open(sealed, "").error().code, Code::vault_text_damaged);
}

/// SEC-11: a change of any digit is noticed, and so is one cut off.
TEST(Vaults, NoticeEveryChange) {
    const Vault vault = vault_of(Vault::with_new_key(""));
    const std::string sealed = *vault.seal("text", "here");
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        std::string changed = sealed;
        changed[at] = changed[at] == '0' ? '1' : '0';
        EXPECT_FALSE(vault.open(changed, "here")) << at;
        EXPECT_FALSE(vault.open(sealed.substr(0, at), "here")) << at;
    }
    EXPECT_FALSE(vault.open(sealed + "00", "here"));
}

/// CRY-4: the key's id stands in the text; a new key first, the old one still readable.
TEST(Vaults, ReadWhatAnEarlierKeySealed) {
    const std::string first = Vault::with_new_key("# the office's\n\n");
    const std::string both = Vault::with_new_key(first);
    const std::string sealed = *vault_of(first).seal("text", "");
    const Vault vault = vault_of(both);
    EXPECT_EQ(*vault.open(sealed, ""), "text");
    EXPECT_TRUE(vault.is_sealed_before(sealed));
    const std::string again = *vault.seal("text", "");
    EXPECT_FALSE(vault.is_sealed_before(again));
    const auto refused = vault_of(first).open(again, "");
    EXPECT_EQ(refused.error().code, Code::vault_key_unusable);
    EXPECT_EQ(refused.error().args[0], "city.vault");
}

TEST(Vaults, MakeCodesThatOnlyTheyCanMake) {
    const std::string first = Vault::with_new_key("");
    const Vault vault = vault_of(first);
    const std::string code = vault.mac("entry");
    EXPECT_TRUE(vault.is_mac(code, "entry"));
    EXPECT_FALSE(vault.is_mac(code, "Entry"));
    EXPECT_FALSE(vault.is_mac("", "entry"));
    EXPECT_FALSE(vault.is_mac("x:y", "entry"));
    EXPECT_FALSE(vault_of(Vault::with_new_key("")).is_mac(code, "entry"));
    EXPECT_TRUE(vault_of(Vault::with_new_key(first)).is_mac(code, "entry"));
}

TEST(Vaults, RefuseAFileThatHasNoKeys) {
    const std::string sm4(32, '0');
    const std::string hmac(64, '0');
    for (const std::string& file :
         {std::string(), std::string("# nothing\n"), std::string("id\n"), "id " + sm4 + "\n",
          "id " + hmac + ' ' + sm4 + "\n", "id " + sm4 + ' ' + hmac + " more\n",
          "i:d " + sm4 + ' ' + hmac + "\n", "id " + sm4 + ' ' + std::string(64, 'g') + "\n",
          "id " + sm4 + ' ' + hmac + "\nid " + sm4 + ' ' + hmac + "\n"}) {
        const auto refused = Vault::parse(file, "city.vault");
        ASSERT_FALSE(refused) << file;
        EXPECT_EQ(refused.error().code, Code::vault_key_unusable);
    }
    EXPECT_TRUE(Vault::parse("id " + sm4 + ' ' + hmac, "city.vault"));
}

}  // namespace
}  // namespace heng::crypto
