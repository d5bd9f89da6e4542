#include "shell/crypto/hash.hpp"

#include <gtest/gtest.h>

namespace heng::crypto {
namespace {

std::string digest_of(ledger::Algorithm algorithm, std::string_view bytes) {
    return ledger::print_digest(make_hash(algorithm)->digest(bytes));
}

TEST(Hash, Sm3AgreesWithTheStandard) {  // GB/T 32905-2016, appendix A
    EXPECT_EQ(digest_of(ledger::Algorithm::sm3, "abc"),
              "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    std::string longer;
    for (int i = 0; i < 16; ++i) longer += "abcd";
    EXPECT_EQ(digest_of(ledger::Algorithm::sm3, longer),
              "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
}

TEST(Hash, Sha256AgreesWithTheStandard) {  // FIPS 180-4
    EXPECT_EQ(digest_of(ledger::Algorithm::sha256, "abc"),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(digest_of(ledger::Algorithm::sha256, ""),
              "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Hash, AFunctionIsReadyForTheNextMessage) {
    const auto hash = *make_hash(ledger::Algorithm::sm3);
    const auto first = hash.digest("abc");
    EXPECT_NE(hash.digest("abd"), first);
    EXPECT_EQ(hash.digest("abc"), first);
}

TEST(Hash, PiecesGiveTheSameAsTheWhole) {
    const auto running = *make_running_hash(ledger::Algorithm::sm3);
    for (int round = 0; round < 2; ++round) {
        running.add("a");
        running.add("");
        running.add("bc");
        EXPECT_EQ(ledger::print_digest(running.finish()), digest_of(ledger::Algorithm::sm3, "abc"));
    }
}

}  // namespace
}  // namespace heng::crypto
