#include "shell/cli/settings_options.hpp"

#include <gtest/gtest.h>

namespace heng::cli {
namespace {

/// What `arguments` say, the last of them first as CLI11 wants it.
Checked<app::Settings> read(std::vector<std::string> arguments) {
    CLI::App verb;
    app::SettingSources sources;
    verb.allow_extras();
    add_setting_options(verb, sources.flags);
    std::reverse(arguments.begin(), arguments.end());
    verb.parse(arguments);
    for (auto& unknown : unknown_options(verb)) sources.flags.push_back(std::move(unknown));
    return app::read_settings(sources);
}

TEST(SettingOptions, AreTakenByEitherName) {
    const auto settings = read({"--address", "::1", "--server-port=9000", "--log-file", ""});
    ASSERT_TRUE(settings);
    EXPECT_EQ(settings->server_address, "::1");
    EXPECT_EQ(settings->server_port, 9000);
    EXPECT_FALSE(settings->is_demo);
}

TEST(SettingOptions, NeedNoValueWhereThereIsOnlyOne) {
    EXPECT_TRUE(read({"--demo"})->is_demo);
    EXPECT_TRUE(read({"--demo", "--port", "1"})->is_demo);
    EXPECT_FALSE(read({"--demo=false"})->is_demo);
}

TEST(SettingOptions, AreRefusedAllAtOnce) {
    const auto settings =
        read({"--server-prot=1", "--port", "x", "--address", "::1", "--address", "::1"});
    ASSERT_FALSE(settings);
    ASSERT_EQ(settings.error().size(), 3U);
    EXPECT_EQ(settings.error()[0].code, Code::key_duplicate);
    EXPECT_EQ(settings.error()[1].code, Code::setting_unusable);
    EXPECT_EQ(settings.error()[2].args,
              (std::vector<std::string>{"--server-prot", "--server-port"}));
}

}  // namespace
}  // namespace heng::cli
