#include "app/settings.hpp"

#include "core/report/markdown.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

namespace heng::app {
namespace {

GivenSetting given(std::string written, std::string text) {
    GivenSetting out;
    out.place.item = written;
    out.written = std::move(written);
    out.text = std::move(text);
    return out;
}

Settings read(const SettingSources& sources) {
    auto settings = read_settings(sources);
    EXPECT_TRUE(settings);
    return settings.value_or(Settings());
}

/// Of what the file alone says, as name and text in turn.
Checked<Settings> read_file(std::initializer_list<std::pair<const char*, const char*>> file) {
    SettingSources sources;
    for (const auto& [name, text] : file) sources.file.push_back(given(name, text));
    return read_settings(sources);
}

Issues conflicts(std::initializer_list<std::pair<const char*, const char*>> file) {
    const auto settings = read_file(file);
    EXPECT_TRUE(settings);
    return settings ? check(*settings) : Issues();
}

TEST(Settings, HaveDefaultsThatGoTogether) {
    const Settings settings = read({});
    EXPECT_EQ(settings.server_address, "127.0.0.1") << "SEC-17: loopback unless someone says so";
    EXPECT_EQ(settings.server_port, 8080);
    EXPECT_EQ(settings.session_idle_minutes, 30) << "SEC-3";
    EXPECT_EQ(settings.password_hash, PasswordHash::argon2id);
    EXPECT_FALSE(settings.is_demo);
    EXPECT_TRUE(check(settings).empty());
}

TEST(Settings, AreFoundInTheDataFolderUnlessNamed) {
    Settings settings = read({});
    settings.data_folder = "/var/lib/heng";
    EXPECT_EQ(settings.database(), "sqlite:/var/lib/heng/heng.db");
    EXPECT_EQ(settings.evidence(), "/var/lib/heng/heng.db.evidence");
    EXPECT_EQ(settings.key_file(), "/var/lib/heng/heng.db.vault.key");
    settings.data_db = "postgresql://db/heng";
    EXPECT_EQ(settings.database(), "postgresql://db/heng");
}

TEST(Settings, PreferFlagsToVariablesToTheFile) {
    SettingSources sources;
    sources.file = {given("server.port", "1"), given("server.address", "::1"),
                    given("log.level", "debug")};
    sources.environment = {given("HENG_SERVER_PORT", "2"),
                           given("HENG_SERVER_ADDRESS", "10.0.0.1")};
    sources.flags = {given("--server-port", "3")};
    const Settings settings = read(sources);
    EXPECT_EQ(settings.server_port, 3);
    EXPECT_EQ(settings.server_address, "10.0.0.1");
    EXPECT_EQ(settings.log_level, LogLevel::debug);
}

TEST(Settings, TakeShortFlagsAndLists) {
    SettingSources sources;
    sources.flags = {given("--address", "::1"), given("--notices-hosts", "Mail.City, 10.0.0.1")};
    const Settings settings = read(sources);
    EXPECT_EQ(settings.server_address, "::1");
    EXPECT_EQ(settings.notice_hosts, (std::vector<std::string>{"mail.city", "10.0.0.1"}));
}

TEST(Settings, NameEverythingThatIsWrongAtOnce) {
    SettingSources sources;
    sources.file = {given("server.prot", "1"), given("log.level", "loud")};
    sources.environment = {given("HENG_SERVER_PORT", "70000"), given("HENG_DEMO", "yes")};
    sources.flags = {given("--adress", "::1"), given("--address", "localhost"),
                     given("--server-address", "::1")};
    const auto settings = read_settings(sources);
    ASSERT_FALSE(settings);
    const Issues expected{
        {Code::setting_unknown, {"", 0, 0, "server.prot"}, {"server.prot", "server.port"}},
        {Code::setting_unusable,
         {"", 0, 0, "log.level"},
         {"log.level", "loud", "debug, info, warning, error"}},
        {Code::setting_unusable,
         {"", 0, 0, "HENG_SERVER_PORT"},
         {"HENG_SERVER_PORT", "70000", "0..65535"}},
        {Code::setting_unusable, {"", 0, 0, "HENG_DEMO"}, {"HENG_DEMO", "yes", "true, false"}},
        {Code::setting_unknown, {"", 0, 0, "--adress"}, {"--adress", "--address"}},
        {Code::setting_unusable, {"", 0, 0, "--address"}, {"--address", "localhost", "IP"}},
        {Code::key_duplicate, {"", 0, 0, "--server-address"}, {"--server-address"}},
    };
    EXPECT_EQ(settings.error(), expected);
}

TEST(Settings, RefuseNumbersAndWordsThatAreNone) {
    for (const auto& [name, text] : std::initializer_list<std::pair<const char*, const char*>>{
             {"server.port", ""},
             {"server.port", "-1"},
             {"server.port", "80 "},
             {"server.port", "8e1"},
             {"server.port", "99999999999"},
             {"session.idle_minutes", "0"},
             {"password.hash", "md5"},
             {"notices.hosts", "a,,b"},
             {"notices.hosts", "https://a"},
             {"notices.smtp.from", "a@b, c@d"},
             {"notices.smtp.from", "a@b\nBcc: c@d"},
             {"server.public_url", "https://a/b"},
             {"data.db", "mysql://a"},
             {"log.file", "a\nb"},
             {"data.folder", ""}}) {
        const auto settings = read_file({{name, text}});
        ASSERT_FALSE(settings) << name << ' ' << text;
        EXPECT_EQ(settings.error().front().code, Code::setting_unusable);
    }
}

/// ASVS 7.1.1: no message repeats what may be a password.
TEST(Settings, KeepSecretsOutOfMessages) {
    const auto settings = read_file({{"data.db", "postgres:heng:s3cret@db"}});
    ASSERT_FALSE(settings);
    EXPECT_EQ(message(settings.error().front(), Language::en).find("s3cret"), std::string::npos);
}

TEST(Settings, AreTakenFromVariablesOfTheirPrefix) {
    const auto found = settings_in_environment(
        {"PATH=/bin", "HENG_LOG_FILE=a=b", "HENG_GOLDEN=accept", "HENG_DEMO"});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].written, "HENG_LOG_FILE");
    EXPECT_EQ(found[0].text, "a=b");
    EXPECT_EQ(found[1].text, "");
}

TEST(Settings, HaveOneNameOfEachKind) {
    std::set<std::string> names;
    for (const SettingEntry& entry : setting_table()) {
        EXPECT_TRUE(names.insert(flag_of(entry)).second) << entry.name;
        EXPECT_TRUE(names.insert(variable_of(entry)).second) << entry.name;
        if (!entry.short_flag.empty()) {
            EXPECT_TRUE(names.insert(std::string(entry.short_flag)).second) << entry.name;
        }
    }
    EXPECT_TRUE(names.contains("--notices-smtp-password-file"));
    EXPECT_TRUE(names.contains("HENG_SERVER_PUBLIC_URL"));
}

/// ASVS 9.1.1, SEC-5, SEC-17: whoever opens the server to other machines encrypts, here or in
/// front.
TEST(SettingsCheck, KeepsPlainHttpOnLoopback) {
    EXPECT_EQ(conflicts({{"server.address", "0.0.0.0"}}).size(), 1U);
    EXPECT_EQ(conflicts({{"server.address", "::"}, {"server.public_url", "http://a"}}).size(), 2U);
    EXPECT_TRUE(conflicts({{"server.address", "::"}, {"server.public_url", "https://a"}}).empty());
    EXPECT_TRUE(
        conflicts({{"server.address", "::"}, {"tls.certificate", "c"}, {"tls.key", "k"}}).empty());
    EXPECT_TRUE(conflicts({{"server.public_url", "http://127.0.0.1:8080"}}).empty());
    EXPECT_EQ(conflicts({{"server.public_url", "http://a"}}).size(), 1U);
}

TEST(SettingsCheck, WantsBothTlsFiles) {
    EXPECT_EQ(conflicts({{"tls.certificate", "c"}}).size(), 1U);
    EXPECT_EQ(conflicts({{"tls.key", "k"}}).size(), 1U);
}

/// SEC-1: known accounts exist on this machine only.
TEST(SettingsCheck, KeepsTheDemonstrationOnLoopback) {
    EXPECT_TRUE(conflicts({{"demo", "true"}}).empty());
    EXPECT_TRUE(conflicts({{"demo", "true"}, {"demo_day", "2021-07-15"}}).empty());
    EXPECT_FALSE(conflicts({{"demo_day", "2021-07-15"}}).empty()) << "no other day but today";
    const auto found =
        conflicts({{"demo", "true"}, {"server.address", "::"}, {"server.public_url", "https://a"}});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().code, Code::settings_conflict);
    EXPECT_EQ(found.front().args.front(), "demo");
}

/// ASVS 5.2.6
TEST(SettingsCheck, SendsNoticesToAllowedHostsOnly) {
    EXPECT_EQ(conflicts({{"notices.webhook.url", "https://a/in"}}).size(), 1U);
    EXPECT_EQ(conflicts({{"notices.webhook.url", "http://a/in"}, {"notices.hosts", "a"}}).size(),
              1U);
    EXPECT_TRUE(
        conflicts({{"notices.webhook.url", "https://a/in"}, {"notices.hosts", "a"}}).empty());
    EXPECT_EQ(conflicts({{"notices.smtp.host", "m"}, {"notices.smtp.from", "h@m"}}).size(), 1U);
    EXPECT_TRUE(
        conflicts(
            {{"notices.smtp.host", "M"}, {"notices.smtp.from", "h@m"}, {"notices.hosts", "m"}})
            .empty());
}

TEST(SettingsCheck, SendsPasswordsOverEncryptedLinesOnly) {
    const auto with = [](const char* tls) {
        return conflicts({{"notices.smtp.host", "m"},
                          {"notices.smtp.from", "h@m"},
                          {"notices.smtp.user", "u"},
                          {"notices.smtp.password_file", "p"},
                          {"notices.smtp.tls", tls},
                          {"notices.hosts", "m"}});
    };
    EXPECT_EQ(with("none").size(), 1U);
    EXPECT_TRUE(with("starttls").empty());
}

/// ASVS 9.2.1: an identity provider is asked over TLS, and knows where to send people back.
TEST(SettingsCheck, AsksAnIdentityProviderOverTls) {
    const auto found = [](const char* issuer, const char* id, const char* secret, const char* own) {
        return conflicts({{"oidc.issuer", issuer},
                          {"oidc.client_id", id},
                          {"oidc.client_secret_file", secret},
                          {"server.public_url", own}})
            .size();
    };
    EXPECT_EQ(found("https://id", "heng", "s", "https://heng"), 0U);
    EXPECT_EQ(found("http://id", "heng", "s", "https://heng"), 1U);
    EXPECT_EQ(found("http://127.0.0.1:9000/realm", "heng", "s", "https://heng"), 0U)
        << "on this machine it may be plain";
    EXPECT_EQ(found("https://id", "", "s", "https://heng"), 1U);
    EXPECT_EQ(found("https://id", "heng", "", "https://heng"), 1U);
    EXPECT_EQ(found("https://id", "heng", "s", ""), 1U);
    EXPECT_EQ(found("", "heng", "s", "https://heng"), 2U) << "of no provider";
    EXPECT_FALSE(read_file({{"oidc.issuer", "https://id?a=b"}}));
}

TEST(SettingsCheck, WantsSessionsNoShorterThanTheirPauses) {
    EXPECT_EQ(conflicts({{"session.hours", "1"}, {"session.idle_minutes", "90"}}).size(), 1U);
}

TEST(SettingsPage, IsPrintedFromTheTable) {
    std::ifstream file(HENG_SOURCE_DIR "/docs/operate/settings.md");
    std::ostringstream page;
    page << file.rdbuf();
    EXPECT_EQ(page.str(), report::print_markdown(settings_reference()))
        << "heng settings > docs/operate/settings.md";
}

}  // namespace
}  // namespace heng::app
