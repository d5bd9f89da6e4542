#include "shell/yaml/tree.hpp"

#include "core/base/invariant.hpp"
#include "core/base/text.hpp"

#include <yaml.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace heng::yaml {

namespace {

class Parser {
public:
    explicit Parser(std::string_view text) {
        INVARIANT(yaml_parser_initialize(&parser_) == 1, "memory for a YAML parser");
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                     text.size());
    }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;
    ~Parser() { yaml_parser_delete(&parser_); }

    yaml_parser_t* get() { return &parser_; }
    const yaml_parser_t& state() const { return parser_; }

private:
    yaml_parser_t parser_;
};

class Event {
public:
    explicit Event(Parser& parser) : is_read_(yaml_parser_parse(parser.get(), &event_) == 1) {}
    Event(const Event&) = delete;
    Event& operator=(const Event&) = delete;
    ~Event() {
        if (is_read_) yaml_event_delete(&event_);
    }

    bool is_read() const { return is_read_; }
    const yaml_event_t& get() const { return event_; }

private:
    yaml_event_t event_{};
    bool is_read_;
};

Mark mark_of(const yaml_mark_t& mark) {
    return {mark.line + 1, mark.column + 1};
}

Mark mark_at(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t start = before.rfind('\n') + 1;  // npos + 1 is 0
    return {line + 1, count_code_points(before.substr(start)) + 1};
}

std::string name_of(const yaml_char_t* anchor) {
    return anchor == nullptr ? std::string{} : reinterpret_cast<const char*>(anchor);
}

bool is_empty_word(std::string_view text) {
    return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

/// What stops a document before its end.
struct Stop {
    Code code;
    Mark mark;
    std::string reason;
};

/// Puts the events of one document together.
class Builder {
public:
    std::optional<Stop> take(const yaml_event_t& event) {
        const Mark mark = mark_of(event.start_mark);
        switch (event.type) {
            case YAML_DOCUMENT_START_EVENT:
                if (++documents_ > 1) return Stop{Code::yaml_syntax, mark, "a second document"};
                return std::nullopt;
            case YAML_ALIAS_EVENT: return add_alias(name_of(event.data.alias.anchor), mark);
            case YAML_SCALAR_EVENT: return add_scalar(event, mark);
            case YAML_SEQUENCE_START_EVENT:
                return open(Node::Kind::list, name_of(event.data.sequence_start.anchor), mark);
            case YAML_MAPPING_START_EVENT:
                return open(Node::Kind::mapping, name_of(event.data.mapping_start.anchor), mark);
            case YAML_SEQUENCE_END_EVENT:
            case YAML_MAPPING_END_EVENT: return close();
            default: return std::nullopt;
        }
    }

    Node take_root() { return std::move(root_); }

private:
    struct Open {
        Node node;
        std::string anchor;
    };

    std::optional<Stop> add_scalar(const yaml_event_t& event, Mark mark) {
        const auto& scalar = event.data.scalar;
        Node node;
        node.mark = mark;
        node.text.assign(reinterpret_cast<const char*>(scalar.value), scalar.length);
        const bool is_plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
        node.kind = is_plain && is_empty_word(node.text) ? Node::Kind::empty : Node::Kind::text;
        node.is_plain = is_plain;
        if (auto stop = charge(node, mark)) return stop;
        return finish({std::move(node), name_of(scalar.anchor)});
    }

    std::optional<Stop> add_alias(const std::string& anchor, Mark mark) {
        const auto found = anchors_.find(anchor);
        if (found == anchors_.end()) {
            return Stop{Code::yaml_syntax, mark, "*" + anchor + " stands for nothing"};
        }
        if (auto stop = charge(found->second, mark)) return stop;
        return finish({found->second, {}});
    }

    std::optional<Stop> open(Node::Kind kind, std::string anchor, Mark mark) {
        if (open_.size() == depth_max) return Stop{Code::yaml_syntax, mark, "nested too deeply"};
        Node node;
        node.kind = kind;
        node.mark = mark;
        if (auto stop = charge(node, mark)) return stop;
        open_.push_back({std::move(node), std::move(anchor)});
        return std::nullopt;
    }

    std::optional<Stop> close() {
        Open closed = std::move(open_.back());
        open_.pop_back();
        return finish(std::move(closed));
    }

    std::optional<Stop> finish(Open done) {
        if (!done.anchor.empty()) {
            if (auto stop = charge(done.node, done.node.mark)) return stop;
            anchors_[done.anchor] = done.node;
        }
        if (open_.empty()) {
            root_ = std::move(done.node);
        } else {
            open_.back().node.children.push_back(std::move(done.node));
        }
        return std::nullopt;
    }

    /// Counts `node` and all below it, before it is made or copied.
    std::optional<Stop> charge(const Node& node, Mark mark) {
        ++nodes_;
        bytes_ += node.text.size();
        if (nodes_ > node_count_max || bytes_ > text_bytes_max) {
            return Stop{Code::yaml_too_large, mark, {}};
        }
        for (const Node& child : node.children) {
            if (auto stop = charge(child, mark)) return stop;
        }
        return std::nullopt;
    }

    Node root_;
    std::vector<Open> open_;
    std::map<std::string, Node> anchors_;
    std::size_t documents_ = 0;
    std::size_t nodes_ = 0;
    std::size_t bytes_ = 0;
};

Error too_large(const std::string& file, Mark mark) {
    return {Code::yaml_too_large,
            {file, mark.line, mark.column, {}},
            {std::to_string(text_bytes_max >> 20) + " MiB", std::to_string(node_count_max)}};
}

/// What the library itself found wrong.
Stop syntax_stop(const yaml_parser_t& parser, std::string_view text) {
    std::string reason = parser.problem == nullptr ? "unknown" : parser.problem;
    if (parser.error == YAML_READER_ERROR) {
        return {Code::yaml_syntax, mark_at(text, parser.problem_offset), reason};
    }
    if (parser.context != nullptr) reason += std::string(" ") + parser.context;
    return {Code::yaml_syntax, mark_of(parser.problem_mark), reason};
}

}  // namespace

Result<Node> parse_tree(const std::string& file, std::string_view text) {
    if (text.size() > text_bytes_max) return tl::unexpected(too_large(file, Mark{}));
    if (const auto bad = find_invalid_utf8(text)) {
        const Mark mark = mark_at(text, *bad);
        return refuse(Code::text_not_utf8, {file, mark.line, mark.column, {}});
    }
    Parser parser(text);
    Builder builder;
    for (;;) {
        const Event event(parser);
        if (event.is_read() && event.get().type == YAML_STREAM_END_EVENT) {
            return builder.take_root();
        }
        const auto stop =
            event.is_read() ? builder.take(event.get()) : syntax_stop(parser.state(), text);
        if (!stop) continue;
        if (stop->code == Code::yaml_too_large) return tl::unexpected(too_large(file, stop->mark));
        return refuse(stop->code, {file, stop->mark.line, stop->mark.column, {}}, {stop->reason});
    }
}

}  // namespace heng::yaml
