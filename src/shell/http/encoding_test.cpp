#include "shell/http/encoding.hpp"
#include "shell/http/api/answer_cache.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

namespace heng::http {
namespace {

Request accepting(std::string field) {
    Request request;
    request.headers.add("Accept-Encoding", std::move(field));
    return request;
}

std::string unpacked(std::string bytes, std::size_t size) {
    std::string out(size, '\0');
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    inflateEnd(&stream);
    return out;
}

TEST(Encoding, IsTakenWhereTheClientNamesItAndDoesNotRefuseIt) {
    EXPECT_TRUE(takes_encoding(accepting("deflate, gzip , br"), "gzip"));
    EXPECT_TRUE(takes_encoding(accepting("gzip;q=0.5"), "gzip"));
    EXPECT_FALSE(takes_encoding(accepting("gzip;q=0"), "gzip"));
    EXPECT_FALSE(takes_encoding(accepting("x-gzip"), "gzip"));
    EXPECT_FALSE(takes_encoding({}, "gzip"));
}

TEST(Encoding, GzipIsUndoneByZlib) {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "{\"lost\":\"0.3\"}," + std::to_string(i * i);
    const auto packed = gzip(text);
    ASSERT_TRUE(packed);
    EXPECT_LT(packed->size(), text.size() / 3);
    EXPECT_EQ(unpacked(*packed, text.size()), text);
    EXPECT_FALSE(gzip("ab"));  // would be longer
}

/// Who has the compressed answer has seen the same state: If-Match takes either tag, and a cache
/// tells the two apart.
TEST(Encoding, ACompressedAnswerHasATagOfItsOwn) {
    const Answer plain = make_answer(std::string(5000, 'x'));
    const Answer packed = compressed(plain);
    EXPECT_TRUE(packed.is_gzip);
    EXPECT_NE(packed.tag, plain.tag);
    EXPECT_TRUE(names_tag('"' + packed.tag + '"', plain.tag));
    EXPECT_TRUE(names_tag('"' + plain.tag + '"', plain.tag));
    EXPECT_FALSE(names_tag('"' + packed.tag + '"', "another"));
    EXPECT_FALSE(compressed(make_answer("short")).is_gzip);
    const Response response = respond(packed, {});
    EXPECT_EQ(response.headers.find("content-encoding"), "gzip");
    EXPECT_FALSE(respond(plain, {}).headers.find("content-encoding"));
}

}  // namespace
}  // namespace heng::http
