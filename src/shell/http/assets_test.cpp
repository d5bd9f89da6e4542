#include "shell/http/assets.hpp"

#include <gtest/gtest.h>

namespace heng::http {
namespace {

struct AssetsTest : testing::Test {
    AssetsTest() {
        assets.add("app.js", {std::string(media_type("app.js")),
                              std::make_shared<const std::string>("0123456789"),
                              std::make_shared<const std::string>("br"),
                              std::make_shared<const std::string>("gz"), "v1", true});
    }
    Response ask(std::vector<std::pair<const char*, const char*>> fields) const {
        Request request;
        for (const auto& [name, value] : fields) request.headers.add(name, value);
        return assets.answer(request, "app.js");
    }
    static std::string text(const Response& response) {
        if (const auto* shared = std::get_if<SharedBytes>(&response.body)) return **shared;
        return std::get<std::string>(response.body);
    }
    Assets assets;
};

TEST_F(AssetsTest, TheBestEncodingThatTheClientTakesIsSent) {
    EXPECT_EQ(text(ask({{"Accept-Encoding", "gzip, br"}})), "br");
    EXPECT_EQ(text(ask({{"Accept-Encoding", "gzip, br;q=0"}})), "gz");
    EXPECT_EQ(text(ask({{"Accept-Encoding", "identity"}})), "0123456789");
    EXPECT_EQ(text(ask({})), "0123456789");
}

TEST_F(AssetsTest, WhatTheClientHasIsNotSentAgain) {
    EXPECT_EQ(ask({{"If-None-Match", "\"v1\""}}).status, 304);
    EXPECT_EQ(ask({{"If-None-Match", "\"v0\", W/\"v1\""}}).status, 304);
    EXPECT_EQ(ask({{"If-None-Match", "\"v0\""}}).status, 200);
    EXPECT_EQ(ask({{"If-None-Match", "\"v1\""}, {"Accept-Encoding", "br"}}).status, 200);
}

TEST_F(AssetsTest, ARangeIsOneOfThePlainBytes) {
    const Response part = ask({{"Range", "bytes=2-4"}, {"Accept-Encoding", "br"}});
    EXPECT_EQ(part.status, 206);
    EXPECT_EQ(text(part), "234");
    EXPECT_EQ(part.headers.find("Content-Range"), "bytes 2-4/10");
    EXPECT_EQ(text(ask({{"Range", "bytes=-3"}})), "789");
    EXPECT_EQ(text(ask({{"Range", "bytes=8-"}})), "89");
    EXPECT_EQ(text(ask({{"Range", "bytes=8-99"}})), "89");
}

TEST_F(AssetsTest, RangesThatCannotBeGivenAreRefusedOrIgnored) {
    EXPECT_EQ(ask({{"Range", "bytes=10-"}}).status, 416);
    EXPECT_EQ(ask({{"Range", "bytes=-0"}}).status, 416);
    for (const char* ignored : {"bytes=5-2", "bytes=a-b", "bytes=-", "lines=1-2", "bytes=0-1,3-4",
                                "bytes=99999999999999999999-"})
        EXPECT_EQ(ask({{"Range", ignored}}).status, 200) << ignored;
}

TEST_F(AssetsTest, ARangeOfAnOlderFileGivesTheWhole) {
    EXPECT_EQ(ask({{"Range", "bytes=2-4"}, {"If-Range", "\"v0\""}}).status, 200);
    EXPECT_EQ(ask({{"Range", "bytes=2-4"}, {"If-Range", "\"v1\""}}).status, 206);
}

TEST_F(AssetsTest, NothingElseIsFound) {
    EXPECT_EQ(assets.answer({}, "other.js").status, 404);
}

}  // namespace
}  // namespace heng::http
