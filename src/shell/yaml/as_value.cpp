#include "shell/yaml/as_value.hpp"

#include "shell/yaml/tree.hpp"

namespace heng::yaml {

namespace {

Result<ledger::Value> value_of(const std::string& file, const Node& node);

Result<ledger::Value> list_of(const std::string& file, const Node& node) {
    ledger::List out;
    for (const Node& child : node.children) {
        auto item = value_of(file, child);
        if (!item) return item;
        out.push_back(std::move(*item));
    }
    return out;
}

Result<ledger::Value> object_of(const std::string& file, const Node& node) {
    ledger::Object out;
    for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
        const Node& key = node.children[i];
        if (out.find(key.text) != nullptr)
            return refuse(Code::key_duplicate, {file, key.mark.line, key.mark.column, key.text},
                          {key.text});
        auto value = value_of(file, node.children[i + 1]);
        if (!value) return value;
        out.add(key.text, std::move(*value));
    }
    return out;
}

Result<ledger::Value> value_of(const std::string& file, const Node& node) {
    switch (node.kind) {
        case Node::Kind::text: return ledger::Value(node.text);
        case Node::Kind::list: return list_of(file, node);
        case Node::Kind::mapping: return object_of(file, node);
        default: return ledger::Value();
    }
}

}  // namespace

Result<ledger::Value> read_value(const std::string& file, std::string_view text) {
    const auto tree = parse_tree(file, text);
    if (!tree) return tl::unexpected(tree.error());
    return value_of(file, *tree);
}

}  // namespace heng::yaml
