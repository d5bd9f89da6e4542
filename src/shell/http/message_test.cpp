#include "shell/http/message.hpp"

#include "shell/http/response_head.hpp"

#include <gtest/gtest.h>

namespace heng::http {
namespace {

TEST(Path, IsDecodedAndNeverClimbs) {
    EXPECT_EQ(normalise_path("/units/%E9%9D%92"), "/units/青");
    EXPECT_EQ(normalise_path("/"), "/");
    for (const char* hostile : {"", "units", "/..", "/a/../b", "/a/%2e%2e/b", "/a/./b", "/a\\b",
                                "/a%00b", "/a%0d%0ab", "/a%", "/a%4", "/a%zz", "/%ff", "/%5c"})
        EXPECT_EQ(normalise_path(hostile), std::nullopt) << hostile;
}

TEST(Request, QueryValuesAreTheFirstOfTheirKeyDecoded) {
    Request request;
    request.query = "q=%E5%AD%A6%E4%B9%A0+plan&empty=&q=other&flag";
    EXPECT_EQ(request.query_value("q"), "学习 plan");
    EXPECT_EQ(request.query_value("empty"), "");
    EXPECT_EQ(request.query_value("flag"), "");
    EXPECT_EQ(request.query_value("absent"), std::nullopt);
}

TEST(Request, CookiesAreFoundByWholeName) {
    Request request;
    request.headers.add("Cookie", "xsession=1; session=abc; lang=zh");
    EXPECT_EQ(request.cookie("session"), "abc");
    EXPECT_EQ(request.cookie("lang"), "zh");
    EXPECT_EQ(request.cookie("sess"), std::nullopt);
}

TEST(ResponseHead, AValueCannotForgeAnotherField) {
    Response response;
    response.headers.add("Location", "/a\r\nSet-Cookie: session=forged");
    const std::string head = print_head(response, {}, true);
    EXPECT_EQ(head.find("forged"), std::string::npos);
}

TEST(ResponseHead, DefaultsGiveWayToTheResponse) {
    Response response;
    response.headers.add("Cache-Control", "max-age=60");
    Headers defaults;
    defaults.add("cache-control", "no-store");
    const std::string head = print_head(response, defaults, true);
    EXPECT_EQ(head.find("no-store"), std::string::npos);
    EXPECT_NE(head.find("max-age=60"), std::string::npos);
}

TEST(ResponseHead, DatesAreThoseOfTheStandard) {
    EXPECT_EQ(print_http_date(784'111'777), "Sun, 06 Nov 1994 08:49:37 GMT");
}

}  // namespace
}  // namespace heng::http
