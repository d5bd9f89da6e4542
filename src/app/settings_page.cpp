/// @file
/// docs/operate/settings.md, printed from the table.
#include "app/settings.hpp"

namespace heng::app {

namespace {

constexpr std::string_view sources_text =
    "Printed by heng settings. 命令行优先于环境变量，环境变量优先于 "
    "heng.yaml，都没有的取默认值。heng.yaml "
    "里按点号分层书写，清单写成 YAML 列表；在命令行和环境变量里用逗号分开。heng serve --check "
    "一次指出全部有误之处，不启动服务。 A flag wins over a variable, a variable over heng.yaml, "
    "and what is "
    "set nowhere has its default. In heng.yaml the names are nested at their dots, and a list is a "
    "YAML list; flags and variables separate by commas. heng serve --check names everything that "
    "is "
    "wrong and starts nothing.";

std::string flags_text(const SettingEntry& entry) {
    std::string out = flag_of(entry);
    if (!entry.short_flag.empty()) out += ' ' + std::string(entry.short_flag);
    return out;
}

std::string meaning(const SettingEntry& entry, std::string_view text, std::string_view secret) {
    return std::string(text) + (entry.is_secret ? std::string(secret) : std::string());
}

}  // namespace

report::Document settings_reference() {
    report::Document out;
    out.blocks.emplace_back(report::Heading{1, "Settings"});
    report::Paragraph sources;
    sources.text = sources_text;
    out.blocks.emplace_back(std::move(sources));
    report::Table table;
    table.columns = {{"heng.yaml"}, {"flag"}, {"variable"}, {"value"},
                     {"default"},   {"中文"}, {"English"}};
    for (const SettingEntry& entry : setting_table())
        table.rows.push_back(
            {std::string(entry.name), flags_text(entry), variable_of(entry), expected_of(entry),
             std::string(entry.usual.empty() ? report::not_applicable : entry.usual),
             meaning(entry, entry.zh, "。可含口令，不会出现在任何提示中"),
             meaning(entry, entry.en, ". It may carry a password and is repeated in no message")});
    out.blocks.emplace_back(std::move(table));
    return out;
}

}  // namespace heng::app
