#include "core/base/text.hpp"

#include <gtest/gtest.h>

namespace heng {
namespace {

TEST(Text, FindsTheFirstInvalidByte) {
    EXPECT_EQ(find_invalid_utf8(""), std::nullopt);
    EXPECT_EQ(find_invalid_utf8("扣2分 ok \xF0\x9F\x80\x84"), std::nullopt);
    EXPECT_EQ(find_invalid_utf8("\xEF\xBF\xBD"), std::nullopt) << "U+FFFD itself is a character";
    EXPECT_EQ(find_invalid_utf8("ab\xFF"), 2U);
    EXPECT_EQ(find_invalid_utf8("\xE6\x89"), 0U) << "cut off";
    EXPECT_EQ(find_invalid_utf8("\x80"), 0U) << "a continuation without a lead";
    EXPECT_EQ(find_invalid_utf8("a\xC0\xAF"), 1U) << "overlong";
    EXPECT_EQ(find_invalid_utf8("\xE0\x80\xAF"), 0U) << "overlong";
    EXPECT_EQ(find_invalid_utf8("\xED\xA0\x80"), 0U) << "a surrogate";
    EXPECT_EQ(find_invalid_utf8("\xF4\x90\x80\x80"), 0U) << "beyond U+10FFFF";
    EXPECT_EQ(find_invalid_utf8("\xE6z\x89"), 0U);
}

TEST(Text, DecodesWhatItEncodes) {
    for (const char32_t value : {U'\0', U'a', U'\u007F', U'\u0080', U'\u07FF', U'\u0800', U'扣',
                                 U'\uFFFD', U'\U00010000', U'\U0010FFFF'}) {
        std::string bytes;
        append_utf8(bytes, value);
        const CodePoint decoded = decode_utf8(bytes, 0);
        EXPECT_EQ(decoded.value, value);
        EXPECT_EQ(decoded.length, bytes.size());
    }
}

TEST(Text, DecodesBadBytesOneByOne) {
    const CodePoint decoded = decode_utf8("\xE6\x89", 0);
    EXPECT_EQ(decoded.value, U'\uFFFD');
    EXPECT_EQ(decoded.length, 1U);
}

TEST(Text, KnowsWhatIsBlank) {
    EXPECT_TRUE(is_blank(""));
    EXPECT_TRUE(is_blank(" \t\r\n　"));
    EXPECT_FALSE(is_blank("　理由"));
    EXPECT_FALSE(is_blank("\xFF"));
}

TEST(Text, CountsCharacters) {
    EXPECT_EQ(count_code_points(""), 0U);
    EXPECT_EQ(count_code_points("扣2分"), 3U);
    EXPECT_EQ(count_code_points("\xFF\xFE"), 2U);
}

TEST(Text, Joins) {
    EXPECT_EQ(join({}, ", "), "");
    EXPECT_EQ(join({"a"}, ", "), "a");
    EXPECT_EQ(join({"a", "b", "c"}, ", "), "a, b, c");
    EXPECT_EQ(join({"", "b", ""}, ","), ",b,") << "an empty part is a part";
}

}  // namespace
}  // namespace heng
