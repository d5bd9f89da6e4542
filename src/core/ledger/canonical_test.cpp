#include "core/ledger/canonical.hpp"

#include "core/base/invariant.hpp"

#include <gtest/gtest.h>

namespace heng::ledger {
namespace {

TEST(Canonical, EveryKindHasOneSpelling) {
    const Value value = Object{{"z", Value()},
                               {"a", true},
                               {"b", false},
                               {"n", -12},
                               {"list", List{0, "", List{}, Object{}}},
                               {"衡", "分"}};
    const std::string bytes =
        R"({"a":true,"b":false,"list":[0,"",[],{}],"n":-12,"z":null,"衡":"分"})";
    EXPECT_EQ(*encode(value), bytes);
    EXPECT_EQ(*decode(bytes), value);
}

TEST(Canonical, KeysStandInTheOrderOfCodePoints) {
    // UTF-16 would put U+10000 before U+FFFD.
    const Value value = Object{{"\U00010000", 1}, {"\uFFFD", 2}, {"aa", 3}, {"a", 4}, {"", 5}};
    EXPECT_EQ(*encode(value), "{\"\":5,\"a\":4,\"aa\":3,\"\uFFFD\":2,\"\U00010000\":1}");
    EXPECT_EQ(*decode(*encode(value)), value);
}

TEST(Canonical, EscapesAreMinimal) {
    const std::string text("\0\x01\b\t\n\v\f\r\x1f\"\\/\x7f", 13);
    const std::string bytes = "\"\\u0000\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f\\\"\\\\/\x7f\"";
    EXPECT_EQ(*encode(text), bytes);
    EXPECT_EQ(*decode(bytes)->text(), text);
}

TEST(Canonical, NumbersFillSixtyFourBits) {
    EXPECT_EQ(*encode(INT64_MIN), "-9223372036854775808");
    EXPECT_EQ(*decode("-9223372036854775808")->number(), INT64_MIN);
    EXPECT_EQ(*decode("9223372036854775807")->number(), INT64_MAX);
}

TEST(Canonical, RefusesEveryOtherSpelling) {
    const char* const others[] = {
        "",
        " 1",
        "1 ",
        "01",
        "-0",
        "-01",
        "00",
        "+1",
        "1.0",
        "1e2",
        "1E2",
        "-",
        "0x1",
        "9223372036854775808",
        "-9223372036854775809",
        "nul",
        "nulls",
        "True",
        "NaN",
        "\"",
        "\"a",
        "'a'",
        "\"\n\"",
        "\"\x1f\"",
        R"("\/")",
        R"("\u0041")",
        R"("\u000a")",
        R"("\u001F")",
        R"("\u0020")",
        R"("\u00e9")",
        R"("\ud800\udc00")",
        R"("\x")",
        R"("\u001)",
        "\"\xff\"",
        "\"\xc0\x80\"",
        "\"\xed\xa0\x80\"",
        "\"\xe5\x88\"",
        "\xef\xbb\xbf"
        "1",
        "[",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 ,2]",
        "[1, 2]",
        "]",
        "[1}",
        "[1]]",
        "{",
        "{}}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\" :1}",
        "{\"a\": 1}",
        "{1:1}",
        "{\"b\":1,\"a\":2}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1]",
        "1 2",
        "1,2",
        "// x\n1",
    };
    for (const char* other : others) {
        const auto value = decode(other);
        ASSERT_FALSE(value) << other;
        EXPECT_EQ(value.error().code, Code::canonical_malformed) << other;
    }
    EXPECT_FALSE(decode(std::string_view("1\0", 2)));
    EXPECT_FALSE(decode(std::string_view("\"\0\"", 3)));
}

TEST(Canonical, NamesTheByte) {
    EXPECT_EQ(decode(R"({"a":1,"a":2})").error().args[0], "7");
    EXPECT_EQ(decode("[1, 2]").error().args[0], "3");
}

TEST(Canonical, BothDirectionsKeepTheBounds) {
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '[') + std::string(depth, ']');
    };
    EXPECT_TRUE(decode(nested(Limits::depth_max)));
    EXPECT_EQ(decode(nested(Limits::depth_max + 1)).error().code, Code::canonical_too_deep);
    EXPECT_EQ(decode(std::string(Limits::size_bytes_max, '[')).error().code,
              Code::canonical_too_deep);
    Value deep = List{};
    for (std::size_t i = 1; i < Limits::depth_max; ++i) deep = List{deep};
    EXPECT_TRUE(encode(deep));
    EXPECT_EQ(encode(List{deep}).error().code, Code::canonical_too_deep);

    const Value longest = std::string(Limits::size_bytes_max - 2, 'a');
    EXPECT_EQ(*decode(*encode(longest)), longest);
    const Value longer = std::string(Limits::size_bytes_max - 1, 'a');
    EXPECT_EQ(encode(longer).error().code, Code::canonical_too_large);
    EXPECT_EQ(decode('"' + *longer.text() + '"').error().code, Code::canonical_too_large);
}

TEST(Canonical, RefusesTextThatIsNotUtf8) {
    EXPECT_EQ(encode("\xff").error().code, Code::text_not_utf8);
    EXPECT_EQ(encode(Object{{"\xff", 1}}).error().code, Code::text_not_utf8);
}

TEST(Canonical, AnObjectHoldsAKeyOnce) {
    EXPECT_THROW((Object{{"a", 1}, {"a", 2}}), BrokenInvariant);
    EXPECT_EQ((Object{{"a", 1}}).find("b"), nullptr);
}

}  // namespace
}  // namespace heng::ledger
