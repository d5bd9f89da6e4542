#pragma once
/// @file
/// YAML files → Scheme, with file, line and column in every issue.
/// docs/reference/scheme.md describes the files.
#include "core/base/result.hpp"
#include "core/scheme/scheme.hpp"
#include "shell/yaml/tree.hpp"

#include <filesystem>
#include <span>
#include <string>

namespace heng::yaml {

/// The text of one file; `name` is what issues call it.
struct File {
    std::string name;
    std::string text;
};

/// Reads a folder (its *.yaml, then tables/*.yaml, each sorted by name) or a single file.
///
/// The scheme has the shape that files demand; whether it makes sense is left to `scheme::check`.
/// Tables stand in the order of the domains, whatever their files are called.
///
/// @returns the scheme, or every issue of every file, in the order of the files and their lines:
///   - `file_unreadable`  no such path, no *.yaml in the folder, or no right to read;
///   - what `parse_tree` reports for a file, which is then left out;
///   - `key_…` and `value_…`, `date_unknown` for what does not fit the format.
[[nodiscard]] Checked<scheme::Scheme> load_scheme(const std::filesystem::path& path);

/// The same for texts at hand. `name` stands for the whole in an issue that no single file has.
[[nodiscard]] Checked<scheme::Scheme> load_scheme_files(const std::string& name,
                                                        std::span<const File> files);
[[nodiscard]] Checked<scheme::Scheme> load_scheme_text(const std::string& name, std::string text);

/// One file, parsed already.
struct Tree {
    std::string name;
    Node root;
};
[[nodiscard]] Checked<scheme::Scheme> load_scheme_trees(const std::string& name,
                                                        std::span<const Tree> trees);

}  // namespace heng::yaml
