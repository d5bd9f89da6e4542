#include "shell/yaml/settings_file.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

namespace heng::yaml {
namespace {

std::vector<app::GivenSetting> read(std::string_view text) {
    auto found = read_settings_file("heng.yaml", text);
    EXPECT_TRUE(found);
    return found.value_or(std::vector<app::GivenSetting>());
}

Code refusal(std::string_view text) {
    const auto found = read_settings_file("heng.yaml", text);
    EXPECT_FALSE(found);
    return found ? Code::act_unknown : found.error().front().code;
}

TEST(SettingsFile, NamesWhatStandsUnderItsKeysWithItsLine) {
    const auto found = read("server:\n  port: 9000\nnotices:\n  smtp:\n    host: mail.city\n");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].written, "server.port");
    EXPECT_EQ(found[0].text, "9000");
    EXPECT_EQ(found[0].place, (Place{"heng.yaml", 2, 9, {}}));
    EXPECT_EQ(found[1].written, "notices.smtp.host");
    EXPECT_EQ(found[1].place.line, 5U);
}

TEST(SettingsFile, ReadsListsAndWhatIsLeftEmpty) {
    const auto found = read("server:\nlog:\n  file:\nnotices:\n  hosts: [a.b, c.d]\n");
    ASSERT_EQ(found.size(), 2U) << "a section without settings is none";
    EXPECT_TRUE(found[0].is_empty);
    EXPECT_EQ(found[1].text, "a.b,c.d");
    EXPECT_TRUE(found[1].is_list);
    EXPECT_TRUE(read("# nothing yet\n").empty());
}

TEST(SettingsFile, KeepsWhatIsMisspelledForTheHint) {
    const auto found = read("server:\n  prot: 1\nsever:\n");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].written, "server.prot");
    EXPECT_EQ(found[1].written, "sever");
}

TEST(SettingsFile, LeadsToSettingsWithTheLinesOfWhatIsWrong) {
    app::SettingSources sources;
    sources.file = read("server:\n  port: [1]\n  adress: ::1\ndemo: true\ndemo: false\n");
    const auto settings = app::read_settings(sources);
    ASSERT_FALSE(settings);
    ASSERT_EQ(settings.error().size(), 3U);
    EXPECT_EQ(settings.error()[0].code, Code::setting_unusable) << "a list is no number";
    EXPECT_EQ(settings.error()[1].place.line, 3U);
    EXPECT_EQ(settings.error()[1].args[1], "server.address");
    EXPECT_EQ(settings.error()[2].code, Code::key_duplicate);
    EXPECT_EQ(settings.error()[2].place.line, 5U);
}

/// The file that is installed. Whatever stands in it commented out can be used as it stands, and
/// every setting is there to be found.
TEST(SettingsFile, OfThePackageShowsEverySetting) {
    std::ifstream file(HENG_SOURCE_DIR "/packaging/heng.yaml");
    std::string as_is;
    std::string all_in_use;
    for (std::string line; std::getline(file, line);) {
        as_is += line + '\n';
        const std::size_t hash = line.find_first_not_of(' ');
        const bool is_setting = hash != line.npos && line[hash] == '#' && hash + 1 < line.size() &&
                                line[hash + 1] != ' ';
        if (is_setting) line.erase(hash, 1);
        all_in_use += line + '\n';
    }
    app::SettingSources sources;
    sources.file = read(as_is);
    const auto installed = app::read_settings(sources);
    ASSERT_TRUE(installed);
    EXPECT_TRUE(app::check(*installed).empty());
    EXPECT_EQ(installed->data_folder, "/var/lib/heng");
    sources.file = read(all_in_use);
    const auto full = app::read_settings(sources);
    ASSERT_TRUE(full) << message(full.error().front(), Language::en);
    EXPECT_TRUE(app::check(*full).empty());
    std::set<std::string> named;
    for (const auto& given : sources.file) named.insert(given.written);
    for (const app::SettingEntry& entry : app::setting_table())
        EXPECT_TRUE(named.contains(std::string(entry.name))) << entry.name;
}

TEST(SettingsFile, RefusesWhatIsNoMapping) {
    EXPECT_EQ(refusal("- a\n"), Code::value_not_mapping);
    EXPECT_EQ(refusal("text"), Code::value_not_mapping);
    EXPECT_EQ(refusal("notices:\n  hosts: [[a]]\n"), Code::value_not_text);
    EXPECT_EQ(refusal("notices:\n  hosts: ['a,b']\n"), Code::value_not_text);
    EXPECT_EQ(refusal("a: [\n"), Code::yaml_syntax);
}

}  // namespace
}  // namespace heng::yaml
