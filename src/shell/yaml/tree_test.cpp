#include "shell/yaml/tree.hpp"

#include <gtest/gtest.h>

namespace heng::yaml {
namespace {

Error error_of(std::string_view text) {
    const auto tree = parse_tree("f.yaml", text);
    EXPECT_FALSE(tree.has_value());
    return tree ? Error{} : tree.error();
}

TEST(Tree, KnowsWhereEverythingStands) {
    const auto root = parse_tree("f.yaml", "名称: 县\nlist:\n  - {甲: 'a', b: ~}\n");
    ASSERT_TRUE(root.has_value());
    ASSERT_EQ(root->children.size(), 4U);
    EXPECT_EQ(root->children[1].text, "县");
    EXPECT_EQ(root->children[1].mark, (Mark{1, 5})) << "columns count characters";
    const Node& item = root->children[3].children.at(0);
    EXPECT_EQ(item.kind, Node::Kind::mapping);
    EXPECT_EQ(item.children[1].mark, (Mark{3, 9}));
    EXPECT_EQ(item.children[3].kind, Node::Kind::empty);
}

TEST(Tree, KeepsQuotedWordsAsText) {
    const auto root = parse_tree("f.yaml", "['', 'null', null, \"~\", no]");
    ASSERT_TRUE(root.has_value());
    EXPECT_EQ(root->children[0].kind, Node::Kind::text);
    EXPECT_EQ(root->children[1].text, "null");
    EXPECT_EQ(root->children[2].kind, Node::Kind::empty);
    EXPECT_EQ(root->children[3].kind, Node::Kind::text);
    EXPECT_EQ(root->children[4].text, "no");
}

TEST(Tree, UnfoldsAliases) {
    const auto root = parse_tree("f.yaml", "a: &x [1, 2]\nb: *x\n");
    ASSERT_TRUE(root.has_value());
    EXPECT_EQ(root->children[3].children.at(1).text, "2");
}

TEST(Tree, PlacesSyntaxErrors) {
    const Error error = error_of("a: 1\nb: [1, 2\nc: 3\n");
    EXPECT_EQ(error.code, Code::yaml_syntax);
    EXPECT_EQ(error.place.file, "f.yaml");
    EXPECT_EQ(error.place.line, 3U);
    EXPECT_EQ(error_of("a: *nowhere").code, Code::yaml_syntax);
    EXPECT_EQ(error_of("a: 1\n---\nb: 2\n").place.line, 2U);
    EXPECT_EQ(error_of("甲: \x01").place.column, 4U) << "a control character";
    EXPECT_EQ(error_of(std::string(1'000, '[')).code, Code::yaml_syntax);
}

TEST(Tree, RefusesBytesThatAreNoText) {
    const Error error = error_of("a: 1\n县: \xFF");
    EXPECT_EQ(error.code, Code::text_not_utf8);
    EXPECT_EQ(error.place.line, 2U);
    EXPECT_EQ(error.place.column, 4U);
}

TEST(Tree, RefusesWhatIsTooLarge) {
    EXPECT_EQ(error_of(std::string(text_bytes_max + 1, ' ')).code, Code::yaml_too_large);
    std::string many_nodes = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    std::string much_text = "a0: &a0 " + std::string(1'000'000, 'x') + "\n";
    for (int i = 1; i < 10; ++i) {
        const std::string above = "*a" + std::to_string(i - 1);
        std::string line = "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + above;
        for (int j = 1; j < 10; ++j) line += ", " + above;
        many_nodes += line + "]\n";
        much_text += line + "]\n";
    }
    EXPECT_EQ(error_of(many_nodes).code, Code::yaml_too_large);
    EXPECT_EQ(error_of(much_text).code, Code::yaml_too_large);
}

TEST(Tree, TakesATextWithoutADocumentForEmpty) {
    const auto root = parse_tree("f.yaml", "# only a comment\n");
    ASSERT_TRUE(root.has_value());
    EXPECT_EQ(root->kind, Node::Kind::empty);
}

}  // namespace
}  // namespace heng::yaml
