#include "shell/yaml/settings_file.hpp"

#include "core/base/text.hpp"
#include "shell/yaml/tree.hpp"

namespace heng::yaml {

namespace {

class Flattening {
public:
    explicit Flattening(const std::string& file) : file_(file) {}

    void read(const Node& node, const std::string& name) {
        switch (node.kind) {
            case Node::Kind::mapping:
                for (std::size_t i = 0; i < node.children.size(); i += 2)
                    read_entry(node.children[i], node.children[i + 1], name);
                break;
            case Node::Kind::list: read_list(node, name); break;
            case Node::Kind::text: add(node, name).text = node.text; break;
            case Node::Kind::empty: add(node, name).is_empty = true; break;
        }
    }

    Checked<std::vector<app::GivenSetting>> finish() {
        if (!issues_.empty()) return tl::unexpected(std::move(issues_));
        return std::move(found_);
    }

private:
    Place place_of(const Node& node) const { return {file_, node.mark.line, node.mark.column, {}}; }

    /// An empty section is one whose settings are all commented out.
    void read_entry(const Node& key, const Node& value, const std::string& above) {
        const std::string name = above.empty() ? key.text : above + '.' + key.text;
        if (value.kind == Node::Kind::empty && is_section(name)) return;
        if (value.kind != Node::Kind::empty) return read(value, name);
        add(key, name).is_empty = true;
    }

    static bool is_section(const std::string& name) {
        for (const app::SettingEntry& entry : app::setting_table())
            if (entry.name.starts_with(name + '.')) return true;
        return false;
    }

    void read_list(const Node& node, const std::string& name) {
        std::vector<std::string> items;
        for (const Node& item : node.children) {
            const bool fits =
                item.kind == Node::Kind::text && item.text.find(',') == item.text.npos;
            if (!fits) issues_.push_back({Code::value_not_text, place_of(item), {name}});
            items.push_back(item.text);
        }
        app::GivenSetting& given = add(node, name);
        given.text = join(items, ",");
        given.is_list = true;
    }

    app::GivenSetting& add(const Node& node, const std::string& name) {
        app::GivenSetting& given = found_.emplace_back();
        given.written = name;
        given.place = place_of(node);
        return given;
    }

    const std::string& file_;
    std::vector<app::GivenSetting> found_;
    Issues issues_;
};

}  // namespace

Checked<std::vector<app::GivenSetting>> read_settings_file(const std::string& file,
                                                           std::string_view text) {
    const auto root = parse_tree(file, text);
    if (!root) return tl::unexpected(Issues{root.error()});
    if (root->kind == Node::Kind::empty) return std::vector<app::GivenSetting>();
    if (root->kind != Node::Kind::mapping)
        return tl::unexpected(Issues{
            {Code::value_not_mapping, {file, root->mark.line, root->mark.column, {}}, {file}}});
    Flattening flattening(file);
    flattening.read(*root, {});
    return flattening.finish();
}

}  // namespace heng::yaml
