#include "shell/cli/settings_options.hpp"

#include <algorithm>

namespace heng::cli {

namespace {

app::GivenSetting given_as(std::string flag, std::string text) {
    app::GivenSetting out;
    out.place.item = flag;
    out.written = std::move(flag);
    out.text = std::move(text);
    return out;
}

void add_option(CLI::App& verb, const app::SettingEntry& entry,
                std::vector<app::GivenSetting>& given) {
    const std::string flag = app::flag_of(entry);
    const bool needs_no_value = std::holds_alternative<app::FlagSlot>(entry.slot);
    std::string names = flag;
    if (!entry.short_flag.empty()) names += ',' + std::string(entry.short_flag);
    const auto take = [flag, needs_no_value, &given](const CLI::results_t& texts) {
        for (const std::string& text : texts)
            given.push_back(given_as(flag, needs_no_value && text.empty() ? "true" : text));
        return true;
    };
    CLI::Option* const option =
        verb.add_option(names, take, std::string(entry.zh) + '\n' + std::string(entry.en));
    option->type_name(app::expected_of(entry));
    if (needs_no_value)
        option->expected(0, 1);
    else
        option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

}  // namespace

void add_setting_options(CLI::App& verb, std::vector<app::GivenSetting>& given) {
    for (const app::SettingEntry& entry : app::setting_table()) add_option(verb, entry, given);
}

std::vector<app::GivenSetting> unknown_options(const CLI::App& verb) {
    std::vector<app::GivenSetting> out;
    for (const std::string& extra : verb.remaining()) {
        const std::size_t end = std::min(extra.find('='), extra.size());
        out.push_back(given_as(extra.substr(0, end), std::string()));
    }
    return out;
}

}  // namespace heng::cli
