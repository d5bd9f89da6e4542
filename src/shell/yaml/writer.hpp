#pragma once
/// @file
/// Block-style YAML, line by line.
#include "core/base/decimal.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::yaml {

/// `{a: 1, b: two}` on one line, built entry by entry.
class Flow {
public:
    /// `value` is YAML already.
    Flow& raw(std::string_view key, std::string_view value);
    Flow& text(std::string_view key, const std::string& value);
    Flow& text(std::string_view key, const std::optional<std::string>& value);
    Flow& decimal(std::string_view key, const std::optional<Decimal>& value);
    Flow& texts(std::string_view key, const std::vector<std::string>& values);
    std::string print() const { return '{' + entries_ + '}'; }

private:
    std::string entries_;
};

/// `[a, b]` on one line.
std::string print_flow_list(const std::vector<std::string>& texts);

/// Lines under the current indentation. What has no value leaves no line.
class Writer {
public:
    void raw(std::string_view key, std::string_view value);
    void text(std::string_view key, std::string_view value);
    void decimal(std::string_view key, Decimal value) { raw(key, value.text()); }
    void whole(std::string_view key, int value) { raw(key, std::to_string(value)); }
    /// Nothing for an empty text or list.
    void optional_text(std::string_view key, std::string_view value);
    void flow_list(std::string_view key, const std::vector<std::string>& values);
    void block_list(std::string_view key, const std::vector<std::string>& values);
    void item(std::string_view value);  ///< A list item that is YAML already.

    /// An empty line before the next section of the file.
    void gap();

    /// `key:` on its line, and what `write` writes indented below it.
    template <class Write>
    void nested(std::string_view key, Write write) {
        line(std::string(key) + ':');
        indent_ += 2;
        write();
        indent_ -= 2;
    }

    /// `key:` and an item for each of `values`, its keys written by `write(value)`.
    template <class List, class Write>
    void items(std::string_view key, const List& values, Write write) {
        if (values.empty()) return;
        nested(key, [&] { each(values, write); });
    }

    /// The items alone.
    template <class List, class Write>
    void each(const List& values, Write write) {
        for (const auto& value : values) {
            indent_ += 2;
            is_item_start_ = true;
            write(value);
            indent_ -= 2;
        }
    }

    std::string take() { return std::move(out_); }

private:
    void line(std::string_view content);

    std::string out_;
    std::size_t indent_ = 0;
    bool is_item_start_ = false;
};

}  // namespace heng::yaml
