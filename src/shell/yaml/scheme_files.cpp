#include "shell/yaml/scheme_files.hpp"

#include "core/base/invariant.hpp"
#include "shell/yaml/load_scheme.hpp"
#include "shell/yaml/print_scheme.hpp"

#include <algorithm>
#include <utility>

namespace heng::yaml {

namespace {

using ledger::List;
using ledger::Object;
using ledger::Value;

Value value_of(const Node& node) {
    switch (node.kind) {
        case Node::Kind::text: return node.text;
        case Node::Kind::list: {
            List list;
            for (const Node& item : node.children) list.push_back(value_of(item));
            return list;
        }
        case Node::Kind::mapping: {
            Object object;
            for (std::size_t i = 0; i < node.children.size(); i += 2)
                object.add(node.children[i].text, value_of(node.children[i + 1]));
            return object;
        }
        case Node::Kind::empty: break;
    }
    broken_invariant("node.kind", "a printed scheme leaves no value empty");
}

/// The nodes of one file. A node's mark has its number in place of a column, and no line: that is
/// enough to find it again.
class Numbering {
public:
    Node node_of(const Value& value) {
        Node node = next(Node::Kind::empty);
        if (const std::string* const text = value.text()) {
            node.kind = Node::Kind::text;
            node.text = *text;
        } else if (const List* const list = value.list()) {
            node.kind = Node::Kind::list;
            for (const Value& item : *list) node.children.push_back(node_of(item));
        } else if (const Object* const object = value.object()) {
            node.kind = Node::Kind::mapping;
            for (const ledger::Member& member : object->members()) {
                Node key = next(Node::Kind::text);
                key.text = member.key;
                node.children.push_back(std::move(key));
                node.children.push_back(node_of(member.value));
            }
        }
        return node;
    }

private:
    Node next(Node::Kind kind) { return {kind, {0, ++count_}, {}, {}}; }

    std::size_t count_ = 0;
};

/// The keys that lead from `node`, whose own path is `path`, to the node numbered `number`. Items
/// of lists are counted from 1.
std::string path_to(const Node& node, std::size_t number, const std::string& path) {
    if (node.mark.column == number) return path;
    const bool is_mapping = node.kind == Node::Kind::mapping;
    const auto& children = node.children;
    const auto after = std::find_if(children.begin(), children.end(), [number](const Node& child) {
        return child.mark.column > number;
    });
    INVARIANT(after != children.begin(), "numbers grow with the depth and along the children");
    const auto found = static_cast<std::size_t>(after - children.begin()) - 1;
    const std::string key =
        is_mapping ? children[found - found % 2].text : std::to_string(found + 1);
    return path_to(children[found], number, path.empty() ? key : path + '/' + key);
}

void name_places(Issues& issues, const std::vector<Tree>& trees) {
    for (Error& issue : issues) {
        const std::size_t number = std::exchange(issue.place.column, 0);
        if (number == 0) continue;  // about the files as a whole
        const auto tree = std::find_if(trees.begin(), trees.end(), [&issue](const Tree& one) {
            return one.name == issue.place.file;
        });
        issue.place.item = path_to(tree->root, number, {});
    }
}

}  // namespace

ledger::Object scheme_files(const scheme::Scheme& scheme) {
    Object files;
    for (const auto& [name, text] : print_scheme(scheme)) {
        const auto root = parse_tree(name, text);
        INVARIANT(root, "what is printed can be read");
        files.add(name, value_of(*root));
    }
    return files;
}

Checked<scheme::Scheme> read_scheme_files(const ledger::Object& files) {
    std::vector<Tree> trees;
    for (const ledger::Member& file : files.members())
        trees.push_back({file.key, Numbering().node_of(file.value)});
    auto scheme = load_scheme_trees("scheme", trees);
    if (!scheme) name_places(scheme.error(), trees);
    return scheme;
}

}  // namespace heng::yaml
