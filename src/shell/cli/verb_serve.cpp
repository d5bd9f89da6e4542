/// @file
/// `heng serve`: the server, or what is wrong with its settings.
#include "shell/cli/settings_options.hpp"
#include "shell/cli/verb.hpp"

#include <memory>
#include <ostream>

namespace heng::cli {

namespace {

struct ServeOptions {
    std::string file;
    bool only_check = false;
    std::vector<app::GivenSetting> flags;
};

/// The settings, or nothing after all that is wrong with them has been reported.
std::optional<app::Settings> settings_of(const CLI::App& verb, const ServeOptions& options,
                                         Context& context) {
    const app::Surroundings& world = context.surroundings;
    app::SettingSources sources;
    sources.flags = options.flags;
    for (app::GivenSetting& unknown : unknown_options(verb))
        sources.flags.push_back(std::move(unknown));
    sources.environment = app::settings_in_environment(world.environment);
    if (!options.file.empty()) {
        const auto text = world.read_file(options.file);
        if (!text) {
            report({text.error()}, context);
            return std::nullopt;
        }
        auto given = world.read_settings_file(options.file, *text);
        if (!given) {
            report(given.error(), context);
            return std::nullopt;
        }
        sources.file = std::move(*given);
    }
    auto settings = app::read_settings(sources);
    if (!settings) {
        report(settings.error(), context);
        return std::nullopt;
    }
    const Issues issues = app::check(*settings);
    report(issues, context);
    if (has_errors(issues)) return std::nullopt;
    return std::move(*settings);
}

void serve(const CLI::App& verb, const ServeOptions& options, Context& context) {
    const auto settings = settings_of(verb, options, context);
    if (!settings) return;
    const bool zh = context.language == Language::zh;
    std::ostream& out = context.streams.out;
    if (options.only_check) {
        out << (zh ? "设置无误\n" : "the settings are right\n");
        return;
    }
    const auto served = context.surroundings.serve(*settings, [&](const std::string& url) {
        out << (zh ? "衡已启动：" : "heng serves at ") << url << std::endl;
        if (settings->is_demo)
            out << (zh ? "演示环境：账号和口令公开，数据均为虚构，仅供本机试用"
                       : "a demonstration for this machine alone: accounts public, data made up")
                << std::endl;
    });
    if (!served) report(served.error(), context);
}

}  // namespace

void add_serve(CLI::App& program, Context& context) {
    auto options = std::make_shared<ServeOptions>();
    CLI::App* verb = program.add_subcommand(
        "serve", "启动服务器，供浏览器和其他系统使用\nRun the server, for browsers and programs");
    verb->add_option("--config", options->file,
                     "设置文件 heng.yaml；设置项见 docs/operate/settings.md\nfile of settings");
    verb->add_flag("--check", options->only_check,
                   "只核对设置，不启动\nonly say what is wrong with the settings");
    add_setting_options(*verb, options->flags);
    verb->allow_extras();
    verb->callback([options, verb, &context] { serve(*verb, *options, context); });
}

}  // namespace heng::cli
