#include "shell/yaml/scheme_files.hpp"

#include "shell/yaml/example.hpp"
#include "shell/yaml/load_scheme.hpp"

#include <gtest/gtest.h>

namespace heng::yaml {
namespace {

using ledger::List;
using ledger::Object;
using ledger::Value;

/// An object without one key, and with another value there unless that is null.
Object replaced(const Object& object, const std::string& key, const Value& value) {
    Object out;
    for (const ledger::Member& member : object.members())
        if (member.key != key) out.add(member.key, member.value);
    if (!value.is_null()) out.add(key, value);
    return out;
}

TEST(ShippedSchemes, ComeBackFromTheLedgerAsTheyWere) {
    for (const char* const name : {"party-building-2021", "demo-city"}) {
        const auto scheme = load_scheme(std::filesystem::path(HENG_SOURCE_DIR) / "schemes" / name);
        ASSERT_TRUE(scheme);
        const auto bytes = ledger::encode(scheme_files(*scheme));
        ASSERT_TRUE(bytes) << "an event must hold it: " << message(bytes.error(), Language::en);
        const auto decoded = ledger::decode(*bytes);
        const auto again = read_scheme_files(*decoded->object());
        ASSERT_TRUE(again) << message(again.error().front(), Language::en);
        EXPECT_EQ(*again, *scheme);
    }
}

struct SchemeFiles : testing::Test {
    const Object files = scheme_files(*load_scheme_text("s.yaml", minimal_text));
    const Object main = *files.find("scheme.yaml")->object();

    Issues issues_with(const Object& changed) {
        const auto read = read_scheme_files(replaced(files, "scheme.yaml", changed));
        return read ? Issues{} : read.error();
    }
};

TEST_F(SchemeFiles, IssuesNameTheFileAndTheKey) {
    Object head = *main.find("scheme")->object();
    const auto issues = issues_with(replaced(
        replaced(main, "scheme", replaced(head, "year", "soon")), "domains",
        List{Object{{"id", "county"}, {"name", Object{}}}, Object{{"id", "x"}, {"name", "县"}}}));
    ASSERT_EQ(issues.size(), 2U);
    EXPECT_EQ(issues[0].code, Code::value_not_text);
    EXPECT_EQ(issues[0].place, (Place{"scheme.yaml", 0, 0, "domains/1/name"}));
    EXPECT_EQ(issues[1].code, Code::value_not_whole);
    EXPECT_EQ(issues[1].place, (Place{"scheme.yaml", 0, 0, "scheme/year"}));
}

TEST_F(SchemeFiles, IssuesNameUnknownAndMissingKeys) {
    Object odd = main;
    odd.add("zebra", "1");
    auto issues = issues_with(odd);
    ASSERT_EQ(issues.size(), 1U);
    EXPECT_EQ(issues[0].code, Code::key_unknown);
    EXPECT_EQ(issues[0].place.item, "zebra");
    issues = issues_with(replaced(main, "grading", Value()));
    ASSERT_EQ(issues.size(), 1U);
    EXPECT_EQ(issues[0].code, Code::key_missing);
    EXPECT_EQ(issues[0].args, std::vector<std::string>{"grading"});
}

TEST_F(SchemeFiles, AreNoTextsOrNumbers) {
    const auto read = read_scheme_files({{"scheme.yaml", "scheme: {}"}});
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().front().code, Code::value_not_mapping);
    EXPECT_FALSE(read_scheme_files({{"scheme.yaml", Object{{"scheme", 7}}}}));
    EXPECT_FALSE(read_scheme_files({}));
}

}  // namespace
}  // namespace heng::yaml
