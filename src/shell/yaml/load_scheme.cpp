#include "shell/yaml/load_scheme.hpp"

#include "shell/yaml/fields.hpp"
#include "shell/yaml/read_section.hpp"
#include "shell/yaml/tree.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

namespace heng::yaml {

namespace {

namespace fs = std::filesystem;

/// Reads file after file into one scheme.
class Loader {
public:
    void take(const File& file) {
        const auto root = parse_tree(file.name, file.text);
        if (!root) {
            issues_.push_back(root.error());
            is_whole_ = false;
            return;
        }
        take_tree(file.name, *root);
    }

    void take_tree(const std::string& name, const Node& root) {
        Reading reading{name, {}};
        read_sections(root, reading);
        std::stable_sort(reading.issues.begin(), reading.issues.end(),
                         [](const Error& a, const Error& b) {
                             return std::pair(a.place.line, a.place.column) <
                                    std::pair(b.place.line, b.place.column);
                         });
        std::move(reading.issues.begin(), reading.issues.end(), std::back_inserter(issues_));
    }

    Checked<scheme::Scheme> finish(const std::string& name) {
        for (const Section& section : sections()) {
            // A file that could not be read may hold what seems to be missing.
            if (!is_whole_ || !section.is_required || seen_.contains(section.key)) continue;
            issues_.push_back({Code::key_missing, {name, 0, 0, {}}, {std::string(section.key)}});
        }
        if (!issues_.empty()) return tl::unexpected(std::move(issues_));
        const auto rank = [this](const scheme::Table& table) {
            const auto& domains = scheme_.domains;
            return std::find_if(domains.begin(), domains.end(),
                                [&table](const auto& d) { return d.id == table.domain; });
        };
        std::stable_sort(scheme_.tables.begin(), scheme_.tables.end(),
                         [&rank](const auto& a, const auto& b) { return rank(a) < rank(b); });
        return std::move(scheme_);
    }

private:
    void read_sections(const Node& root, Reading& reading) {
        if (root.kind != Node::Kind::mapping) {
            is_whole_ = false;
            reading.report(Code::value_not_mapping, root.mark, {reading.file});
            return;
        }
        std::set<std::string_view> seen_here;
        for (std::size_t i = 0; i < root.children.size(); i += 2) {
            const Node& key = root.children[i];
            const auto section = std::find_if(sections().begin(), sections().end(),
                                              [&key](const auto& s) { return s.key == key.text; });
            if (section == sections().end()) {
                reading.report(Code::key_unknown, key.mark, {key.text});
                continue;
            }
            const bool is_repeated = !seen_here.insert(section->key).second ||
                                     (!section->is_repeatable && seen_.contains(section->key));
            if (is_repeated) reading.report(Code::key_duplicate, key.mark, {key.text});
            section->read(root.children[i + 1], reading, scheme_);
        }
        seen_.insert(seen_here.begin(), seen_here.end());
    }

    scheme::Scheme scheme_;
    Issues issues_;
    std::set<std::string_view> seen_;
    bool is_whole_ = true;
};

/// The text of the file, cut just behind `text_bytes_max`: enough to see that it is too large.
std::optional<std::string> read_bytes(const fs::path& path) {
    std::error_code failed;
    if (!fs::is_regular_file(path, failed)) return std::nullopt;
    std::ifstream in(path, std::ios::binary);
    const auto size = fs::file_size(path, failed);
    if (!in || failed) return std::nullopt;
    std::string text(std::min<std::uintmax_t>(size, text_bytes_max + 1), '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (in.bad()) return std::nullopt;
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

/// The *.yaml files directly in `folder`, by name. A folder that cannot be listed has none.
std::vector<fs::path> yaml_files(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        const fs::path& path = entry->path();
        if (path.extension() == ".yaml" && !entry->is_directory(failed)) found.push_back(path);
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace

Checked<scheme::Scheme> load_scheme_files(const std::string& name, std::span<const File> files) {
    Loader loader;
    for (const File& file : files) loader.take(file);
    return loader.finish(name);
}

Checked<scheme::Scheme> load_scheme_trees(const std::string& name, std::span<const Tree> trees) {
    Loader loader;
    for (const Tree& tree : trees) loader.take_tree(tree.name, tree.root);
    return loader.finish(name);
}

Checked<scheme::Scheme> load_scheme_text(const std::string& name, std::string text) {
    const File file{name, std::move(text)};
    return load_scheme_files(name, std::span(&file, 1));
}

Checked<scheme::Scheme> load_scheme(const fs::path& path) {
    std::error_code failed;
    std::vector<fs::path> paths{path};
    if (fs::is_directory(path, failed)) {
        paths = yaml_files(path);
        for (fs::path& table : yaml_files(path / "tables")) paths.push_back(std::move(table));
        if (paths.empty()) {
            return tl::unexpected(
                Issues{{Code::file_unreadable, {}, {(path / "*.yaml").string()}}});
        }
    }
    Issues unreadable;
    std::vector<File> files;
    for (const fs::path& one : paths) {
        if (auto text = read_bytes(one)) {
            files.push_back({one.string(), std::move(*text)});
        } else {
            unreadable.push_back({Code::file_unreadable, {}, {one.string()}});
        }
    }
    if (!unreadable.empty()) return tl::unexpected(std::move(unreadable));
    return load_scheme_files(path.string(), files);
}

}  // namespace heng::yaml
