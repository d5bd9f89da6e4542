#include "shell/yaml/as_value.hpp"

#include <gtest/gtest.h>

namespace heng::yaml {
namespace {

using ledger::List;
using ledger::Object;
using ledger::Value;

TEST(AsValue, TellsNumbersAndFlagsFromTexts) {
    const auto read = read_value("a.yaml",
                                 "{whole: 12, less: -3, quoted: '12', yes: true, no: false,"
                                 " word: 'true', version: 3.1, nothing: null, list: [a, 1]}");
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, Value(Object{{"whole", 12},
                                  {"less", -3},
                                  {"quoted", "12"},
                                  {"yes", true},
                                  {"no", false},
                                  {"word", "true"},
                                  {"version", "3.1"},
                                  {"nothing", Value()},
                                  {"list", List{"a", 1}}}));
}

TEST(AsValue, RefusesAKeyThatStandsTwice) {
    const auto read = read_value("a.yaml", "a: 1\nb: 2\na: 3\n");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, Code::key_duplicate);
    EXPECT_EQ(read.error().place.line, 3U);
}

}  // namespace
}  // namespace heng::yaml
