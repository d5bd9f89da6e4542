#pragma once
/// @file
/// Typed reading of one mapping: each key is asked for once, and what does not fit becomes an
/// issue.
#include "core/base/decimal.hpp"
#include "core/base/error.hpp"
#include "core/scheme/scheme.hpp"
#include "shell/yaml/tree.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::yaml {

/// One file while it is read.
struct Reading {
    std::string file;
    Issues issues;

    void report(Code code, Mark mark, std::vector<std::string> args);
    scheme::SourceLine line_of(const Node& node) const { return {file, node.mark.line}; }
};

/// The text of `node`, or nothing and `value_not_text`. An empty text counts as none.
/// `what` names it in the issue, here and below.
std::optional<std::string> read_text(const Node& node, std::string_view what, Reading& reading);

/// The items of `node`, each by `read_item(item, reading)`; `value_not_list` for anything else.
template <class Read>
auto read_list(const Node& node, std::string_view what, Reading& reading, Read read_item) {
    std::vector<decltype(read_item(node, reading))> items;
    if (node.kind != Node::Kind::list) {
        reading.report(Code::value_not_list, node.mark, {std::string(what)});
        return items;
    }
    items.reserve(node.children.size());
    for (const Node& item : node.children) items.push_back(read_item(item, reading));
    return items;
}

std::vector<std::string> read_texts(const Node& node, std::string_view what, Reading& reading);

/// The value of an enumeration by its name; `value_unknown` and `fallback` for anything else.
template <class Enum>
Enum read_choice(const Node& node, std::string_view what, Enum fallback, Reading& reading) {
    using scheme::name;  // of a RoundingMode, which lives elsewhere
    std::string known;
    for (int i = 0; !name(static_cast<Enum>(i)).empty(); ++i) {
        const auto value = static_cast<Enum>(i);
        if (node.kind == Node::Kind::text && node.text == name(value)) return value;
        known += (known.empty() ? "" : ", ") + std::string(name(value));
    }
    reading.report(Code::value_unknown, node.mark, {std::string(what), node.text, known});
    return fallback;
}

/// The keys of one mapping. Whatever cannot be read is reported and yields an empty value, so that
/// reading goes on to the next key. Repeated keys are reported at once, unknown keys at the end of
/// life.
class Fields {
public:
    Fields(const Node& node, std::string_view what, Reading& reading);
    Fields(const Fields&) = delete;
    Fields& operator=(const Fields&) = delete;
    ~Fields();

    bool has(std::string_view key) const;
    scheme::SourceLine at() const { return reading_.line_of(node_); }

    /// These report `key_missing`.
    std::string text(std::string_view key);
    Decimal decimal(std::string_view key);
    int whole(std::string_view key);
    template <class Enum>
    Enum choice(std::string_view key, Enum fallback) {
        const Node* value = require(key);
        return value == nullptr ? fallback : read_choice(*value, key, fallback, reading_);
    }

    /// These give the fallback, or nothing, where the key is absent.
    std::string text_or(std::string_view key, std::string fallback);
    Decimal decimal_or(std::string_view key, Decimal fallback);
    int whole_or(std::string_view key, int fallback);
    bool flag_or(std::string_view key, bool fallback);
    std::optional<std::string> optional_text(std::string_view key);
    std::optional<Decimal> optional_decimal(std::string_view key);
    std::vector<std::string> texts(std::string_view key);

    /// The value of an enumeration by its name.
    template <class Enum>
    Enum choice_or(std::string_view key, Enum fallback) {
        const Node* value = take(key);
        return value == nullptr ? fallback : read_choice(*value, key, fallback, reading_);
    }

    /// The items under `key` by `read_item(item, reading)`; none where the key is absent.
    template <class Read>
    auto list(std::string_view key, Read read_item) {
        const Node* value = take(key);
        static const Node none{Node::Kind::list, {}, {}, {}};
        return read_list(value == nullptr ? none : *value, key, reading_, read_item);
    }

    /// What `read(node, reading)` makes of the value under `key`, if there is one.
    template <class Read>
    auto value(std::string_view key, Read read) {
        const Node* found = take(key);
        using Value = decltype(read(*found, reading_));
        return found == nullptr ? std::optional<Value>{}
                                : std::optional<Value>(std::in_place, read(*found, reading_));
    }

private:
    /// The value under `key`, which from now on counts as known.
    const Node* take(std::string_view key);
    const Node* require(std::string_view key);

    const Node& node_;
    Reading& reading_;
    bool is_mapping_;
    std::vector<std::string_view> known_;
};

}  // namespace heng::yaml
