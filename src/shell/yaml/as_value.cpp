#include "shell/yaml/as_value.hpp"

#include "shell/yaml/tree.hpp"

#include <optional>

namespace heng::yaml {

namespace {

/// Keeps the first thing that is wrong; what is made after that is of no use.
class Maker {
public:
    explicit Maker(const std::string& file) : file_(file) {}

    ledger::Value make(const Node& node) {
        if (node.kind == Node::Kind::text) return ledger::Value(node.text);
        if (node.kind == Node::Kind::list) return make_list(node);
        if (node.kind == Node::Kind::mapping) return make_object(node);
        return {};
    }
    const std::optional<Error>& error() const { return error_; }

private:
    ledger::List make_list(const Node& node) {
        ledger::List out;
        for (const Node& child : node.children) out.push_back(make(child));
        return out;
    }
    ledger::Object make_object(const Node& node) {
        ledger::Object out;
        for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
            const Node& key = node.children[i];
            if (out.find(key.text) == nullptr) {
                out.add(key.text, make(node.children[i + 1]));
            } else if (!error_) {
                const Place place{file_, key.mark.line, key.mark.column, key.text};
                error_ = Error{Code::key_duplicate, place, {key.text}};
            }
        }
        return out;
    }

    const std::string& file_;
    std::optional<Error> error_;
};

}  // namespace

Result<ledger::Value> read_value(const std::string& file, std::string_view text) {
    const auto tree = parse_tree(file, text);
    if (!tree) return tl::unexpected(tree.error());
    Maker maker(file);
    ledger::Value value = maker.make(*tree);
    if (maker.error()) return tl::unexpected(*maker.error());
    return value;
}

}  // namespace heng::yaml
