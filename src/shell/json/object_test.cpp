#include "shell/json/object.hpp"

#include <gtest/gtest.h>

namespace heng::json {
namespace {

TEST(ReadObject, TakesAnySpelling) {
    const auto read = read_object(R"( {"b" : [1, true, null, "\u5e02"], "a": {"x": "0.5"}} )");
    ASSERT_TRUE(read);
    EXPECT_EQ(*ledger::encode(*read), R"({"a":{"x":"0.5"},"b":[1,true,null,"市"]})");
}

TEST(ReadObject, RefusesWhatTheLedgerCannotHold) {
    for (const char* const text :
         {"", "{", "[]", "1", R"({"a":0.5})", R"({"a":[1e2]})", R"({"a":18446744073709551615})"})
        EXPECT_EQ(read_object(text).error().code, Code::json_malformed) << text;
}

}  // namespace
}  // namespace heng::json
