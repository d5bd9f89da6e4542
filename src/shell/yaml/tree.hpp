#pragma once
/// @file
/// YAML text as a tree that knows the line and column of everything in it. Knows nothing of
/// schemes.
#include "core/base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace heng::yaml {

inline constexpr std::size_t text_bytes_max = std::size_t{16} << 20;
inline constexpr std::size_t node_count_max = 1'000'000;
inline constexpr std::size_t depth_max = 64;

/// Line and column, counted in characters from 1.
struct Mark {
    std::size_t line = 1;
    std::size_t column = 1;
    auto operator<=>(const Mark&) const = default;
};

struct Node {
    enum class Kind { empty, text, list, mapping };
    Kind kind = Kind::empty;
    Mark mark;
    std::string text;            ///< Of a text, its quotes and folds undone.
    std::vector<Node> children;  ///< Items of a list; key and value in turn of a mapping.
    bool is_plain = false;       ///< A text without quotes, which may stand for a number or a flag.
};

/// Reads one document; `file` only names it in errors. Aliases are replaced by what they stand for,
/// tags are ignored, and numbers stay text. A text without a document gives an empty node.
///
/// @returns the root, or
///   - `text_not_utf8`   with the place of the first bad byte;
///   - `yaml_too_large`  the text, or what its aliases unfold to, passes the limits above;
///   - `yaml_syntax`     anything else, a second document and nesting beyond `depth_max` included.
[[nodiscard]] Result<Node> parse_tree(const std::string& file, std::string_view text);

}  // namespace heng::yaml
