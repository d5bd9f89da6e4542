#include "shell/yaml/fields.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

namespace heng::yaml {

namespace {

constexpr int whole_max = 9'999;

std::optional<Decimal> read_decimal(const Node& node, std::string_view what, Reading& reading) {
    const auto value =
        node.kind == Node::Kind::text ? Decimal::parse(node.text) : std::optional<Decimal>{};
    if (!value) {
        reading.report(Code::value_not_decimal, node.mark, {std::string(what), node.text});
    }
    return value;
}

int read_whole(const Node& node, std::string_view what, Reading& reading) {
    int value = 0;
    const char* end = node.text.data() + node.text.size();
    const auto [stop, error] = std::from_chars(node.text.data(), end, value);
    const bool is_number = node.kind == Node::Kind::text && error == std::errc{} && stop == end;
    if (is_number && value >= 0 && value <= whole_max) return value;
    reading.report(Code::value_not_whole, node.mark, {std::string(what), node.text});
    return 0;
}

}  // namespace

void Reading::report(Code code, Mark mark, std::vector<std::string> args) {
    issues.push_back({code, {file, mark.line, mark.column, {}}, std::move(args)});
}

std::optional<std::string> read_text(const Node& node, std::string_view what, Reading& reading) {
    if (node.kind == Node::Kind::text && !node.text.empty()) return node.text;
    reading.report(Code::value_not_text, node.mark, {std::string(what)});
    return std::nullopt;
}

std::vector<std::string> read_texts(const Node& node, std::string_view what, Reading& reading) {
    return read_list(node, what, reading, [what](const Node& item, Reading& file) {
        return read_text(item, what, file).value_or("");
    });
}

Fields::Fields(const Node& node, std::string_view what, Reading& reading)
    : node_(node), reading_(reading), is_mapping_(node.kind == Node::Kind::mapping) {
    if (!is_mapping_) {
        reading.report(Code::value_not_mapping, node.mark, {std::string(what)});
        return;
    }
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < node.children.size(); i += 2) {
        const Node& key = node.children[i];
        if (!seen.insert(key.text).second) {
            reading.report(Code::key_duplicate, key.mark, {key.text});
        }
    }
}

Fields::~Fields() {
    if (!is_mapping_) return;
    for (std::size_t i = 0; i < node_.children.size(); i += 2) {
        const Node& key = node_.children[i];
        const bool is_known = key.kind == Node::Kind::text &&
                              std::find(known_.begin(), known_.end(), key.text) != known_.end();
        if (!is_known) reading_.report(Code::key_unknown, key.mark, {key.text});
    }
}

bool Fields::has(std::string_view key) const {
    if (!is_mapping_) return false;
    for (std::size_t i = 0; i < node_.children.size(); i += 2) {
        if (node_.children[i].text == key) return true;
    }
    return false;
}

const Node* Fields::take(std::string_view key) {
    known_.push_back(key);
    if (!is_mapping_) return nullptr;
    for (std::size_t i = 0; i + 1 < node_.children.size(); i += 2) {
        if (node_.children[i].text == key) return &node_.children[i + 1];
    }
    return nullptr;
}

const Node* Fields::require(std::string_view key) {
    const Node* value = take(key);
    if (value == nullptr && is_mapping_) {
        reading_.report(Code::key_missing, node_.mark, {std::string(key)});
    }
    return value;
}

std::string Fields::text(std::string_view key) {
    const Node* value = require(key);
    return value == nullptr ? "" : read_text(*value, key, reading_).value_or("");
}

Decimal Fields::decimal(std::string_view key) {
    const Node* value = require(key);
    return value == nullptr ? Decimal{} : read_decimal(*value, key, reading_).value_or(Decimal{});
}

int Fields::whole(std::string_view key) {
    const Node* value = require(key);
    return value == nullptr ? 0 : read_whole(*value, key, reading_);
}

std::string Fields::text_or(std::string_view key, std::string fallback) {
    return optional_text(key).value_or(std::move(fallback));
}

Decimal Fields::decimal_or(std::string_view key, Decimal fallback) {
    return optional_decimal(key).value_or(fallback);
}

int Fields::whole_or(std::string_view key, int fallback) {
    const Node* value = take(key);
    return value == nullptr ? fallback : read_whole(*value, key, reading_);
}

bool Fields::flag_or(std::string_view key, bool fallback) {
    const Node* value = take(key);
    if (value == nullptr) return fallback;
    if (value->kind == Node::Kind::text && value->text == "true") return true;
    if (value->kind == Node::Kind::text && value->text == "false") return false;
    reading_.report(Code::value_not_flag, value->mark, {std::string(key), value->text});
    return fallback;
}

std::optional<std::string> Fields::optional_text(std::string_view key) {
    const Node* value = take(key);
    return value == nullptr ? std::nullopt : read_text(*value, key, reading_);
}

std::optional<Decimal> Fields::optional_decimal(std::string_view key) {
    const Node* value = take(key);
    return value == nullptr ? std::nullopt : read_decimal(*value, key, reading_);
}

std::vector<std::string> Fields::texts(std::string_view key) {
    const Node* value = take(key);
    return value == nullptr ? std::vector<std::string>{} : read_texts(*value, key, reading_);
}

}  // namespace heng::yaml
