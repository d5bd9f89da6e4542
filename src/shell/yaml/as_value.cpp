#include "shell/yaml/as_value.hpp"

#include "shell/yaml/tree.hpp"

#include <charconv>
#include <optional>

namespace heng::yaml {

namespace {

/// A scalar without quotes as JSON would have it.
ledger::Value plain_value(const std::string& text) {
    if (text == "true") return ledger::Value(true);
    if (text == "false") return ledger::Value(false);
    std::int64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    const bool is_number = read.ec == std::errc{} && read.ptr == end;
    return is_number ? ledger::Value(number) : ledger::Value(text);
}

/// Keeps the first thing that is wrong; what is made after that is of no use.
class Maker {
public:
    explicit Maker(const std::string& file) : file_(file) {}

    ledger::Value make(const Node& node) {
        if (node.kind == Node::Kind::text)
            return node.is_plain ? plain_value(node.text) : ledger::Value(node.text);
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
