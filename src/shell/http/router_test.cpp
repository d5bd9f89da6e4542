#include "shell/http/router.hpp"

#include <gtest/gtest.h>

namespace heng::http {
namespace {

struct RouterTest : testing::Test {
    RouterTest() {
        const Handler nothing = [](const Request&) { return Response{}; };
        router.add({Method::get, "/units", nothing});
        router.add({Method::get, "/units/{unit}", nothing});
        router.add({Method::get, "/units/search", nothing});
        router.add({Method::put, "/units/{unit}/sheets/{task}", nothing});
    }
    std::string found(Method method, const char* path) const {
        const Match match = router.find(method, path);
        return match.route == nullptr ? "" : match.route->pattern;
    }
    Router router;
};

TEST_F(RouterTest, FixedSegmentsArePreferred) {
    EXPECT_EQ(found(Method::get, "/units/search"), "/units/search");
    EXPECT_EQ(found(Method::get, "/units/C1"), "/units/{unit}");
}

TEST_F(RouterTest, NamedSegmentsAreGivenInOrder) {
    const Match match = router.find(Method::put, "/units/C1/sheets/(一)");
    ASSERT_NE(match.route, nullptr);
    const std::vector<std::pair<std::string, std::string>> expected{{"unit", "C1"},
                                                                    {"task", "(一)"}};
    EXPECT_EQ(match.path_values, expected);
}

TEST_F(RouterTest, AnotherMethodIsToldWhatIsAllowed) {
    const Match match = router.find(Method::post, "/units/C1");
    EXPECT_EQ(match.route, nullptr);
    EXPECT_EQ(match.allowed, std::vector{Method::get});
}

TEST_F(RouterTest, HeadFindsWhatGetFinds) {
    EXPECT_EQ(found(Method::head, "/units"), "/units");
}

TEST_F(RouterTest, NothingElseIsFound) {
    for (const char* path : {"/", "/unit", "/units/", "/units/C1/", "/units/C1/sheets",
                             "/units/C1/sheets/1/more", "/UNITS"})
        EXPECT_EQ(found(Method::get, path), "") << path;
}

}  // namespace
}  // namespace heng::http
